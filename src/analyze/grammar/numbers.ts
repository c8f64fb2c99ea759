import { defined } from '../../core/defined.ts'
import { matchesOf } from '../../core/text/matches-of.ts'
import { scaleLetter, scaleOf, scaleWord } from '../../core/text/number-scales.ts'
import { numberOf } from '../times/english-time-words.ts'

/** A number in a sentence: offsets within it, the value with its scale, and the bounds its words give. */
export type NumberFound = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly isRough: boolean
  readonly low?: number
  readonly high?: number
  /** `$`, `€`, `CHF`: a sum of money. */
  readonly currency?: string
  /** `%`, `points`, `km`, `acres`: what the number itself is measured in. */
  readonly measure?: string
}

const small =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const bigScale = 'thousand|million|billion|trillion|crores?'
/** Thousands as in India (`1,50,000`), with a comma, with signs of other countries (`1.200.000`, `1’200`), a comma before decimals, or plain. */
const digits = [
  '\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?(?!\\d)',
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)',
  '\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}(?!\\d)',
  "\\d{1,3}(?:(?:\\.\\d{3}){2,}|(?: \\d{3}){2,}|(?:[\\u00a0\\u2009\\u202f’']\\d{3})+)(?:,\\d{1,2})?(?!\\d)",
  '\\d+,\\d{1,2}(?![\\d,])',
  '\\d+(?:\\.\\d+)?',
].join('|')
const measures =
  'per ?cent(?:age points?)?|percentage points?|kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|acres?|hectares?|tons?|tonnes?|kilograms?|kilos?|kg|lit(?:er|re)s?|gallons?|barrels?|megawatts?|MW|gigawatts?|GW|degrees?|mph|km/h'
const currencies = '[A-Z]{0,3}\\$|\\p{Sc}|(?:USD|EUR|CHF)\\s|(?:INR|Rs\\.?)\\s?'
const money = 'dollars?|euros?|pounds?|francs?|yen|yuan|crowns?|rupees?|rubles?|roubles?'

const pattern = new RegExp(
  [
    `(?<![\\p{L}\\p{N}-])(?<part>(?:an?|one|two|three|four)[\\s-](?<fraction>half|halves|thirds?|quarters?|fifths?)|half)(?=\\sof(?!\\p{L})|[,.;]|$|\\s(?:last|this|in|since|on)\\b)`,
    `|(?<![\\p{L}\\p{N}/:#.,])(?<currency>${currencies})?(?<digits>${digits})`,
    `(?:[\\s-]?(?<scale>(?:${scaleWord}|${scaleLetter})(?![\\p{L}\\p{N}]))(?:[\\s-](?<scale2>${bigScale})(?!\\p{L}))?)?`,
    `|(?<![\\p{L}\\p{N}-])(?<words>(?:${tens})(?:[-\\s](?:${small}))?|${small}|an?(?=\\s(?:${scaleWord}|dozen)(?!\\p{L})))(?![\\p{L}\\p{N}])`,
    `(?:\\s(?<wordScale>${scaleWord}|dozen)(?!\\p{L})(?:\\s(?<wordScale2>${bigScale})(?!\\p{L}))?)?`,
  ].join(''),
  'giu',
)
/** Sentences without one of these hold no number; the words only where no letter is before them. */
const trigger =
  /\d|(?:^|[^a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|hundred|dozen|quarter|third|fifth)/i
const rest = new RegExp(`^(?:(?:\\s?(?<sign>%))|[\\s-]?(?<measure>${measures})(?![\\p{L}\\p{N}]))`, 'iu')
const moneyAfter = new RegExp(`^\\s(?<money>${money})(?!\\p{L})`, 'iu')
const fractions: Readonly<Record<string, number>> = { half: 2, halve: 2, third: 3, quarter: 4, fifth: 5 }

const atLeast = /(?:at least|more than|over|no fewer than|upwards? of)$/i
const atMost = /(?:up to|fewer than|less than|under|at most|as many as)$/i
const near = /(?:about|around|nearly|almost|some|an? estimated|estimated|approximately|roughly|close to|dozens)$/i

/**
 * The numbers of a sentence in order, in digits and words, with scale, money sign and measure. Not numbers here: a year, a date
 * or a time (other rules read those), an age, a score, a rank, the number of a road or a rule. Linear in the sentence.
 */
export function numbersIn(text: string): NumberFound[] {
  if (!trigger.test(text)) return []
  const found: NumberFound[] = []
  for (const match of matchesOf(pattern, text)) {
    const groups = match.groups ?? {}
    const value = groups.part ? shareOf(groups.part, groups.fraction) : amountOf(groups)
    const before = found.at(-1)
    const isSecondHalf = /\d[-–]$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    if (isSecondHalf && before?.end !== match.index - 1) continue
    if (value === undefined || isNoAmount(text, match.index, match[0], groups)) continue
    const number = withMeasure(text, match.index, match[0], value, groups)
    const joined = before && joinRange(text, before, number)
    if (joined) found[found.length - 1] = joined
    else found.push(number)
  }
  return found
}

function amountOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const start = groups.digits === undefined ? numberOf(groups.words) : writtenValue(groups.digits)
  if (start === undefined) return undefined
  const scales = [groups.scale, groups.scale2, groups.wordScale, groups.wordScale2]
  return scales.reduce((product, word) => product * scaleOf(word), start)
}

