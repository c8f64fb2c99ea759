import { cite } from '../core/citation.ts'
import type { OutletNote } from '../core/story.ts'
import type { MemberText } from './story-text.ts'

const most = 12

/** What the outlets of a story themselves say they corrected or changed, the earliest article first; equal notes are told once. */
export function outletNotes(texts: readonly MemberText[]): OutletNote[] {
  const seen = new Set<string>()
  return texts
    .flatMap(({ input }) =>
      (input.annotations.amendments?.items ?? []).map(({ kind, span }) => ({
        kind,
        citation: cite(input.document, span),
      })),
    )
    .filter(({ citation }) => {
      const isFirst = !seen.has(citation.exact)
      seen.add(citation.exact)
      return isFirst
    })
    .slice(0, most)
}
