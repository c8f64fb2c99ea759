import type { Span } from '../../core/span.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'

/** How texts in a language say that words were spoken in another, or through an interpreter. */
type Words = {
  /** Names of languages after `in`, with their tags. */
  readonly languages: Readonly<Record<string, string>>
  /** Pattern with `LANGUAGE` in place of the names. */
  readonly spokenIn: string
  readonly through: string
  /** Small words in nearly every sentence of the language: a quotation without them may be in the original language. */
  readonly small: string
}

const ENGLISH: Words = {
  languages: {
    ar: 'Arabic',
    fr: 'French',
    de: 'German',
    es: 'Spanish',
    en: 'English',
    '*': 'Russian|Ukrainian|Hebrew|Persian|Farsi|Turkish|Kurdish|Chinese|Mandarin|Cantonese|Japanese|Korean|Hindi|Urdu|Bengali|Tamil|Portuguese|Italian|Dutch|Polish|Czech|Hungarian|Romanian|Greek|Swedish|Norwegian|Danish|Finnish|Catalan|Basque|Galician|Quechua|Swahili|Amharic|Pashto|Dari|Serbian|Albanian|Georgian|Armenian|Welsh|Irish|Vietnamese|Thai|Indonesian|Malay|Creole|sign language',
  },
  spokenIn:
    '\\b(?:in (?:(?:fluent|broken|halting|rapid|(?:his|her|their) native) )?(?:LANGUAGE)(?=\\s*(?:[,.;:!?)“"«—–-]|$)|\\s+(?:on|at|to|that|after|during|as|and|but|from|before|when|while|according|through|via|with)\\b)|translated from (?:the )?(?:LANGUAGE)\\b)',
  through:
    '\\b(?:through|via|with the help of) (?:an?|his|her|their|the) (?:[\\p{L}-]+ )?(?:interpreter|translator)\\b|\\b(?:according to|in) (?:an?|the|its|our) (?:[\\p{L}-]+ ){0,2}translation\\b|\\btranslated (?:remarks|comments|speech|statement)\\b',
  small: 'the|of|and|to|is|are|was|were|we|you|it|that|this|not|have|has|will|our|they|he|she|a|i|my|in|for|be|do',
}

const FRENCH: Words = {
  languages: {
    ar: 'arabe',
    fr: 'français',
    de: 'allemand',
    es: 'espagnol',
    en: 'anglais',
    '*': 'russe|ukrainien|hébreu|persan|farsi|turc|kurde|chinois|mandarin|japonais|coréen|hindi|ourdou|portugais|italien|néerlandais|flamand|polonais|grec|suédois|catalan|basque|quechua|swahili|peul|wolof|bambara|berbère|tamazight|pachto|arménien|géorgien|créole|langue des signes',
  },
  spokenIn: "(?<!\\p{L})(?:en (?:LANGUAGE)(?!\\p{L})|traduit(?:e|es|s)? (?:de l['’]|du )(?:LANGUAGE)(?!\\p{L}))",
  through:
    "(?<!\\p{L})(?:(?:par l['’]intermédiaire|avec l['’]aide) (?:d['’]une?|de son|de sa|de leur) (?:interprète|traduct(?:eur|rice))|via (?:une?|son|sa) (?:interprète|traduct(?:eur|rice))|(?:selon|d['’]après) (?:la|une) traduction)(?!\\p{L})",
  small:
    'le|la|les|de|des|du|et|à|est|sont|nous|vous|il|elle|on|je|que|qui|ce|pas|ne|un|une|notre|nos|dans|pour|en|au|aux|se|ma|mon',
}

const GERMAN: Words = {
  languages: {
    ar: 'Arabisch',
    fr: 'Französisch',
    de: 'Deutsch',
    es: 'Spanisch',
    en: 'Englisch',
    '*': 'Russisch|Ukrainisch|Hebräisch|Persisch|Farsi|Türkisch|Kurdisch|Chinesisch|Japanisch|Koreanisch|Hindi|Portugiesisch|Italienisch|Niederländisch|Polnisch|Tschechisch|Ungarisch|Griechisch|Schwedisch|Quechua|Paschtu|Rätoromanisch|Gebärdensprache',
  },
  spokenIn: '(?<!\\p{L})(?:auf (?:LANGUAGE)(?!\\p{L})|aus dem (?:LANGUAGE)en übersetzt)',
  through:
    '(?<!\\p{L})(?:(?:über|durch|mit Hilfe) (?:eine[nrs]?|seine[nrs]?|ihre[nrs]?|den|die) (?:Dolmetscher|Übersetzer)(?:in|s)?|(?:laut|nach) (?:der |einer )?Übersetzung|wie (?:das|der|die) \\p{L}+ übersetzte)(?!\\p{L})',
  small:
    'der|die|das|und|ist|sind|wir|ihr|es|er|sie|ich|nicht|den|dem|ein|eine|zu|in|von|mit|auf|uns|unser|wird|hat|war|kein|keine',
}

