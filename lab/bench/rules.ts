import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'
import { runChild } from './run-child.ts'

const ARTICLES = sized(200, 5)
const ROUNDS = sized(3, 1)
/** More articles than this are measured once: that takes long enough. */
const FEW = 1_000

type Measured = { readonly cpuMsPerArticle: number; readonly rules: number; readonly applied: number }

/**
 * What 50 rules of one reader cost while articles come in, from their feed to their story: rules about the feed alone, and about texts as
 * well. `--sizes N`: so many articles.
 */
export const bench: Bench = async ({ database, sizes: [articles = ARTICLES] = [] }) => {
  const rounds = articles > FEW ? 1 : ROUNDS
  const found = new Map<string, Measured[]>()
  // In turns, so that what else the machine does falls on all of them.
  for (let round = 0; round < rounds; round++)
    for (const which of sized(['none', 'title', 'all'], ['none', 'all'])) {
      const given = [which, articles, ...(database === undefined ? [] : [database])]
      found.set(which, [...(found.get(which) ?? []), await runChild<Measured>('./rules-child.ts', given)])
    }
  const median = (which: string) =>
    percentile(
      (found.get(which) ?? []).map((each) => each.cpuMsPerArticle),
      0.5,
    )
  const none = median('none')
  const rows = [...found].map(([which, all]): Row => {
    const { rules = 0, applied = 0 } = all[0] ?? {}
    const share = round((median(which) / none - 1) * 100)
    return {
      what: names[which] ?? which,
      figures: { cpuMsPerArticle: median(which), morePercent: share, rules, applied },
    }
  })
  return {
    name: 'rules',
    load: `${articles} articles from feed to story, ${rounds} times each`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: ['rules: those that applied to something; applied: how often, warm-up included. Fetching is not in it.'],
  }
}

const names: Readonly<Record<string, string>> = {
  none: 'no rules',
  title: '50 rules about titles, authors, patterns',
  all: '50 rules, a third of them about texts',
}
