import { ownValue } from '../../core/own-value.ts'

/**
 * Month names in feeds, in lower case, with the number of the month: English, German, French, Spanish, Italian, Dutch, Portuguese,
 * Hungarian, Greek, Russian and Arabic; in full and as abbreviated by the big publishing systems.
 */
const MONTH_NAMES = [
  'jan january januar jänner janvier janv enero ene gennaio januari janeiro január ιαν января янв يناير',
  'feb february februar février févr fév febrero febbraio februari fevereiro február február φεβ февраля фев فبراير',
  'mar march märz mär mrz mars marzo maart mrt março március μαρ μάρ μάώ μαώ марта мар مارس',
  'apr april avril avr abril abr aprile április απρ апреля апр أبريل',
  'may mai mayo maggio mei maio május μάι μαϊ μαι μαΐ мая май مايو',
  'jun june juni juin junio giugno junho június ιούν ιον июня июн يونيو',
  'jul july juli juillet juil julio luglio julho július ιούλ ιολ июля июл يوليو',
  'aug august août agosto ago augustus augusztus αύγ αυγ августа авг أغسطس',
  'sep sept september septembre septiembre settembre setembro szeptember σεπ сентября сен سبتمبر',
  'oct october oktober okt octobre octubre ottobre outubro október οκτ октября окт أكتوبر',
  'nov november novembre noviembre novembro νοέ νοε ноября ноя нояб نوفمبر',
  'dec december dezember dez décembre déc diciembre dic dicembre dezembro δεκ декабря дек ديسمبر',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name.normalize('NFC'), index + 1]),
  ),
)

/** Offset from UTC in hours by abbreviation, in lower case: RFC 822, military letters that feeds use, and common regional ones. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  bst: 1,
  met: 1,
  mest: 2,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ast: -4,
  adt: -3,
  at: -4,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  ist: 5.5,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  a: -1,
  m: -12,
  n: 1,
  y: 12,
}

/** The number of a month, 1 to 12, from its name or its first three letters. */
export function monthOf(name: string): number | undefined {
  const plain = MONTHS.get(name.toLowerCase())
  if (plain !== undefined) return plain
  const word = name.normalize('NFC').toLowerCase()
  return MONTHS.get(word) ?? MONTHS.get(word.slice(0, 3))
}

/** Minutes east of UTC of `+0200`, `GMT-5`, `EST`; 0 for an unknown zone, undefined for an invalid offset. */
export function zoneMinutes(zone: string | undefined): number | undefined {
  if (!zone || zone === 'GMT' || zone === 'Z') return 0
  const word = zone
    .toLowerCase()
    .replace(/^etc\//, '')
    .replace(/^(?:gmt|utc|ut)(?=[+-])/, '')
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(word)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  if (/^[+-]/.test(word)) return undefined
  return (ownValue(ZONE_HOURS, word) ?? 0) * 60
}
