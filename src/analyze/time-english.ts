import { dayOf, isoDay } from './time-calendar.ts'
import {
  partOfDay,
  resolveAgo,
  resolveClock,
  resolveDateRange,
  resolveDuration,
  resolveExact,
  resolveMonth,
  resolveNumeric,
  resolvePeriod,
  resolveSet,
  resolveWeekday,
  resolveWeekdayRange,
  resolveWeekend,
  resolveYear,
  resolveYearRange,
  withPart,
} from './time-meaning.ts'
import { dateValue, type RuleSet, type TimeRule } from './time-rules.ts'

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b(?:(?<=\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\\.)?'
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const year = '(?:1[5-9]|20)\\d\\d'
const date = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?'
const number =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a couple of|couple of|a dozen)'
const unit = '(?:minute|hour|day|week|month|year|decade|centur(?:y|ie))'
const about = '(?:(?:about|almost|nearly|roughly|around|some|over|at least|more than|less than)\\s+)?'

const rule = (source: string, resolve: TimeRule['resolve'], flags = 'giu'): TimeRule => ({
  pattern: new RegExp(source, flags),
  resolve,
})
/** A rule whose every match has a digit. */
const numeric: typeof rule = (source, resolve, flags) => ({ ...rule(source, resolve, flags), needsDigit: true })
/** A date written out: when there is no such date, its parts are no dates either. */
const exact: typeof rule = (source, resolve) => ({ ...numeric(source, resolve), isAbstention: true })
const abstain = (source: string): TimeRule => ({
  pattern: new RegExp(source, 'giu'),
  resolve: () => undefined,
  isAbstention: true,
})

const since = '(?:(?<since>since)\\s+)?'
const weekdayBefore = `(?:${weekday},?\\s+)?`
const zone = '(?:\\s*(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|local time)\\b)?'

