import type { TimeWords } from '../time-words.ts'

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b(?:(?<=\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\\.)?'
/** What every name of a month begins with, cheaper to look for than the names. */
const monthStart = /jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec/i
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const year = '(?:1[5-9]|20)\\d\\d'
/** `March 3 may mark`: no third of May. */
const notMayBe = '(?!(?-i:may\\b))'
const date = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?'
const number =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a couple of|couple of|a dozen)'
const unit = '(?:minute|hour|day|week|month|year|decade|centur(?:y|ie))'
const about = '(?:(?:about|almost|nearly|roughly|around|some|over|at least|more than|less than)\\s+)?'

const since = '(?:(?<since>since)\\s+)?'
/** `moved from Friday to Monday`: two days, and nothing lasts from one to the other. */
const unmoved = String.raw`(?<!\b(?:moved|moving|shifted|postponed|rescheduled|switched|changed|delayed|deferred|put back|put off|pushed|pushed back|brought forward)\s+(?:from\s+)?)`
/** `Black Friday`, `The Friday Times` name no day. */
const unnamed = String.raw`(?<!\b(?:Black|Bloody|Cyber|Super|Giving|Ash|Shrove|Fat|Maundy|Palm|Good|Holy)\s)`
const unnamedAfter = String.raw`(?!\s+(?:Times|Herald|Mirror|Telegraph|Mail|Magazine|Post|Night Live)\b)`
/** A year after a month, written or counted: `2014`, `last year`. */
const ofYear = `(?:,?\\s+(?<year>${year})|\\s+(?:of\\s+)?(?<ofYear>last|this|next)\\s+year)?`
/** A day or week that a date only helps to name: `the day before May 3`, `the week of March 6`. */
const beside = '(?:(?:the\\s+)?(?:day\\s+(?<beside>before|after)|week\\s+(?<week>of))\\s+)?'
const weekdayBefore = `(?:${weekday},?\\s+)?`
const zone = '(?:\\s*(?<zone>GMT|UTC|BST|CEST|CET|[ECMP][SD]?T|local time)\\b)?'

/** Feasts that fall on one date wherever English is written, with month and date; those that move or differ by country are left alone. */
export const holidays: Readonly<Record<string, readonly [month: number, date: number]>> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  halloween: [10, 31],
  "valentine's day": [2, 14],
}
const holiday = "(?:Christmas (?:Day|Eve)|Boxing Day|New Year['’]s (?:Day|Eve)|Halloween|Valentine['’]s Day)"

