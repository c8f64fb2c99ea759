import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type LanguageRecord, scoreLanguages, scoreStandIn, scoreWordLinks } from './score-languages.ts'
import { type LeeRecord, scoreLikeness } from './score-likeness.ts'
import { type Judged, scoreProposals, scoreShown, showParts } from './score-parts.ts'
import { scoreStorylines } from './score-storylines.ts'
import { storyParts } from './story-parts.ts'

/**
 * Scores related stories. Lee50: Pearson of the likeness of texts with people's judgements. AllSides: every story is cut in two
 * by date, and what the earlier half is shown as of its storyline should be the later half, among the parts of ten days around,
 * as the product asks, and among all.
 */
export async function run({ data }: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const lee = findSet('related/lee50.jsonl.zst')
  const stories = data ?? findSet('clustering/allsides-train.jsonl.zst')
  return [
    ...(lee && data === undefined ? [scoreLikeness(readRecords<LeeRecord>(lee))] : []),
    ...(data === undefined ? scoreLanguages(readRecords<LanguageRecord>(ownSet('languages.jsonl'))) : []),
    ...(data === undefined ? scoreWordLinks(readRecords<LanguageRecord>(ownSet('word-links.jsonl'))) : []),
    ...(stories ? scoreStories(readRecords<ArticleRecord>(stories)) : []),
  ]
}

function scoreStories(records: readonly ArticleRecord[]): EvalResult[] {
  const parts = storyParts(records)
  const judged = readRecords<Judged>(ownSet('judged.jsonl'))
  return [
    scoreShown('allsides-ten-days', showParts(parts, true), judged),
    scoreShown('allsides-all', showParts(parts, false), judged),
    scoreProposals(parts),
    scoreStandIn(parts),
    scoreStorylines(records, parts),
  ]
}

function ownSet(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
