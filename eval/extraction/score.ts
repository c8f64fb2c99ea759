import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '../../src/extract/extract.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { isSameAuthor, isSameDay, isSameTitle } from './field-score.ts'
import { isExact, mean, overall, pageF1, shingleMatch, wordMatch } from './text-score.ts'

/** A labeled page. Records with `pageType` carry fields beside the text. */
type PageRecord = {
  readonly url?: string | null
  readonly html: string
  readonly pageType?: 'article' | 'listing' | 'collection'
  readonly gold: {
    readonly text: string
    readonly title?: string | null
    readonly author?: string | null
    readonly date?: string | null
  }
}

/**
 * Pages of the larger set kept out of sight while rules were chosen: every third, of which the default run reads
 * so many that it ends within a minute.
 */
const heldOutPages = 330
const defaultPages = 250

/** Scores the article text by runs of four words, and on sets that have them title, author, date and kind of page. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [score(options.data, readRecords<PageRecord>(options.data))]
  const bodies = findSet('extraction/scrapinghub.jsonl.zst')
  const fields = findSet('extraction/wcxb-dev.jsonl.zst')
  if (bodies === undefined || fields === undefined) {
    const own = score('own', readFixtures())
    return [{ ...own, notes: [...own.notes, 'sets not on this machine: the fixture pages stand in'], isOwnSet: true }]
  }
  const all = readRecords<PageRecord>(fields)
  const part = spread(spread(all, heldOutPages), defaultPages)
  const held = score('wcxb-dev', part)
  return [
    score('scrapinghub', readRecords<PageRecord>(bodies)),
    { ...held, notes: [`out of sample: ${part.length} of ${all.length} pages, evenly spread`, ...held.notes] },
  ]
}

/** The project's own pages, written for the tests. */
function readFixtures(): PageRecord[] {
  const folder = new URL('../../test/fixtures/pages/', import.meta.url)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const html = readFileSync(new URL(`${entry.name}/source.html`, folder), 'utf8')
      const { url, extraction } = JSON.parse(readFileSync(new URL(`${entry.name}/expected.json`, folder), 'utf8'))
      const text = extraction.blocks.map((block: readonly string[]) => block[1]).join('\n')
      const gold = {
        text,
        title: extraction.title,
        author: extraction.authors.join('; '),
        date: extraction.publishedAt,
      }
      return { url, html, pageType: extraction.kind === 'index' ? 'listing' : 'article', gold }
    })
}

function score(set: string, records: readonly PageRecord[]): EvalResult {
  const hasFields = records.some((record) => record.pageType !== undefined)
  const result = hasFields ? scoreFields(records) : scoreBodies(records)
  return { name: 'extraction', set, records: records.length, ...result, isOwnSet: false }
}

/** Every so-many-th record, since sets are often sorted by kind. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)
}

type Scored = Pick<EvalResult, 'figures' | 'notes'>

function scoreBodies(records: readonly PageRecord[]): Scored {
  const texts = records.map((record) => extract({ html: record.html, url: record.url ?? '' }).text)
  const matches = records.map((record, i) => shingleMatch(record.gold.text, texts[i]!))
  const exact = mean(records.map((record, i) => Number(isExact(record.gold.text, texts[i]!))))
  return {
    figures: { ...overall(matches), exact },
    notes: ['scrapinghub is in-sample: the block rules were chosen with its pages in view'],
  }
}

function scoreFields(records: readonly PageRecord[]): Scored {
  const pages = records.map((record) => ({ record, found: extract({ html: record.html, url: record.url ?? '' }) }))
  const articles = pages.filter(({ record }) => record.pageType === 'article')
  const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
    mean(items.map((item) => Number(test(item))))
  const words = articles.map(({ record, found }) => wordMatch(record.gold.text, found.text))
  const titled = articles.filter(({ record }) => record.gold.title)
  const signed = articles.filter(({ record }) => record.gold.author)
  const unsigned = articles.filter(({ record }) => !record.gold.author)
  const dated = articles.filter(({ record }) => record.gold.date)
  const lists = pages.filter(({ record }) => record.pageType !== 'article')
  return {
    figures: {
      wordF1: mean(words.map(pageF1)),
      wordPrecision: overall(words).precision,
      wordRecall: overall(words).recall,
      shingleF1: overall(articles.map(({ record, found }) => shingleMatch(record.gold.text, found.text))).f1,
      title: share(titled, ({ record, found }) => isSameTitle(record.gold.title ?? '', found.title)),
      author: share(signed, ({ record, found }) => isSameAuthor(record.gold.author ?? '', found.authors)),
      noAuthorInvented: share(unsigned, ({ found }) => found.authors.length === 0),
      date: share(dated, ({ record, found }) => isSameDay(record.gold.date ?? '', found.publishedAt)),
      kind: share(pages, ({ record, found }) => (found.kind === 'index') === (record.pageType !== 'article')),
      articleKept: share(articles, ({ found }) => found.kind !== 'index'),
      listFound: share(lists, ({ found }) => found.kind === 'index'),
    },
    notes: [`text and fields on ${articles.length} articles, kind on all pages`],
  }
}
