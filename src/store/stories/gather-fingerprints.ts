import { saveWorkPosition, workPosition } from '../articles/work-positions.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toBytes, toHashes } from '../engine/vectors.ts'
import { createRecentFingerprints, type RecentFingerprints } from './recent-fingerprints.ts'

/** How many documents are indexed together. The index of a window has some twenty pages for each. */
const together = 1024
/** The move takes this many steps, one with each new document, so that nobody waits for all of it. */
const steps = 64
/** A fingerprint is the smallest of this many hashes, so small ones are more frequent. */
const smallestOf = 7

type Saved = { readonly sequence: number; readonly hashes: readonly number[] }
/** `unread`: how many this process has stored since it last read them. */
type Gathered = { readonly recent: RecentFingerprints; isRead: boolean; unread: number }

const gathered = new WeakMap<Engine, Gathered>()

/**
 * Stores the fingerprints of new documents. Each one touches another index page; where that is costly, a document's fingerprints
 * first go into one row, and are moved to the index in sorted order with those of a thousand others
 * ([why](../../docs/notes/copies.md)).
 */
export async function saveFingerprints(engine: Engine, tx: Tx, saved: readonly Saved[], at: string): Promise<void> {
  const all = saved.map(({ sequence, hashes }) => ({ sequence, hashes: [...new Set(hashes)] }))
  if (!engine.collectsIndexRows) {
    const rows = all.flatMap(({ sequence, hashes }) => hashes.map((hash) => ({ hash, document_sequence: sequence })))
    await engine.insertMany(tx, 'fingerprint', rows)
    return
  }
  await engine.insertMany(
    tx,
    'fingerprint_set',
    all.map(({ sequence, hashes }) => ({ document_sequence: sequence, hashes: toBytes(Uint32Array.from(hashes)) })),
  )
  const held = gatheredOf(engine)
  if (!held.isRead || held.recent.size + held.unread >= together) await moveSome(engine, tx, all.length, at)
  held.unread += all.length
}

function gatheredOf(engine: Engine): Gathered {
  const held = gathered.get(engine) ?? { recent: createRecentFingerprints(), isRead: false, unread: 0 }
  gathered.set(engine, held)
  return held
}

/** The committed fingerprints that aren't in the index yet. */
export async function recentFingerprints(engine: Engine): Promise<RecentFingerprints> {
  const held = gatheredOf(engine)
  const { recent } = held
  // Nothing is added here: these rows were only copied from another database.
  if (held.isRead && !engine.collectsIndexRows) return recent
  const rows = await engine.reader
    .selectFrom('fingerprint_set')
    .select(['document_sequence', 'hashes'])
    .where('document_sequence', '>', recent.newest)
    .orderBy('document_sequence')
    .execute()
  for (const row of rows)
    if (row.document_sequence > recent.newest) recent.add(row.document_sequence, toHashes(row.hashes))
  held.isRead = true
  held.unread = 0
  if (recent.size >= together) await forgetMoved(engine, recent)
  return recent
}

/** Another process may have moved them, or they were removed for their age. */
async function forgetMoved({ reader }: Engine, recent: RecentFingerprints): Promise<void> {
  const first = await reader
    .selectFrom('fingerprint_set')
    .select('document_sequence')
    .orderBy('document_sequence')
    .limit(1)
    .executeTakeFirst()
  recent.dropBefore(first?.document_sequence ?? recent.newest + 1)
}

/**
 * Takes the next steps of moving rows into the index, one range of hashes each. The progress is stored in the same transaction;
 * until the end, all these documents are still searched in their rows.
 */
async function moveSome(engine: Engine, tx: Tx, count: number, at: string): Promise<void> {
  const recent = await recentFingerprints(engine)
  if (recent.size < together) return
  const begun = await workPosition(tx, 'fingerprints-moving')
  const upTo = begun || recent.newest
  // Another process began this with rows that this one hasn't read yet.
  if (upTo > recent.newest) return
  const from = begun ? await workPosition(tx, 'fingerprints-moved') : 0
  const to = Math.min(steps, from + count)
  await engine.insertMany(
    tx,
    'fingerprint',
    recent.between(hashAt(from), hashAt(to), upTo).map(([hash, document_sequence]) => ({ hash, document_sequence })),
    { ifExists: 'ignore' },
  )
  const isDone = to === steps
  if (isDone) await tx.deleteFrom('fingerprint_set').where('document_sequence', '<=', upTo).execute()
  await saveWorkPosition(engine, tx, 'fingerprints-moved', isDone ? 0 : to, at)
  await saveWorkPosition(engine, tx, 'fingerprints-moving', isDone ? 0 : upTo, at)
}

/** The first hash of a step, such that each step has about as many. */
function hashAt(step: number): number {
  return Math.round(2 ** 32 * (1 - (1 - step / steps) ** (1 / smallestOf)))
}