/** `1,204`, `1,50,000`, `1.200.000`, `1 200 000`, `3,5`, `1.234,56` */
function writtenValue(figures: string): number {
  if (COMMA_DECIMAL.test(figures)) return Number(figures.replace(/[^\d,]/g, '').replace(',', '.'))
  return Number(/\..*\./.test(figures) ? figures.replace(/\D/g, '') : figures.replace(/[^\d.]/g, ''))
}

const COMMA_DECIMAL = /^[^,]*,\d{1,2}$/

/** `two thirds`, `a quarter` in percent, to a tenth. */
function shareOf(part: string, fraction: string | undefined): number | undefined {
  const parts = fractions[(fraction ?? 'half').toLowerCase().replace(/s$/, '')]
  const count = /^half/i.test(part) ? 1 : numberOf(part.split(/[\s-]/)[0])
  return parts === undefined || count === undefined ? undefined : Math.round((count / parts) * 1000) / 10
}

const numbered =
  /(?:\b(?:article|section|chapter|page|room|gate|platform|flight|route|road|highway|interstate|line|level|phase|grade|type|class|group|no|number|day|week|episode|season|level|category|tier|part|clause|rule|paragraph|bus|channel|unit|block|pier|aged?|age of|under-|act|resolution|version|covid|g|boeing|airbus)|№)\.?[\s-]?$/i

/** `-30%`, `–40 people`: the other end of a range, not a score. */
const rangeAfter =
  /^[-–]\d[\d,.]*(?:\s?(?:%|percent|per cent|m(?!\p{L})|bn(?!\p{L}))|\s(?:million|billion|thousand|people|\p{Ll}+s)(?!\p{L}))/u

function isNoAmount(
  text: string,
  start: number,
  words: string,
  { currency, digits: figures, scale }: Readonly<Record<string, string | undefined>>,
): boolean {
  const after = text.slice(start + words.length, start + words.length + 24)
  const before = text.slice(Math.max(0, start - 14), start)
  if (/^(?:st|nd|rd|th)(?!\p{L})/iu.test(after)) return true
  if (/^[-–\s]?(?:years?|months?|weeks?|days?)[-\s]olds?(?!\p{L})/iu.test(after)) return true
  // Scores, phone numbers, dates and times in figures.
  if (
    /^(?:[-–/:.,]\d|[-–]\p{L}+-\p{L}+|\p{L})/u.test(after) &&
    !(currency && /^[-–]/.test(after)) &&
    !rangeAfter.test(after)
  )
    return true
  if (currency) return false
  // `10,12 and 14` lacks a space; `1 200 people` may be one number or two.
  if (figures && COMMA_DECIMAL.test(figures) && scale === undefined && !rest.test(after) && !moneyAfter.test(after))
    return true
  if (/^\d{1,3}$/.test(words) && /^ \d{3}(?![\d,])/.test(after)) return true
  if (/^\d{3}(?:$|\D)/.test(words) && /(?<![\d,.])\d{1,3} $/.test(before)) return true
  if (numbered.test(before)) return true
  if (figures && /\p{L}[-–]$/u.test(before)) return true
  // `Tarkan, 54, denies`: an age.
  if (figures && /\p{L}, $/u.test(before) && /^,|^ and (?:his|her)/u.test(after)) return true
  return scale === undefined && /^(?:1[5-9]|20)\d\d$/.test(words)
}

