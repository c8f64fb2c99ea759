import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { Enclosure } from '../../core/entry.ts'
import type { EntryId } from '../../core/ids.ts'
import type { StoredEntry } from '../../store/store.ts'
import { listedEntry } from '../feeds/feed-health.ts'
import { entryId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ListedEntry } from '../views.ts'
import { safeMarkup } from './entry-pictures.ts'

/** Characters of sanitized markup cached: a few thousand entries. */
const mostKept = 8_000_000

/** By hash of the source, least recently used first. */
const kept = new Map<string, string>()
let keptLength = 0

/**
 * The sanitized markup of an entry, from the cache if possible; the same for all readers. Sanitizing takes a thousand times longer
 * than reading the result, and programs request hundreds at once.
 */
async function keptMarkup({ entry }: Pick<StoredEntry, 'entry'>): Promise<string> {
  const given = `${entry.url ?? ''}\n${entry.contentHtml ?? entry.summaryHtml ?? ''}`
  const key = createHash('sha256').update(given).digest('base64')
  const known = kept.get(key)
  if (known !== undefined) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const safe = await safeMarkup({ entry })
  keptLength += safe.length
  kept.set(key, safe)
  for (const [oldest, markup] of kept) {
    if (keptLength <= mostKept) break
    kept.delete(oldest)
    keptLength -= markup.length
  }
  return safe
}

/** An entry with its full text, for feed readers on other devices. */
export type DeliveredEntry = ListedEntry & {
  readonly authors: readonly string[]
  /** Sanitized HTML; pictures are links of the class `picture`. */
  readonly html: string
  /** Arrival time; ISO 8601. */
  readonly arrivedAt: string
  readonly updatedAt?: string
  /** When the reader last marked this entry individually. */
  readonly markedAt?: string
  readonly enclosures: readonly Enclosure[]
  /** The site of its feed. */
  readonly siteUrl?: string
  /** The first folder of its feed; empty: none. */
  readonly folder: string
  /** All folders of its feed, if there are several. */
  readonly folders?: readonly string[]
  /** The reader's tags. */
  readonly tags: readonly string[]
  /** The feed's categories. */
  readonly categories: readonly string[]
  readonly commentsUrl?: string
  /** Unique within its feed. */
  readonly key: string
}

export const getEntries = defineOperation({
  name: 'get_entries',
  minRole: 'reader',
  summary: 'Entries with their full texts, sanitized, in the order asked for; missing ones are left out',
  input: z.strictObject({ ids: z.array(entryId).max(1000) }),
  async run({ store, reader }, { ids }): Promise<readonly DeliveredEntry[]> {
    const [rows, tags, more] = await Promise.all([
      store.entries.findMany(reader.id, ids),
      store.tags.list(reader.id),
      store.feeds.moreFolders(reader.id),
    ])
    const ofEntry = Map.groupBy(
      tags.filter(({ kind }) => kind === 'entry'),
      ({ target }) => target as EntryId,
    )
    return Promise.all(
      rows.map(async (row) => {
        const others = more.get(Number(row.feedId))
        const entry = await delivered(row, ofEntry.get(row.id)?.map(({ name }) => name) ?? [])
        return others ? { ...entry, folders: [entry.folder, ...others] } : entry
      }),
    )
  },
})

async function delivered(row: StoredEntry, tags: readonly string[]): Promise<DeliveredEntry> {
  const { entry, fetchedAt, markedAt, siteUrl, folder } = row
  return {
    ...listedEntry(row),
    authors: entry.authors.map(({ name }) => name),
    html: await keptMarkup(row),
    arrivedAt: fetchedAt,
    ...defined({ updatedAt: entry.updatedAt, markedAt }),
    enclosures: entry.enclosures,
    ...defined({ siteUrl }),
    folder,
    tags,
    categories: entry.categories,
    ...defined({ commentsUrl: entry.commentsUrl }),
    key: entry.key,
  }
}
