import { primaryLanguage } from '../core/text/primary-language.ts'
import { inWesternDigits } from './written-numbers.ts'

type Language = 'en' | 'fr' | 'ar'
const number = {
  en: '(?:\\d|(?<!\\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion))',
  fr: '(?:\\d|(?<!\\p{L})(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|mille|millions? (?:de|d’)|milliards? (?:de|d’)))',
  ar: '(?:\\d|(?:ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|سبعة|ثمانية|ثماني|تسعة|تسع|عشرة|عشر|مليون|مليار|ألف|آلاف))',
} as const

/** The names of each unit. A mark such as `%` is the same in every language. */
const units: readonly Readonly<Record<Language, string>>[] = [
  {
    en: '%|٪|per ?cent|percentage',
    fr: '%|٪|pour ?cent|pourcentage',
    ar: '%|٪|في الم[ئا]?[ئة]ة?|بالم[ئا]?[ئة]ة?|نقطة مئوية|نقاط مئوية',
  },
  { en: 'thousands?', fr: 'mille|milliers?', ar: 'ألفا?ً?|آلاف|ألوف|ألفي|ألفين|ألفان' },
  { en: 'millions?|mn', fr: 'millions?', ar: 'مليونا?ً?|ملايين|مليوني|مليونين' },
  { en: 'billions?|bn', fr: 'milliards?', ar: 'مليارا?ً?|مليارات|ملياري|بليون' },
  { en: 'trillions?|tn', fr: 'billions?|mille milliards', ar: 'تريليونا?ً?|تريليونات' },
  { en: '\\$|dollars?|USD', fr: '\\$|dollars?|USD', ar: '\\$|دولارا?ً?|دولارات|USD' },
  { en: '€|euros?|EUR', fr: '€|euros?|EUR', ar: '€|يورو|EUR' },
  { en: '£|pounds?|GBP', fr: '£|livres?|GBP', ar: '£|جنيها?ً?|جنيهات|رطل|أرطال|GBP' },
  { en: 'kilomet(?:er|re)s?|km', fr: 'kilomètres?|km', ar: 'كيلومترا?ً?|كيلومترات|كيلومتران|كيلومترين|كيلو متر|كم|كلم' },
  { en: 'miles?', fr: 'milles?|miles?', ar: 'ميلا?ً?|أميال|ميلان|ميلين' },
  { en: 'met(?:er|re)s?', fr: 'mètres?|m', ar: 'مترا?ً?|أمتار|متران|مترين' },
  { en: 'kilograms?|kilos?|kg', fr: 'kilogrammes?|kilos?|kg', ar: 'كيلوغراما?ً?|كيلوغرامات|كيلوجرام|كغ|كجم|كلغ' },
  { en: 'tons?|tonnes?', fr: 'tonnes?', ar: 'طنا?ً?|أطنان|طنان|طنين' },
  { en: 'hectares?', fr: 'hectares?', ar: 'هكتارا?ً?|هكتارات' },
  { en: 'minutes?', fr: 'minutes?|min', ar: 'دقيقة|دقائق|دقيقتان|دقيقتين' },
  {
    en: "hours?|[ap]\\.?m|o[’']clock|:\\d\\d",
    fr: 'heures?|h',
    ar: 'ساعة|ساعات|ساعتان|ساعتين|صباحا\\p{M}?|مساء\\p{M}?|:\\d\\d',
  },
  { en: 'days?', fr: 'jours?|journées?', ar: 'يوما?ً?|أيام|يومان|يومين' },
  { en: 'weeks?', fr: 'semaines?', ar: 'أسبوعا?ً?|أسابيع|أسبوعان|أسبوعين' },
  { en: 'months?', fr: 'mois', ar: 'شهرا?ً?|أشهر|شهور|شهران|شهرين' },
  { en: 'years?', fr: 'ans?|années?', ar: 'سنة|سنوات|سنين|سنتان|سنتين|عاما?ً?|أعوام|عامان|عامين' },
  { en: 'decades?', fr: 'décennies?', ar: 'عقود|عقدا?ً?|عقدان|عقدين' },
]

type Patterns = { readonly after: RegExp; readonly anywhere: RegExp; readonly mark: string | undefined }
let compiled: readonly Readonly<Record<Language, Patterns>>[] | undefined

/** Compiled with the first translation that is checked, because few processes check one. */
function compile(): readonly Readonly<Record<Language, Patterns>>[] {
  return units.map((unit) => {
    const of = (language: Language) => ({
      after: new RegExp(`${number[language]}[\\s\\u00a0-]*(?:${unit[language]})(?!\\p{L})`, 'iu'),
      anywhere: new RegExp(`(?<!\\p{L})(?:[وبلف]?(?:ال)?)(?:${unit[language]})(?!\\p{L})`, 'iu'),
      mark: unit[language].match(/^[%\\$€£]+(?:\|٪)?/)?.[0],
    })
    return { en: of('en'), fr: of('fr'), ar: of('ar') }
  })
}

/**
 * True when units are unchanged: a unit after a number, or its mark, has its name or mark in the other text too, in both directions. Only
 * for languages whose unit names are known; others pass.
 */
export function keepsUnits(original: string, translated: string, from: string, to: string): boolean {
  const [source, target] = [primaryLanguage(from), primaryLanguage(to)]
  if (!isKnown(source) || !isKnown(target)) return true
  const [asked, given] = [inWesternDigits(original), inWesternDigits(translated)]
  compiled ??= compile()
  return compiled.every((unit) => {
    const isMeant = (language: Language, text: string) => {
      const { after, mark } = unit[language]
      return after.test(text) || (mark !== undefined && new RegExp(mark, 'u').test(text))
    }
    const isNamed = (language: Language, text: string) => isMeant(language, text) || unit[language].anywhere.test(text)
    if (isMeant(source, asked) && !isNamed(target, given)) return false
    return !isMeant(target, given) || isNamed(source, asked)
  })
}

function isKnown(language: string): language is Language {
  return language === 'en' || language === 'fr' || language === 'ar'
}
