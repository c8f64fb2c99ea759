import { defined } from '../../core/defined.ts'
import type { OperationContext } from '../../operations/operation.ts'
import { sizedKey } from '../../pipeline/pages/pictures.ts'
import { apiPath } from '../../rest/api-path.ts'
import type { WebOptions } from '../../web/request-reader.ts'
import { usualLimits } from '../config/limits.ts'

/** These options, with the product's voice, sign-in provider, pictures and API reference. */
export function webOptions<Options extends WebOptions>(operations: OperationContext, options: Options): Options {
  const { speech, provider, icons, pictures } = operations
  return {
    ...defined({ voice: speech.isSet ? speech.extension : undefined, providerName: provider?.name }),
    pictures: {
      version: () => icons?.changes() ?? 0,
      iconOf: (sourceId) => icons?.versionOf(sourceId),
      isMissing: (key, width) => pictures.hasFailed(sizedKey(key, width)),
    },
    apiReference: () => describeApi(operations),
    ...options,
  }
}

/** The API reference that pages show, made at the first request. */
async function describeApi({ maintenance }: OperationContext) {
  const { apiReference } = await import('../../rest/api-reference.ts')
  const setting = (wanted: string) => maintenance.settings().find(({ name }) => name === wanted)?.value ?? ''
  const here = `http://127.0.0.1:${setting('TWOSOURCE_PORT')}`
  const base = setting('TWOSOURCE_BASE_URL') || here
  return apiReference(`${base}${apiPath}`, usualLimits.requestsPerMinute)
}
