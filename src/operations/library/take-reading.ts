import type { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { webLink } from '../../feeds/links/kept-link.ts'
import { feedOfLink } from '../../pipeline/imports/import-links.ts'
import { inTurns } from '../../pipeline/in-turns.ts'
import type { EntryAnywhere } from '../../store/library/own-reading.ts'
import { everyPage } from '../every-page.ts'
import type { OperationContext } from '../operation.ts'
import type { readingRecord } from './marks-record.ts'
import { takeLinks } from './take-links.ts'

const AT_ONCE = 1_000

type Given = z.output<typeof readingRecord>
type FindEntry = (entry: EntryAnywhere) => EntryId | undefined

/**
 * Takes in what was read, starred and left off at, of feeds that the reader subscribes to. What was read of feeds that have brought
 * nothing yet (`awaited`: how many) waits for them; of others what is no more to be had needs no mark. A star whose entry is not here is
 * kept as a link, as those of other programs are; `absent` counts those that have no address.
 */
export async function takeReading(context: OperationContext, given: Given): Promise<Readonly<Record<string, number>>> {
  const { store, reader, now } = context
  const at = now().toISOString()
  const folders = given.folders.filter((name) => name.trim() !== '' && name.length <= maxLength.folder)
  for (const name of folders) await store.folders.keep(reader.id, name, at)
  const read = given.reading.flatMap(({ feed, read: keys }) => keys.map((key) => ({ feed, key })))
  const find = await findEntries(context, [...read, ...given.places])
  const found = read.flatMap((entry) => find(entry) ?? [])
  const filled = new Set((await store.feeds.list(reader.id)).flatMap((row) => (row.entryCount > 0 ? [row.url] : [])))
  const awaited = awaitedOf(given, filled)
  await inTurns(awaited, (some) => store.ownReading.await(reader.id, some, at))
  await inTurns(found, (some) => store.entries.setRead(reader.id, some, true, at))
  const places = given.places.flatMap(({ number, seconds, ...entry }) => {
    const entryId = find(entry)
    return entryId === undefined ? [] : [{ entryId, number, seconds }]
  })
  const known = new Set(
    (
      await store.mediaPlaces.listOf(
        reader.id,
        places.map(({ entryId }) => entryId),
      )
    ).map(keyOf),
  )
  const stars = await takeStars(context, given.stars)
  for (const place of places) if (!known.has(keyOf(place))) await store.mediaPlaces.set(reader.id, place, at)
  return {
    ...stars,
    read: found.length,
    places: places.length,
    folders: folders.length,
    awaited: awaited.length,
    absent: stars.absent,
  }
}

/** What is of feeds that have brought nothing, by feed. */
function awaitedOf({ reading, places }: Given, filled: ReadonlySet<string>) {
  const readOf = Map.groupBy(reading, ({ feed }) => feed)
  const placesOf = Map.groupBy(places, ({ feed }) => feed)
  return (
    [...new Set([...readOf.keys(), ...placesOf.keys()])]
      // Longer ones no feed here has: an index of PostgreSQL would not hold them.
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

async function takeStars(context: OperationContext, given: Given['stars']) {
  const { store, reader } = context
  const own = await everyPage((cursor) => store.ownReading.stars(reader.id, AT_ONCE, cursor))
  const starred = new Set(own.map(nameOf))
  // Whatever feed it came by, of a page that has its star already there is no second one.
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
  await inTurns(here, async (some) => {
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
    links.length === 0 ? { total: 0 } : await takeLinks(context, { program: 'Twosource', links, skipped: [] })
  return { stars: here.length, links: total, absent: wanted.length - here.length - total }
}

function nameOf({ feed, key }: EntryAnywhere): string {
  return JSON.stringify([feed, key])
}

/** Which entries here these are, in feeds that the reader subscribes to: of other feeds the house tells nobody that it has them. */
async function findEntries(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  entries: readonly EntryAnywhere[],
): Promise<FindEntry> {
  const feeds = new Map((await store.feeds.list(reader.id)).map(({ url, id }) => [url, id]))
  const urls = new Map([...feeds].map(([url, id]) => [id, url]))
  const asked = entries.flatMap(({ feed, key }) => {
    const feedId = feeds.get(feed)
    return feedId === undefined ? [] : [{ feedId, key }]
  })
  const found = new Map<string, EntryId>()
  await inTurns(asked, async (some) => {
    for (const { id, feedId, key } of await store.entries.findByKeys(some))
      found.set(nameOf({ feed: urls.get(feedId)!, key }), id)
  })
  return (entry) => found.get(nameOf(entry))
}
