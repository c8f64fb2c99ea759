import { nameTitles } from '../../../src/analyze/names/role-words.ts'
import type { Quote } from '../../../src/core/quote.ts'
import { annotationsOf } from '../citations/annotations-of.ts'
import { type ArticleRecord, documentOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

const SET = 'clustering/allsides-train.jsonl.zst'
/** So many articles of the set are read. */
const MOST = 2000

/**
 * Whether speakers can be names at all, over unlabeled articles: the shares of named speakers with a capital letter and with more than
 * a title, and of sources as written (names, descriptions, pronouns) with a letter. The smallest number of others is a mistake.
 */
export function speakersResult(): EvalResult[] {
  const path = findSet(SET)
  if (!path) return []
  const articles = readRecords<ArticleRecord>(path).slice(0, MOST)
  const counts = { named: 0, withoutCapital: 0, titles: 0, sources: 0, withoutLetter: 0 }
  for (const document of articles.map(documentOf))
    for (const quote of annotationsOf(document).quotes?.items ?? []) count(document.text, quote, counts)
  const { named, withoutCapital, titles, sources, withoutLetter } = counts
  const figures = {
    names_with_capital: 1 - withoutCapital / named,
    names_beyond_title: 1 - titles / named,
    sources_with_letter: 1 - withoutLetter / sources,
  }
  const notes = [
    `Of ${named} named speakers ${withoutCapital} have no capital and ${titles} are a title alone; of ${sources} sources ${withoutLetter} have no letter.`,
  ]
  return [{ name: 'quotes', set: 'allsides speakers', records: articles.length, figures, notes, isOwnSet: false }]
}

type Counts = { named: number; withoutCapital: number; titles: number; sources: number; withoutLetter: number }

function count(text: string, { speaker, source }: Quote, counts: Counts): void {
  if (speaker) {
    counts.named++
    if (!/\p{Lu}/u.test(speaker.name)) counts.withoutCapital++
    if (isTitleAlone(speaker.name)) counts.titles++
  }
  if (source) {
    counts.sources++
    if (!/\p{L}/u.test(text.slice(source.start, source.end))) counts.withoutLetter++
  }
}

/** `Sen`, `Lt. Gov.`, `Prime Minister`, `Jr`. */
export function isTitleAlone(name: string): boolean {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length > 0 && words.every((word) => nameTitles.has(word) || /^(?:jr|sr|ii|iii)$/.test(word))
}
