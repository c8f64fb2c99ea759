import { anyOf, type CalendarWords, type TimeWords } from '../time-words.ts'

/** Each month by its names in Egypt and the Gulf, in the Levant and Iraq, and in the Maghreb. */
const months = [
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
const weekdays = [
  ['الأحد', 'الاحد'],
  ['الاثنين', 'الإثنين'],
  ['الثلاثاء'],
  ['الأربعاء', 'الاربعاء'],
  ['الخميس'],
  ['الجمعة'],
  ['السبت'],
]
const numerals = [
  ['صفر'],
  ['واحد', 'الأول', 'الواحدة'],
  ['الثاني', 'الثانية'],
  ['ثلاثة', 'ثلاث', 'الثالث', 'الثالثة'],
  ['أربعة', 'أربع', 'الرابع', 'الرابعة'],
  ['خمسة', 'خمس', 'الخامس', 'الخامسة'],
  ['ستة', 'ست', 'السادس', 'السادسة'],
  ['سبعة', 'سبع', 'السابع', 'السابعة'],
  ['ثمانية', 'ثماني', 'ثمان', 'الثامن', 'الثامنة'],
  ['تسعة', 'تسع', 'التاسع', 'التاسعة'],
  ['عشرة', 'عشر', 'العاشر', 'العاشرة'],
  ['الحادية عشرة'],
  ['الثانية عشرة'],
]
const calendar: CalendarWords = {
  months,
  weekdays,
  numerals,
  units: {
    hour: /^ساع/u,
    day: /^(?:يوم|أيام|الأيام)/u,
    week: /^(?:ال)?(?:أسبوع|أسابيع)/u,
    month: /^(?:ال)?(?:شهر|أشهر|شهور)/u,
    year: /^(?:ال)?(?:عام|سنة|سنوات|أعوام|سنتين|سنين)/u,
  },
  dual: /ين$|ان$/u,
  parts: [
    [/صباح|فجر|صباحا/u, 'TMO'],
    [/ظهر/u, 'TMI'],
    [/عصر/u, 'TAF'],
    [/مساء/u, 'TEV'],
    [/ليل/u, 'TNI'],
  ],
  last: /الماضي|الماضية|المنصرم|الفائت/u,
  next: /المقبل|القادم/u,
  clauseEnd: /[،,؛;:.!?؟«»“”"–—]|(?<!\p{L})(?:و?أن|إن|بأن|لكن|التي|الذي|بعدما|بحسب)(?!\p{L})/gu,
  future:
    /(?<!\p{L})(?:و?س(?!يار|ياس|ياق|يد|يطر|ينا|تة|تين|تار|ني|نو|نة)[يتن]\p{L}{3,}|سوف|المقرر|المنتظر|المرتقب|المتوقع)(?!\p{L})/gu,
  past: /(?<!\p{L})(?:و?كان(?:ت)?|و?قال(?:ت)?|و?أعلن(?:ت)?|و?شهد(?:ت)?)(?!\p{L})/gu,
  ahead: /(?<!\p{L})(?:حتى|لغاية|اعتبارا من|اعتباراً من|ابتداء من|قبل)\s+(?:يوم\s+)?$/u,
}

const month = anyOf(months)
const bothNames = `(?:شهر\\s+)?(?<month>${month})(?:\\s*/\\s*(?:${month}))?`
const weekday = anyOf(weekdays)
const digit = '[0-9٠-٩]'
const year = `${digit}{4}`
const date = `${digit}{1,2}|${anyOf(numerals.slice(1, 11).map((names) => names.filter((name) => name.startsWith('ال'))))}`
const ofYear = `(?:\\s+(?:من\\s+)?(?:عام\\s+|سنة\\s+|العام\\s+)?(?<year>${year}))`
const which = '(?<modifier>الماضي|الماضية|المنصرم|المنصرمة|الفائت|الفائتة|المقبل|المقبلة|القادم|القادمة|الحالي|الجاري)'
const part = '(?<part>صباح|فجر|ظهر|عصر|مساء|ليل|ليلة|بعد ظهر)'
const unit =
  '(?<unit>يومين|يوم(?:ا|اً|ًا)|أيام|أسبوعين|أسابيع|أسبوعا|شهرين|أشهر|شهور|شهرا|عامين|سنتين|سنوات|سنين|أعوام|عام(?:ا|اً|ًا)|سنة)'
const count = `(?:(?<count>${digit}{1,3}|${anyOf(numerals.slice(3))})\\s+)?`
const since = '(?:(?<since>منذ)\\s+)?'

/** Arabic: dates, weekdays, months under their three sets of names, and the common ways to count from today. */
export const arabicTimes = (): TimeWords => ({
  trigger: /[\u0600-\u06ff]/u,
  calendar,
  // Prefixed conjunctions and prepositions: and, in, for, so.
  prefix: '[وبلف]?',
  counted: /الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|غدا|أمس|اليوم/u,
  phrases: [
    // The Islamic calendar and seasons are not read.
    {
      means: 'nothing',
      says: `(?:(?:${date})\\s+(?:من\\s+)?)?(?:محرم|صفر|ربيع الأول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة)(?:\\s+(?:من\\s+)?(?:عام\\s+|سنة\\s+)?${digit}{4})?(?:\\s*هـ)?`,
    },
    { means: 'nothing', says: `(?:عام\\s+|سنة\\s+)?1[34]${digit}{2}\\s*(?:هـ|للهجرة|هجرية|هجري)` },
    {
      means: 'range',
      says: `(?:(?:من|بين)\\s+)?(?<date>${digit}{1,2})(?:\\s+(?<month>${month})(?:\\s*/\\s*(?:${month}))?)?\\s*(?:إلى|حتى|و|-|–)\\s*(?<date2>${digit}{1,2})\\s+(?:من\\s+)?(?<month2>${month})(?:\\s*/\\s*(?:${month}))?${ofYear}?`,
    },
    { means: 'numeric', says: `(?<date>${digit}{1,2})/(?<m>${digit}{1,2})/(?<year>${year})` },
    {
      means: 'exact',
      isWhole: true,
      says: `${since}(?:(?:يوم\\s+)?(?:${weekday})(?:\\s+الموافق)?،?\\s+)?(?<date>${date})\\s+(?:من\\s+)?${bothNames}${ofYear}?`,
    },
    { means: 'month', says: `${since}(?:(?:مطلع|أوائل|منتصف|أواخر|نهاية|بداية)\\s+)?${bothNames}${ofYear}` },
    {
      means: 'month',
      says: `(?:في|خلال|(?<since>منذ)|(?<ahead>حتى|اعتبارا\\s+من)|شهر|مطلع|أوائل|منتصف|أواخر|نهاية|بداية)\\s+(?:(?:مطلع|أوائل|منتصف|أواخر|نهاية|بداية)\\s+)?${bothNames}(?:\\s+من\\s+العام\\s+(?<yearModifier>الماضي|المقبل|القادم|الحالي|الجاري)|\\s+${which})?`,
    },
    { means: 'month', says: `${bothNames}\\s+${which}` },
    { means: { days: -2 }, says: '(?:أول|اول)\\s+(?:من\\s+)?(?:أمس|امس)' },
    { means: { days: 2 }, says: `بعد\\s+غد(?:\\s+(?:${weekday}))?` },
    { means: { days: -1 }, says: `(?:${part}\\s+)?(?:أمس|امس|البارحة)(?:\\s+الأول)?(?:\\s+(?:${weekday}))?` },
    { means: { days: 0 }, says: `(?:${part}\\s+)?اليوم(?:\\s+(?:${weekday}))?` },
    { means: { days: 1 }, says: `(?:${part}\\s+)?(?:يوم\\s+)?(?:غد|غدا|غداً|غدًا|الغد)(?:\\s+(?:${weekday}))?` },
    { means: 'weekday', says: `${since}(?:(?:يوم|${part})\\s+)*(?<weekday>${weekday})(?:\\s+${which})?` },
    { means: 'period', says: `(?<period>الأسبوع|الشهر|العام|السنة)\\s+${which}` },
    { means: 'period', says: 'هذ[اه]\\s+(?<period>الأسبوع|الشهر|العام|السنة)' },
    { means: 'ago', says: `(?:قبل|منذ)\\s+(?:نحو\\s+|حوالي\\s+|أكثر من\\s+)?${count}${unit}` },
    {
      means: 'yearRange',
      says: `(?:بين|من)\\s+(?:عامي?\\s+|سنتي\\s+)?(?<year>${year})\\s+(?:و\\s*|إلى\\s+|حتى\\s+)(?<year2>${year})`,
    },
    { means: 'year', says: `(?:(?<since>منذ)\\s+|في\\s+)?(?:عام|سنة|العام)\\s+(?<year>${year})` },
    { means: 'year', says: `(?:(?<since>منذ)|في)\\s+(?<year>${year})` },
    {
      means: 'clock',
      says: `(?:(?:في|عند|حتى)\\s+)?(?:تمام\\s+)?الساعة\\s+(?<hour>${digit}{1,2}|${anyOf(numerals.slice(1).map((names) => names.filter((name) => name.startsWith('ال'))))})(?::(?<minute>${digit}{2}))?(?:\\s+(?<part>(?:صباح|ظهر|عصر|ليل)(?:ا|اً|ًا)|مساءً?))?`,
    },
    {
      means: 'clock',
      says: `(?<hour>${anyOf(numerals.slice(1).map((names) => names.filter((name) => name.endsWith('ة') && name.startsWith('ال'))))})\\s+(?<part>(?:صباح|ظهر|عصر|ليل)(?:ا|اً|ًا)|مساءً?)`,
    },
  ],
})
