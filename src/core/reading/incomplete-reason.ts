import { nth } from '../nth.ts'
/**
 * Why a text isn't complete, by name and in English. Each `{}` is the page's words, a number, or another reason. The sentence is
 * what is stored, so that the database can be read directly; {@link parseReason} finds the name again for other languages.
 */
export const incompleteReasons = {
  'asks-for-person': 'The page asks whether a person is reading: “{}”',
  'needs-script': 'The page shows nothing without JavaScript: “{}”',
  'not-found': 'The page was not found at this address: “{}”',
  'server-error': 'The server answered with an error: “{}”',
  login: 'The page asks for a login: “{}”',
  consent: 'The page asks for consent instead of showing the article: “{}”',
  adverts: 'The page asks that advertisements be let through: “{}”',
  money: 'The page asks for money instead of showing the article: “{}”',
  region: 'The page is not shown in this region: “{}”',
  parked: 'The address is for sale or parked: “{}”',
  'no-text': 'No article text was found on the page',
  empty: 'The text is empty',
  'few-words': 'Only {} words of text',
  promised: 'The page announces about {} words; {} were found',
  'not-free': 'The page says that the article is not free to read',
  'not-free-promised': 'The page says that it is not free to read and announces about {} words; {} were found',
  'page-says': 'The page says: “{}”',
  'feed-says': 'The feed says: “{}”',
  'sends-on': 'The page sends its readers on: “{}”',
  'breaks-off': 'The text breaks off with an ellipsis',
  'no-opening': 'The opening is missing: “{}”',
  'mid-sentence': 'The text begins in the middle of a sentence',
  'feed-empty': '{} The feed has no text either.',
  'feed-summary': '{} The feed has only a summary of {} words.',
  unreadable: 'The page could not be read: {}',
  'page-shorter': 'The page has less of the text than the feed: {}',
  'too-slow': 'The page took longer than {} s to read.',
  'front-page': 'The address leads to the front page of the site: this is the feed’s own text.',
  'no-address': 'The entry has no address of its own.',
  'not-fetched': 'Fetching pages is switched off.',
  'own-text': 'This feed is set to show its own text.',
  robots: 'The site asks programs not to fetch this page (robots.txt): this is the feed’s own text.',
  'robots-unread': 'What the site asks of programs (robots.txt) could not be read. {}',
} as const

export type IncompleteReason = keyof typeof incompleteReasons

/** A reason's name and the values of its placeholders, or its text if we don't know it. */
type ParsedReason =
  | { readonly kind: 'known'; readonly name: IncompleteReason; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

const place = '{}'

export function formatReason(name: IncompleteReason, ...values: readonly (string | number)[]): string {
  return incompleteReasons[name].split(place).reduce((said, part, at) => `${said}${values[at - 1] ?? ''}${part}`)
}

type Shape = { readonly name: IncompleteReason; readonly parts: readonly string[] }

/** The most specific first: `{} The feed …` begins with another reason. */
const shapes: readonly Shape[] = (Object.keys(incompleteReasons) as IncompleteReason[])
  .map((name) => ({ name, parts: withoutStop(incompleteReasons[name]).split(place) }))
  .sort((a, b) => Number(b.parts[0] === '') - Number(a.parts[0] === ''))

/** Parses a sentence of {@link formatReason}, with or without its final period. */
export function parseReason(reason: string): ParsedReason {
  const text = reason.trim()
  for (const { name, parts } of shapes) {
    const values = valuesIn(withoutStop(text), parts)
    if (values !== undefined) return { kind: 'known', name, values }
  }
  return { kind: 'text', text }
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text
}

/** The values between the parts of a sentence. Each part is matched once, from the left; the last one at the end. */
function valuesIn(text: string, parts: readonly string[]): readonly string[] | undefined {
  const first = nth(parts, 0)
  const last = parts.at(-1)!
  if (parts.length === 1) return text === first ? [] : undefined
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined
  const values: string[] = []
  const end = text.length - last.length
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from)
    if (at < 0 || at + part.length > end) return undefined
    values.push(text.slice(from, at))
    from = at + part.length
  }
  return [...values, text.slice(from, end)]
}
