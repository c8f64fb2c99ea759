import type { ApiReference } from '../core/api-reference.ts'

/** What the pages about the interface for programs show. */
export type ApiOperations = { apiReference(): Promise<ApiReference> }
