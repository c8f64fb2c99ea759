import { dayOf, isoDay } from './time-calendar.ts'
import { holiday, resolveHoliday } from './time-holidays.ts'
import {
  partOfDay,
  resolveAgo,
  resolveClock,
  resolveDateRange,
  resolveDuration,
  resolveEndOfPeriod,
  resolveExact,
  resolveMonth,
  resolveMonthRange,
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
import { resolveLater, resolveNeighbor, resolveNeighborWeekday, resolveThat } from './time-relative.ts'
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

/** A rule whose every match has one of these words. */
const having = (needs: RegExp, made: TimeRule): TimeRule => ({ ...made, needs })

const since = '(?:(?<since>since)\\s+)?'
/** `moved from Friday to Monday`: two days, and nothing lasts from one to the other. */
const unmoved = String.raw`(?<!\b(?:moved|moving|shifted|postponed|rescheduled|switched|changed|delayed|deferred|put back|put off|pushed|pushed back|brought forward)\s+(?:from\s+)?)`
/** `Black Friday`, `The Friday Times` name no day. */
const unnamed = String.raw`(?<!\b(?:Black|Bloody|Cyber|Super|Giving|Ash|Shrove|Fat|Maundy|Palm|Good|Holy)\s)`
const unnamedAfter = String.raw`(?!\s+(?:Times|Herald|Mirror|Telegraph|Mail|Magazine|Post|Night Live)\b)`
const weekdayBefore = `(?:${weekday},?\\s+)?`
const zone = '(?:\\s*(?<zone>GMT|UTC|BST|CEST|CET|[ECMP][SD]?T|local time)\\b)?'

const rules: readonly TimeRule[] = [
  // What we do not vouch for: fiscal periods, and seasons, which differ by hemisphere.
  having(
    /year|fiscal/i,
    abstain(`\\b(?:fiscal(?:\\s+year)?|(?:financial|tax|academic|school)\\s+year)(?:\\s+${year}(?:[-–/]\\d{2,4})?)?`),
  ),
  having(/[QH][1-4]/i, abstain(`\\b[QH][1-4]\\b(?:\\s+(?:of\\s+)?${year})?`)),
  // `a week on Friday`, `Monday week`: the week after the next such day, or not.
  having(
    /week/,
    abstain(`\\b(?:an?|one|two|three)\\s+weeks?\\s+(?:on|from)\\s+${weekday}\\b|\\b${weekday}\\s+week\\b`),
  ),
  having(
    /quarter/i,
    abstain(
      `\\b(?:first|second|third|fourth|last|this|next|[1-4]st|[1-4]nd|[1-4]rd|4th)[- ]quarter(?:\\s+(?:of\\s+)?${year})?`,
    ),
  ),
  having(
    /spring|summer|autumn|fall|winter/i,
    abstain(
      `\\b(?:last|this|next|late|early|the|in)\\s+(?:spring|summer|autumn|fall|winter)\\b(?:\\s+(?:of\\s+)?${year})?`,
    ),
  ),
  having(/spring|summer|autumn|winter/i, abstain(`\\b(?:spring|summer|autumn|winter)\\s+(?:of\\s+)?${year}`)),
  having(/old/, abstain(`\\b${number}[- ](?:year|month|week|day)s?[- ]olds?\\b`)),

  // Ranges of dates.
  numeric(
    `\\b${unmoved}(?:from\\s+)?(?<date>${date})\\s*(?:[-–—]|to|until|and)\\s*(?<date2>${date})\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    resolveDateRange,
  ),
  numeric(
    `\\b${unmoved}(?:from\\s+)?(?<month>${month})\\s+(?<date>${date})\\s*(?:[-–—]|to|until|through)\\s*(?:(?<month2>${month})\\s+)?(?<date2>${date})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    resolveDateRange,
  ),
  having(
    /from|between|From|Between/,
    rule(
      `\\b${unmoved}(?:from|between)\\s+(?<weekday>${weekday})\\s+(?:to|until|through|and)\\s+(?<weekday2>${weekday})\\b`,
      resolveWeekdayRange,
    ),
  ),
  numeric(
    `\\b(?:from|between)\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?\\s+(?:to|until|through|and)\\s+(?<month2>${month})(?:,?\\s+(?<year2>${year}))(?!\\w)`,
    resolveMonthRange,
  ),
  having(
    /from|between/,
    rule(
      `\\b(?:from|between)\\s+(?<month>${month})\\s+(?:to|until|through|and)\\s+(?<month2>${month})(?:\\s+(?<modifier>last|this|next)\\s+year)?(?!\\w|\\s+\\d)`,
      resolveMonthRange,
      'gu',
    ),
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
  having(
    /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/,
    rule(
      `\\b${since}(?:(?<modifier>early|late|mid|last|this|next)[\\s-]+)?(?<month>${month})(?:,?\\s+(?:of\\s+)?(?<year>${year}))?(?!\\w)`,
      resolveMonth,
      'gu',
    ),
  ),

  // Feasts on a fixed date.
  having(
    /Christmas|Boxing|New Year|Halloween|Valentine/,
    rule(`\\b(?<holiday>${holiday})(?:,?\\s+(?<year>${year}))?(?!\\w)`, resolveHoliday, 'gu'),
  ),

  // Counted from the date told of before.
  having(
    /that|same|That/,
    rule(
      '\\b(?:(?:later|earlier|early|late)\\s+)?(?:on\\s+)?(?:that(?:\\s+same)?|the\\s+same)\\s+(?<unit>day|night|morning|afternoon|evening|week|month|year)\\b',
      resolveThat,
    ),
  ),
  having(
    /following|next|previous|preceding/,
    rule(
      '\\bthe\\s+(?<side>following|next|previous|preceding)\\s+(?<unit>day|morning|afternoon|evening|night)\\b',
      resolveNeighbor,
    ),
  ),
  having(
    /following|previous|preceding/,
    rule('\\bthe\\s+(?<side>following|previous|preceding)\\s+(?<unit>week|month|year)\\b', resolveNeighbor),
  ),
  rule(`\\b[Tt]he\\s+(?<side>following|previous|preceding)\\s+(?<weekday>${weekday})\\b`, resolveNeighborWeekday, 'gu'),
  having(
    /later|earlier/,
    rule(
      `\\b(?<count>${number})\\s+(?<unit>${unit})s?\\s+(?<side>later|earlier)\\b(?!\\s+(?:than|this|that))`,
      resolveLater,
    ),
  ),

  // Days by name and by distance.
  having(/very/, rule(`\\b[Ee]very\\s+(?<weekday>${weekday})\\b`, resolveSet, 'gu')),
  having(
    /day/,
    rule(
      `\\b${unnamed}${since}(?:(?<modifier>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming)\\s+)?(?<weekday>${weekday})(?:\\s+(?<part>morning|afternoon|evening|night))?\\b(?!s\\b)${unnamedAfter}`,
      resolveWeekday,
      'gu',
    ),
  ),
  having(
    /to(?:day|night)|this/i,
    rule(
      '\\b(?:(?:earlier|later)\\s+)?(?<part>today|tonight|this (?:morning|afternoon|evening))\\b',
      ({ part }, { anchor }) => withPart(anchor, partOfDay(part)),
    ),
  ),
  having(
    /yesterday/i,
    rule('\\b(?:the )?day before yesterday\\b', (_, { anchor }) => dateValue(isoDay(anchor - 2))),
  ),
  having(
    /tomorrow/i,
    rule('\\b(?:the )?day after tomorrow\\b', (_, { anchor }) => dateValue(isoDay(anchor + 2))),
  ),
  having(
    /yesterday/i,
    rule('\\byesterday(?:\\s+(?<part>morning|afternoon|evening))?\\b', ({ part }, { anchor }) =>
      withPart(anchor - 1, partOfDay(part)),
    ),
  ),
  having(
    /tomorrow/i,
    rule('\\btomorrow(?:\\s+(?<part>morning|afternoon|evening|night))?\\b', ({ part }, { anchor }) =>
      withPart(anchor + 1, partOfDay(part)),
    ),
  ),
  having(
    /night/i,
    rule('\\blast night\\b', (_, { anchor }) => withPart(anchor - 1, 'TNI')),
  ),
  having(
    /weekend/i,
    rule(
      '\\b(?:over|at|during|on)\\s+the\\s+(?:past\\s+)?weekend\\b|\\b(?<modifier>last|this|next|the coming)\\s+weekend\\b',
      resolveWeekend,
    ),
  ),
  having(
    /week|month|year/i,
    rule(
      '\\b(?:earlier\\s+|later\\s+|early\\s+|late\\s+)?(?<modifier>last|this|next|the previous|the coming)\\s+(?<period>week|month|year)\\b',
      resolvePeriod,
    ),
  ),
  having(
    /end\s+of/i,
    rule(
      '\\b(?<=\\b(?:by|before|until|till|at)\\s)(?:the\\s+)?end\\s+of\\s+(?<modifier>the|this|next)\\s+(?<period>week|month|year)\\b',
      resolveEndOfPeriod,
    ),
  ),
  having(
    /ago|from\s+now|from\s+today/i,
    rule(`\\b${about}(?<count>${number})\\s+(?<unit>${unit})s?\\s+(?<sign>ago|from now|from today)\\b`, resolveAgo),
  ),
  having(/time/i, rule(`\\bin\\s+(?<count>${number})\\s+(?<unit>${unit})s?['’]\\s*(?<sign>time)\\b`, resolveAgo)),

  // How long, and how often.
  having(
    /aily|ightly|weekly|monthly|quarterly|yearly|annually/,
    rule('\\b(?<often>[Dd]aily|nightly|weekly|monthly|quarterly|annually|yearly)\\b(?!\\s+\\p{Lu})', resolveSet, 'gu'),
  ),
  having(/every|each/i, rule(`\\b(?:every|each)\\s+(?<unit>hour|day|week|month|year)\\b`, resolveSet)),
  having(
    /minute|hour|day|week|month|year|decade|centur/i,
    rule(
      `\\b(?:(?:the\\s+)?(?:past|last|next|coming)\\s+)?${about}(?<count>${number})(?<half>\\s+1/2|\\s+and a half)?(?:[- ]|\\s+(?:more|full|straight|consecutive)\\s+)(?<unit>${unit})s?(?:[- ]long)?\\b(?!['’]s\\b)`,
      resolveDuration,
    ),
  ),

  // Years.
  numeric(
    `\\b(?:(?:early|late|mid)[- ])?(?:the\\s+(?:(?:early|late|mid)[- ])?)?(?<decade>(?:1[5-9]|20)\\d)0['’]?s\\b`,
    ({ decade }) => dateValue(`${decade}X`),
  ),
  // `the '90s`: without the mark it may be an age or the weather.
  numeric(`\\bthe\\s+['’‘](?<decade>[2-9])0s\\b`, ({ decade }) => dateValue(`19${decade}X`)),
  numeric(`(?<![\\w.,:/-])${since}(?:(?:early|late|mid)[-\\s])?(?<year>${year})(?![\\w%]|[.,:/]\\d|-\\d)`, resolveYear),

  // Times of day.
  numeric(`\\b(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s*(?<half>[ap])(?:m\\b|\\.m\\b\\.?)${zone}`, resolveClock),
  numeric(`\\b(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?!\\d|:)${zone}`, resolveClock),
  numeric(`\\b(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?<zone>GMT|UTC|BST)\\b`, resolveClock, 'gu'),
  having(/noon|mid/i, rule('\\b(?<named>noon|midday|midnight)\\b', resolveClock)),
]

/** English, the most telling patterns first. */
export const english: RuleSet = {
  trigger:
    /\d|day|night|noon|morning|evening|week|month|year|decade|centur|minute|hour|daily|annual|yester|tomorrow|Christmas|New Year|Halloween|Valentine|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u,
  rules,
}
