import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type Assertion, assertionOf, differencesOf, keyOf, type Part, storiesToJudge } from './assertions.ts'

/** An assertion that was read beside its articles. `right`: the two passages do dispute one matter, by those named. */
type Judgement = Assertion & { readonly verdict: 'right' | 'wrong'; readonly reason: string }

const judged = fileURLToPath(new URL('./judged.jsonl', import.meta.url))

/**
 * Scores what stories assert to differ by the verdicts of a person who read each assertion. The table holds places and reasons,
 * no text. An assertion that is not in it is unjudged: read it, and add its line.
 */
export async function run(options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('clustering/allsides-train.jsonl.zst')
  if (!path) return []
  const verdicts = new Map(readRecords<Judgement>(judged).map((each) => [keyOf(each), each.verdict]))
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
  verdicts: ReadonlyMap<string, Judgement['verdict']>,
): EvalResult {
  const assertions = stories.flatMap((articles) =>
    differencesOf(articles).map((difference) => assertionOf(articles[0]?.story ?? '', difference)),
  )
  const unjudged = assertions.filter((each) => !verdicts.has(keyOf(each)))
  const right = assertions.filter((each) => verdicts.get(keyOf(each)) === 'right').length
  return {
    name: 'conflicts',
    set: `allsides-train, ${part}`,
    records: stories.length,
    figures: {
      precision: ratio(right, assertions.length - unjudged.length),
      judged: 1 - ratio(unjudged.length, assertions.length),
      assertions: assertions.length,
    },
    notes: [
      part === 'mended'
        ? 'in-sample: the rules were mended by what was wrong here; before that, 12 of 16 assertions were right'
        : 'judged once, after the mending, by one reader; few assertions, so a wide margin',
      ...unjudged.map((each) => `unjudged: ${JSON.stringify(each)}`),
    ],
    isOwnSet: false,
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
