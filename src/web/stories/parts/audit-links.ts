import type { AuditPart } from '../../../operations/stories/audit-views.ts'
import { queryOf, storyPath } from '../../layout/links.ts'

/** The audit of a story; with options, of one part of it, and a page of that. */
export function auditPath(
  id: string,
  of: { readonly part?: AuditPart | undefined; readonly page?: number } = {},
): string {
  return `${storyPath(id)}/audit${queryOf({ part: of.part, page: of.page === 1 ? undefined : of.page })}`
}

/** The audit of this server, at a part of it if given. */
export function serverAuditPath(at?: 'scores' | 'checks'): string {
  return at === undefined ? '/audit' : `/audit#${at}`
}
