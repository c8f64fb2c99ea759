import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import type { EarlierEntry } from '../search/find-earlier.ts'
import type { EntryIdentity } from './earlier-entry.ts'
import type { Arrived } from './written-entries.ts'

/** Of the words of two titles so many are the same where one was made from the other. */
const LEAST_SHARED = 0.5

/**
 * Whether what a feed delivers under an id it had before is another entry: some give the same id to all, or count anew from the top
 * of each document. It is when it links another page, is of another time, and its title has less than half of its words from the
 * title of before: an outlet that edits its article leaves one of the three.
 */
export function isAnotherEntry(arrived: EntryIdentity, known: EntryIdentity): boolean {
  const [here, there] = [linkKeyOf(arrived.url), linkKeyOf(known.url)]
  if (!here || !there || here.path === there.path) return false
  if (arrived.publishedAt !== undefined && arrived.publishedAt === known.publishedAt) return false
  return sharedWords(arrived.title, known.title) < LEAST_SHARED
}

/** Which share of the words of the shorter title stands in the other. */
function sharedWords(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const least = Math.min(words.size, others.size)
  return least === 0 ? Number(words.size === others.size) : words.intersection(others).size / least
}

/** Where a script puts no spaces between words, each sign is one. */
function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu))
}

/** Entries as they arrived, and those of them whose keys the feed had before, by feed and key. */
export type KnownArrivals = {
  readonly arrived: readonly Arrived[]
  readonly known: ReadonlyMap<string, EarlierEntry>
}

/** What an arrival is known by. */
export function arrivalKey({ feedId, key }: { readonly feedId: number; readonly key: string }): string {
  return `${feedId} ${key}`
}

/** Finds which of the arrivals the feed had under their keys; one whose key was another entry's gets a key of its own. */
export async function knownArrivals(engine: Engine, tx: Tx, arrived: readonly Arrived[]): Promise<KnownArrivals> {
  const known = await findKnown(engine, tx, arrived)
  const changed = arrived.filter((arrival) => {
    const before = known.get(arrivalKey(arrival))
    return (
      before && before.content_hash !== arrival.polled.contentHash && !arrival.isIngestedByCaller && !arrival.isLetter
    )
  })
  const reused = await reusing(engine, tx, changed, known)
  if (reused.size === 0) return { arrived, known }
  const renamed = arrived.map((arrival) => (reused.has(arrival) ? { ...arrival, key: ownKey(arrival) } : arrival))
  return { arrived: renamed, known: await findKnown(engine, tx, renamed) }
}

async function findKnown(engine: Engine, tx: Tx, arrived: readonly Arrived[]) {
  const keys = arrived.map(({ feedId, key }) => ({ feed_id: feedId, key }))
  const rows = await engine.findMany(tx, 'entry', keys, ['sequence', 'feed_id', 'key', 'content_hash'])
  return new Map(rows.map((row) => [arrivalKey({ feedId: row.feed_id, key: row.key }), row]))
}

/** Those that are another entry than the one of before under their key. */
async function reusing(
  engine: Engine,
  tx: Tx,
  changed: readonly Arrived[],
  known: ReadonlyMap<string, EarlierEntry>,
): Promise<ReadonlySet<Arrived>> {
  if (changed.length === 0) return new Set()
  const sequences = changed.map((arrival) => ({ sequence: known.get(arrivalKey(arrival))!.sequence }))
  const rows = await engine.findMany(tx, 'entry', sequences, ['feed_id', 'key', 'url', 'title', 'published_at'])
  const faces = new Map(rows.map((row) => [arrivalKey({ feedId: row.feed_id, key: row.key }), row]))
  return new Set(
    changed.filter((arrival) => {
      const row = faces.get(arrivalKey(arrival))!
      const { entry, contentHash } = arrival.polled
      const publishedAt = normalizedTime(entry.publishedAt)
      return isAnotherEntry(
        {
          title: entry.title,
          contentHash,
          ...defined({ url: entry.url || undefined, publishedAt: publishedAt || undefined }),
        },
        { title: row.title, contentHash: '', publishedAt: row.published_at, ...defined({ url: row.url ?? undefined }) },
      )
    }),
  )
}

/** Follows from page and title, so that the same delivery has it the next time, too. */
function ownKey({ key, polled: { entry } }: Arrived): string {
  const identity = createHash('sha256')
    .update(`${entry.url ?? ''}\n${entry.title}`)
    .digest('base64url')
    .slice(0, 16)
  return `${key}#${identity}`
}