const SPANISH: Words = {
  languages: {
    ar: 'árabe',
    fr: 'francés',
    de: 'alemán',
    es: 'español|castellano',
    en: 'inglés',
    '*': 'ruso|ucraniano|hebreo|persa|turco|kurdo|chino|mandarín|japonés|coreano|hindi|portugués|italiano|neerlandés|polaco|griego|sueco|catalán|euskera|vasco|gallego|quechua|aymara|guaraní|náhuatl|criollo|lengua de (?:signos|señas)',
  },
  spokenIn: '(?<!\\p{L})(?:en (?:LANGUAGE)(?!\\p{L})|traducid[oa]s? del (?:LANGUAGE)(?!\\p{L}))',
  through:
    '(?<!\\p{L})(?:(?:a través|por medio|con ayuda) de (?:una?|su|la|el) (?:intérprete|traductora?)|según (?:la|una) traducción)(?!\\p{L})',
  small:
    'el|la|los|las|de|del|y|es|son|que|no|nos|se|lo|un|una|en|para|por|con|mi|su|nuestro|nuestra|yo|está|están|al|me',
}

const ARABIC: Words = {
  languages: {
    ar: 'عربية',
    fr: 'فرنسية',
    de: 'ألمانية',
    es: 'إسبانية|اسبانية',
    en: 'إنجليزية|انجليزية|إنكليزية|انكليزية',
    '*': 'روسية|أوكرانية|عبرية|فارسية|تركية|كردية|صينية|يابانية|كورية|هندية|أردية|برتغالية|إيطالية|ايطالية|هولندية|يونانية|أمازيغية|سواحيلية|بشتو|كيتشوا',
  },
  spokenIn: '(?<!\\p{L})(?:بال(?:لغة ال)?(?:LANGUAGE)(?!\\p{L})|مترجم\\p{L}* عن ال(?:LANGUAGE)(?!\\p{L}))',
  through: '(?<!\\p{L})(?:(?:عبر|بواسطة|من خلال) (?:ال)?مترجم\\p{L}*|(?:بحسب|وفق|حسب) (?:ال)?ترجمة)',
  small: '\\p{L}+',
}

const WORDS = new Map(Object.entries({ en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH, ar: ARABIC }))

type Reader = { readonly signs: readonly RegExp[]; readonly small: RegExp }

const readers = new Map<string, Reader>()

function readerOf(language: string): Reader | undefined {
  const primary = primaryLanguage(language)
  const words = WORDS.get(primary)
  if (!words) return undefined
  const known = readers.get(primary)
  if (known) return known
  const others = Object.entries(words.languages).flatMap(([tag, names]) => (tag === primary ? [] : names))
  const reader = {
    signs: [new RegExp(words.spokenIn.replaceAll('LANGUAGE', others.join('|')), 'u'), new RegExp(words.through, 'u')],
    small: new RegExp(`(?<!\\p{L})(?:${words.small})(?!\\p{L})`, 'iu'),
  }
  readers.set(primary, reader)
  return reader
}

/**
 * Where a sentence says that its quotation was spoken in another language, or through an interpreter: then the quoted words are a
 * translation. `quoted` are all quotations; one without small words of the text's own language may be the original.
 */
export function spokenInTranslation(
  text: string,
  language: string,
  sentence: Span,
  quoted: readonly Span[],
  quote: Span,
): Span | undefined {
  const reader = readerOf(language)
  if (!reader?.small.test(text.slice(quote.start, quote.end))) return undefined
  let outside = text.slice(sentence.start, sentence.end)
  if (!reader.signs.some((sign) => sign.test(outside))) return undefined
  for (const { start, end } of quoted) {
    const [from, to] = [Math.max(0, start - sentence.start), Math.max(0, end - sentence.start)]
    if (to > from && from < outside.length)
      outside = outside.slice(0, from) + '_'.repeat(Math.min(to, outside.length) - from) + outside.slice(to)
  }
  for (const sign of reader.signs) {
    const match = sign.exec(outside)
    if (match) return { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  }
  return undefined
}
