import {
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

/** Each month by its names in Egypt and the Gulf, in the Levant and Iraq, and in the Maghreb. */
const monthNames: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي'],
  ['فبراير', 'شباط', 'فيفري', 'فبرایر'],
  ['مارس', 'آذار', 'اذار'],
  ['أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل'],
  ['مايو', 'أيار', 'ايار', 'ماي'],
  ['يونيو', 'يونية', 'حزيران', 'جوان'],
  ['يوليو', 'يولية', 'تموز', 'جويلية', 'يوليوز'],
  ['أغسطس', 'اغسطس', 'آب', 'أوت', 'غشت'],
  ['سبتمبر', 'أيلول', 'ايلول', 'شتنبر'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر'],
  ['ديسمبر', 'كانون الأول', 'كانون الاول', 'دجنبر'],
]
const weekdayNames: readonly (readonly string[])[] = [
  ['الأحد', 'الاحد'],
  ['الاثنين', 'الإثنين'],
  ['الثلاثاء'],
  ['الأربعاء', 'الاربعاء'],
  ['الخميس'],
  ['الجمعة'],
  ['السبت'],
]

const longestFirst = (names: readonly (readonly string[])[]) =>
  names
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')
const month = longestFirst(monthNames)
const weekday = longestFirst(weekdayNames)
const digit = '[0-9٠-٩]'
const year = `${digit}{4}`
// Prefixed conjunctions and prepositions: and, in, for, so.
const from = '(?<![\\p{L}\\p{N}])(?:[وبلف])?'
const to = '(?![\\p{L}\\p{N}])'

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replace(/[٠-٩]/g, (character) => String(character.charCodeAt(0) - 0x660)))
}

function indexIn(names: readonly (readonly string[])[], name: string | undefined): number {
  return names.findIndex((variants) => variants.includes(name ?? ''))
}

function isYear(value: number): boolean {
  return value >= 1500 && value < 2100
}

function resolveExact(groups: Groups, { anchor }: Scene): TimeValue | undefined {
  const monthOfYear = indexIn(monthNames, groups.month) + 1
  const date = numberOf(groups.date)
  const day = groups.year ? dayOf(numberOf(groups.year), monthOfYear, date) : nearestYear(anchor, monthOfYear, date)
  return day === undefined ? undefined : dateValue(isoDay(day), groups.since ? '..' : undefined)
}

function resolveMonth(groups: Groups, { anchor }: Scene): TimeValue | undefined {
  const monthOfYear = indexIn(monthNames, groups.month) + 1
  const until = groups.since ? '..' : undefined
  if (groups.year)
    return isYear(numberOf(groups.year)) ? dateValue(isoMonth(numberOf(groups.year), monthOfYear), until) : undefined
  const isNext = /المقبل|القادم/.test(groups.modifier ?? '')
  const current = monthOf(anchor)
  const shift = isNext ? (monthOfYear <= current ? 1 : 0) : monthOfYear > current ? -1 : 0
  return dateValue(isoMonth(yearOf(anchor) + shift, monthOfYear), until)
}

function resolveWeekday({ weekday: name, modifier }: Groups, { anchor }: Scene): TimeValue {
  const wanted = indexIn(weekdayNames, name)
  if (/المقبل|القادم/.test(modifier ?? '')) return dateValue(isoDay(weekdayForward(anchor + 1, wanted)))
  return dateValue(isoDay(weekdayBack(/الماضي/.test(modifier ?? '') ? anchor - 1 : anchor, wanted)))
}

function resolvePeriod({ period, modifier }: Groups, { anchor }: Scene): TimeValue {
  const shift = /الماضي|الماضية|المنصرم/.test(modifier ?? '') ? -1 : /المقبل|القادم/.test(modifier ?? '') ? 1 : 0
  if (period === 'الأسبوع') return dateValue(isoWeek(anchor + 7 * shift))
  if (period === 'الشهر') return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + shift))
  return dateValue(String(yearOf(anchor) + shift))
}

