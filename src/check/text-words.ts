import { nth } from '../core/nth.ts'
import type { Span } from '../core/span.ts'
import { alignWords, type WordStep } from './align-words.ts'
import { freeWords, functionWords, hedges, negations } from './closed-words.ts'
import { type QuotedWord, quotedWords } from './compare-quotation.ts'
import { type WordChange, wordChanges } from './word-changes.ts'

/** A text with its words and where each of them is. */
export type TextWords = {
  readonly text: string
  readonly words: readonly QuotedWord[]
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** A passage with most of the wanted words; without changes it has all of them, one after another. */
export type FoundPassage = { readonly span: Span; readonly changes: readonly WordChange[]; readonly kept: number }

/** Shorter ones have look-alikes by chance: they are found word for word or not at all. */
export const fewestCompared = 5
/** With more words, only whole: comparing costs the square. */
export const mostCompared = 160
/** A word with more places in a text does not tell where a passage is. */
const mostPlaces = 24
/** Below these shares of the same words, and of the same words that carry meaning, it is another passage. */
const leastKept = 0.7
const leastCarried = 0.5
const fewestCarried = 2
/** More changed words in a row are another passage that begins or ends alike. */
const mostChanged = 3
/** The least share of a found passage that was given; less is two places of a text, not one that was cut. */
const leastDense = 0.5

/** The words of a text, by place. Linear. */
export function readWords(text: string): TextWords {
  const words = quotedWords(text)
  const places = new Map<string, number[]>()
  for (const [index, { key }] of words.entries()) {
    const known = places.get(key)
    if (known) known.push(index)
    else places.set(key, [index])
  }
  return { text, words, places }
}

/** Every place with these words, one after another, found by the rarest of them. */
export function exactPlaces(wanted: readonly QuotedWord[], { words, places }: TextWords): readonly Span[] {
  let rarest = 0
  let fewest: readonly number[] | undefined
  for (const [index, { key }] of wanted.entries()) {
    const here = places.get(key)
    if (!here) return []
    if (!fewest || here.length < fewest.length) [rarest, fewest] = [index, here]
  }
  return (fewest ?? []).flatMap((place) => {
    const from = place - rarest
    if (from < 0 || from + wanted.length > words.length) return []
    if (!wanted.every(({ key }, index) => key === words[from + index]?.key)) return []
    return [{ start: nth(words, from).start, end: nth(words, from + wanted.length - 1).end }]
  })
}

/**
 * The passage of a text with most of these words in the same order, and in which words it differs; undefined when none is close enough
 * to be the same words, changed. `given` is the text of the wanted words.
 */
export function closestPlace(
  given: string,
  wanted: readonly QuotedWord[],
  { text, words, places }: TextWords,
): FoundPassage | undefined {
  if (wanted.length < fewestCompared || wanted.length > mostCompared) return undefined
  const start = likelyStart(wanted, places)
  if (start === undefined) return undefined
  const slack = wanted.length + 8
  const near = words.slice(Math.max(0, start - slack), start + wanted.length + slack)
  const steps = alignWords(
    wanted.map(({ key }) => key),
    near.map(({ key }) => key),
  )
  const same = steps.filter(({ kind }) => kind === 'same').flatMap(({ mine }) => wanted[mine ?? -1] ?? [])
  const theirs = steps.flatMap(({ theirs }) => near[theirs ?? -1] ?? [])
  const [first, last] = [theirs[0], theirs.at(-1)]
  const kept = same.length / wanted.length
  if (!first || !last || kept < leastKept || same.length / theirs.length < leastDense) return undefined
  if (longestChange(steps, wanted) > mostChanged) return undefined
  const carried = same.filter(carriesMeaning).length
  const isOneWord = wanted.length - same.length <= 1
  if (carried < (isOneWord ? 1 : fewestCarried) || carried < leastCarried * wanted.filter(carriesMeaning).length)
    return undefined
  const changes = wordChanges(steps, { text: given, words: wanted }, { text, words: near })
  return { span: { start: first.start, end: last.end }, changes, kept }
}

/** The most given words in a row that the passage does not have; one or two small words in between, which any passage may have, do not count. */
function longestChange(steps: readonly WordStep[], wanted: readonly QuotedWord[]): number {
  let [longest, run, small] = [0, 0, 0]
  for (const { kind, mine } of steps) {
    const word = wanted[mine ?? -1]
    if (!word) continue
    if (kind === 'same') {
      small++
      if (carriesMeaning(word) || small > 2) run = 0
    } else {
      small = 0
      longest = Math.max(longest, ++run)
    }
  }
  return longest
}

/** Where the passage would begin, by what most of its words say; common words are not asked. */
function likelyStart(
  wanted: readonly QuotedWord[],
  places: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const votes = new Map<number, number>()
  for (const [index, word] of wanted.entries()) {
    const here = places.get(word.key) ?? []
    if (here.length > mostPlaces) continue
    for (const place of here) votes.set(place - index, (votes.get(place - index) ?? 0) + (carriesMeaning(word) ? 2 : 1))
  }
  let best: number | undefined
  for (const [start, count] of votes) if (best === undefined || count > (votes.get(best) ?? 0)) best = start
  return best
}

/** Not one of the small words that every text has. */
export function carriesMeaning({ key }: QuotedWord): boolean {
  if (freeWords.has(key) || functionWords.has(key) || hedges.has(key) || negations.has(key)) return false
  return key.length > 2 || /[^\p{Script=Latin}]/u.test(key)
}
