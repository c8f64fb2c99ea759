import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { judge, readVerdicts } from '../judged.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type Assertion, assertionOf, differencesOf, keyOf, type Part, storiesToJudge } from './assertions.ts'

/** An assertion that was read beside its articles. `right`: the two passages do dispute one matter, by those named. */
type Verdict = 'right' | 'wrong'

const table = fileURLToPath(new URL('./judged.jsonl', import.meta.url))

/**
 * Scores what stories assert to differ by the verdicts of a person who read each assertion. The table holds places and reasons,
 * no text. An assertion that is not in it is unjudged: read it, and add its line.
 */
export async function run(options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('clustering/allsides-train.jsonl.zst')
  if (!path) return []
  const verdicts = readVerdicts<Assertion, Verdict>(table, keyOf)
  const stories = storiesToJudge(readRecords<ArticleRecord>(path))
  return (['mended', 'fresh'] as const).map((part) =>
    scorePart(
      part,
      stories.filter((each) => each.part === part).map(({ articles }) => articles),
      verdicts,
    ),
  )
}

function scorePart(
  part: Part,
  stories: readonly (readonly ArticleRecord[])[],
  verdicts: ReadonlyMap<string, Verdict>,
): EvalResult {
  const assertions = stories.flatMap((articles) =>
    differencesOf(articles).map((difference) => assertionOf(articles[0]?.story ?? '', difference)),
  )
  const { precision, judged, notes } = judge(assertions, verdicts, keyOf)
  return {
    name: 'conflicts',
    set: `allsides-train, ${part}`,
    records: stories.length,
    figures: { precision, judged, assertions: assertions.length },
    notes: [
      part === 'mended'
        ? 'in-sample: the rules were mended by what was wrong here; before that, 12 of 16 assertions were right'
        : 'judged once, after the mending, by one reader; few assertions, so a wide margin',
      ...notes,
    ],
    isOwnSet: false,
  }
}
