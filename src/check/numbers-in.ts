import { defined } from '../core/defined.ts'
import { scaleLetter, scaleOf, scaleWord } from '../core/text/number-scales.ts'

/** A number in a text: its place and value. `low` and `high` are the bounds given by the words before it. */
export type NumberRead = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly bound?: 'low' | 'high' | 'near'
  /** `$`, `%`, `points`, `th`: what is written with the number. */
  readonly sign?: string
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
const small = `${ONES} eighteen nineteen`.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'.split(
    ' ',
  )
const scale = `(?:${scaleWord}|dozen|${scaleLetter})(?![\\p{L}\\p{N}])`
const currency = 'US\\$|A\\$|C\\$|[$£€¥₹]|(?:USD|EUR|CHF|GBP)\\s?'
const words = `(?:${tens.join('|')})(?:[-\\s](?:${small.slice(1, 10).join('|')}))?|${small.slice(1).join('|')}`
const pattern = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?<currency>${currency})?(?<digits>\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)|\\d{1,3}(?:[,  ]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)(?:[\\s-]?(?<scale>${scale})(?:\\s(?<scale2>crores?)(?!\\p{L}))?)?`,
    `|(?<![\\p{L}\\p{N}-])(?<ordinal>${ordinals.slice(1).join('|')})(?![\\p{L}\\p{N}])`,
    `|(?<![\\p{L}\\p{N}-])(?<words>${words}|an?(?=\\s(?:${scaleWord}|dozen)(?!\\p{L}))|half)(?![\\p{L}\\p{N}])(?:[\\s-](?<wordScale>${scale}))?(?:\\s(?<wordScale2>thousand|million|billion|crores?))?`,
  ].join(''),
  'giu',
)
const after =
  /^(?:\s?(?<percent>%|percent(?:age)?(?! points?)|per\s?cent)|(?:-|\s)(?<points>percentage points?|points?)|(?<th>st|nd|rd|th)|\s(?<coin>dollars?|euros?|pounds?|francs?|yen|yuan|rupees?|rubles?|crowns?))(?![\p{L}\p{N}])/iu
const COINS: { readonly [word: string]: string } = {
  dollar: '$',
  euro: '€',
  pound: '£',
  yen: '¥',
  rupee: '₹',
  us$: '$',
  usd: '$',
  eur: '€',
  gbp: '£',
}

/**
 * The numbers of a sentence in order, in digits, words or both (`1.3 billion`, `thirteen`, `a dozen`, `third`). A comma before three digits
 * separates thousands, any other is a decimal comma. Linear in the sentence.
 */
export function numbersIn(text: string): NumberRead[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = amountOf(match.groups ?? {})
    if (value === undefined) return []
    const end = match.index + match[0].length
    const joined = after.exec(text.slice(end, end + 24))
    const sign = match.groups?.currency?.trim().toLowerCase() ?? signOf(joined?.groups ?? {}, match.groups ?? {})
    const bound = boundOf(text.slice(Math.max(0, match.index - 18), match.index))
    return [
      {
        start: match.index,
        end: end + (joined?.[0].length ?? 0),
        value,
        ...defined({ bound, sign: sign ? (COINS[sign] ?? sign) : undefined }),
      },
    ]
  })
}

type Groups = Readonly<Record<string, string | undefined>>

function amountOf({ digits, scale, scale2, ordinal, words, wordScale, wordScale2 }: Groups): number | undefined {
  const start = digits === undefined ? wordValue(ordinal, words) : digitValue(digits)
  if (start === undefined) return undefined
  const value = [scale, scale2, wordScale, wordScale2].reduce((product, word) => product * scaleOf(word), start)
  return Math.round(value * 1e6) / 1e6
}

function digitValue(digits: string): number {
  // `1,50,000` and `1.200.000` have no decimal sign.
  if (/[.,]\d+[.,]\d{3}$/.test(digits)) return Number(digits.replace(/[.,]/g, ''))
  const joined = digits.replace(/[,  ](?=\d{3}(?!\d))/g, '')
  return Number(joined.replace(',', '.'))
}

function wordValue(ordinal: string | undefined, words: string | undefined): number | undefined {
  if (ordinal !== undefined) return ordinals.indexOf(ordinal.toLowerCase())
  const lower = words?.toLowerCase() ?? ''
  if (lower === 'a' || lower === 'an') return 1
  if (lower === 'half') return 0.5
  const [first = '', second = ''] = lower.split(/[-\s]/)
  const ten = tens.indexOf(first)
  return ten < 0 ? small.indexOf(first) : (ten + 2) * 10 + Math.max(0, small.indexOf(second))
}

function signOf({ percent, points, th, coin }: Groups, { ordinal }: Groups): string | undefined {
  if (percent) return '%'
  if (points) return 'points'
  if (th || ordinal) return 'th'
  return coin?.toLowerCase().replace(/s$/, '')
}

function boundOf(before: string): NumberRead['bound'] {
  if (/(?:at least|more than|over|no fewer than|upwards of|above|exceed(?:s|ed|ing)?)\s$/i.test(before)) return 'low'
  if (/(?:up to|fewer than|less than|under|at most|as many as|below|no more than)\s$/i.test(before)) return 'high'
  return /(?:about|around|nearly|almost|some|estimated|approximately|roughly|close to)\s$/i.test(before)
    ? 'near'
    : undefined
}
