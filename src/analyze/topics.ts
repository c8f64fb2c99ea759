import type { Topic } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import { mediaTopics } from '../core/names/media-topics.ts'
import { nth } from '../core/nth.ts'
import type { Span } from '../core/span.ts'
import { matchesOf } from '../core/text/matches-of.ts'
import { topicWords } from '../languages/en/topic-words.ts'
import { defineAnalyzer } from './analyzer.ts'
import { layerVersions } from './layer-versions.ts'

/**
 * What an article is about, at the two upper levels of the IPTC Media Topics, by the words of its headline and of the
 * first 3,000 characters. A topic needs two different words or more; too little to tell is no topic. English only.
 * The score is a sum over words of weight × (1 + ln count), the plain form of term weighting (Salton & Buckley 1988).
 */
export const topics = defineAnalyzer({
  assigns: 'topics',
  requires: [],
  version: layerVersions.topics,
  run: (doc) => (/^en\b/i.test(doc.language) ? topicsOf(doc) : []),
})

const READ = 3000
const LONGEST_PHRASE = 4
const MOST_BROAD = 2
const MOST_NARROW = 3
/** Least sum of weights for the first topic; and what share of it another must reach. */
const LEAST = 5
const NEXT = 0.6
const LEAST_NARROW = 2.5
/** A word of the headline counts as so many of the text. */
const IN_TITLE = 4

type Term = { readonly code: string; readonly weight: number }
type Found = { weight: number; count: number; readonly spans: Span[] }

const terms = readTerms()
/** How many words the longest term has that begins with a word; most words begin none. */
const longest = longestTerms()

function longestTerms(): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>()
  for (const term of terms.keys()) {
    const words = term.split('_')
    const [first = ''] = words
    lengths.set(first, Math.max(lengths.get(first) ?? 1, words.length))
  }
  return lengths
}

function readTerms(): ReadonlyMap<string, readonly Term[]> {
  const byWord = new Map<string, Term[]>()
  for (const [code, list] of Object.entries(topicWords))
    for (const entry of list.split(/\s+/)) {
      const sign = entry.at(-1)
      const word = sign === '+' || sign === '-' ? entry.slice(0, -1) : entry
      const term = { code, weight: sign === '+' ? 2 : sign === '-' ? 0.5 : 1 }
      byWord.set(word, [...(byWord.get(word) ?? []), term])
    }
  return byWord
}

type Word = { readonly text: string; readonly span: Span | undefined }

function topicsOf(doc: Document): Topic[] {
  const title = wordsIn(doc.title).map(({ text }): Word => ({ text, span: undefined }))
  const byCode = new Map<string, Map<string, Found>>()
  for (const words of [title, wordsIn(doc.text.slice(0, READ))]) count(words, byCode)
  return chosen(byCode)
}

const word = /[\p{L}\p{N}#]+(?:[-'’][\p{L}\p{N}]+)*/gu

function wordsIn(text: string): Word[] {
  return matchesOf(word, text).map((match) => ({
    text: match[0].toLowerCase().replace(/['’]s?$/, ''),
    span: { start: match.index, end: match.index + match[0].length },
  }))
}

/** At each place only the longest term counts, and no other term may use its words. */
function count(words: readonly Word[], byCode: Map<string, Map<string, Found>>): void {
  for (let at = 0; at < words.length; ) {
    const { length, key, found } = termAt(words, at)
    for (const { code, weight } of found) {
      const ofTopic = byCode.get(code) ?? new Map<string, Found>()
      byCode.set(code, ofTopic)
      const known = ofTopic.get(key) ?? { weight, count: 0, spans: [] }
      ofTopic.set(key, known)
      const [first, last] = [words[at]?.span, words[at + length - 1]?.span]
      known.count += first ? 1 : IN_TITLE
      if (first && last) known.spans.push({ start: first.start, end: last.end })
    }
    at += length
  }
}

function termAt(words: readonly Word[], at: number): { length: number; key: string; found: readonly Term[] } {
  // Of one word the ending may be that of a plural: any is looked up.
  const most = longest.get(words[at]?.text ?? '') ?? 1
  for (let length = Math.min(LONGEST_PHRASE, words.length - at, most); length > 0; length--) {
    const key = keyAt(words, at, length)
    const found = terms.get(key)
    if (found) return { length, key, found }
    const one = singular(key)
    const foundOne = one === key ? undefined : terms.get(one)
    if (foundOne) return { length, key: one, found: foundOne }
  }
  return { length: 1, key: '', found: [] }
}

function keyAt(words: readonly Word[], at: number, length: number): string {
  let key = words[at]?.text ?? ''
  for (let next = at + 1; next < at + length; next++) key += `_${words[next]?.text ?? ''}`
  return key
}

function singular(word: string): string {
  if (!word.endsWith('s')) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

type Scored = { readonly code: string; readonly score: number; readonly wordCount: number; readonly spans: Span[] }

function chosen(byCode: ReadonlyMap<string, ReadonlyMap<string, Found>>): Topic[] {
  const narrow = [...byCode].map(([code, found]) => scored(code, found))
  const broad = [...Map.groupBy(narrow, ({ code }) => mediaTopics.get(code)?.broader ?? code)].map(([code]) =>
    scored(code, joined(byCode, code)),
  )
  const total = broad.reduce((sum, { score }) => sum + score, 0)
  const best = broad.filter(isTold).sort(byScore)
  const first = best[0]
  if (!first || first.score < LEAST) return []
  const kept = best.filter(({ score }) => score >= first.score * NEXT).slice(0, MOST_BROAD)
  const codes = new Set(kept.map(({ code }) => code))
  const finer = narrow
    .filter((each) => codes.has(mediaTopics.get(each.code)?.broader ?? '') && isTold(each))
    .filter(({ score }) => score >= LEAST_NARROW)
    .sort(byScore)
  const leader = finer[0]
  const keptFiner = finer.filter(({ score }) => leader && score >= leader.score * NEXT).slice(0, MOST_NARROW)
  return [...kept, ...keptFiner].map((each) => topicOf(each, total))
}

/** Told by two words, one of them in the text, so that it can be cited. */
function isTold({ wordCount, spans }: Scored): boolean {
  return wordCount >= 2 && spans.length > 0
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.code < b.code ? -1 : 1)
}

function scored(code: string, found: ReadonlyMap<string, Found>): Scored {
  let score = 0
  const spans: Span[] = []
  for (const each of found.values()) {
    score += each.weight * (1 + Math.log(each.count))
    spans.push(...each.spans)
  }
  return { code, score, wordCount: found.size, spans }
}

/** The words of all narrower topics; a word of two of them counts once. */
function joined(byCode: ReadonlyMap<string, ReadonlyMap<string, Found>>, broader: string): ReadonlyMap<string, Found> {
  const all = new Map<string, Found>()
  for (const [code, found] of byCode)
    if (mediaTopics.get(code)?.broader === broader)
      for (const [word, each] of found) if ((all.get(word)?.weight ?? 0) < each.weight) all.set(word, each)
  return all
}

function topicOf({ code, score, spans }: Scored, total: number): Topic {
  const words = spans.sort((a, b) => a.start - b.start).slice(0, 6)
  const broader = mediaTopics.get(code)?.broader
  return {
    span: nth(words, 0),
    code,
    ...defined({ broader: broader || undefined }),
    share: Math.round((score / total) * 1000) / 1000,
    words,
  }
}
