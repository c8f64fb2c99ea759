import type { TimeExpression } from '../core/annotation.ts'
import { type Finding, wrong } from './finding.ts'
import type { Passage } from './read-passage.ts'

/** Each time in a claim must be a time in the cited sentences, as resolved against the date of their own article. */
export function checkDate(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(({ times }) => times)
  for (const { time, text } of claim.units)
    if (
      time &&
      !isWordForWord(text, claim, cited) &&
      (!there.some((each) => isSameTime(time, each)) || !isItsDay(text, time))
    )
      return wrong('date', `The time “${text}” isn’t in any cited sentence.`)
  return undefined
}

/** `Wednesday` at the start may resolve to another day; but the same word in the same article means the same. */
export function isWordForWord(words: string, claim: Passage, cited: readonly Passage[]): boolean {
  const day = claim.source.document.publishedAt
  return cited.some(
    ({ units, source }) =>
      source.document.publishedAt === day && units.some(({ time, text }) => time && text === words),
  )
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** `Friday, Aug. 19, 2018` must be a Friday: a named weekday has to match the date. */
function isItsDay(text: string, { value }: TimeExpression): boolean {
  const named = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\b/i.exec(text)
  if (!named || !/^\d{4}-\d\d-\d\d/.test(value) || !/\d/.test(text)) return true
  return days[new Date(`${value.slice(0, 10)}T12:00:00Z`).getUTCDay()] === named[1]?.slice(0, 3).toLowerCase()
}

/** The same time, or the month or year that contains the stated day. */
export function isSameTime(claimed: TimeExpression, stated: TimeExpression): boolean {
  if (claimed.value === stated.value) return claimed.until === stated.until
  if (claimed.until !== undefined || stated.until !== undefined) return false
  return (
    /^\d{4}(?:-\d\d){0,2}$/.test(claimed.value) &&
    stated.value.startsWith(`${claimed.value}${claimed.value.length === 10 ? 'T' : '-'}`)
  )
}
