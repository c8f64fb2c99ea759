import { findSet, readRecords } from '../read-set.ts'
import type { PageRecord } from './page-record.ts'
import { type PageExamples, readExamples } from './read-examples.ts'

/** A labeled page of a set, with its blocks as examples. */
export type LabeledPage = { readonly set: string; readonly record: PageRecord; readonly examples: PageExamples }

/** The sets a model learns from, what a page of each weighs, and whether every line of it was labeled with care. */
const sets: readonly { readonly set: string; readonly weight: number; readonly isCareful: boolean }[] = [
  { set: 'scrapinghub', weight: 1, isCareful: true },
  { set: 'wcxb-dev', weight: 0.5, isCareful: false },
  { set: 'fundus-dev', weight: 0.5, isCareful: false },
]

/** Reads the articles of all sets; throws where a set is not on this machine. `tell` is told of each set. */
export function readLabeled(tell: (set: string, count: number) => void = () => {}): LabeledPage[] {
  return sets.flatMap(({ set, weight, isCareful }) => {
    const path = findSet(`extraction/${set}.jsonl.zst`)
    if (path === undefined) throw new Error(`The set ${set} is not on this machine`)
    const records = readRecords<PageRecord>(path).filter(({ pageType = 'article' }) => pageType === 'article')
    const pages = records.flatMap((record): LabeledPage[] => {
      const examples = readExamples(record, weight, isCareful)
      return examples === undefined ? [] : [{ set, record, examples }]
    })
    tell(set, pages.length)
    return pages
  })
}
