import { primaryLanguage } from '../core/text/primary-language.ts'
import { packOf } from '../languages/all.ts'

/** Every value a number written in digits may have: `1,234` is 1234 in English and 1.234 in French. */
export type WrittenNumber = readonly number[]

/** The zero of each script. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
const spaced = /(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,٫]\d+)?(?!\d)/.source
const plain = /\d+(?:[.,٫٬]\d+)*/.source
const written = new RegExp(`${spaced}|${plain}`, 'gu')
/** An afternoon hour, which other languages count up to 24. */
const afternoon = /^(?::\d{2}|\.\d{2})?\s?(?:p\.?\s?m\b|مساء|du soir|de l['’]après-midi)/iu

/** A century as written in French: `XVIIe siècle`. */
const century = /(?<!\p{L})([IVX]{1,5})(?:er|e|ème)(?=\s+siècles?)/gu
const letters: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** The numbers written in digits in a text, in any script, with every value each may have in that language. */
export function writtenNumbers(text: string, language: string): readonly WrittenNumber[] {
  const western = inWesternDigits(text).replace(century, (_, roman: string) => String(valueOfRoman(roman)))
  return [...western.matchAll(written)].flatMap((match) => {
    const values = valuesOf(match[0], primaryLanguage(language))
    const isLate = afternoon.test(western.slice(match.index + match[0].length))
    return isLate
      ? values.map((value) => [...value, ...value.filter((hour) => hour < 12).map((hour) => hour + 12)])
      : values
  })
}

/** The same text with `0` to `9` in place of other scripts' digits. */
export function inWesternDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

function valueOfRoman(roman: string): number {
  const values = [...roman].map((letter) => letters[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

function valuesOf(token: string, language: string): readonly WrittenNumber[] {
  const joined = token.replace(/[ \u00a0\u202f\u2009'’]/g, '')
  if (joined !== token) return [[Number(joined.replace(/[,٫]/, '.'))]]
  const parts = token.split(/[.,٫٬]/)
  const marks = token.match(/[.,٫٬]/g) ?? []
  if (marks.length === 0) return [[Number(token)]]
  if (marks.length === 1) return [valuesOfTwo(parts as [string, string], marks[0]!, language)]
  const areGroups = (some: readonly string[]) => some.slice(1).every((part) => part.length === 3)
  const isOneMark = (some: readonly string[]) => some.every((mark) => mark === some[0])
  if (isOneMark(marks) && areGroups(parts)) return [[Number(parts.join(''))]]
  if (isOneMark(marks.slice(0, -1)) && marks.at(-1) !== marks[0] && areGroups(parts.slice(0, -1)))
    return [[Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`)]]
  return parts.map((part) => [Number(part)])
}

function valuesOfTwo([whole, rest]: readonly [string, string], mark: string, language: string): WrittenNumber {
  const fraction = Number(`${whole}.${rest}`)
  const thousands = Number(whole + rest)
  if (mark === '٬') return [thousands]
  if (mark === '٫' || rest.length !== 3 || whole.length > 3 || whole === '0') return [fraction]
  const decimalMark = language === 'und' ? 'either' : packOf(language)?.decimalMark
  if (decimalMark === 'either') return [fraction, thousands]
  if (decimalMark === 'point') return [mark === ',' ? thousands : fraction]
  return mark === ',' ? [fraction] : [thousands, fraction]
}
