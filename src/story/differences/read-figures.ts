import type { TimeExpression } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { StatedFigure } from '../../core/figure.ts'
import type { EntityId } from '../../core/ids.ts'
import { contains } from '../../core/span.ts'
import { type MemberText, type SentenceText, within } from '../story-text.ts'

/** A number with what it counts, from one sentence. */
export type Reading = Pick<StatedFigure, 'unit' | 'value' | 'low' | 'high' | 'isRough' | 'isCumulative'> & {
  readonly sentence: SentenceText
  /** The places in its sentence. */
  readonly places: readonly EntityId[]
  /** The sentence counts the whole world or country: `worldwide`, `nationwide`. */
  readonly isOfAll: boolean
}

/**
 * The figures of an article that are comparable with other articles and current: tolls, sums of money for a named thing, magnitudes.
 * Ignores sentences about months or years ago, about possibilities or rates, and those that deny, doubt or invent their number.
 */
export function readFigures(text: MemberText): Reading[] {
  const bySentence = Map.groupBy(text.figures.filter(isComparable), ({ sentence }) => sentence)
  return text.sentences.flatMap((sentence) => {
    const figures = bySentence.get(sentence.index)
    if (!figures || sentence.blockKind === 'heading') return []
    if (projected.test(sentence.text) || isUnasserted(sentence.text) || isOfAnotherTime(sentence, text)) return []
    const places = within(text.mentions, sentence.span)
      .filter((mention) => mention.kind === 'place')
      .map((mention) => mention.entity.id)
    if (breakdown.test(sentence.text)) return []
    const isOfAll = ofAll.test(sentence.text)
    return figures
      .filter((figure) => !isOfNextVerb(figure, text))
      .map(({ unit, value, low, high, isRough, isCumulative }) => {
        const bounds = defined({ low, high })
        return { sentence, unit, value, ...bounds, isRough, isCumulative, places, isOfAll }
      })
  })
}

/** `35 dead in Amatrice, 11 in Accumoli`: counts of parts. */
const breakdown = /\d (?:[\p{L}]+ )?in \p{Lu}[^.]{2,40}\b\d+ (?:[\p{L}]+ )?in (?:the \p{Ll}+ of )?\p{Lu}/u
const ofAll = /\b(?:worldwide|globally|around the (?:world|globe)|nationwide|across the (?:world|country|nation))\b/i

/** `killed at least seven and wounded 48`: the seven are not the wounded. */
function isOfNextVerb({ unit, span }: StatedFigure, { input }: MemberText): boolean {
  if (unit !== 'people injured') return false
  const after = input.document.text.slice(span.end, span.end + 40)
  return /^ and (?:wound|injur|hurt)\w* (?:[\p{L}]+ ){0,3}\d/u.test(after)
}

/** A number of homes or a share is not comparable: the noun alone does not say which homes. */
function isComparable({ unit, value, isCumulative }: StatedFigure): boolean {
  if (isCumulative) return value > 1
  return unit === 'magnitude' || /^[$£€] ./.test(unit)
}

/** Numbers that are projections or rates. */
const projected =
  /\b(?:feared (?:dead|killed|drowned|trapped)|presumed dead|project(?:s|ed|ions?)|predict(?:s|ed|ions?)|forecasts?|could|might|would|(?:every|a|per) (?:day|week|month|year)(?! (?:earlier|ago|later|before|after))|daily|annually)\b/i

/** `denied that 12 were killed`, `a rumour that 12 …`, `in a drill`: the number is not asserted. */
const unasserted =
  /\b(?:den(?:y|ies|ied|ying)|not true|untrue|false(?:ly)?|rumou?r(?:s|ed)?|hoax|no evidence|debunk\w*|misreport\w*|wrongly|incorrect(?:ly)?|mistaken(?:ly)?|retract\w*|withdr[ae]w\w*|fiction(?:al)?|fictitious|satir\w+|imagin(?:ed|ary)|(?:in|for|during) (?:an?|the) (?:\p{L}+ )?(?:drill|exercise|simulation|rehearsal|scenario|film|movie|novel)|the (?:film|movie|novel) (?:shows|tells|depicts))\b|\bwas wrong\b|\?["”’']?\s*$|^(?:if|had|should) /iu

function isUnasserted(sentence: string): boolean {
  return unasserted.test(sentence)
}

/** True when sentences that name places have one in common, and both or neither count the whole world. */
export function areOfSamePlace(a: Reading, b: Reading): boolean {
  if (a.isOfAll !== b.isOfAll) return false
  return a.places.length === 0 || b.places.length === 0 || a.places.some((place) => b.places.includes(place))
}

function isOfAnotherTime(sentence: SentenceText, text: MemberText): boolean {
  const published = Date.parse(text.input.document.publishedAt)
  return text.times
    .filter((time) => contains(sentence.span, time.span) && (time.kind === 'date' || time.kind === 'time'))
    .some((time) => isFar(time, published))
}

function isFar({ value }: TimeExpression, published: number): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
  if (day) return Math.abs(Date.parse(`${day}T12:00:00Z`) - published) > 4 * 86_400_000
  return /^\d{4}(?:-\d{2})?$/.test(value) && !new Date(published).toISOString().startsWith(value)
}
