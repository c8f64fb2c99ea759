import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blocksOf } from '../../src/extract/blocks/page-blocks.ts'
import { extract } from '../../src/extract/extract.ts'
import { readFacts } from '../../src/extract/facts/page-facts.ts'
import { findMainText } from '../../src/extract/main-text.ts'
import { guardNesting } from '../../src/extract/markup/guard-nesting.ts'
import { parsePage } from '../../src/extract/markup/page-tree.ts'
import { findSet, readRecords } from '../eval/read-set.ts'
import { ownPages } from './material/own-pages.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

type Page = { readonly html: string; readonly url: string }
type Step = { readonly name: string; readonly run: (page: Page) => void }

const ROUNDS = sized(3, 1)
/** Pages of each set. */
const SAMPLE = sized(30, 2)
const SETS = sized(['extraction/scrapinghub.jsonl.zst', 'extraction/wcxb-dev.jsonl.zst'], ['no set'])

/** Ours whole, and Readability on linkedom alone, on the same pages, one after the other; then the larger parts of ours. */
export const bench: Bench = async () => {
  const rows = []
  const notes: string[] = []
  for (const set of SETS) {
    const path = findSet(set)
    if (path === undefined) notes.push(`${set} is not here: pages of ours stand for it`)
    const pages = path === undefined ? ownPages().slice(0, SAMPLE) : spread(readRecords<Page>(path), SAMPLE)
    const taken = take(pages)
    const of = (name: string) => taken.get(name) ?? []
    // Of each page its best round: what else ran on the machine is in the others.
    const total = (name: string) => of(name).reduce((sum, rounds) => sum + Math.min(...rounds), 0)
    const perSecond = (name: string) => round((pages.length * 1000) / total(name))
    rows.push({
      what: `${set.replace(/^.*\/|\..*$/g, '')}, ${pages.length} pages`,
      figures: {
        kilobytes: Math.round(pages.reduce((sum, { html }) => sum + html.length, 0) / pages.length / 1000),
        pagesPerSecond: perSecond('extract'),
        readabilityPagesPerSecond: perSecond('readability'),
        ratio: round(total('readability') / total('extract')),
        medianMs: round(
          percentile(
            of('extract').map((rounds) => Math.min(...rounds)),
            0.5,
          ),
        ),
      },
    })
    rows.push({
      what: 'of that, milliseconds per page',
      figures: Object.fromEntries(parts.map(({ name }) => [name, round(total(name) / pages.length)])),
    })
  }
  return {
    name: 'extract',
    load: `${ROUNDS} interleaved rounds over up to ${SAMPLE} pages of each set, on one core`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      ...notes,
      'CPU time of the best round of each page. Ratio: Readability 0.6 on linkedom, given the page as it is and made whole where linkedom needs it, over ours.',
      'tree holds guard; mainText is Readability on our tree; the rest of extract is rules and fields.',
    ],
  }
}

const whole: readonly Step[] = [
  { name: 'extract', run: ({ html, url }) => extract({ html, url }) },
  { name: 'readability', run: readAlone },
]
const trees = new WeakMap<Page, ReturnType<typeof parsePage>>()
function treeOf(page: Page): ReturnType<typeof parsePage> {
  const tree = trees.get(page) ?? parsePage(page.html)
  trees.set(page, tree)
  return tree
}
const parts: readonly Step[] = [
  { name: 'guard', run: ({ html }) => guardNesting(html) },
  { name: 'tree', run: ({ html }) => parsePage(html) },
  { name: 'blocks', run: (page) => blocksOf(treeOf(page).root) },
  { name: 'mainText', run: (page) => findMainText(treeOf(page).root, '') },
  { name: 'facts', run: (page) => readFacts(treeOf(page).root) },
]

/** Milliseconds of CPU by step, page and round. The first round warms up. */
function take(pages: readonly Page[]): Map<string, number[][]> {
  const taken = new Map<string, number[][]>()
  const steps = [...whole, ...parts]
  for (let index = 0; index <= ROUNDS; index++)
    // Nobody always comes first.
    for (const [place, page] of pages.entries())
      for (const step of steps.map((_, at) => steps[(at + index + place) % steps.length]!)) {
        if (step.name !== 'extract' && step.name !== 'readability') treeOf(page)
        const from = process.cpuUsage()
        step.run(page)
        const { user, system } = process.cpuUsage(from)
        if (index === 0) continue
        const byPage = taken.get(step.name) ?? pages.map((): number[] => [])
        taken.set(step.name, byPage)
        byPage[place]!.push((user + system) / 1000)
      }
  return taken
}

/** Linkedom makes no `html` and `body` where a page has none; Readability throws there. */
function readAlone({ html }: Page): void {
  try {
    new Readability(parseHTML(html).document as never).parse()
  } catch {
    // A page it cannot read costs it nothing more.
  }
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, index) => items[Math.floor((index * items.length) / count)]!,
  )
}
