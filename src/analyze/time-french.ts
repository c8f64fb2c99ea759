import {
  type Day,
  dayOf,
  isoDay,
  isoMonth,
  isoWeek,
  monthOf,
  nearestYear,
  weekdayBack,
  weekdayForward,
  yearOf,
} from './time-calendar.ts'
import { dateValue, type Groups, type RuleSet, type Scene, type TimeRule, type TimeValue } from './time-rules.ts'

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const numerals = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
]

const month = months.join('|')
const weekday = weekdays.join('|')
const year = '(?:1[5-9]|20)\\d\\d'
const number = `\\d{1,3}|une|${numerals.slice(1).join('|')}`
// \\b knows no accents: these do.
const from = '(?<![\\p{L}\\p{N}])'
const to = '(?![\\p{L}\\p{N}])'

const futureWords =
  /(?<!\p{L})(?:aura|auront|sera|seront|doit|doivent|devra|devrait|prévue?s?|va|vont|\p{L}{3,}(?:era|eront|ira|iront))(?!\p{L})/iu

function indexIn(names: readonly string[], name: string | undefined): number {
  return names.indexOf((name ?? '').toLowerCase())
}

function numberOf(text: string | undefined): number | undefined {
  const word = (text ?? '').toLowerCase()
  if (/^\d+$/.test(word)) return Number(word)
  const index = word === 'une' ? 1 : numerals.indexOf(word)
  return index < 0 ? undefined : index
}

function exactDay(groups: Groups, { anchor }: Scene, dateKey: string): Day | undefined {
  const date = Number.parseInt(groups[dateKey] ?? '', 10)
  const monthOfYear = indexIn(months, groups.month) + 1
  return groups.year ? dayOf(Number(groups.year), monthOfYear, date) : nearestYear(anchor, monthOfYear, date)
}

function resolveExact(groups: Groups, scene: Scene): TimeValue | undefined {
  const day = exactDay(groups, scene, 'date')
  return day === undefined ? undefined : dateValue(isoDay(day), groups.since ? '..' : undefined)
}

function resolveRange(groups: Groups, scene: Scene): TimeValue | undefined {
  const first = exactDay(groups, scene, 'date')
  const last = exactDay(groups, scene, 'date2')
  return first === undefined || last === undefined || last < first ? undefined : dateValue(isoDay(first), isoDay(last))
}

function resolveMonth(groups: Groups, scene: Scene): TimeValue {
  const { anchor } = scene
  const monthOfYear = indexIn(months, groups.month) + 1
  const until = groups.since ? '..' : undefined
  if (groups.year) return dateValue(isoMonth(Number(groups.year), monthOfYear), until)
  const isNext = /prochain/i.test(groups.modifier ?? '') || futureWords.test(scene.before.slice(-60))
  const current = monthOf(anchor)
  const shift = isNext ? (monthOfYear < current ? 1 : 0) : monthOfYear > current ? -1 : 0
  return dateValue(isoMonth(yearOf(anchor) + shift, monthOfYear), until)
}

function resolveWeekday({ weekday: name, modifier, part }: Groups, scene: Scene): TimeValue {
  const wanted = indexIn(weekdays, name)
  const { anchor } = scene
  const word = (modifier ?? '').toLowerCase()
  const isFuture = futureWords.test(scene.before.slice(-60)) || /d['’]ici (?:à )?$/iu.test(scene.before)
  const day =
    word === 'dernier'
      ? weekdayBack(anchor - 1, wanted)
      : word === 'prochain'
        ? weekdayForward(anchor + 1, wanted)
        : isFuture
          ? weekdayForward(anchor, wanted)
          : weekdayBack(anchor, wanted)
  const parts: Readonly<Record<string, string>> = { matin: 'TMO', 'après-midi': 'TAF', soir: 'TEV' }
  const suffix = parts[(part ?? '').toLowerCase()]
  return suffix ? { kind: 'time', value: isoDay(day) + suffix } : dateValue(isoDay(day))
}

function resolvePeriod({ period, modifier }: Groups, { anchor }: Scene): TimeValue {
  const shift = /derni|passé/iu.test(modifier ?? '') ? -1 : /prochain/iu.test(modifier ?? '') ? 1 : 0
  const word = (period ?? '').toLowerCase()
  if (word === 'semaine') return dateValue(isoWeek(anchor + 7 * shift))
  if (word === 'mois') return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + shift))
  return dateValue(String(yearOf(anchor) + shift))
}

function resolveAgo({ count, unit }: Groups, { anchor }: Scene): TimeValue | undefined {
  const amount = numberOf(count)
  if (amount === undefined) return undefined
  const word = (unit ?? '').toLowerCase()
  if (word.startsWith('jour')) return dateValue(isoDay(anchor - amount))
  if (word.startsWith('semaine')) return dateValue(isoWeek(anchor - 7 * amount))
  if (word === 'mois') return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) - amount))
  return dateValue(String(yearOf(anchor) - amount))
}

