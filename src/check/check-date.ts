import type { TimeExpression } from '../core/annotation.ts'
import { type Finding, wrong } from './finding.ts'
import type { Passage } from './read-passage.ts'

/** Each time of a claim is one of those of the cited sentences, as resolved against the day of their own article. */
export function checkDate(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(({ times }) => times)
  for (const { time, text } of claim.units)
    if (time && !there.some((each) => isSameTime(time, each)))
      return wrong('date', `The time “${text}” is not that of a cited sentence.`)
  return undefined
}

/** The same time, or the month or year that a day of the sentence lies in. */
export function isSameTime(claimed: TimeExpression, stated: TimeExpression): boolean {
  if (claimed.value === stated.value) return claimed.until === stated.until
  if (claimed.until !== undefined || stated.until !== undefined) return false
  return (
    /^\d{4}(?:-\d\d){0,2}$/.test(claimed.value) &&
    stated.value.startsWith(`${claimed.value}${claimed.value.length === 10 ? 'T' : '-'}`)
  )
}
