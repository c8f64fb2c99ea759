import type { Document } from '../core/document.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import { lightStem } from '../core/text/stem.ts'
import { packOf, packs } from '../languages/all.ts'

/** Small words of Romance languages and Dutch, for languages without a list of their own. */
const others = `il lo gli della delle dei nel nella che per con non è sono di da un una anche più alla o os as do da
dos das no na em um uma não para com foi mais het een van en op te dat voor met zijn niet aan`
const everywhere: ReadonlySet<string> = new Set(others.split(/\s+/))
const byLanguage = new Map<string, ReadonlySet<string>>(
  packs.flatMap(({ code, stopWords }) => (stopWords ? [[code, new Set(stopWords.articles.split(/\s+/))]] : [])),
)

/** The stop words of a language (BCP 47 primary tag). */
function stopWordsOf(language: string): ReadonlySet<string> {
  return byLanguage.get(language) ?? everywhere
}

/** A sparse vector: hashed features in ascending order, none zero, and a weight for each. */
export type Vector = { readonly features: Int32Array; readonly weights: Float32Array }

/** The parts of a document that features are made from. */
type Vectorized = Pick<Document, 'title' | 'text' | 'language'>

/** One occurrence of a feature: the position of its words in the text, and whether it looks like part of a name. */
type Occurrence = {
  readonly feature: number
  readonly weight: number
  readonly surface: string
  readonly isName: boolean
}

const titleWeight = 3
const titleTokens = 40
const bodyTokens = 250
const capitalBoost = 1.3

// A word: letters and digits, joined inside by an apostrophe, full stop, ampersand or hyphen. Scripts written without spaces match as runs,
// which are cut into pairs of characters.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.&-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

const firstUnspaced = 0xe00

/** FNV-1a with a final mix, as a non-zero signed 32-bit integer. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h ^= h >>> 13
  return h | 0 || 1
}

/** The primary language tag: `en` for `en-GB`, `und` if unknown. */
export function languageKey(language: string): string {
  return primaryLanguage(language) || 'und'
}

/** The feature of one lower-case word, as used in every vector. */
export function featureOfWord(word: string): number {
  return hash(`w${lightStem(word)}`)
}

type WordFacts = {
  readonly lower: string
  readonly feature: number
  readonly isStop: boolean
  readonly isCapitalized: boolean
}

/** A few thousand words make up most of the news, so the facts of a word are cached. Bounded; by language. */
const knownWords = new WeakMap<ReadonlySet<string>, Map<string, WordFacts>>()
const knownWordLimit = 50_000

function factsOf(word: string, stops: ReadonlySet<string>): WordFacts {
  const known = knownWords.get(stops) ?? new Map<string, WordFacts>()
  const found = known.get(word)
  if (found) return found
  const lower = word.toLowerCase()
  const isStop = lower.length < 2 || stops.has(lower)
  const facts = { lower, feature: featureOfWord(lower), isStop, isCapitalized: word[0] !== lower[0] }
  if (known.size === 0 || known.size >= knownWordLimit) {
    known.clear()
    knownWords.set(stops, known)
  }
  known.set(word, facts)
  return facts
}

function withoutPossessive(word: string): string {
  return /['’]s$/i.test(word) ? word.slice(0, -2) : word
}

const elided = /^(?:(?:jus|lors|puis|quoi)?qu|[cdjlmnst]|un|(?:de|da|a|ne|su|que)ll)['’](?=[\p{L}\p{N}])/iu

/** The length of an elided article or pronoun: 2 for `l’eau`, which is the word `eau`. */
function elisionOf(word: string): number {
  return elided.exec(word)?.[0].length ?? 0
}

function scan(
  text: string,
  fieldWeight: number,
  maxTokens: number,
  language: string,
  visit: (occurrence: Occurrence) => void,
): void {
  const stops = stopWordsOf(language)
  const isEliding = packOf(language)?.hasElision === true
  let previousName = ''
  let previousStart = 0
  let previousEnd = 0
  let count = 0
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
    count += 1
    if (count > maxTokens) break
    const elision = isEliding ? elisionOf(match[0]) : 0
    const start = match.index + elision
    const word = withoutPossessive(match[0].slice(elision))
    if (word.charCodeAt(0) >= firstUnspaced && unspaced.test(word)) {
      for (let i = 0; i + 1 < word.length && count <= maxTokens; i += 1, count += 1) {
        const pair = word.slice(i, i + 2)
        visit({ feature: hash(`w${pair}`), weight: fieldWeight, surface: pair, isName: false })
      }
      previousName = ''
    } else {
      const { lower, feature, isStop, isCapitalized } = factsOf(word, stops)
      const gap = text.slice(previousEnd, start)
      if (isStop) previousName = ''
      else {
        const isName = isCapitalized && previousEnd > 0 && !/[.!?:\n]/.test(gap)
        visit({ feature, weight: fieldWeight * (isName ? capitalBoost : 1), surface: word, isName })
        if (isCapitalized && previousName !== '' && gap === ' ') {
          const surface = text.slice(previousStart, start + word.length)
          visit({ feature: hash(`e${previousName} ${lower}`), weight: fieldWeight, surface, isName: true })
        }
        previousName = isCapitalized ? lower : ''
      }
    }
    previousStart = start
    previousEnd = match.index + match[0].length
  }
}

/** Visits every feature of a document in reading order: title, then the first 250 words of the text. */
export function eachFeature(doc: Vectorized, visit: (occurrence: Occurrence) => void): void {
  const language = languageKey(doc.language)
  scan(doc.title, titleWeight, titleTokens, language, visit)
  scan(doc.text, 1, bodyTokens, language, visit)
}

/**
 * The document side of TF-IDF: stems of the title (three times) and the opening, capitalized words weighted a little more, and adjacent
 * capitalized words as one more feature. Weights are raw term counts; the window applies the logarithm and the idf, which change with the
 * stream.
 */
export function featuresOf(doc: Vectorized): Vector {
  const counts = new Map<number, number>()
  eachFeature(doc, ({ feature, weight }) => counts.set(feature, (counts.get(feature) ?? 0) + weight))
  const features = Int32Array.from(counts.keys()).sort()
  return { features, weights: Float32Array.from(features, (feature) => counts.get(feature) ?? 0) }
}
