import type { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { webLink } from '../../feeds/links/saved-link.ts'
import { feedOfLink } from '../../pipeline/imports/import-links.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'
import type { PortableEntry } from '../../store/library/own-reading.ts'
import { everyPage } from '../every-page.ts'
import type { OperationContext } from '../operation.ts'
import { importSavedLinks } from './import-saved-links.ts'
import type { readingRecord } from './marks-record.ts'

const AT_ONCE = 1_000

type Given = z.output<typeof readingRecord>
type FindEntry = (entry: PortableEntry) => EntryId | undefined

/**
 * Imports read and starred entries and media positions of feeds that the reader subscribes to. Read entries of feeds without any entries
 * yet (counted in `awaited`) wait for them; other missing entries are ignored. A star whose entry is not here becomes a saved link, as
 * with imports from other programs; `absent` counts those without a URL.
 */
export async function importReading(
  context: OperationContext,
  given: Given,
): Promise<Readonly<Record<string, number>>> {
  const { store, reader, now } = context
  const at = now().toISOString()
  const folders = given.folders.filter((name) => name.trim() !== '' && name.length <= maxLength.folder)
  for (const name of folders) await store.folders.create(reader.id, name, at)
  const read = given.reading.flatMap(({ feed, read: keys }) => keys.map((key) => ({ feed, key })))
  const find = await findEntries(context, [...read, ...given.places])
  const found = read.flatMap((entry) => find(entry) ?? [])
  const filled = new Set((await store.feeds.list(reader.id)).flatMap((row) => (row.entryCount > 0 ? [row.url] : [])))
  const awaited = awaitedOf(given, filled)
  await yieldingBatches(awaited, (some) => store.ownReading.storePending(reader.id, some, at))
  await yieldingBatches(found, (some) => store.entries.setRead(reader.id, some, true, at))
  const places = given.places.flatMap(({ number, seconds, ...entry }) => {
    const entryId = find(entry)
    return entryId === undefined ? [] : [{ entryId, number, seconds }]
  })
  const known = new Set(
    (
      await store.mediaPositions.listOf(
        reader.id,
        places.map(({ entryId }) => entryId),
      )
    ).map(keyOf),
  )
  const stars = await importStars(context, given.stars)
  for (const place of places) if (!known.has(keyOf(place))) await store.mediaPositions.set(reader.id, place, at)
  return {
    ...stars,
    read: found.length,
    places: places.length,
    folders: folders.length,
    awaited: awaited.length,
    absent: stars.absent,
  }
}

/** Read entries of feeds that have no entries yet. */
function awaitedOf({ reading, places }: Given, filled: ReadonlySet<string>) {
  const readOf = Map.groupBy(reading, ({ feed }) => feed)
  const placesOf = Map.groupBy(places, ({ feed }) => feed)
  return (
    [...new Set([...readOf.keys(), ...placesOf.keys()])]
      // No feed here has a longer URL, and PostgreSQL couldn't index it.
      .filter((feed) => !filled.has(feed) && Buffer.byteLength(feed) <= maxLength.pageAddress)
      .map((feed) => ({
        feed,
        read: (readOf.get(feed) ?? []).flatMap(({ read }) => read),
        places: (placesOf.get(feed) ?? []).map(({ feed: _, ...place }) => place),
      }))
  )
}

function keyOf({ entryId, number }: { readonly entryId: EntryId; readonly number: number }): string {
  return `${entryId} ${number}`
}

async function importStars(context: OperationContext, given: Given['stars']) {
  const { store, reader } = context
  const own = await everyPage((cursor) => store.ownReading.stars(reader.id, AT_ONCE, cursor))
  const starred = new Set(own.map(nameOf))
  // A page that already has a star gets no second one, whichever feed it came from.
  const isHere = ({ feed, key, url }: Given['stars'][number]) =>
    starred.has(nameOf({ feed, key })) ||
    (url !== undefined && starred.has(nameOf({ feed: feedOfLink(url), key: url })))
  const wanted = given.flatMap((star) => {
    const { url: address, ...rest } = star
    const url = webLink(address)
    return isHere({ ...rest, url }) ? [] : [{ ...rest, url }]
  })
  const find = await findEntries(context, wanted)
  const here = wanted.flatMap((star) => {
    const id = find(star)
    return id === undefined ? [] : [{ ...star, id }]
  })
  await yieldingBatches(here, async (some) => {
    await store.entries.starMany(
      reader.id,
      some.map(({ id, at }) => ({ id, at })),
    )
    const tags = some.flatMap(({ id, at, tags: names }) =>
      names.map((name) => ({ kind: 'entry' as const, target: id, name, at })),
    )
    await store.tags.add(reader.id, tags)
  })
  const links = wanted.flatMap((star) => {
    const { url, title, publishedAt, at: savedAt, isRead, tags } = star
    return url === undefined || find(star) !== undefined
      ? []
      : [{ url, title, savedAt, isRead, tags, ...defined({ publishedAt: publishedAt || undefined }) }]
  })
  const { total } =
    links.length === 0 ? { total: 0 } : await importSavedLinks(context, { program: 'Twosource', links, skipped: [] })
  return { stars: here.length, links: total, absent: wanted.length - here.length - total }
}

function nameOf({ feed, key }: PortableEntry): string {
  return JSON.stringify([feed, key])
}

/** Finds the entries in the reader's own feeds only; otherwise an import would reveal which other feeds this instance has. */
async function findEntries(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  entries: readonly PortableEntry[],
): Promise<FindEntry> {
  const feeds = new Map((await store.feeds.list(reader.id)).map(({ url, id }) => [url, id]))
  const urls = new Map([...feeds].map(([url, id]) => [id, url]))
  const asked = entries.flatMap(({ feed, key }) => {
    const feedId = feeds.get(feed)
    return feedId === undefined ? [] : [{ feedId, key }]
  })
  const found = new Map<string, EntryId>()
  await yieldingBatches(asked, async (some) => {
    for (const { id, feedId, key } of await store.entries.findByKeys(some))
      found.set(nameOf({ feed: urls.get(feedId)!, key }), id)
  })
  return (entry) => found.get(nameOf(entry))
}
