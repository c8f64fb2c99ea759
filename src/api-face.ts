import type { OperationContext } from './operations/operation.ts'
import { apiPath } from './rest/api-path.ts'
import type { ApiOperations } from './web/api-operations.ts'

/** Joins the pages about the interface for programs to what describes it; made when it is looked at first. */
export function apiFace({ house }: Pick<OperationContext, 'house'>): ApiOperations {
  const setting = (wanted: string) => house.settings.find(({ name }) => name === wanted)?.value ?? ''
  return {
    apiReference: async () => {
      const { apiReference } = await import('./rest/api-reference.ts')
      const here = `http://127.0.0.1:${setting('TWOSOURCE_PORT')}`
      const base = (setting('TWOSOURCE_BASE_URL') || here).replace(/\/+$/, '')
      return apiReference(`${base}${apiPath}`, Number(setting('TWOSOURCE_API_PER_MINUTE')))
    },
  }
}
