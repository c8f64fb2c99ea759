import { type Day, dayOf, weekdayForward, yearOf } from './time-calendar.ts'

/** Zones that mean one offset, as ISO 8601 writes it. */
const fixed: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
}
/** Zones of the United States whose offset changes with the season: in winter, in summer. */
const seasonal: Readonly<Record<string, readonly [string, string]>> = {
  ET: ['-05:00', '-04:00'],
  PT: ['-08:00', '-07:00'],
}

/**
 * The offset of a zone's name on a day, for `14:00` of `2pm GMT`: `Z`, `-05:00`. Empty for names that stand for several
 * zones (`CST`, `IST`) and for `local time`.
 */
export function zoneOffset(name: string, day: Day): string {
  const [winter, summer] = seasonal[name] ?? []
  if (winter === undefined || summer === undefined) return fixed[name] ?? ''
  return isSummerTime(day) ? summer : winter
}

/** Summer time of the United States since 2007: from the second Sunday of March to the first of November. */
function isSummerTime(day: Day): boolean {
  const year = yearOf(day)
  return day >= weekdayForward(dayOf(year, 3, 8) as Day, 0) && day < weekdayForward(dayOf(year, 11, 1) as Day, 0)
}
