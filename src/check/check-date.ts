import type { TimeExpression } from '../core/annotation.ts'
import { type Finding, wrong } from './finding.ts'
import type { Passage } from './read-passage.ts'

/** Each time of a claim is one of those of the cited sentences, as resolved against the day of their own article. */
export function checkDate(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(({ times }) => times)
  for (const { time, text } of claim.units)
    if (time && (!there.some((each) => isSameTime(time, each)) || !isItsDay(text, time)))
      return wrong('date', `The time “${text}” is not that of a cited sentence.`)
  return undefined
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** `Friday, Aug. 19, 2018` is no Friday: a day that is named is the one the date falls on. */
function isItsDay(text: string, { value }: TimeExpression): boolean {
  const named = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\b/i.exec(text)
  if (!named || !/^\d{4}-\d\d-\d\d/.test(value) || !/\d/.test(text)) return true
  return days[new Date(`${value.slice(0, 10)}T12:00:00Z`).getUTCDay()] === named[1]?.slice(0, 3).toLowerCase()
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
