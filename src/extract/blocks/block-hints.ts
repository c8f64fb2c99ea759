import { keyOf, shinglesOf, wordsOf } from '../words.ts'
import type { PageBlock } from './page-blocks.ts'

/** What the page and the feed say about the article beside its text. Each is only a hint. */
export type PageHints = {
  /** Keys of all forms of the headline. */
  readonly titleKeys: ReadonlySet<string>
  /** The page's description, or the feed's. */
  readonly description: string
  /** `articleBody` of the structured data. */
  readonly bodyText: string
  /** The authors, as far as the page's structured data and markup name them. */
  readonly authors: readonly string[]
  /** The name of the site, and the label of its host. */
  readonly siteNames: readonly string[]
}

/** The features of {@link hintsOf}, in order. */
export const hintNames = [
  'isTitle',
  'titleShare',
  'isInTitle',
  'descriptionShare',
  'isDescription',
  'bodyShare',
  'hasBody',
  'repeats',
  'isSeen',
  'namesAuthor',
  'namesSite',
] as const

/** Compares blocks with what the page says about its article, and with each other; a row is empty where `isMeasured` is 0. */
export function hintsOf(
  blocks: readonly PageBlock[],
  hints: PageHints,
  isMeasured: Uint8Array,
): readonly (readonly number[])[] {
  const titleWords = new Set([...hints.titleKeys].flatMap((key) => key.split(' ')))
  const titles = [...hints.titleKeys]
  const described = new Set(shinglesOf(wordsOf(hints.description), 3))
  const described2 = ` ${wordsOf(hints.description).join(' ')} `
  const bodied = new Set(shinglesOf(wordsOf(hints.bodyText), 4))
  const counts = new Map<string, number>()
  for (const { key } of blocks) counts.set(key, (counts.get(key) ?? 0) + 1)
  const seen = new Set<string>()
  const opening = described2.slice(0, 60)
  const authors = keysOf(hints.authors)
  const sites = keysOf(hints.siteNames)
  return blocks.map(({ key, wordCount }, index) => {
    const isSeen = seen.has(key)
    seen.add(key)
    if (isMeasured[index] === 0) return []
    const words = key.split(' ')
    const isShort = wordCount <= 80
    return [
      Number(hints.titleKeys.has(key)),
      isShort ? words.reduce((sum, word) => (titleWords.has(word) ? sum + 1 : sum), 0) / words.length : 0,
      Number(key.length > 8 && titles.some((title) => title.includes(key))),
      described.size === 0 || !isShort ? 0 : shareIn(shinglesOf(words, 3), described),
      Number(key.length > 20 && (described2.includes(` ${key} `) || ` ${key} `.includes(opening))),
      bodied.size === 0 ? 0 : shareIn(shinglesOf(words, 4), bodied),
      Number(bodied.size > 40),
      counts.get(key) ?? 1,
      Number(isSeen),
      isShort && authors.length > 0 ? placeOf(authors, key) : 0,
      isShort && sites.length > 0 ? placeOf(sites, key) : 0,
    ]
  })
}

function shareIn(shingles: readonly string[], others: ReadonlySet<string>): number {
  let found = 0
  for (const shingle of shingles) if (others.has(shingle)) found++
  return shingles.length === 0 ? 0 : found / shingles.length
}

function keysOf(names: readonly string[]): string[] {
  return [...new Set(names.map(keyOf))].filter((key) => key.length > 2).map((key) => ` ${key} `)
}

/** 2 when a text begins with one of the names, 1 when it contains one further on. */
function placeOf(names: readonly string[], key: string): number {
  const text = ` ${key} `
  if (names.some((name) => text.startsWith(name))) return 2
  return Number(names.some((name) => text.includes(name)))
}
