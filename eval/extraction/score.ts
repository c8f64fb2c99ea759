import { fileURLToPath } from 'node:url'
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

/** The default run reads only so many pages of the larger set, so that it ends within a minute. */
const defaultPages = 330

/** Scores the article text by runs of four words, and on sets that have them title, author, date and kind of page. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [scoreFile(options.data, options.data, Number.POSITIVE_INFINITY)]
  const bodies = findSet('extraction/scrapinghub.jsonl.zst')
  const fields = findSet('extraction/wcxb-dev.jsonl.zst')
  if (bodies === undefined || fields === undefined) {
    const own = fileURLToPath(new URL('own.jsonl', import.meta.url))
    return [{ ...scoreFile(own, 'own', Number.POSITIVE_INFINITY), isOwnSet: true }]
  }
  return [scoreFile(bodies, 'scrapinghub', Number.POSITIVE_INFINITY), scoreFile(fields, 'wcxb-dev', defaultPages)]
}

function scoreFile(path: string, set: string, limit: number): EvalResult {
  const all = readRecords<PageRecord>(path)
  const records = all.length <= limit ? all : spread(all, limit)
  const hasFields = records.some((record) => record.pageType !== undefined)
  const result = hasFields ? scoreFields(records) : scoreBodies(records)
  const part = records.length < all.length ? [`${records.length} of ${all.length} pages, evenly spread`] : []
  return {
    name: 'extraction',
    set,
    records: records.length,
    ...result,
    notes: [...part, ...result.notes],
    isOwnSet: false,
  }
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
