import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { scoreBriefs } from '../editor/judged-briefs.ts'
import { notesOfUnjudged, readVerdicts } from '../judged.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { keyOf, type Point, pointsOf, storiesToJudge } from './points.ts'

/**
 * A point that was read in its brief. `leans`: not understood alone; `repeats`: tells what a point above it told; `off`: not of the
 * story.
 */
type Verdict = 'good' | 'leans' | 'repeats' | 'off'

const judged = fileURLToPath(new URL('./judged.jsonl', import.meta.url))

/**
 * Scores the briefs of thirty stories by the verdicts of a person who read them, and counts how many points several outlets carry.
 * The table holds places, no text; a point that is not in it is unjudged: read it, and add its line. Beside it, what an editor would let
 * stand of a story page's brief.
 */
export async function run(options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('clustering/allsides-train.jsonl.zst')
  if (!path) return []
  const verdicts = readVerdicts<Omit<Point, 'outlets'>, Verdict>(judged, keyOf)
  const stories = storiesToJudge(readRecords<ArticleRecord>(path))
  const points = stories.flatMap(pointsOf)
  const read = points.flatMap((point) => verdicts.get(keyOf(point)) ?? [])
  const share = (verdict: Verdict) => read.filter((each) => each === verdict).length / Math.max(1, read.length)
  const unjudged = points.filter((point) => !verdicts.has(keyOf(point)))
  return [
    {
      name: 'brief',
      set: 'allsides-train',
      records: stories.length,
      figures: {
        standAlone: 1 - share('leans'),
        unrepeated: 1 - share('repeats'),
        ofTheStory: 1 - share('off'),
        supported: points.filter(({ outlets }) => outlets >= 2).length / Math.max(1, points.length),
        judged: read.length / Math.max(1, points.length),
        points: points.length,
      },
      notes: [
        'judged by one reader after the rules were mended on ninety other stories; articles here are rarely copies, so few points stand in several',
        ...notesOfUnjudged(unjudged),
      ],
      isOwnSet: false,
    },
    ...(options.data === undefined ? scoreBriefs() : []),
  ]
}
