import type { AskedQuestion } from '../core/answer.ts'
import { nth } from '../core/nth.ts'
import { readModel } from '../core/read-model.ts'
import { type AskWord, askWords } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/** A word's vector, of length 1, and its rarity, a measure of how much it says. */
type WordMeaning = { readonly vector: Float32Array; readonly rarity: number }

let table: ReadonlyMap<string, WordMeaning> | undefined

/** The meaning of a folded English word; undefined for one outside the 14,000 known words. The table is read on first use, in about 20 ms. */
export function meaningOf(word: string): WordMeaning | undefined {
  table ??= unpack()
  return table.get(word)
}

function unpack(): ReadonlyMap<string, WordMeaning> {
  const { header, body } = readModel<{ readonly dimensions: number }>(new URL('./word-vectors.bin', import.meta.url))
  const lineEnd = body.indexOf(10)
  const words = new TextDecoder().decode(body.subarray(0, lineEnd)).split(' ')
  const bytes = body.subarray(lineEnd + 1)
  const numbers = new Float32Array(bytes.length * 2)
  for (let at = 0; at < bytes.length; at++) {
    const both = bytes[at]!
    numbers[2 * at] = (both & 15) - 8
    numbers[2 * at + 1] = (both >> 4) - 8
  }
  return new Map(
    words.map((word, at) => {
      const vector = numbers.subarray(at * header.dimensions, (at + 1) * header.dimensions)
      toLengthOne(vector)
      return [word, { vector, rarity: rarityAt(at) }]
    }),
  )
}

/** Rarity from frequency rank, by Zipf's law. */
function rarityAt(rank: number): number {
  return Math.max(0.5, Math.log(2 + rank) - 1.5)
}

function toLengthOne(vector: Float32Array): void {
  const length = Math.sqrt(cosine(vector, vector)) || 1
  for (let i = 0; i < vector.length; i++) vector[i]! /= length
}

/** The cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** How close a sentence is to a question in meaning, beyond the words they share. */
type MeaningMatch = {
  /** Share of the sentence's own words that are close to the question. */
  readonly focus: number
  /** How well each term is matched in the sentence and around it, words close in meaning included; 0 to 1. */
  readonly terms: readonly { readonly inside: number; readonly around: number }[]
}

/** Words below the first cosine are unrelated; from the second on they mean nearly the same. */
const [unrelated, sameMeaning] = [0.35, 0.85]
/** Weight of a word close in meaning, compared with the word itself. */
const worth = 0.85
/** Weights of the text around a sentence, compared with the sentence. */
const places = { before: 0.9, title: 0.85, before2: 0.8, lead: 0.8, after: 0.75 } as const
/** The median focus of English sentences that answer, used for languages without vectors. */
const usualFocus = 0.4

const none: readonly WordMeaning[] = []
const known = new WeakMap<readonly AskWord[], readonly WordMeaning[]>()

export function matchByMeaning({ terms, asked, language }: Question, { passage, matches }: Ranked): MeaningMatch {
  if (language !== 'en') return { focus: usualFocus, terms: matches }
  const { passages, title } = passage.article
  const at = passages.indexOf(passage)
  const own = meaningsOf(passage)
  const around = [
    { meanings: meaningsOf(passages[at - 1]), share: places.before },
    { meanings: meaningsOf(title), share: places.title },
    { meanings: meaningsOf(passages[at - 2]), share: places.before2 },
    { meanings: meaningsOf(passages[at + 1]), share: places.after },
    { meanings: meaningsOf(passages[0]), share: places.lead },
  ]
  return {
    focus: focusOf(own, meaningsOf(askedWords(asked))),
    terms: terms.map(({ kind, text }, term) => {
      const match = nth(matches, term)
      const meaning = kind === 'word' ? meaningOf(text) : undefined
      if (!meaning || match.inside === 1) return match
      const inside = Math.max(match.inside, worth * scaled(nearest(meaning, own)))
      const beside = Math.max(
        0,
        nearest(meaning, own),
        ...around.map((one) => one.share * nearest(meaning, one.meanings)),
      )
      return { inside, around: Math.max(match.around, inside, worth * scaled(beside)) }
    }),
  }
}

function meaningsOf(part: Pick<Passage, 'words'> | undefined): readonly WordMeaning[] {
  if (part === undefined) return none
  const meanings = known.get(part.words) ?? part.words.flatMap(({ text }) => meaningOf(text) ?? [])
  known.set(part.words, meanings)
  return meanings
}

const split = new WeakMap<AskedQuestion, Pick<Passage, 'words'>>()

function askedWords(asked: AskedQuestion): Pick<Passage, 'words'> {
  const words = split.get(asked) ?? { words: askWords(asked.text) }
  split.set(asked, words)
  return words
}

function focusOf(own: readonly WordMeaning[], question: readonly WordMeaning[]): number {
  const whole = own.reduce((sum, { rarity }) => sum + rarity, 0)
  return whole === 0 ? 0 : own.reduce((sum, one) => sum + one.rarity * scaled(nearest(one, question)), 0) / whole
}

const found = new WeakMap<readonly WordMeaning[], Map<WordMeaning, number>>()

/** The highest cosine with any of some words; cached, because sentences share the text around them. */
function nearest(meaning: WordMeaning, among: readonly WordMeaning[]): number {
  if (among.length === 0) return 0
  const kept = found.get(among) ?? new Map<WordMeaning, number>()
  const before = kept.get(meaning)
  if (before !== undefined) return before
  let most = 0
  for (const { vector } of among) most = Math.max(most, cosine(meaning.vector, vector))
  kept.set(meaning, most)
  found.set(among, kept)
  return most
}

function scaled(alike: number): number {
  return Math.max(0, Math.min(1, (alike - unrelated) / (sameMeaning - unrelated)))
}