function withMeasure(
  text: string,
  start: number,
  words: string,
  value: number,
  { currency, part }: Readonly<Record<string, string | undefined>>,
): NumberFound {
  const bare = start + words.length
  const after = text.slice(bare, bare + 24)
  const sign = currency ? undefined : rest.exec(after)
  const coin = currency || sign ? undefined : moneyAfter.exec(after)
  const end = bare + (sign?.[0].length ?? coin?.[0].length ?? 0)
  const measure = part ? '%' : sign ? measureOf(sign.groups?.sign ?? sign.groups?.measure ?? '') : undefined
  const coinName = currency?.trim() ?? coin?.groups?.money?.toLowerCase().replace(/s$/, '')
  const before = text.slice(Math.max(0, start - 20), start).trimEnd()
  const isMin = atLeast.test(before)
  const isMax = atMost.test(before)
  return {
    start,
    end,
    value,
    isRough: isMin || isMax || near.test(before),
    ...defined({
      low: isMin ? value : undefined,
      high: isMax ? value : undefined,
      currency: coinName || undefined,
      measure: measure || undefined,
    }),
  }
}

/** One name for each measure: `%` for percent, `km` for kilometres. */
function measureOf(words: string): string {
  const word = words.toLowerCase().replace(/\s/g, '')
  if (/point/.test(word)) return 'points'
  if (word === '%' || /^percent/.test(word)) return '%'
  if (/^(?:km|kilomet)/.test(word) && word !== 'km/h') return 'km'
  if (/^met/.test(word)) return 'meters'
  if (/^(?:foot|feet)$/.test(word)) return 'feet'
  if (/^(?:kg|kilo)/.test(word)) return 'kg'
  if (/^tonn?e?s?$/.test(word)) return 'tonnes'
  if (/^inch/.test(word)) return 'inches'
  if (/^lit/.test(word)) return 'liters'
  return /s$|^(?:mph|km\/h|mw|gw)$/.test(word) ? word : `${word}s`
}

/** `between 30 and 40`, `30 to 40`, `30-40`: one figure with two bounds. */
function joinRange(text: string, a: NumberFound, b: NumberFound): NumberFound | undefined {
  const between = text.slice(a.end, b.start)
  const before = text.slice(Math.max(0, a.start - 12), a.start)
  const isRange = /^(?:\s?[-–]\s?| to )$/.test(between)
    ? !/\bfrom $/i.test(before)
    : / ?and $/.test(between) && /\bbetween $/i.test(before)
  if (!isRange || b.value <= a.value || isChange(before, a)) return undefined
  if (a.currency !== b.currency && a.currency !== undefined && b.currency !== undefined) return undefined
  return { ...b, start: a.start, value: a.value, low: a.value, high: b.value, isRough: true, ...unitOf(a, b) }
}

/** `rose 3 percentage points to 12 percent`: by how much, and to what. */
function isChange(before: string, { measure, currency }: NumberFound): boolean {
  return (
    (measure !== undefined || currency !== undefined) &&
    /\b(?:rose|rises|risen|fell|falls?|fallen|grew|grown|climbed|dropped|declined|(?:in|de)creased|slipped|jumped|gained|lost|added|up|down|by) $/i.test(
      before,
    )
  )
}

function unitOf(a: NumberFound, b: NumberFound): Pick<NumberFound, 'currency' | 'measure'> {
  const currency = a.currency ?? b.currency
  const measure = a.measure ?? b.measure
  return defined({ currency: currency || undefined, measure: measure || undefined })
}
