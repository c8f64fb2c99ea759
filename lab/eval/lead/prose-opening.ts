import { foldWords, leastWords, sentenceIn } from './opening.ts'

/** What a labeled page says of its article beside the text; any of it may be missing. */
export type BesideText = {
  readonly title?: string | null
  readonly author?: string | null
  readonly date?: string | null
}

/** A headline, a byline or a date is not longer, in words; a credit not than a caption. */
const longestByline = 14
const longestCredit = 45

const sentenceEnd = /[.!?…。！？؟][\]"”’»)]*$/u
const credit =
  /(?:\bgetty images\b|\bap photo\b|\breuters\/|\/reuters\b|\bafp via\b|\bshutterstock\b|\bistock\b|^(?:photo|image|picture|credit|illustration)s?\b[^.]{0,12}[:/]|\b(?:photo|photograph|image|illustration)s? (?:by|courtesy|credit)\b|©)/i
const byline = /^(?:by|von|par|por|door|di)\s+\p{Lu}/u

/**
 * The first sentence of a gold text that is prose of the article. Passed over, because a gold text may begin with what is none: a
 * line that ends no sentence, the headline (as the gold or the page's `title`, `h1` or `og:title` has it), a line of up to 14
 * words that has the author or the date the gold names or begins as a byline, a caption (as a `figcaption` or an `alt` of the
 * page has it), and a picture credit. Stated before any page was looked at; the rule knows nothing of our extraction.
 */
export function proseOpeningOf(gold: string, html: string, beside: BesideText): string | undefined {
  const headlines = [beside.title ?? '', ...headlinesIn(html)].map(folded).filter((words) => words !== '')
  const captions = new Set(captionsIn(html).map(folded))
  const author = folded(beside.author ?? '')
  const isBeside = (line: string): boolean => {
    const words = folded(line)
    if (headlines.includes(words) || captions.has(words)) return true
    const count = words.split(' ').length
    if (count <= longestCredit && credit.test(line)) return true
    if (count > longestByline) return false
    return byline.test(line) || (author !== '' && ` ${words} `.includes(` ${author} `)) || hasDay(line, beside.date)
  }
  for (const each of gold.split('\n')) {
    const line = each.trim()
    if (foldWords(line).length >= leastWords && sentenceEnd.test(line) && !isBeside(line)) return sentenceIn(line)
  }
  return undefined
}

function folded(text: string): string {
  return foldWords(text).join(' ')
}

/** True for a line that has the year and the day of a date. */
function hasDay(line: string, date: string | null | undefined): boolean {
  const found = /^(\d{4})-\d{2}-(\d{2})/.exec(date ?? '')
  if (found === null) return false
  const numbers = (line.match(/\d+/g) ?? []).map(Number)
  return numbers.includes(Number(found[1])) && numbers.includes(Number(found[2]))
}

function headlinesIn(html: string): string[] {
  const marked = [...html.matchAll(/<(h1|title)\b[^>]{0,2000}>([\s\S]{0,1000}?)<\/\1>/gi)].map(
    (match) => match[2] ?? '',
  )
  const named = [...html.matchAll(/<meta\b[^>]{0,300}?og:title[^>]{0,600}?content\s*=\s*(["'])(.{0,600}?)\1/gi)]
  return [...marked, ...named.map((match) => match[2] ?? '')].map(plain)
}

function captionsIn(html: string): string[] {
  const captions = [...html.matchAll(/<figcaption\b[^>]{0,2000}>([\s\S]{0,4000}?)<\/figcaption>/gi)]
  const alts = [...html.matchAll(/\balt\s*=\s*(["'])(.{10,1000}?)\1/gi)]
  return [...captions.map((match) => match[1] ?? ''), ...alts.map((match) => match[2] ?? '')].map(plain)
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(?:amp|quot|apos|nbsp|rsquo|lsquo|ldquo|rdquo);/g, ' ')
}
