import type { Insertable } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import { packText, unpackText } from '../engine/packed-text.ts'
import type { EntryContentTable } from './article-schema.ts'

/** HTML of at least this many characters is compressed. Below that, the time outweighs the space saved. */
const packFrom = 6_000

/** The fields of an entry without a column of their own, and its key when the column has another. */
type Rest = Omit<FeedEntry, 'contentHtml' | 'summaryHtml' | 'title' | 'key' | 'url'> & { readonly key?: string }

export type ContentColumns = Pick<EntryContentTable, 'content_html' | 'summary_html' | 'rest' | 'packed'>

/** An entry as the columns of `entry_content`. `keptKey` is its key in the entry table. */
export function toContentColumns(
  entry: FeedEntry,
  keptKey: string,
  packs: boolean,
): Omit<Insertable<EntryContentTable>, 'sequence'> {
  const { contentHtml, summaryHtml, title: _title, key, url: _url, ...others } = entry
  const rest: Rest = key === keptKey ? others : { ...others, key }
  return { ...htmlColumns({ contentHtml, summaryHtml }, packs), rest: JSON.stringify(rest) }
}

type Html = { readonly contentHtml?: string | undefined; readonly summaryHtml?: string | undefined }

/** The HTML of an entry as it is stored: compressed when long, unless the database does that itself. */
export function htmlColumns({ contentHtml, summaryHtml }: Html, packs: boolean): Omit<ContentColumns, 'rest'> {
  const isLong = packs && (contentHtml?.length ?? 0) + (summaryHtml?.length ?? 0) >= packFrom
  return {
    content_html: isLong ? null : (contentHtml ?? null),
    summary_html: isLong ? null : (summaryHtml ?? null),
    packed: isLong ? packText(JSON.stringify({ contentHtml, summaryHtml })) : null,
  }
}

/** The entry exactly as it was delivered. */
export function toFeedEntry(
  row: ContentColumns & { readonly key: string; readonly url: string | null; readonly title: string },
): FeedEntry {
  return {
    key: row.key,
    title: row.title,
    ...defined({ url: row.url ?? undefined }),
    ...(JSON.parse(row.rest) as Rest),
    ...htmlOf(row),
  }
}

/** The feed's own HTML of an entry. */
export function htmlOf(row: Omit<ContentColumns, 'rest'>): Pick<FeedEntry, 'contentHtml' | 'summaryHtml'> {
  if (row.packed !== null) return JSON.parse(unpackText(row.packed))
  return defined({ contentHtml: row.content_html ?? undefined, summaryHtml: row.summary_html ?? undefined })
}