/** Words that say when a clause is, and those at which one begins. */
export const futureTense =
  /\b(?:will|won['’]t|shall|due|scheduled|slated|set (?:to|for)|expected|expects?|forecast to|would be \p{Ll}+ing|is to|are to|to be (?:held|announced|released)|going to|plans? (?:to|for)|planned for|planning to|upcoming|ahead of|as soon as|might(?! have (?!to\b))|(?:is|are) (?:coming|travell?ing|flying|arriving|leaving|visiting|returning|meeting)|(?:postponed|delayed|put off|pushed back|moved|deferred|rescheduled|brought forward) (?:to|until|till|for)|(?:meets|opens|begins|resumes|expires|convenes|kicks off|takes place|takes effect|goes (?:to the polls|on sale|on trial|into effect)|goes? to the polls|polls (?:open|close)))\b|['’]ll\b/giu
export const pastTense = /\b(?:said|says|told|announced|added|reported|wrote|was|were|had|did|met|held)\b/giu
export const clauseStart = /[;:.!?—–]|\b(?:and|but|while|who|which|where|when|after|because|although|since)\b/giu

/** English, the most telling patterns first. */
export const englishTimes = (): TimeWords => ({
  trigger:
    /\d|day|night|noon|morning|evening|week|month|year|decade|centur|minute|hour|daily|annual|yester|tomorrow|Christmas|New Year|Halloween|Valentine|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u,
  joint: /^,?\s{0,9}(?:on|at|around|about|by)?\s{0,9}(?:around|about)?\s{0,9}$/iu,
  counted: /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|tonight)\b/iu,
  phrases: [
    // What we do not vouch for: fiscal periods, and seasons, which differ by hemisphere.
    {
      means: 'nothing',
      needs: /year|fiscal/i,
      says: `\\b(?:${year}(?:[-–/]\\d{2,4})?\\s+)?(?:fiscal(?:\\s+year)?|(?:financial|tax|academic|school)\\s+year)(?:\\s+${year}(?:[-–/]\\d{2,4})?)?`,
    },
    { means: 'nothing', needs: /FY/i, says: `\\bFY\\s?(?:${year}|\\d\\d)(?:[-–/]\\d{2,4})?\\b` },
    { means: 'nothing', needs: /[QH][1-4]/i, says: `\\b[QH][1-4]\\b(?:\\s+(?:of\\s+)?${year})?` },
    // `the March quarter` ends with March, or begins with it.
    { means: 'nothing', needs: /quarter/i, says: `\\b${month}[- ]quarters?\\b(?:\\s+(?:of\\s+)?${year})?` },
    // `60 Minutes` is a programme.
    { means: 'nothing', isCased: true, needsDigit: true, says: '\\b\\d+\\s+(?:Minutes|Hours|Days)\\b' },
    // `a week on Friday`, `Monday week`: the week after the next such day, or not.
    {
      means: 'nothing',
      needs: /week/,
      says: `\\b(?:an?|one|two|three)\\s+weeks?\\s+(?:on|from)\\s+${weekday}\\b|\\b${weekday}\\s+week\\b`,
    },
    {
      means: 'nothing',
      needs: /quarter/i,
      says: `\\b(?:first|second|third|fourth|last|this|next|[1-4]st|[1-4]nd|[1-4]rd|4th)[- ]quarters?(?:\\s+(?:of\\s+)?${year})?`,
    },
    {
      means: 'nothing',
      needs: /spring|summer|autumn|fall|winter/i,
      says: `\\b(?:last|this|next|late|early|the|in)\\s+(?:spring|summer|autumn|fall|winter)\\b(?:\\s+(?:of\\s+)?${year})?`,
    },
    {
      means: 'nothing',
      needs: /spring|summer|autumn|winter/i,
      says: `\\b(?:spring|summer|autumn|winter)\\s+(?:of\\s+)?${year}`,
    },
    { means: 'nothing', needs: /old/, says: `\\b${number}[- ](?:year|month|week|day)s?[- ]olds?\\b` },
    // Ranges of dates.
    {
      means: 'range',
      needsDigit: true,
      needs: monthStart,
      says: `\\b(?=f|\\d)${unmoved}(?:from\\s+)?(?<date>${date})\\s*(?:[-–—]|to|until|and)\\s*(?<date2>${date})\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    },
    {
      means: 'range',
      needsDigit: true,
      needs: monthStart,
      says: `\\b(?=[adfjmnos])${unmoved}(?:from\\s+)?(?<month>${month})\\s+(?<date>${date})\\s*(?:[-–—]|to|until|through)\\s*(?:(?<month2>${month})\\s+)?(?<date2>${date})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    },
    {
      means: 'weekdayRange',
      needs: /from|between|From|Between/,
      says: `\\b(?=[bf])${unmoved}(?:from|between)\\s+(?<weekday>${weekday})\\s+(?:to|until|through|and)\\s+(?<weekday2>${weekday})\\b`,
    },
    {
      means: 'monthRange',
      needsDigit: true,
      needs: /from|between/i,
      says: `\\b(?:from|between)\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?\\s+(?:to|until|through|and)\\s+(?<month2>${month})(?:,?\\s+(?<year2>${year}))(?!\\w)`,
    },
    {
      means: 'monthRange',
      isCased: true,
      needs: /from|between/,
      says: `\\b(?:from|between)\\s+(?<month>${month})\\s+(?:to|until|through|and)\\s+(?<month2>${month})(?:\\s+(?<modifier>last|this|next)\\s+year)?(?!\\w|\\s+\\d)`,
    },
    {
      means: 'yearRange',
      needsDigit: true,
      needs: /from|between/i,
      says: `\\b(?:from\\s+|between\\s+)(?<year>${year})\\s+(?:to|until|through|and)\\s+(?<year2>${year})\\b`,
    },
    {
      means: 'yearRange',
      needsDigit: true,
      needs: /\d[-–]\d/,
      says: `(?<![\\w-])(?<year>${year})[-–](?<year2>${year}|\\d\\d)(?![\\w-])`,
    },
    // Exact dates.
    {
      means: 'numeric',
      needsDigit: true,
      needs: /\d-\d\d-\d/,
      says: `\\b(?<year>${year})-(?<m>\\d\\d)-(?<date>\\d\\d)\\b`,
    },
    {
      means: 'numericInEitherOrder',
      needsDigit: true,
      needs: /\d[/.]\d/,
      says: `\\b(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<y>${year})\\b`,
    },
    {
      means: 'exact',
      needsDigit: true,
      needs: monthStart,
      isWhole: true,
      says: `\\b${beside}${since}${weekdayBefore}(?:the\\s+)?(?<date>${date})(?:\\s+of)?\\s+${notMayBe}(?<month>${month})${ofYear}(?!\\w)`,
    },
    {
      means: 'exact',
      needsDigit: true,
      needs: monthStart,
      isWhole: true,
      says: `\\b${beside}${since}${weekdayBefore}(?<month>${month})\\s+(?:the\\s+)?(?<date>${date})${ofYear}(?![\\w%]|[.,]\\d)`,
    },
    {
      means: 'month',
      isCased: true,
      needs: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/,
      says: `\\b${since}(?:(?<modifier>[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Tt]his|[Nn]ext)[\\s-]+)?(?<month>${month})(?:,?\\s+(?:of\\s+)?(?<year>${year})|\\s+(?:of\\s+)?(?<ofYear>last|this|next)\\s+year)?(?!\\w)`,
    },
    // Feasts on a fixed date.
    {
      means: 'holiday',
      isCased: true,
      needs: /Christmas|Boxing|New Year|Halloween|Valentine/,
      says: `\\b(?<holiday>${holiday})(?:,?\\s+(?<year>${year}))?(?!\\w)`,
    },
    // Counted from the date told of before.
    {
      means: 'that',
      needs: /that|same|That/,
      says: '\\b(?:(?:later|earlier|early|late)\\s+)?(?:on\\s+)?(?:that(?:\\s+same)?|the\\s+same)\\s+(?<unit>day|night|morning|afternoon|evening|week|month|year)\\b',
    },
    {
      means: 'neighbor',
      needs: /following|next|previous|preceding/,
      says: '\\bthe\\s+(?<side>following|next|previous|preceding)\\s+(?<unit>day|morning|afternoon|evening|night)\\b',
    },
    {
      means: 'neighbor',
      needs: /following|previous|preceding/,
      says: '\\bthe\\s+(?<side>following|previous|preceding)\\s+(?<unit>week|month|year)\\b',
    },
    {
      means: 'neighborWeekday',
      isCased: true,
      says: `\\b[Tt]he\\s+(?<side>following|previous|preceding)\\s+(?<weekday>${weekday})\\b`,
    },
    {
      means: 'later',
      needs: /later|earlier/,
      says: `\\b(?<count>${number})\\s+(?<unit>${unit})s?\\s+(?<side>later|earlier)\\b(?!\\s+(?:than|this|that))`,
    },
    // Days by name and by distance.
    { means: 'set', isCased: true, needs: /very/, says: `\\b[Ee]very\\s+(?<weekday>${weekday})\\b` },
    {
      means: 'weekday',
      isCased: true,
      needs: /day/,
      says: `\\b(?:(?:[Tt]he\\s+)?[Dd]ay\\s+(?<beside>before|after)\\s+)?${unnamed}${since}(?:(?<modifier>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming)\\s+)?(?<weekday>${weekday})(?:\\s+(?<part>morning|afternoon|evening|night))?\\b(?!s\\b)${unnamedAfter}`,
    },
    {
      means: { days: 0 },
      needs: /to(?:day|night)|this/i,
      says: '\\b(?:(?:earlier|later)\\s+)?(?<part>today|tonight|this (?:morning|afternoon|evening))\\b',
    },
    { means: { days: -2 }, needs: /yesterday/i, says: '\\b(?:the )?day before yesterday\\b' },
    { means: { days: 2 }, needs: /tomorrow/i, says: '\\b(?:the )?day after tomorrow\\b' },
    { means: { days: -1 }, needs: /yesterday/i, says: '\\byesterday(?:\\s+(?<part>morning|afternoon|evening))?\\b' },
    { means: { days: 1 }, needs: /tomorrow/i, says: '\\btomorrow(?:\\s+(?<part>morning|afternoon|evening|night))?\\b' },
    { means: { days: -1 }, needs: /night/i, says: '\\blast (?<part>night)\\b' },
    {
      means: 'weekend',
      needs: /weekend/i,
      says: '\\b(?:over|at|during|on)\\s+the\\s+(?:past\\s+)?weekend\\b|\\b(?<modifier>last|this|next|the coming)\\s+weekend\\b',
    },
    {
      means: 'period',
      needs: /week|month|year/i,
      says: '\\b(?:earlier\\s+|later\\s+|early\\s+|late\\s+)?(?<modifier>last|this|next|the previous|the coming)\\s+(?<period>week|month|year)\\b',
    },
    {
      means: 'endOfPeriod',
      needs: /end\s+of/i,
      says: '\\b(?<=\\b(?:by|before|until|till|at)\\s)(?:the\\s+)?end\\s+of\\s+(?<modifier>the|this|next)\\s+(?<period>week|month|year)\\b',
    },
    {
      means: 'ago',
      needs: /ago|from\s+now|from\s+today/i,
      says: `\\b${about}(?<count>${number})\\s+(?<unit>${unit})s?\\s+(?<sign>ago|from now|from today)\\b`,
    },
    {
      means: 'ago',
      needs: /time/i,
      says: `\\bin\\s+(?<count>${number})\\s+(?<unit>${unit})s?['’]\\s*(?<sign>time)\\b`,
    },
    // How long, and how often.
    {
      means: 'set',
      isCased: true,
      needs: /aily|ightly|weekly|monthly|quarterly|yearly|annually/,
      says: '\\b(?<often>[Dd]aily|nightly|weekly|monthly|quarterly|annually|yearly)\\b(?!\\s+\\p{Lu})',
    },
    { means: 'set', needs: /every|each/i, says: `\\b(?:every|each)\\s+(?<unit>hour|day|week|month|year)\\b` },
    {
      means: 'duration',
      needs: /minute|hour|day|week|month|year|decade|centur/i,
      says: `\\b(?:(?:the\\s+)?(?:past|last|next|coming)\\s+)?${about}(?<count>${number})(?<half>\\s+1/2|\\s+and a half)?(?:[- ]|\\s+(?:more|full|straight|consecutive)\\s+)(?<unit>${unit})s?(?:[- ]long)?\\b(?!['’]s\\b|-\\p{L})`,
    },
    // Years.
    {
      means: 'decade',
      needsDigit: true,
      needs: /0['’]?s/i,
      says: `\\b(?:(?:early|late|mid)[- ])?(?:the\\s+(?:(?:early|late|mid)[- ])?)?(?<decade>(?:1[5-9]|20)\\d)0['’]?s\\b`,
    },
    // `the '90s`: without the mark it may be an age or the weather.
    { means: 'decade', needsDigit: true, needs: /['’‘]\d/, says: `\\bthe\\s+['’‘](?<decade>[2-9])0s\\b` },
    {
      means: 'year',
      needsDigit: true,
      needs: /(?:1[5-9]|20)\d\d/,
      says: `(?<![\\w.,:/-])${since}(?:(?:early|late|mid)[-\\s])?(?<year>${year})(?![\\w%]|[.,:/]\\d|-\\d)`,
    },
    // Times of day.
    {
      means: 'clock',
      needsDigit: true,
      needs: /\d\s*[ap]\.?m/i,
      says: `\\b(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s*(?<half>[ap])(?:m\\b|\\.m\\b\\.?)${zone}`,
    },
    {
      means: 'clock',
      needsDigit: true,
      needs: /\d:\d/,
      says: `\\b(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?!\\d|:)${zone}`,
    },
    {
      means: 'clock',
      isCased: true,
      needsDigit: true,
      needs: /GMT|UTC|BST/,
      says: `\\b(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?<zone>GMT|UTC|BST)\\b`,
    },
    { means: 'clock', needs: /noon|mid/i, says: '\\b(?<named>noon|midday|midnight)\\b' },
  ],
})
