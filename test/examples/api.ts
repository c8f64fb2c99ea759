import { apiReference } from '../../src/rest/api-reference.ts'
import type { ApiOperations } from '../../src/web/api-operations.ts'

/** The interface as it is: nothing of it is anybody's. */
export const apiOperations: ApiOperations = { apiReference: async () => apiReference('/api/v1', 600) }