const rules: readonly TimeRule[] = [
  // What we do not vouch for: fiscal periods, and seasons, which differ by hemisphere.
  abstain(`\\bfiscal(?:\\s+year)?(?:\\s+${year})?`),
  abstain(
    `\\b(?:first|second|third|fourth|last|this|next|[1-4]st|[1-4]nd|[1-4]rd|4th)[- ]quarter(?:\\s+(?:of\\s+)?${year})?`,
  ),
  abstain(
    `\\b(?:last|this|next|late|early|the|in)\\s+(?:spring|summer|autumn|fall|winter)\\b(?:\\s+(?:of\\s+)?${year})?`,
  ),
  abstain(`\\b(?:spring|summer|autumn|winter)\\s+(?:of\\s+)?${year}`),
  abstain(`\\b${number}[- ](?:year|month|week|day)s?[- ]olds?\\b`),

  // Ranges of dates.
  numeric(
    `\\b(?:from\\s+)?(?<date>${date})\\s*(?:[-–—]|to|until|and)\\s*(?<date2>${date})\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    resolveDateRange,
  ),
  numeric(
    `\\b(?:from\\s+)?(?<month>${month})\\s+(?<date>${date})\\s*(?:[-–—]|to|until|through)\\s*(?:(?<month2>${month})\\s+)?(?<date2>${date})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    resolveDateRange,
  ),
  rule(
    `\\b(?:from|between)\\s+(?<weekday>${weekday})\\s+(?:to|until|through|and)\\s+(?<weekday2>${weekday})\\b`,
    resolveWeekdayRange,
  ),
  numeric(
    `\\b(?:from\\s+|between\\s+)(?<year>${year})\\s+(?:to|until|through|and)\\s+(?<year2>${year})\\b`,
    resolveYearRange,
  ),
  numeric(`(?<![\\w-])(?<year>${year})[-–](?<year2>${year}|\\d\\d)(?![\\w-])`, resolveYearRange),

  // Exact dates.
  numeric(`\\b(?<year>${year})-(?<m>\\d\\d)-(?<d>\\d\\d)\\b`, (groups) => {
    const day = dayOf(Number(groups.year), Number(groups.m), Number(groups.d))
    return day === undefined ? undefined : dateValue(isoDay(day))
  }),
  numeric(`\\b(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<y>${year})\\b`, resolveNumeric),
  exact(
    `\\b${since}${weekdayBefore}(?:the\\s+)?(?<date>${date})(?:\\s+of)?\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    resolveExact,
  ),
  exact(
    `\\b${since}${weekdayBefore}(?<month>${month})\\s+(?:the\\s+)?(?<date>${date})(?:,?\\s+(?<year>${year}))?(?![\\w%]|[.,]\\d)`,
    resolveExact,
  ),
  rule(
    `\\b${since}(?:(?<modifier>early|late|mid|last|this|next)[\\s-]+)?(?<month>${month})(?:,?\\s+(?:of\\s+)?(?<year>${year}))?(?!\\w)`,
    resolveMonth,
    'gu',
  ),

  // Days by name and by distance.
  rule(`\\b[Ee]very\\s+(?<weekday>${weekday})\\b`, resolveSet, 'gu'),
  rule(
    `\\b${since}(?:(?<modifier>last|next|this|this past|this coming)\\s+)?(?<weekday>${weekday})(?:\\s+(?<part>morning|afternoon|evening|night))?\\b(?!s\\b)`,
    resolveWeekday,
    'gu',
  ),
  rule(
    '\\b(?:(?:earlier|later)\\s+)?(?<part>today|tonight|this (?:morning|afternoon|evening))\\b',
    ({ part }, { anchor }) => withPart(anchor, partOfDay(part)),
  ),
  rule('\\b(?:the )?day before yesterday\\b', (_, { anchor }) => dateValue(isoDay(anchor - 2))),
  rule('\\b(?:the )?day after tomorrow\\b', (_, { anchor }) => dateValue(isoDay(anchor + 2))),
  rule('\\byesterday(?:\\s+(?<part>morning|afternoon|evening))?\\b', ({ part }, { anchor }) =>
    withPart(anchor - 1, partOfDay(part)),
  ),
  rule('\\btomorrow(?:\\s+(?<part>morning|afternoon|evening|night))?\\b', ({ part }, { anchor }) =>
    withPart(anchor + 1, partOfDay(part)),
  ),
  rule('\\blast night\\b', (_, { anchor }) => withPart(anchor - 1, 'TNI')),
  rule(
    '\\b(?:over|at|during|on)\\s+the\\s+(?:past\\s+)?weekend\\b|\\b(?<modifier>last|this|next|the coming)\\s+weekend\\b',
    resolveWeekend,
  ),
  rule(
    '\\b(?:earlier\\s+|later\\s+|early\\s+|late\\s+)?(?<modifier>last|this|next|the previous|the coming)\\s+(?<period>week|month|year)\\b',
    resolvePeriod,
  ),
  rule(`\\b${about}(?<count>${number})\\s+(?<unit>${unit})s?\\s+(?<sign>ago|from now|from today)\\b`, resolveAgo),
  rule(`\\bin\\s+(?<count>${number})\\s+(?<unit>${unit})s?['’]\\s*(?<sign>time)\\b`, resolveAgo),

  // How long, and how often.
  rule('\\b(?<often>[Dd]aily|nightly|weekly|monthly|quarterly|annually|yearly)\\b(?!\\s+\\p{Lu})', resolveSet, 'gu'),
  rule(`\\b(?:every|each)\\s+(?<unit>hour|day|week|month|year)\\b`, resolveSet),
  rule(
    `\\b(?:(?:the\\s+)?(?:past|last|next|coming)\\s+)?${about}(?<count>${number})(?<half>\\s+1/2|\\s+and a half)?(?:[- ]|\\s+(?:more|full|straight|consecutive)\\s+)(?<unit>${unit})s?(?:[- ]long)?\\b(?!['’]s\\b)`,
    resolveDuration,
  ),

  // Years.
  numeric(
    `\\b(?:(?:early|late|mid)[- ])?(?:the\\s+(?:(?:early|late|mid)[- ])?)?(?<decade>(?:1[5-9]|20)\\d)0['’]?s\\b`,
    ({ decade }) => dateValue(`${decade}X`),
  ),
  numeric(`(?<![\\w.,:/-])${since}(?<year>${year})(?![\\w%]|[.,:/]\\d|-\\d)`, resolveYear),

  // Times of day.
  numeric(`\\b(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s*(?<half>[ap])(?:m\\b|\\.m\\b\\.?)${zone}`, resolveClock),
  numeric(`\\b(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?!\\d|:)${zone}`, resolveClock),
  numeric(`\\b(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?:GMT|UTC|BST)\\b`, resolveClock, 'gu'),
  rule('\\b(?<named>noon|midday|midnight)\\b', resolveClock),
]

/** English, the most telling patterns first. */
export const english: RuleSet = {
  trigger:
    /\d|day|night|noon|morning|evening|week|month|year|decade|centur|minute|hour|daily|annual|yester|tomorrow|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u,
  rules,
}
