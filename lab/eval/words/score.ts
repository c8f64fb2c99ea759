import { fileURLToPath } from 'node:url'
import { type ArticleRecord, storiesOf } from '../citations/story-documents.ts'
import { judge, readVerdicts } from '../judged.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type Assertion, assertionsIn, keyOf } from './choices.ts'

/** An assertion that was read in both passages. `right`: the two words stand for, or tell of, one thing. */
type Verdict = 'right' | 'wrong'

/** Of the set with headlines and leads the stories judged; of the set with whole articles all are. */
const LEADS_JUDGED = 1400

const table = fileURLToPath(new URL('./judged.jsonl', import.meta.url))

/**
 * Scores the words set side by side as chosen in one another's place, by the verdicts of a person who read each pair. The table
 * holds places, no text; a pair that is not in it is unjudged: read it, and add its line.
 */
export async function run(options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const verdicts = readVerdicts<Assertion, Verdict>(table, keyOf)
  const sets = [
    {
      path: options.data ?? findSet('clustering/allsides-train.jsonl.zst'),
      set: 'allsides-train',
      note: 'in-sample: the rules were mended by what was wrong here',
      limit: Number.POSITIVE_INFINITY,
    },
    {
      path: options.data ? undefined : findSet('clustering/neus-train.jsonl.zst'),
      set: 'neus-train',
      note: 'judged once, after the mending, by one reader: headlines and leads, some of the same events',
      limit: LEADS_JUDGED,
    },
  ]
  return sets.flatMap(({ path, set, note, limit }) => (path ? [scoreSet(path, set, note, limit, verdicts)] : []))
}

function scoreSet(
  path: string,
  set: string,
  note: string,
  limit: number,
  verdicts: ReadonlyMap<string, Verdict>,
): EvalResult {
  const stories = storiesOf(readRecords<ArticleRecord>(path))
    .filter((articles) => articles.length >= 2)
    .slice(0, limit)
  const assertions = stories.flatMap(assertionsIn)
  const { precision, judged, notes } = judge(assertions, verdicts, keyOf)
  return {
    name: 'words',
    set,
    records: stories.length,
    figures: { precision, judged, assertions: assertions.length },
    notes: [note, ...notes],
    isOwnSet: false,
  }
}
