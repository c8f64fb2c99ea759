import type { HouseAuditView, StoryAuditView } from '../operations/audit-views.ts'
import type { ExportedFile } from './web-operations.ts'

/** The audits of a story and of the house. Undefined: there is no such story. */
export type AuditOperations = {
  storyAudit(input: {
    readonly id: string
    readonly part?: string
    readonly page?: number
  }): Promise<StoryAuditView | undefined>
  exportStoryAudit(input: { readonly id: string; readonly format: 'csv' | 'jsonl' }): Promise<ExportedFile | undefined>
  houseAudit(input: { readonly checks: boolean }): Promise<HouseAuditView | undefined>
}
