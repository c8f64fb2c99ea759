import { anyOf, type CalendarWords, type TimeWords } from '../time-words.ts'

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

const calendar: CalendarWords = {
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

/** `im Mai und Juni`: a month right after another. */
const listed = new RegExp(`(?:${month})(?:\\s+und|,|\\s+bis|\\s+oder)\\s+$`, 'iu')

/** German: dates, weekdays, months, and the common ways to count from today. */
export const germanTimes = (): TimeWords => ({
  trigger:
    /\d|tag|mittwoch|abend|gestern|heute|morgen|woche|monat|jahr|stunde|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember/iu,
  calendar,
  counted: /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|gestern|heute)\b/iu,
  phrases: [
    // Seasons and decades are not vouched for, nor is `bis heute`, nor are ages.
    {
      means: 'nothing',
      says: `(?:(?:Frühling|Frühjahr|Sommer|Herbst|Winter)(?:\\s+${year})?|(?:19|20)?\\d0er[- ]Jahren?)`,
    },
    { means: 'nothing', says: `(?:bis\\s+heute|(?:${number})[- ]Jahre\\s+alt|guten\\s+(?:Morgen|Abend|Tag))` },
    {
      means: 'range',
      says: `(?:vom\\s+|zwischen\\s+dem\\s+|(?:am|den|der)\\s+)?(?<date>${day})\\.(?:\\s+(?<month>${month}))?\\s*(?:bis(?:\\s+zum)?|und(?:\\s+dem)?|[-–/])\\s*(?<date2>${day})\\.\\s*(?<month2>${month})(?:\\s+(?<year>${year}))?`,
    },
    { means: 'numeric', says: `(?<date>${day})\\.\\s?(?<m>0?[1-9]|1[0-2])\\.\\s?(?<year>${year})` },
    {
      means: 'exact',
      isWhole: true,
      says: `${since}(?:(?:${weekday})(?:,\\s*|\\s+)(?:(?:dem|den|der)\\s+)?)?(?<date>${date})\\s*(?<month>${month})(?:\\s+(?:des\\s+Jahres\\s+)?(?<year>${year}))?`,
    },
    { means: 'month', says: `${since}(?:${edge})?(?<month>${month})\\s+(?<year>${year})` },
    {
      means: 'month',
      says: `(?:im|in|(?<ahead>ab|bis)|(?<since>seit)|von|vor|nach|Anfang|Mitte|Ende)\\s+(?:${edge})?(?:${near})?(?<month>${month})(?:\\s+(?<yearModifier>letzten|vergangenen|vorigen|nächsten|kommenden|dieses)\\s+Jahres)?`,
    },
    { means: 'month', after: listed, says: `(?<month>${month})` },
    {
      means: 'nightBefore',
      says: `(?:in\\s+der\\s+)?Nacht\\s+(?:zum|auf(?:\\s+den)?|von\\s+(?:${weekday})\\s+auf)\\s+(?<weekday>${weekday})`,
    },
    { means: 'weekday', says: `${since}(?:${near})?(?<weekday>${weekday})(?:\\s?${part})?` },
    { means: { days: -2 }, says: 'vorgestern' },
    { means: { days: 2 }, says: 'übermorgen' },
    { means: { days: -1 }, says: `${since}gestern(?:\\s+${part})?` },
    { means: { days: 0 }, says: `${since}heute(?:\\s+${part})?` },
    {
      means: { days: 1 },
      isCased: true,
      says: `morgen(?:\\s+(?<part>[Ff]rüh|Vormittag|Mittag|Nachmittag|Abend|Nacht))?`,
    },
    { means: { days: 1 }, after: /^[^\p{L}]*$/u, isCased: true, says: 'Morgen' },
    {
      means: 'weekend',
      says: '(?:am\\s+)?(?:(?<modifier>letztes|vergangenes|nächstes|kommendes|dieses|vergangenen|kommenden|nächsten)\\s+)?Wochenende',
    },
    {
      means: 'period',
      says: `(?:in\\s+|im\\s+)?(?:der\\s+|den\\s+|des\\s+)?${near}(?<period>Woche|Monats?|Jahr(?:es)?)`,
    },
    {
      means: 'ago',
      says: `vor\\s+(?:etwa\\s+|rund\\s+|gut\\s+|knapp\\s+|fast\\s+|mehr\\s+als\\s+)?(?<count>${number})\\s+(?<unit>Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)`,
    },
    {
      means: 'hence',
      says: `in\\s+(?:etwa\\s+|rund\\s+|gut\\s+|knapp\\s+)?(?<count>${number})\\s+(?<unit>Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)`,
    },
    {
      means: 'duration',
      says: `(?<count>${number})\\s+(?<unit>Stunden?|Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?)(?:\\s+lang)?`,
    },
    { means: 'yearRange', says: `(?:zwischen|von)\\s+(?<year>${year})\\s+(?:und|bis)\\s+(?<year2>${year})` },
    { means: 'yearRange', says: `(?<year>${year})[-–](?<year2>${year})` },
    {
      means: 'year',
      says: `(?:(?<since>seit)\\s+)?(?:(?:im|dem|vom|zum|das|des)\\s+)?(?:Jahr(?:es)?|Anfang|Mitte|Ende|seit|ab|bis)\\s+(?<year>${year})`,
    },
    {
      means: 'year',
      isCased: true,
      says: `(?<![\\d.,:/-]\\s?)(?<year>${year})(?![.,:/–-]\\d|\\s*[%€°]|\\s+(?:\\p{Lu}|km|m|kg|cm|ha)(?!\\p{L}*te))`,
    },
    {
      means: 'clock',
      says: '(?:(?:um|gegen|ab|bis|von|nach|vor|kurz nach|kurz vor)\\s+)?(?<hour>[01]?\\d|2[0-4])(?:[.:](?<minute>[0-5]\\d))?\\s+Uhr(?:\\s+(?<minute2>[0-5]\\d)(?!\\.?\\d))?',
    },
  ],
})
