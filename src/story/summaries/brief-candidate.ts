import type { Figure, Member } from '../../core/story.ts'
import { standsAlone } from '../stand-alone.ts'
import { isSummarizable, type MemberText, type SentenceText } from '../story-text.ts'

const minWords = 8
const maxWords = 55
/** Letters from its start within which a sentence that begins with `the` should name somebody or something. */
const namedWithin = 60
/** What is left of a sentence whose number a later report has replaced; the latest number gains. */
const outdatedPart = 0.4
const latestPart = 2

/** True for a sentence that may stand in a brief: of a whole article in its language, neither short nor long, understood alone. */
export function isBriefCandidate(
  sentence: SentenceText,
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
): boolean {
  const text = texts[sentence.member]
  const member = members[sentence.member]
  if (!text || !member || !isSummarizable(member) || text.input.document.language !== language) return false
  const { length } = sentence.words
  return length >= minWords && length <= maxWords && standsAlone(sentence, text)
}

/**
 * Whole sentences that still point back a little: `Speaking after the event, …`, a quotation, and one that begins with a thing
 * told before and names nobody early (`The scene laid bare …`).
 */
export function isLoose({ index, text, span }: SentenceText, member: MemberText | undefined): boolean {
  if (
    /^(?:["“'‘«]|(?:speaking|responding|asked|writing|posting|commenting|following|during|before|after) )/i.test(text)
  )
    return true
  // An opening sentence has nothing before it.
  if (index === 0 || !/^[Tt]he \p{Ll}/u.test(text)) return false
  return !member?.mentions.some(
    (mention) =>
      mention.form === 'name' && mention.span.start >= span.start && mention.span.start < span.start + namedWithin,
  )
}

/** A last number so many times the one before does not overtake it: it stands beside the others. */
const leap = 3

function isLeap(readings: Figure['readings']): boolean {
  const [last, before] = [readings.at(-1), readings.at(-2)]
  return last !== undefined && before !== undefined && last.value > leap * before.value
}

/**
 * How a sentence with a number that changes weighs, from the figures that were followed: the latest reading more than others, an
 * overtaken one less, any other sentence 1.
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
