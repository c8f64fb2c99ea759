import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import type { EarlierEntry } from '../search/find-earlier.ts'
import type { EntryIdentity } from './earlier-entry.ts'
import type { ArrivedEntry } from './written-entries.ts'

/** At least this share of two titles' words is the same when one was edited from the other. */
const LEAST_SHARED = 0.5

/**
 * Whether a feed reused an id for another entry: some give all the same id, or number each document from the top. True when it links
 * another page, has another time, and its title shares less than half of its words with the earlier one: an outlet that edits an
 * article leaves one of the three as it was.
 */
export function isAnotherEntry(arrived: EntryIdentity, known: EntryIdentity): boolean {
  const [here, there] = [linkKeyOf(arrived.url), linkKeyOf(known.url)]
  if (!here || !there || here.path === there.path) return false
  if (arrived.publishedAt !== undefined && arrived.publishedAt === known.publishedAt) return false
  return sharedWords(arrived.title, known.title) < LEAST_SHARED
}

/** The share of the shorter title's words that are in the other. */
function sharedWords(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const least = Math.min(words.size, others.size)
  return least === 0 ? Number(words.size === others.size) : words.intersection(others).size / least
}

/** In a script without spaces between words, each character is one. */
function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu))
}

/** Arrived entries, and by feed and key the stored ones the feed had under the same keys. */
type MatchedArrivals = {
  readonly arrived: readonly ArrivedEntry[]
  readonly known: ReadonlyMap<string, EarlierEntry>
}

/** An arrival's identity. */
export function arrivalKey({ feedId, key }: { readonly feedId: number; readonly key: string }): string {
  return `${feedId} ${key}`
}

/** Finds the arrivals whose key the feed had before. One that reuses another entry's key gets a new key. */
export async function matchArrivals(
  engine: Engine,
  tx: Tx,
  arrived: readonly ArrivedEntry[],
): Promise<MatchedArrivals> {
  const known = await findKnown(engine, tx, arrived)
  const changed = arrived.filter((arrival) => {
    const before = known.get(arrivalKey(arrival))
    return (
      before && before.content_hash !== arrival.polled.contentHash && !arrival.isIngestedByCaller && !arrival.isLetter
    )
  })
  const reused = await reusing(engine, tx, changed, known)
  if (reused.size === 0) return { arrived, known }
  const renamed = arrived.map((arrival) => (reused.has(arrival) ? { ...arrival, key: newKey(arrival) } : arrival))
  return { arrived: renamed, known: await findKnown(engine, tx, renamed) }
}

async function findKnown(engine: Engine, tx: Tx, arrived: readonly ArrivedEntry[]) {
  const keys = arrived.map(({ feedId, key }) => ({ feed_id: feedId, key }))
  const rows = await engine.findMany(tx, 'entry', keys, ['sequence', 'feed_id', 'key', 'content_hash'])
  return new Map(rows.map((row) => [arrivalKey({ feedId: row.feed_id, key: row.key }), row]))
}

/** The arrivals that aren't the entry stored under their key. */
async function reusing(
  engine: Engine,
  tx: Tx,
  changed: readonly ArrivedEntry[],
  known: ReadonlyMap<string, EarlierEntry>,
): Promise<ReadonlySet<ArrivedEntry>> {
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

/** Derived from page and title, so that the next delivery gets the same key. */
function newKey({ key, polled: { entry } }: ArrivedEntry): string {
  const identity = createHash('sha256')
    .update(`${entry.url ?? ''}\n${entry.title}`)
    .digest('base64url')
    .slice(0, 16)
  return `${key}#${identity}`
}
