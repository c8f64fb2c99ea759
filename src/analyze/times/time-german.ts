import { abstention, anyOf, type CalendarWords, meaningsOf, wholly, wordRules } from './time-languages.ts'
import type { RuleSet, TimeRule } from './time-rules.ts'

const months = [
  ['januar', 'jänner', 'jan.'],
  ['februar', 'feber', 'feb.'],
  ['märz'],
  ['april', 'apr.'],
  ['mai'],
  ['juni'],
  ['juli'],
  ['august', 'aug.'],
  ['september', 'sept.', 'sep.'],
  ['oktober', 'okt.'],
  ['november', 'nov.'],
  ['dezember', 'dez.'],
]
const weekdays = [
  ['sonntag'],
  ['montag'],
  ['dienstag'],
  ['mittwoch'],
  ['donnerstag'],
  ['freitag'],
  ['samstag', 'sonnabend'],
]
const numerals = [
  ['null'],
  ['ein', 'eine', 'einem', 'einer', 'einen'],
  ['zwei'],
  ['drei'],
  ['vier'],
  ['fünf'],
  ['sechs'],
  ['sieben'],
  ['acht'],
  ['neun'],
  ['zehn'],
  ['elf'],
  ['zwölf'],
]

const words: CalendarWords = {
  months,
  weekdays,
  numerals,
  units: { hour: /^stunde/i, day: /^tag/i, week: /^woche/i, month: /^monat/i, year: /^jahr/i },
  parts: [
    [/^(?:morgen|vormittag|früh)/i, 'TMO'],
    [/^mittag/i, 'TMI'],
    [/^nachmittag/i, 'TAF'],
    [/^abend/i, 'TEV'],
    [/^nacht/i, 'TNI'],
  ],
  last: /^(?:letzt|vergangen|vorig)/i,
  next: /^(?:nächst|kommend)/i,
  clauseEnd: /[,;:.!?–—„“”»«"]|(?<!\p{L})(?:und|aber|doch|während|nachdem)(?!\p{L})/giu,
  future:
    /(?<!\p{L})(?:wird|werden|werde|würden?|soll|sollen|sollte|will|wollen|möchten?|muss|müssen|kann|geplant|vorgesehen|angesetzt|erwartet|anberaumt|beginnt|startet|endet|tagt|bleibt|bleiben|rechnet)(?!\p{L})/giu,
  past: /(?<!\p{L})(?:war|waren|hat|haben|habe|hatten?|ist|sind|sei|wurden?|worden|gab|kam|kamen|fand|\p{Ll}{2,}t(?:e|en))(?!\p{L})/gu,
  ahead: /(?<!\p{L})(?:bis|bis zum|bis zu|zum|ab|ab dem|spätestens(?: am)?)\s+$/iu,
}

const month = anyOf(months).replaceAll('.', '\\.')
const weekday = anyOf(weekdays)
const number = `\\d{1,3}|${anyOf(numerals)}`
const year = '(?:1[5-9]|20)\\d\\d'
const date = '(?:0?[1-9]|[12]\\d|3[01])\\.'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const ending = '(?:e[mnrs]?)?'
const near = `(?<modifier>(?:letzt|vergangen|vorig|nächst|kommend|dies)${ending})\\s+`
const since = '(?:(?<since>seit)\\s+(?:dem\\s+)?)?'
const part = '(?<part>morgen|vormittag|mittag|nachmittag|abend|nacht|früh)'
const edge = '(?:Anfang|Mitte|Ende)\\s+'

const rule = wordRules()
const cased = wordRules('', 'gu')
const means = meaningsOf(words)

const rules: readonly TimeRule[] = [
  // Seasons and decades are not vouched for, nor is `bis heute`, nor are ages.
  abstention(
    rule(`(?:(?:Frühling|Frühjahr|Sommer|Herbst|Winter)(?:\\s+${year})?|(?:19|20)?\\d0er[- ]Jahren?)`, () => undefined),
  ),
  abstention(rule(`(?:bis\\s+heute|(?:${number})[- ]Jahre\\s+alt|guten\\s+(?:Morgen|Abend|Tag))`, () => undefined)),
  rule(
    `(?:vom\\s+|zwischen\\s+dem\\s+|(?:am|den|der)\\s+)?(?<date>${day})\\.(?:\\s+(?<month>${month}))?\\s*(?:bis(?:\\s+zum)?|und(?:\\s+dem)?|[-–/])\\s*(?<date2>${day})\\.\\s*(?<month2>${month})(?:\\s+(?<year>${year}))?`,
    (groups, scene) => means.range({ ...groups, month: groups.month ?? groups.month2 }, scene),
  ),
  rule(`(?<date>${day})\\.\\s?(?<m>0?[1-9]|1[0-2])\\.\\s?(?<year>${year})`, means.numeric),
  wholly(
    rule(
      `${since}(?:(?:${weekday})(?:,\\s*|\\s+)(?:(?:dem|den|der)\\s+)?)?(?<date>${date})\\s*(?<month>${month})(?:\\s+(?:des\\s+Jahres\\s+)?(?<year>${year}))?`,
      (groups, scene) => means.exact({ ...groups, date: groups.date?.replace('.', '') }, scene),
    ),
  ),
  rule(`${since}(?:${edge})?(?<month>${month})\\s+(?<year>${year})`, means.month),
  rule(
    `(?:im|in|(?<ahead>ab|bis)|(?<since>seit)|von|vor|nach|Anfang|Mitte|Ende)\\s+(?:${edge})?(?:${near})?(?<month>${month})(?:\\s+(?<yearModifier>letzten|vergangenen|vorigen|nächsten|kommenden|dieses)\\s+Jahres)?`,
    means.month,
  ),
  rule(`(?<month>${month})`, (groups, scene) => (isListed(scene.before) ? means.month(groups, scene) : undefined)),
  rule(
    `(?:in\\s+der\\s+)?Nacht\\s+(?:zum|auf(?:\\s+den)?|von\\s+(?:${weekday})\\s+auf)\\s+(?<weekday>${weekday})`,
    means.nightBefore,
  ),
  rule(`${since}(?:${near})?(?<weekday>${weekday})${part.replace('>', '>\\s?')}?`, (groups, scene) =>
    means.weekday({ ...groups, part: groups.part?.trim() }, scene),
  ),
  rule('vorgestern', means.fromToday(-2)),
  rule('übermorgen', means.fromToday(2)),
  rule(`${since}gestern(?:\\s+${part})?`, means.fromToday(-1)),
  rule(`${since}heute(?:\\s+${part})?`, means.fromToday(0)),
  cased(`morgen(?:\\s+(?<part>[Ff]rüh|Vormittag|Mittag|Nachmittag|Abend|Nacht))?`, means.fromToday(1)),
  cased('Morgen', (groups, scene) => (/\p{L}/u.test(scene.before) ? undefined : means.fromToday(1)(groups, scene))),
  rule(
    '(?:am\\s+)?(?:(?<modifier>letztes|vergangenes|nächstes|kommendes|dieses|vergangenen|kommenden|nächsten)\\s+)?Wochenende',
    means.weekend,
  ),
  rule(`(?:in\\s+|im\\s+)?(?:der\\s+|den\\s+|des\\s+)?${near}(?<period>Woche|Monats?|Jahr(?:es)?)`, means.period),
  rule(
    `vor\\s+(?:etwa\\s+|rund\\s+|gut\\s+|knapp\\s+|fast\\s+|mehr\\s+als\\s+)?(?<count>${number})\\s+(?<unit>Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)`,
    means.distance(-1),
  ),
  rule(
    `in\\s+(?:etwa\\s+|rund\\s+|gut\\s+|knapp\\s+)?(?<count>${number})\\s+(?<unit>Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)`,
    means.distance(1),
  ),
  rule(
    `(?<count>${number})\\s+(?<unit>Stunden?|Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)(?:\\s+lang)?`,
    means.duration,
  ),
  rule(`(?:zwischen|von)\\s+(?<year>${year})\\s+(?:und|bis)\\s+(?<year2>${year})`, means.yearRange),
  rule(`(?<year>${year})[-–](?<year2>${year})`, means.yearRange),
  rule(
    `(?:(?<since>seit)\\s+)?(?:(?:im|dem|vom|zum|das|des)\\s+)?(?:Jahr(?:es)?|Anfang|Mitte|Ende|seit|ab|bis)\\s+(?<year>${year})`,
    means.year,
  ),
  cased(
    `(?<![\\d.,:/-]\\s?)(?<year>${year})(?![.,:/–-]\\d|\\s*[%€°]|\\s+(?:\\p{Lu}|km|m|kg|cm|ha)(?!\\p{L}*te))`,
    means.year,
  ),
  rule(
    '(?:(?:um|gegen|ab|bis|von|nach|vor|kurz nach|kurz vor)\\s+)?(?<hour>[01]?\\d|2[0-4])(?:[.:](?<minute>[0-5]\\d))?\\s+Uhr(?:\\s+(?<minute2>[0-5]\\d)(?!\\.?\\d))?',
    (groups) => means.clock({ ...groups, minute: groups.minute ?? groups.minute2 }),
  ),
]

/** `im Mai und Juni`: a month right after another. */
function isListed(before: string): boolean {
  return new RegExp(`(?:${month})(?:\\s+und|,|\\s+bis|\\s+oder)\\s+$`, 'iu').test(before.slice(-24))
}

/** German: dates, weekdays, months, and the common ways to count from today. */
export const german: RuleSet = {
  trigger:
    /\d|tag|mittwoch|abend|gestern|heute|morgen|woche|monat|jahr|stunde|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember/iu,
  rules,
}
