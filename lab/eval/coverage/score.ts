import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { judge, readVerdicts } from '../judged.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { keyOf, type LeftOut, leftOutIn, matrixOf, type Part, storiesToJudge } from './cells.ts'
import { scoreOwn } from './own.ts'

/** A cell that was read beside its article. `right`: nothing in the article tells the point, in whatever words. */
type Verdict = 'right' | 'wrong'

const table = fileURLToPath(new URL('./judged.jsonl', import.meta.url))
const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/**
 * Scores which outlet carries which point on small stories of our own, and what the matrix says is left out in stories of real
 * outlets, by the verdicts of a person who read each such cell. The table of verdicts holds places, no text; a cell that is not
 * in it is unjudged: read it, and add its line.
 */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void } = {},
): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [scoreOwn(options.data, options.onError)]
  const results: EvalResult[] = [scoreOwn(own, options.onError)]
  const path = findSet('clustering/allsides-train.jsonl.zst')
  if (!path) return results
  const verdicts = readVerdicts<LeftOut, Verdict>(table, keyOf)
  const stories = storiesToJudge(readRecords<ArticleRecord>(path))
  for (const part of ['mended', 'fresh'] as const)
    results.push(
      scorePart(
        part,
        stories.filter((each) => each.part === part).map(({ articles }) => articles),
        verdicts,
      ),
    )
  return results
}

function scorePart(
  part: Part,
  stories: readonly (readonly ArticleRecord[])[],
  verdicts: ReadonlyMap<string, Verdict>,
): EvalResult {
  const cells = stories.flatMap((articles) => leftOutIn(articles[0]?.story ?? '', matrixOf(articles)))
  const { precision, judged, notes } = judge(cells, verdicts, keyOf)
  return {
    name: 'coverage',
    set: `allsides-train, ${part}`,
    records: stories.length,
    figures: { leftOutPrecision: precision, judged, leftOut: cells.length },
    notes: [
      part === 'mended'
        ? 'in-sample: the rules were mended by what was wrong here'
        : 'judged once, after the mending, by one reader; the articles stand three hours apart, since the set has days only',
      ...notes,
    ],
    isOwnSet: false,
  }
}
