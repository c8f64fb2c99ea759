import { cite } from '../../core/citation.ts'
import type { BriefPoint, Figure, Member } from '../../core/story.ts'
import { supportingSentences } from '../people/attribution.ts'
import { carriesAll } from '../points/carries-all.ts'
import type { Equivalents } from '../points/group-equivalents.ts'
import { isSelfContained } from '../stand-alone.ts'
import { isSummarizable, type MemberText, onePerDocument, type SentenceText } from '../story-text.ts'

const minWords = 8
const maxWords = 55
/** A sentence that begins with `the` should name somebody or something within so many characters. */
const namedWithin = 60
/** Weight of a sentence whose number a later report has replaced. */
const outdatedPart = 0.4
const latestPart = 2

/**
 * True for a sentence that may be in a brief: from a complete article in the story's language, of medium length (`least`: of so many words
 * or more), understandable alone.
 */
export function isBriefCandidate(
  sentence: SentenceText,
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
  least = minWords,
): boolean {
  const text = texts[sentence.member]
  const member = members[sentence.member]
  if (!text || !member || !isSummarizable(member) || text.language !== language) return false
  const { length } = sentence.words
  return length >= least && length <= maxWords && isSelfContained(sentence, text)
}

/**
 * Complete sentences that still refer back a little: `Speaking after the event, …`, a quotation, and one that begins with something
 * mentioned before and names nobody early (`The scene laid bare …`).
 */
export function isLoose({ index, text, span }: SentenceText, member: MemberText | undefined): boolean {
  if (
    /^(?:["“'‘«]|(?:speaking|responding|asked|writing|posting|commenting|following|during|before|after) )/i.test(text)
  )
    return true
  // A first sentence refers to nothing before it.
  if (index === 0 || !/^[Tt]he \p{Ll}/u.test(text)) return false
  return !member?.mentions.some(
    (mention) =>
      mention.form === 'name' && mention.span.start >= span.start && mention.span.start < span.start + namedWithin,
  )
}

/** A last number this many times the previous one does not replace it; both are valid. */
const leap = 3

function isLeap(readings: Figure['readings']): boolean {
  const [last, before] = [readings.at(-1), readings.at(-2)]
  return last !== undefined && before !== undefined && last.value > leap * before.value
}

/**
 * Weights sentences by how current their number is, from the tracked figures: more for the latest, less for a replaced one, 1 for any other
 * sentence.
 */
export function weighFigures(
  figures: readonly Figure[],
  texts: readonly MemberText[],
): (sentence: SentenceText) => number {
  const weights = new Map<string, number>(
    figures.flatMap(({ readings }) =>
      readings.map(({ citation }, index) => {
        const part = isLeap(readings) ? 1 : index === readings.length - 1 ? latestPart : outdatedPart
        return [`${citation.documentId} ${citation.span.start}`, part] as const
      }),
    ),
  )
  return ({ member, span }) => weights.get(`${texts[member]?.input.document.id} ${span.start}`) ?? 1
}

/**
 * A sentence of a brief, verbatim and cited, with every other document that has it or says the same; `also` are more sentences that do.
 * Throws if the texts are not those the sentence came from.
 */
export function briefPoint(
  sentence: SentenceText,
  group: Equivalents,
  texts: readonly MemberText[],
  members: readonly Member[],
  also: readonly SentenceText[] = [],
): BriefPoint {
  const alike = supportingSentences(sentence, group).filter((each) => carriesAll(each, sentence))
  const support = [...alike, ...also]
  const others = onePerDocument(support, ({ member }) => member, sentence.member)
  const citations = [sentence, ...others].flatMap((each) => {
    const document = texts[each.member]?.input.document
    return document ? [cite(document, each.span)] : []
  })
  const [first, ...rest] = citations
  if (!first) throw new Error('A brief point lost its document: pass the texts its sentences were read from')
  const outlets = [sentence, ...others].map((each) => members[each.member]?.sourceName ?? '')
  return { text: first.exact, citations: [first, ...rest], outlets: [...new Set(outlets)] }
}
