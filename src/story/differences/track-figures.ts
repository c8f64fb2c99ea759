import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Figure } from '../../core/story.ts'
import { isSummarizable, type MemberText, within } from '../story-text.ts'
import { sharedCount } from '../words.ts'
import { areOfSamePlace, type Reading, readFigures } from './read-figures.ts'

const maxFigures = 8
/** A count that is smaller or larger than the previous one by this factor is a different count. */
const largestFall = 1.5
const largestRise = 20
/** Sums and measures need sentences on one matter. */
const minSharedStems = 5

/**
 * Figures that change over time: for each thing counted, the first number of each article in order of publication, without repeats. Things
 * with a single number are left out.
 */
export function trackFigures(texts: readonly MemberText[]): Figure[] {
  const byUnit = new Map<string, Reading[]>()
  for (const text of texts) {
    if (!isSummarizable(text.input.article)) continue
    const seen = new Set<string>()
    for (const reading of readFigures(text)) {
      if (seen.has(reading.unit)) continue
      seen.add(reading.unit)
      const list = byUnit.get(reading.unit)
      if (list) list.push(reading)
      else byUnit.set(reading.unit, [reading])
    }
  }
  return [...byUnit]
    .flatMap(([unit, readings]) => {
      const kept = changesOf(readings, texts)
      return kept.length < 2 ? [] : [{ unit, readings: kept.flatMap((reading) => readingOf(reading, texts)) }]
    })
    .sort((a, b) => b.readings.length - a.readings.length)
    .slice(0, maxFigures)
}

function changesOf(readings: readonly Reading[], texts: readonly MemberText[]): Reading[] {
  const kept: Reading[] = []
  for (const reading of readings) {
    const before = kept.at(-1)
    if (!before) kept.push(reading)
    else if (reading.value !== before.value && isSameCount(before, reading) && isLaterCount(before, reading, texts))
      kept.push(reading)
  }
  return kept
}

const lowered =
  /\b(?:revis\w+|correct(?:ed|ing|ion)|lower(?:ed|ing)?|down (?:from|to)|reduced|instead of|rather than|fewer|earlier (?:figure|count|toll|number)s?)\b/i

/**
 * A smaller count usually counts another part. It is a correction only if it is exact and its sentence says that it was lowered. `Nearly
 * 70` after 69 says nothing new.
 */
function isSameCount(before: Reading, after: Reading): boolean {
  if (!areOfSamePlace(before, after)) return false
  const rise = after.value / Math.max(before.value, 1e-9)
  if (after.isRough && Math.abs(rise - 1) < 0.1) return false
  if (!before.isCumulative)
    return rise >= 0.2 && rise <= 5 && sharedCount(before.sentence.stems, after.sentence.stems) >= minSharedStems
  if (rise > 1) return rise <= largestRise
  return !after.isRough && !before.isRough && rise >= 1 / largestFall && lowered.test(after.sentence.text)
}

const growth =
  /\b(?:r(?:ose|isen?|ises|ising)|climb\w*|grew|grown|reach\w*|now|total\w*|toll|so far|br(?:ings?|ought|inging)|increas\w*)\b/i

const ofSaying =
  /\b(?:said|says|told [\p{L} ]{2,30}|announced|reported|confirmed|statement|according to [\p{L} ]{2,30})(?: (?:late|early|on))*\s*$/iu

/** Published later, and not about a day after the first report, such as `80 arrested on Sunday night`, unless the sentence says it grows. */
function isLaterCount(before: Reading, after: Reading, texts: readonly MemberText[]): boolean {
  const [earlier, later] = [texts[before.sentence.member], texts[after.sentence.member]]
  if (!earlier || !later) return false
  const published = earlier.input.document.publishedAt
  if (Date.parse(later.input.document.publishedAt) <= Date.parse(published)) return false
  if (growth.test(after.sentence.text)) return true
  return within(later.times, after.sentence.span).every(({ span, value }) => {
    if (!/^\d{4}-\d{2}-\d{2}/.test(value) || value.slice(0, 10) <= published.slice(0, 10)) return true
    // The day of a statement is not the day of what it counts.
    return ofSaying.test(later.input.document.text.slice(after.sentence.span.start, span.start))
  })
}

function readingOf({ sentence, value, low, high }: Reading, texts: readonly MemberText[]): Figure['readings'] {
  const document = texts[sentence.member]?.input.document
  if (!document) return []
  const bounds = defined({ low, high })
  return [{ at: document.publishedAt, value, ...bounds, citation: cite(document, sentence.span) }]
}
