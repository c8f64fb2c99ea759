import { endsTerm, isDone, isFuture } from './english-tense.ts'
import { type Day, dayOf, nearestYear, yearOf } from './time-calendar.ts'
import type { Scene } from './time-rules.ts'

/** The day of `May 3`: the nearest that its clause allows, and none where it may as well be of another year. */
export function dayWithoutYear(month: number, date: number, scene: Scene): Day | undefined {
  if (month === 9 && date === 11 && isOf2001(scene)) return dayOf(2001, month, date)
  const { anchor } = scene
  const near = nearestYear(anchor, month, date)
  const next = nearestYear(anchor, month, date, true)
  if (near === undefined || next === undefined) return near
  if (isFuture(scene)) return next - anchor > lookahead ? near : next
  const isAhead = near > anchor
  const isOld = isAhead || anchor - near > oldDays
  // The year of a day that an attack is named after follows only from the attack's own date.
  if (isOld && calledAfterDay.test(scene.after)) return undefined
  if (isAhead) return justDone.test(scene.before) ? dayOf(yearOf(near) - 1, month, date) : near
  if (anchor - near > freshDays && endsTerm(scene)) return next
  return isOld && !isDone(scene) ? undefined : near
}

const freshDays = 60
const oldDays = 150
/** `was sworn in on`, `occurred on the night of`. */
const justDone =
  /(?<!\p{L})(?:(?:was|were) (?!due |set |to )\p{L}+|occurred|happened|took place|died)(?: \p{L}+){0,3} on (?:the \p{L}+ of )?$/u
/** A clause that seems to speak of a day almost a year ahead speaks of the one just past. */
const lookahead = 335
const calledAfterDay =
  /^\s+(?:[\p{L}-]+\s+){0,2}?(?:attacks?|bombings?|shootings?|massacres?|riots?|insurrection|coup|uprising|earthquake|siege|assaults?|blasts?)\b/iu

/** The last such date up to a day: `since May 3`. */
export function latestBefore(month: number, date: number, anchor: Day): Day | undefined {
  const year = yearOf(anchor)
  return [year, year - 1].flatMap((each) => dayOf(each, month, date) ?? []).find((day) => day <= anchor)
}

/** The attacks of that day are called after it, without a year, ever since. */
function isOf2001({ before, after, anchor }: Scene): boolean {
  if (yearOf(anchor) < 2001) return false
  return (
    /^,?\s+(?:terror\p{L}*\s+)?(?:attacks|hijack\p{L}+|commission|terror\p{L}*)\b/iu.test(after) ||
    /\battacks\s+of\s+$/iu.test(before)
  )
}
