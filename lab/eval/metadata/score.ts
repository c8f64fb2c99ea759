import { createHash } from 'node:crypto'
import { extract } from '../../../src/extract/extract.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { declaredIn, withoutStructuredData } from './declared.ts'
import { hasSameAuthor, hasSameAuthors, hasSameDate, hasSameTitle } from './same-field.ts'

/** A page; `gold` is what the fields should be. A page without it has to have structured data, which then is the gold. */
type FieldRecord = {
  readonly url?: string | null
  readonly html: string
  readonly pageType?: string
  readonly gold?: { readonly title?: string | null; readonly author?: string | null; readonly date?: string | null }
}

/**
 * Scores headline, first author, all authors and day. On pages with structured data its fields are the truth: as they are, and with
 * that data taken out, which shows what the rest of a page yields.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [score(options.data, readRecords<FieldRecord>(options.data))]
  const own = score('own', readRecords<FieldRecord>(new URL('./own.jsonl', import.meta.url).pathname), true)
  const path = findSet('extraction/scrapinghub.jsonl.zst')
  if (path === undefined) return [own]
  const declared = readRecords<FieldRecord>(path).flatMap(({ url, html }) => {
    const gold = declaredIn(html)
    return gold === undefined ? [] : [{ url: url ?? null, html, gold }]
  })
  const hidden = declared.map((record) => ({ ...record, html: withoutStructuredData(record.html) }))
  const wide = findSet('extraction/wcxb-dev.jsonl.zst')
  const held = wide === undefined ? [] : readRecords<FieldRecord>(wide).filter(isHeldArticle)
  return [
    score('scrapinghub', declared),
    score('scrapinghub-hidden', hidden),
    ...(held.length === 0 ? [] : [score('wcxb-dev held', held)]),
    own,
  ]
}

/** Half of the sites, by a hash of their host: rules for authors were made without looking at them. */
function isHeldArticle({ url, pageType }: FieldRecord): boolean {
  const host = (URL.parse(url ?? '')?.hostname ?? url ?? '').replace(/^www\./, '')
  return pageType === 'article' && (createHash('sha256').update(host).digest()[0] ?? 0) % 2 === 1
}

function score(set: string, records: readonly FieldRecord[], isOwnSet = false): EvalResult {
  const pages = records.map(({ url, html, gold }) => ({ gold, found: extract({ html, url: url ?? '' }) }))
  const titled = pages.flatMap(({ gold, found }) => (gold?.title ? [hasSameTitle(gold.title, found.title)] : []))
  const signed = pages.flatMap(({ gold, found }) => (gold?.author ? [hasSameAuthor(gold.author, found.authors)] : []))
  const dated = pages.flatMap(({ gold, found }) => (gold?.date ? [hasSameDate(gold.date, found.publishedAt)] : []))
  const rightOrAbsent = pages.flatMap(({ gold, found }) =>
    gold?.author === undefined
      ? []
      : [found.authors.length === 0 || (gold.author !== null && hasSameAuthor(gold.author, found.authors))],
  )
  const listRightOrAbsent = pages.flatMap(({ gold, found }) =>
    gold?.author === undefined
      ? []
      : [found.authors.length === 0 || (gold.author !== null && hasSameAuthors(gold.author, found.authors))],
  )
  const unsigned = pages.flatMap(({ gold, found }) => (gold?.author === null ? [found.authors.length === 0] : []))
  return {
    name: 'metadata',
    set,
    records: records.length,
    figures: {
      title: share(titled),
      authors: share(signed),
      day: share(dated),
      rightOrAbsent: share(rightOrAbsent),
      listRightOrAbsent: share(listRightOrAbsent),
      ...(unsigned.length === 0 ? {} : { noAuthorInvented: share(unsigned) }),
    },
    notes: [`titles of ${titled.length} pages, authors of ${signed.length}, days of ${dated.length}`],
    isOwnSet,
  }
}

function share(answers: readonly boolean[]): number {
  return answers.length === 0 ? 0 : answers.filter(Boolean).length / answers.length
}
