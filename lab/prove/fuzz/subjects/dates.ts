import { readDate } from '../../../../src/extract/facts/read-date.ts'
import { timeOf } from '../../../../src/feeds/links/saved-link.ts'
import { parseFeedDate } from '../../../../src/feeds/reading/parse-date.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject, Tried } from '../subject.ts'
import { timesOfWords } from '../times-of-words.ts'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  date: ['{written}', '{iso}', '{mail}', '{phrase}', '{date}{tail}', '{word} {date}', '{iso}/{iso}', '{number}'],
  written: [
    '{d} {month} {y}',
    '{month} {d}, {y} {clock}',
    '{d}. {month} {y} {clock} {zone}',
    '{d} de {month} de {y}',
    '{y} {month} {d}',
    '{d}{ordinal} of {month}, {y}',
  ],
  iso: [
    '{y}-{m}-{d}T{clock}{zone}',
    '{y}{m}{d}',
    '{y}/{m}/{d}',
    '{y}-{m}',
    '{y}-W{m}-{number}',
    '{y}-{d}{d}',
    '{d}/{m}/{y}',
    '{d}.{m}.{y}',
    '-{y}-{m}-{d}',
    '+{y}{y}-{m}-{d}T00:00:00Z',
    '{y}-{m}-{d} {clock}{zone}',
  ],
  mail: ['{weekday}, {d} {month} {y} {clock} {zone}', '{weekday} {month} {d} {clock} {zone} {y}', '{d}-{month}-{y}'],
  phrase: [
    'last {weekday}',
    'in {number} {unit}',
    '{number} {unit} ago',
    'the end of {month}',
    'between {date} and {date}',
    'by {clock} {zone} on {weekday}',
    'am {d}. {month}',
    'le {d} {month} {y} à {clock}',
    'el {d} de {month}',
    'يوم {weekday} {d} {month} {y}',
    'from {y} to {y}',
    'Christmas Day {y}',
    'every {weekday}',
  ],
  ordinal: ['st', 'nd', 'rd', 'th', 'er', 'º'],
  weekday: ['Mon', 'Monday', 'Thu', 'lundi', 'Dienstag', 'sábado', 'الاثنين', 'Xyz', ''],
  month: ['Jan', 'January', 'février', 'März', 'mayo', 'يونيو', 'كانون الثاني', 'júlia', 'Dec.', '13', 'Feb', ''],
  d: ['1', '01', '29', '30', '31', '32', '0', '99', '٣'],
  m: ['01', '02', '12', '13', '00', '2', '٠٣'],
  y: ['2026', '1970', '26', '0', '0000', '0001', '9999', '10000', '99999', '1899', '2100', '275760', '٢٠٢٦', '-271821'],
  clock: ['12:00', '24:00', '23:59:60', '9h05', '9.05 pm', '00:00:00.123456789', '12:60', '25:61:61', '1:2', 'noon'],
  zone: ['Z', 'GMT', 'EST', '+0200', '+02:00', '-24:00', '+99:99', '+1', 'CEST', '(PDT)', 'BST+1', '+14:00', ''],
  unit: ['days', 'weeks', 'months', 'years', 'minutes', 'semaines', 'Tagen', 'decades', 'centuries'],
  tail: [' at {clock}', ' ({zone})', ', updated {date}', ' · {word}', '\n', ' '],
}

/** ISO 8601 in UTC, of a year from 1 to 9999: the form that sorts as it is written. */
const stored = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Dates of feeds, of pages, of exports, and phrases of time in a text. */
export const subject: Subject = {
  seeds: [
    'Thu, 01 Jan 2004 19:48:21 +0200',
    '2004-01-01T19:48:21.5+02:00',
    'January 4th, 2004 4:29 PM EST',
    '2004년 05월 28일 01:31:15',
    '12 mars 2026 à 9h05',
    '٣ يونيو ٢٠٢٦',
    'The vote is due on Monday, 3 March, at 9:30 a.m. GMT, two weeks after the strike began in 2024.',
    'Le 14 juillet dernier, trois jours avant la fin du mois.',
    'Am 3. Oktober um 14 Uhr, vor zwei Wochen und bis Ende 2027.',
    '1234567890123',
  ],
  tokens: ['-', ':', '/', 'T', 'Z', '+', '00', '9999', '99999', ' Feb 31 ', ' GMT', '\u200f', '٩', ' ago', ' of '],
  grow: (random) => growBy(rules, random, 'date'),
  attempt(bytes) {
    const text = new TextDecoder().decode(bytes)
    const read = () => [
      parseFeedDate(text),
      readDate(text)?.iso,
      readDate(text, 'day-first')?.iso,
      readDate(text, 'month-first')?.iso,
      timeOf(text),
    ]
    const times = read()
    const isRead = times.some((time) => time !== undefined)
    return { isRead, wrong: wrongWith(times, read()) ?? timesOfWords(text) } satisfies Tried
  },
}

function wrongWith(times: readonly (string | undefined)[], again: readonly (string | undefined)[]): string | undefined {
  if (times.join() !== again.join()) return 'is read otherwise the second time'
  const [feed, ...others] = times
  if (feed !== undefined && !stored.test(feed)) return `is ${feed}, which does not sort`
  if (feed !== undefined && parseFeedDate(feed) !== feed)
    return `is ${feed}, and that is read as ${parseFeedDate(feed)}`
  for (const time of others) {
    const year = time === undefined ? 2000 : new Date(time).getUTCFullYear()
    if (!(year >= 1989 && year <= 2200)) return `is ${time}`
  }
  return undefined
}