function resolveDuration({ count, unit }: Groups): TimeValue | undefined {
  const amount = numberOf(count)
  const word = (unit ?? '').toLowerCase()
  if (amount === undefined) return undefined
  if (word.startsWith('heure')) return { kind: 'duration', value: `PT${amount}H` }
  if (word.startsWith('jour')) return { kind: 'duration', value: `P${amount}D` }
  if (word.startsWith('semaine')) return { kind: 'duration', value: `P${amount}W` }
  return { kind: 'duration', value: word === 'mois' ? `P${amount}M` : `P${amount}Y` }
}

function resolveWeekend({ modifier }: Groups, { anchor }: Scene): TimeValue {
  const saturday = /prochain/iu.test(modifier ?? '') ? weekdayForward(anchor + 1, 6) : weekdayBack(anchor, 6)
  return dateValue(isoDay(saturday), isoDay(saturday + 1))
}

function resolveClock({ hour, minute }: Groups): TimeValue | undefined {
  return Number(hour) > 23 ? undefined : { kind: 'time', value: `T${(hour ?? '').padStart(2, '0')}:${minute || '00'}` }
}

const rule = (source: string, resolve: TimeRule['resolve']): TimeRule => ({
  pattern: new RegExp(from + source + to, 'giu'),
  resolve,
})

const since = '(?:(?<since>depuis)\\s+(?:le\\s+)?)?'
const date = '(?:1er|[12]\\d|3[01]|[1-9])'

const rules: readonly TimeRule[] = [
  {
    ...rule(
      `(?:(?:cet\\s+|l['’])(?:été|automne|hiver)|(?:ce\\s+|le\\s+|au\\s+)printemps|exercice)(?:\\s+${year})?`,
      () => undefined,
    ),
    isAbstention: true,
  },
  rule(
    `(?:du\\s+)?(?<date>${date})\\s*(?:au|[-–])\\s*(?<date2>${date})\\s+(?<month>${month})(?:\\s+(?<year>${year}))?`,
    resolveRange,
  ),
  rule(`${since}(?:(?:${weekday})\\s+)?(?<date>${date})\\s+(?<month>${month})(?:\\s+(?<year>${year}))?`, resolveExact),
  rule(`${since}(?<month>${month})\\s+(?<year>${year})`, resolveMonth),
  rule(
    `(?:en|depuis|fin|début|mi-|courant|au mois de|d['’]ici)\\s*(?<month>${month})(?:\\s+(?<modifier>dernier|prochain))?`,
    resolveMonth,
  ),
  rule(`(?<month>${month})\\s+(?<modifier>dernier|prochain)`, resolveMonth),
  rule(
    `(?<weekday>${weekday})(?:\\s+(?<modifier>dernier|prochain))?(?:\\s+(?<part>matin|après-midi|soir))?`,
    resolveWeekday,
  ),
  rule('avant-hier', (_, { anchor }) => dateValue(isoDay(anchor - 2))),
  rule('après-demain', (_, { anchor }) => dateValue(isoDay(anchor + 2))),
  rule('hier', (_, { anchor }) => dateValue(isoDay(anchor - 1))),
  rule("aujourd['’]hui", (_, { anchor }) => dateValue(isoDay(anchor))),
  rule('demain', (_, { anchor }) => dateValue(isoDay(anchor + 1))),
  rule('(?:ce|le|du)\\s+week-end(?:\\s+(?<modifier>dernier|prochain))?', resolveWeekend),
  rule(
    "(?:la|le|l['’])\\s*(?<period>semaine|mois|an|année)\\s+(?<modifier>derni[eè]re?|passée?|prochaine?)",
    resolvePeriod,
  ),
  rule('cette\\s+(?<period>semaine|année)|ce\\s+(?<period2>mois)-ci', (groups, scene) =>
    resolvePeriod({ period: groups.period ?? groups.period2 }, scene),
  ),
  rule(
    `il y a\\s+(?:environ\\s+|près de\\s+|plus de\\s+)?(?<count>${number})\\s+(?<unit>jours?|semaines?|mois|ans?|années?)`,
    resolveAgo,
  ),
  rule(`(?<count>${number})\\s+(?<unit>heures|jours?|semaines?|mois|ans|années?)`, resolveDuration),
  rule(`(?:entre\\s+|de\\s+)(?<year>${year})\\s+(?:et|à)\\s+(?<year2>${year})`, ({ year: first, year2 }) =>
    Number(year2) > Number(first) ? dateValue(first as string, year2) : undefined,
  ),
  rule(`${since}(?:en\\s+)?(?<year>${year})`, ({ year: value, since: open }) =>
    dateValue(value as string, open ? '..' : undefined),
  ),
  rule('(?<hour>\\d{1,2})\\s?h\\s?(?<minute>[0-5]\\d)?', resolveClock),
]

/** French: dates, weekdays, months, and the common ways to count from today. */
export const french: RuleSet = {
  trigger:
    /\d|lundi|mardi|jeudi|vendredi|samedi|dimanche|mercredi|hier|demain|aujourd|week-end|jour|semaine|mois|\ban|heure|janv|févr|mars|avril|mai|juin|juil|août|bre/iu,
  rules,
}
