import { cite } from '../../core/citation.ts'
import type { BriefPoint, Member } from '../../core/story.ts'
import { onePerDocument } from '../one-per-document.ts'
import { supportingSentences } from '../people/attribution.ts'
import type { Equivalents } from '../points/group-equivalents.ts'
import type { MemberText, SentenceText } from '../story-text.ts'

/**
 * A sentence of a brief, verbatim and cited, with every other document that has it or says the same. Throws if the texts are not those the
 * sentence came from.
 */
export function briefPoint(
  sentence: SentenceText,
  group: Equivalents,
  texts: readonly MemberText[],
  members: readonly Member[],
): BriefPoint {
  const others = onePerDocument(supportingSentences(sentence, group), ({ member }) => member, sentence.member)
  const citations = [sentence, ...others].flatMap((each) => {
    const document = texts[each.member]?.input.document
    return document ? [cite(document, each.span)] : []
  })
  const [first, ...rest] = citations
  if (!first) throw new Error('A brief point lost its document: pass the texts its sentences were read from')
  const outlets = [sentence, ...others].map((each) => members[each.member]?.sourceName ?? '')
  return { text: first.exact, citations: [first, ...rest], outlets: [...new Set(outlets)] }
}
