import { nth } from '../../core/nth.ts'
import type { Member } from '../../core/story.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { type Word, wordsOf } from '../words.ts'

/** How many sentences of an article are read, and how many are its opening. */
const depth = 12
const opening = 3
/** Counts are scaled to this many articles, so that they mean the same in stories of any size. */
const articlesCounted = 3

/** Evidence for whether a person who summarizes a story would use a word, in this order; the first is always 1. */
export const evidenceNames = ['always', 'often', 'reports', 'titles', 'leads', 'openings', 'stop word'] as const

/**
 * Weights of the evidence for words and for pairs of neighboring words: logistic regression on 536 stories that editors summarized (`node
 * lab/eval/summaries/learn.ts`).
 */
const learned = {
  words: [-3.58, 0.8, 0.48, 2.36, 0.72, 1.17, -0.06],
  pairs: [-4.31, 1.07, 0.62, 2.67, 1.08, 1.76, 0.03],
} as const

/** A word or two neighboring words, by stem, and the evidence for it. */
export type Evidence = { readonly key: string; readonly features: readonly number[] }

/** The probability, 0 to 1, that a summary uses each word and pair of neighboring words of a story, by stem. */
export type ExpectedWords = {
  readonly words: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
}

/**
 * Estimates the words of a summary from where words occur: in titles, leads, openings, and in how many reports. Copies are not counted
 * again.
 */
export function expectWords(
  texts: readonly MemberText[],
  members: readonly Member[],
  weights: { readonly words: readonly number[]; readonly pairs: readonly number[] } = learned,
): ExpectedWords {
  const { words, pairs } = evidenceFor(texts, members)
  const chances = (all: readonly Evidence[], weights: readonly number[]) =>
    new Map(all.map(({ key, features }) => [key, chance(features, weights)]))
  return { words: chances(words, weights.words), pairs: chances(pairs, weights.pairs) }
}

/** The probability given by evidence with these weights. */
export function chance(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
}

type Seen = {
  readonly isStop: boolean
  count: number
  readonly reports: Set<number>
  readonly leads: Set<number>
  readonly openings: Set<number>
}

/** The evidence for every word and pair at the beginning of a story's articles. */
export function evidenceFor(
  texts: readonly MemberText[],
  members: readonly Member[],
): { readonly words: readonly Evidence[]; readonly pairs: readonly Evidence[] } {
  const own = texts.filter(({ member }) => members[member]?.role !== 'copy')
  const read = own.length > 0 ? own : texts
  const groups = new Set(read.map(({ member }) => members[member]?.group)).size
  const titles = read.map((text) => wordsOf(withoutSite(text.input.document.title)))
  const weigh = (seen: ReadonlyMap<string, Seen>, keysOf: (words: readonly Word[]) => readonly Key[]): Evidence[] => {
    const inTitles = new Map<string, number>()
    for (const title of titles)
      for (const key of new Set(keysOf(title).map((each) => each.key))) inTitles.set(key, (inTitles.get(key) ?? 0) + 1)
    return [...seen].map(([key, { count, reports, leads, openings, isStop }]) => ({
      key,
      features: [
        1,
        Math.log(Math.max(1, (count * articlesCounted) / Math.max(articlesCounted, read.length))),
        (reports.size - 1) / Math.max(1, groups - 1),
        (inTitles.get(key) ?? 0) / read.length,
        leads.size / read.length,
        openings.size / read.length,
        isStop ? 1 : 0,
      ],
    }))
  }
  return {
    words: weigh(count(read, members, wordKeys), wordKeys),
    pairs: weigh(count(read, members, pairKeys), pairKeys),
  }
}

function count(
  texts: readonly MemberText[],
  members: readonly Member[],
  keysOf: (words: readonly Word[]) => readonly Key[],
): ReadonlyMap<string, Seen> {
  const all = new Map<string, Seen>()
  for (const { member, sentences } of texts)
    for (const sentence of sentences.slice(0, depth)) {
      if (!isRunningText(sentence)) continue
      for (const { key, isStop } of keysOf(sentence.words)) {
        const seen = all.get(key) ?? { isStop, count: 0, reports: new Set(), leads: new Set(), openings: new Set() }
        all.set(key, seen)
        seen.count++
        seen.reports.add(members[member]?.group ?? member)
        if (sentence.index === 0) seen.leads.add(member)
        if (sentence.index < opening) seen.openings.add(member)
      }
    }
  return all
}

type Key = { readonly key: string; readonly isStop: boolean }

function wordKeys(words: readonly Word[]): readonly Key[] {
  return words.map(({ stem, isStop }) => ({ key: stem, isStop }))
}

function pairKeys(words: readonly Word[]): readonly Key[] {
  return words.slice(1).map(({ stem, isStop }, at) => {
    const before = nth(words, at)
    return { key: `${before.stem} ${stem}`, isStop: isStop && before.isStop }
  })
}

/** The words and pairs of a sentence, without repeats. */
export function keysOf({ words }: Pick<SentenceText, 'words'>): {
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
} {
  const distinct = (keys: readonly Key[]) => new Set(keys.map(({ key }) => key))
  return { words: distinct(wordKeys(words)), pairs: distinct(pairKeys(words)) }
}

/** A title without a site's name after a bar. */
function withoutSite(title: string): string {
  return title.replace(/\s\|\s[^|]*$/, '')
}