function resolveAgo({ count, unit }: Groups, { anchor }: Scene): TimeValue | undefined {
  const amount = numberOf(count)
  if (/^(?:يوم|أيام)/.test(unit ?? '')) return dateValue(isoDay(anchor - amount))
  if (/^(?:أسبوع|أسابيع)/.test(unit ?? '')) return dateValue(isoWeek(anchor - 7 * amount))
  if (/^(?:شهر|أشهر)/.test(unit ?? '')) return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) - amount))
  return dateValue(String(yearOf(anchor) - amount))
}

const rule = (source: string, resolve: TimeRule['resolve']): TimeRule => ({
  pattern: new RegExp(from + source + to, 'gu'),
  resolve,
})

const since = '(?:(?<since>منذ)\\s+)?'

const rules: readonly TimeRule[] = [
  rule(
    `${since}(?<date>${digit}{1,2})\\s+(?:من\\s+)?(?:شهر\\s+)?(?<month>${month})(?:\\s*/\\s*(?:${month}))?(?:\\s+(?:عام\\s+|من عام\\s+)?(?<year>${year}))?`,
    resolveExact,
  ),
  rule(
    `${since}(?:شهر\\s+)?(?<month>${month})(?:\\s*/\\s*(?:${month}))?\\s+(?:من\\s+)?(?:عام\\s+)?(?<year>${year})`,
    resolveMonth,
  ),
  rule(
    `(?:في|خلال|منذ|شهر)\\s+(?:شهر\\s+)?(?<month>${month})(?:\\s*/\\s*(?:${month}))?(?:\\s+(?<modifier>الماضي|المقبل|القادم))?`,
    resolveMonth,
  ),
  rule(`(?<month>${month})(?:\\s*/\\s*(?:${month}))?\\s+(?<modifier>الماضي|المقبل|القادم)`, resolveMonth),
  rule(
    `(?:يوم\\s+|مساء\\s+|صباح\\s+)?(?<weekday>${weekday})(?:\\s+(?<modifier>الماضي|الماضية|المقبل|المقبلة|القادم|القادمة))?`,
    resolveWeekday,
  ),
  rule('(?:أول|اول)\\s+(?:من\\s+)?أمس', (_, { anchor }) => dateValue(isoDay(anchor - 2))),
  rule('أمس', (_, { anchor }) => dateValue(isoDay(anchor - 1))),
  rule('اليوم', (_, { anchor }) => dateValue(isoDay(anchor))),
  rule('غد(?:ا|اً|ًا)', (_, { anchor }) => dateValue(isoDay(anchor + 1))),
  rule('(?<period>الأسبوع|الشهر|العام)\\s+(?<modifier>الماضي|المنصرم|المقبل|القادم|الحالي|الجاري)', resolvePeriod),
  rule(
    `(?:قبل|منذ)\\s+(?<count>${digit}{1,2})\\s+(?<unit>يوما|يوماً|أيام|أسابيع|أشهر|شهرا|سنوات|أعوام|عاما|عاماً|سنة)`,
    resolveAgo,
  ),
  rule(`(?:(?<since>منذ)\\s+|في\\s+)?(?:عام|سنة|العام)\\s+(?<year>${year})`, ({ year: value, since: open }) =>
    isYear(numberOf(value)) ? dateValue(String(numberOf(value)), open ? '..' : undefined) : undefined,
  ),
  rule(`(?:(?<since>منذ)|في)\\s+(?<year>${year})`, ({ year: value, since: open }) =>
    isYear(numberOf(value)) ? dateValue(String(numberOf(value)), open ? '..' : undefined) : undefined,
  ),
]

/** Arabic: dates, weekdays, months under their three sets of names, and the common ways to count from today. */
export const arabic: RuleSet = { trigger: /[\u0600-\u06ff]/u, rules }
