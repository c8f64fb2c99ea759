import { cite } from '../core/citation.ts'
import type { OutletNote } from '../core/story.ts'
import type { MemberText } from './story-text.ts'

const most = 12
/** `This story has been updated` says that there is news, not that something was wrong: kept where it says what for. */
const saysWhat = /\bto (?:note|reflect|show|say|add|remove|make clear|include that)\b|\bheadline\b/i

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
    .filter(({ kind, citation }) => kind !== 'update' || saysWhat.test(citation.exact))
    .filter(({ citation }) => {
      const isFirst = !seen.has(citation.exact)
      seen.add(citation.exact)
      return isFirst
    })
    .slice(0, most)
}
