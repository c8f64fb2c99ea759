import { cite } from '../../core/citation.ts'
import type { Difference, Member } from '../../core/story.ts'
import { isSummarizable, type MemberText } from '../story-text.ts'
import { sharedCount } from '../words.ts'
import { haveSamePlace, type Reading, readFigures } from './read-figures.ts'

/** Reports this far apart, in hours, can still speak of one moment. */
const sameMomentHours = 3
const settledHours = 24
/** Numbers closer than this part of the larger one are rounded differently, no more. */
const tolerance = 0.1
const minSharedStems = 4
/** Counts further apart than this many times count two things: a country and the world. */
const largestGap = 4

/**
 * Figures that differ: exact numbers (no `about`, no `at least`) for the same unit and event, in independent reports, at
 * overlapping times. A count that grows is an update, so a later report differs only when its count is smaller. At most one
 * per unit.
 */
export function differingFigures(texts: readonly MemberText[], members: readonly Member[]): Difference[] {
  const firsts = texts.flatMap((text) => (isSummarizable(text.input.article) ? firstReadings(text) : []))
  const differences = new Map<string, Difference>()
  for (const [index, a] of firsts.entries()) {
    for (const b of firsts.slice(index + 1)) {
      if (differences.has(a.unit) || !differ(a, b, texts, members)) continue
      const difference = differenceOf(a, b, texts, members)
      if (difference) differences.set(a.unit, difference)
    }
  }
  return [...differences.values()]
}

/** The first number an article gives for each unit, when it gives no other: two numbers in one article count two things. */
function firstReadings(text: MemberText): Reading[] {
  const readings = readFigures(text)
  return readings.filter(
    (reading) =>
      readings.every((other) => other.unit !== reading.unit || other.value === reading.value) &&
      readings.findIndex((other) => other.unit === reading.unit) === readings.indexOf(reading),
  )
}

function differ(a: Reading, b: Reading, texts: readonly MemberText[], members: readonly Member[]): boolean {
  // Sums of money differ by what they are for more often than by who counts: left to the reader.
  if (/^[$£€]/.test(a.unit)) return false
  if (a.unit !== b.unit || a.isRough || b.isRough || a.value === b.value) return false
  if (members[a.sentence.member]?.group === members[b.sentence.member]?.group) return false
  if (Math.abs(a.value - b.value) / Math.max(a.value, b.value) <= tolerance) return false
  if (a.isCumulative && a.value / Math.max(b.value, 1) > largestGap) return false
  // Texts come in order of publication, so `b` is the later one.
  if (a.isCumulative && b.value > a.value) return false
  const hours = Math.abs(timeOf(b, texts) - timeOf(a, texts)) / 3_600_000
  // Dated by the day alone, neither is known to be the later one.
  if (a.isCumulative && hours === 0) return false
  if (hours > (a.isCumulative ? sameMomentHours : settledHours)) return false
  return haveSamePlace(a, b) && sharedCount(a.sentence.stems, b.sentence.stems) >= minSharedStems
}

function timeOf({ sentence }: Reading, texts: readonly MemberText[]): number {
  return Date.parse(texts[sentence.member]?.input.document.publishedAt ?? '')
}

function differenceOf(
  a: Reading,
  b: Reading,
  texts: readonly MemberText[],
  members: readonly Member[],
): Difference | undefined {
  const inA = texts[a.sentence.member]?.input.document
  const inB = texts[b.sentence.member]?.input.document
  if (!inA || !inB) return undefined
  const nameA = members[a.sentence.member]?.sourceName ?? ''
  const nameB = members[b.sentence.member]?.sourceName ?? ''
  return {
    kind: 'figures',
    a: { speaker: nameA, citation: cite(inA, a.sentence.span) },
    b: { speaker: nameB, citation: cite(inB, b.sentence.span) },
    why: `${a.unit}: ${nameA} gives ${a.value}, ${nameB} gives ${b.value}, at the same time.`,
  }
}
