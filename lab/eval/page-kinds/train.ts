import { writeFileSync } from 'node:fs'
import { listLogOdds } from '../../../src/extract/article-kind.ts'
import { findSet, readRecords } from '../read-set.ts'
import { fitIndex } from './fit-index.ts'
import { type DomainExample, exampleOf, foldOf, type TypedPage } from './typed-pages.ts'

// Fits the weights of `src/extract/rules/list-weights.ts` and prints what they do on domains they have not seen:
// `node lab/eval/page-kinds/train.ts`
const path = process.argv[2] ?? findSet('extraction/wcxb-dev.jsonl.zst')
if (path === undefined) throw new Error('the set is not on this machine: give its path')
const examples = readRecords<TypedPage>(path).map(exampleOf)
for (const seed of [0, 1, 2]) console.log(`seed ${seed}: ${judge(examples, seed)}`)
const { bias, weights } = fitIndex(examples)
const lines = Object.entries(weights).map(([name, weight]) => `  ${name}: ${weight.toFixed(3)},`)
const file = new URL('../../../src/extract/rules/list-weights.ts', import.meta.url)
writeFileSync(
  file,
  `/** Fitted by \`lab/eval/page-kinds/train.ts\`; how and on what: docs/notes/extraction.md. Never edited by hand. */
export const indexBias = ${bias.toFixed(3)}

/** What each sign adds to the log odds that a page is a list. */
export const indexWeights: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
)

function judge(all: readonly DomainExample[], seed: number): string {
  const counts = { kept: 0, articles: 0, found: 0, lists: 0 }
  for (let fold = 0; fold < 5; fold++) {
    const isApart = ({ domain }: DomainExample): boolean => foldOf(domain, 5, seed) === fold
    const model = fitIndex(all.filter((example) => !isApart(example)))
    for (const { signs, isIndex } of all.filter(isApart)) {
      const isCalled = listLogOdds(signs, model) > 0
      if (isIndex) counts.found += Number(isCalled)
      else counts.kept += Number(!isCalled)
      counts[isIndex ? 'lists' : 'articles']++
    }
  }
  const { kept, articles, found, lists } = counts
  const share = (part: number, whole: number): string => (part / whole).toFixed(4)
  return `kind ${share(kept + found, articles + lists)}, articles kept ${share(kept, articles)}, lists found ${share(found, lists)}`
}
