import type { Citation } from '../../core/citation.ts'
import { overlaps } from '../../core/span.ts'
import type { BriefPoint } from '../../core/story.ts'
import { type ComparedSentence, tellsTheSame } from '../points/repeats.ts'
import { contentStems, wordsOf } from '../words.ts'

const mostLines = 5

/**
 * The sentences of a story's overview: the first five of its brief, in that order, without any that repeats the sentence below the headline
 * (`dek`) or a point before it.
 */
export function overviewLines(points: readonly BriefPoint[], dek: Citation | undefined): readonly BriefPoint[] {
  return distinctFrom(dek, points).slice(0, mostLines)
}

/** The points that say neither what the dek says nor what one before them says. */
function distinctFrom(dek: Citation | undefined, points: readonly BriefPoint[]): readonly BriefPoint[] {
  const said = dek ? [compared(dek.exact, dek)] : []
  return points.filter(({ text, citations }) => {
    if (citations.some(({ documentId, span }) => documentId === dek?.documentId && overlaps(span, dek.span)))
      return false
    const now = compared(text, citations[0])
    if (said.some((before) => tellsTheSame(before, now))) return false
    said.push(now)
    return true
  })
}

function compared(text: string, { documentId, span }: Citation): ComparedSentence & { readonly member: string } {
  const words = wordsOf(text)
  // Only an article's first sentence begins with its text.
  return { text, words, stems: contentStems(words), index: span.start === 0 ? 0 : 1, member: documentId }
}
