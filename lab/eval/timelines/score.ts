import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { sentences } from '../../../src/analyze/sentences.ts'
import { times } from '../../../src/analyze/times.ts'
import { type DatedReport, rankDates } from '../../../src/story/timeline/build-timeline.ts'
import { scoreJudged, timelineEntries } from '../editor/judged-entries.ts'
import { documentOf } from '../quotes/documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

/** A topic: its documents, and timelines that editors made of it. */
type Topic = {
  id: string
  docs: { id: string; date: string; text: string }[]
  timelines: { name: string; entries: { date: string }[] }[]
}

const SET = 'timelines/t17-dev.jsonl.zst'
const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))
const PROTOCOL =
  'The span of the editors’ timeline and its number of dates are given, as in Gholipour Ghalandari & Ifrim 2020.'

/** The days our ranking picks, and the entries of real stories as an editor judged them. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const judged = options.data === undefined ? scoreJudged('timelines', './timelines.jsonl', timelineEntries) : []
  return [scoreDates(options), ...judged]
}

/**
 * Date-F1 of the days our ranking picks against the days of editors' timelines, averaged over timelines; beside it the
 * same for the days on which most was published.
 */
function scoreDates(options: EvalOptions): EvalResult {
  const set = findSet(SET)
  const path = options.data ?? set ?? OWN
  const figures = { ours: 0, published: 0 }
  let count = 0
  for (const topic of readRecords<Topic>(path)) {
    const reports = topic.docs.map(reportOf)
    const scores = { ours: rankDates(reports), published: publicationCounts(reports) }
    for (const { entries } of topic.timelines) {
      const gold = new Set(entries.map(({ date }) => date))
      figures.ours += dateF1(gold, scores.ours)
      figures.published += dateF1(gold, scores.published)
      count++
    }
  }
  return {
    name: 'timelines',
    set: path === OWN ? 'own' : (path.split('/').at(-1) as string),
    records: count,
    figures: { date_f1: figures.ours / count, publication_count_f1: figures.published / count },
    notes: [PROTOCOL, 'The weights of the ranking were chosen on these topics: in-sample.'],
    isOwnSet: path === OWN,
  }
}

function reportOf({ id, date, text }: Topic['docs'][number]): DatedReport {
  return { day: date, times: annotate(documentOf(id, text, date), [sentences, times]).times?.items ?? [] }
}

function publicationCounts(reports: readonly DatedReport[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { day } of reports) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}

/** As many days as the timeline has, of those within its span. */
function dateF1(gold: ReadonlySet<string>, scores: ReadonlyMap<string, number>): number {
  const days = [...gold].sort()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const picked = [...scores]
    .filter(([day]) => day >= first && day <= last)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, gold.size)
  const hits = picked.filter(([day]) => gold.has(day)).length
  return (2 * hits) / (picked.length + gold.size)
}
