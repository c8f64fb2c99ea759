import { defined } from '../../core/defined.ts'
import type { OperationContext } from '../../operations/operation.ts'
import { runFor } from '../../operations/run.ts'
import { apiPath } from '../../rest/api-path.ts'
import { createWeb } from '../../web/routes.ts'

/** The pages over a product, for any reader: `createWeb` with what the product itself says of its voice, its sign-in and its API. */
export function openWeb(operations: OperationContext, options: Parameters<typeof createWeb>[1]) {
  const { speech, provider } = operations
  return createWeb(runFor(operations), {
    ...defined({ voice: speech.isSet ? speech.extension : undefined, providerName: provider?.name }),
    apiReference: () => describeApi(operations),
    ...options,
  })
}

/** The interface for programs as pages show it, made when it is first asked for. */
async function describeApi({ maintenance }: OperationContext) {
  const { apiReference } = await import('../../rest/api-reference.ts')
  const setting = (wanted: string) => maintenance.settings.find(({ name }) => name === wanted)?.value ?? ''
  const here = `http://127.0.0.1:${setting('TWOSOURCE_PORT')}`
  const base = (setting('TWOSOURCE_BASE_URL') || here).replace(/\/+$/, '')
  return apiReference(`${base}${apiPath}`, Number(setting('TWOSOURCE_API_PER_MINUTE')))
}
