import { contains, overlaps, placeWithin } from '../../core/span.ts'
import type { SpeakerLedger, Wording } from '../../core/story.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { containment, contentStems, sharedCount, wordsOf } from '../words.ts'

/** Fewer words are a slogan, which many say. */
const leastQuoted = 4
/** The share of a sentence's words that must be quoted, so that who quotes the same says the same. */
const leastPart = 0.45
/** The share of the quoted content words that the other article has to have. */
const leastAlike = 0.8

/**
 * The sentences of other articles in which the speaker of a sentence that is mostly a quotation is quoted with the same words. All quotations
 * in it must be there.
 */
export function quotedElsewhere(
  sentence: SentenceText,
  texts: readonly MemberText[],
  ledger: readonly SpeakerLedger[],
): SentenceText[] {
  const own = texts[sentence.member]?.input.document.id
  const isHere = ({ citation, kind }: Wording) =>
    kind !== 'indirect' && citation.documentId === own && contains(sentence.span, citation.span)
  const utterances = ledger.flatMap((each) => each.utterances.filter(({ wordings }) => wordings.some(isHere)))
  const here = utterances.flatMap(({ wordings }) => wordings.find(isHere) ?? [])
  const quoted = here.map(({ citation }) => wordsOf(citation.exact))
  const count = quoted.reduce((sum, words) => sum + words.length, 0)
  if (quoted.length === 0 || quoted.some((words) => words.length < leastQuoted)) return []
  if (count < leastPart * sentence.words.length || hasNumberOutside(sentence, here)) return []
  return texts.flatMap((text) => {
    if (text.member === sentence.member) return []
    const found = utterances.map(({ wordings }, at) =>
      wordings.find(
        ({ citation, kind }) =>
          kind !== 'indirect' &&
          citation.documentId === text.input.document.id &&
          containment(contentStems(quoted[at] ?? []), contentStems(wordsOf(citation.exact))) >= leastAlike &&
          wordsOf(citation.exact).length >= leastAlike * (quoted[at]?.length ?? 0),
      ),
    )
    const [first] = found
    if (!first || found.some((each) => each === undefined)) return []
    const stems = contentStems(quoted[0] ?? [])
    const other = text.sentences.find(
      (each) => overlaps(each.span, first.citation.span) && sharedCount(stems, each.stems) >= leastAlike * stems.size,
    )
    return other && saysLittleMore(sentence, here, other) ? other : []
  })
}

function hasNumberOutside({ words, span }: SentenceText, here: readonly Wording[]): boolean {
  return words.some(
    (word) =>
      /^\p{N}/u.test(word.text) && !here.some(({ citation }) => contains(citation.span, placeWithin(span, word.span))),
  )
}

/** Most content words beside the quotation, other than names, that the other sentence may lack. */
const mostMore = 4

/** `She resigned amid the inquiry and said “…”` tells more than what was said. */
function saysLittleMore({ words, span, text }: SentenceText, here: readonly Wording[], other: SentenceText): boolean {
  const more = words.filter(
    (word) =>
      !word.isStop &&
      !other.stems.has(word.stem) &&
      !/^\p{Lu}/u.test(text.slice(word.span.start)) &&
      !here.some(
        ({ citation }) =>
          citation.span.start <= span.start + word.span.start && span.start + word.span.end <= citation.span.end,
      ),
  )
  return more.length <= mostMore
}
