import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'
import type { RulesFigures } from './rules-child.ts'
import { runChild } from './run-child.ts'

const ARTICLES = sized(200, 5)
const ROUNDS = sized(3, 1)
/** More articles than this are measured once: that takes long enough. */
const FEW = 500

/**
 * What 50 rules of one reader cost while articles come in, from their feed to their story: rules about the feed alone, and about texts as
 * well. `--sizes N`: so many articles.
 */
export const bench: Bench = async ({ sizes: [articles = ARTICLES] = [] }) => {
  const rounds = articles > FEW ? 1 : ROUNDS
  const found: RulesFigures[] = []
  for (let round = 0; round < rounds; round++)
    found.push(...(await runChild<readonly RulesFigures[]>('./rules-child.ts', [articles])))
  const byKind = [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => {
    const times = all.map(({ cpuMsPerArticle }) => cpuMsPerArticle)
    return { ...all[0]!, kind, cpuMsPerArticle: percentile(times, 0.5) }
  })
  const { cpuMsPerArticle: none = 0 } = byKind.find(({ kind }) => kind === 'none') ?? {}
  return {
    name: 'rules',
    load: `${articles} articles from feed to story, ${rounds} times`,
    rows: byKind.map(({ kind, cpuMsPerArticle, rules, applied }) => ({
      what: names[kind],
      figures: { cpuMsPerArticle, morePercent: round((cpuMsPerArticle / none - 1) * 100), rules, applied },
    })),
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'All three save the same readings, article by article; what reading a page costs is measured once and counted for each.',
      'rules: those that applied to something; applied: how often, warm-up included. Fetching is not in it.',
    ],
  }
}

const names: Readonly<Record<RulesFigures['kind'], string>> = {
  none: 'no rules',
  title: '50 rules about titles, authors, patterns',
  all: '50 rules, a third of them about texts',
}
