import { dayOf, isoDay, nearestYear } from './time-calendar.ts'
import { dateValue, type Groups, type Scene, type TimeValue } from './time-rules.ts'
import { isFuture } from './time-tense.ts'

/** Feasts that fall on one date wherever English is written; those that move or differ by country are left alone. */
const dates: Readonly<Record<string, readonly [month: number, date: number]>> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  halloween: [10, 31],
  "valentine's day": [2, 14],
}

/** The pattern of their names. */
export const holiday = "(?:Christmas (?:Day|Eve)|Boxing Day|New Year['’]s (?:Day|Eve)|Halloween|Valentine['’]s Day)"

/** `Christmas Day`, `New Year's Eve 2019`; without a year the nearest, as for any date. */
export function resolveHoliday({ holiday: name, year }: Groups, scene: Scene): TimeValue | undefined {
  const [month, date] = dates[(name ?? '').toLowerCase().replace('’', "'")] ?? []
  if (month === undefined || date === undefined) return undefined
  const day = year ? dayOf(Number(year), month, date) : nearestYear(scene.anchor, month, date, isFuture(scene))
  return day === undefined ? undefined : dateValue(isoDay(day))
}
