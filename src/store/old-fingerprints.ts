import { sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { keepFingerprintPartitions } from './fingerprint-partitions.ts'
import { positionOf, setPosition } from './keeping-places.ts'

const rowsAtOnce = 20_000
/** The whole table is walked, so not for a handful of documents, nor for fewer than one in eight. */
const worthWalking = 500
const worthOneIn = 8

/**
 * Lets go of fingerprints of documents up to a sequence: where a new text has one in common with a document, the document is looked
 * at, and one that is older than any story is not. Answers how many rows it went through; 0 at the end.
 */
export async function dropOldFingerprints(engine: Engine, upTo: number, at: string): Promise<number> {
  if (engine.dialect === 'postgres') return keepFingerprintPartitions(engine, upTo)
  return engine.write((tx) => walk(engine, tx, upTo, at))
}

/** They are kept by hash, not by document: a walk along the hashes, which goes on where it was broken off. */
async function walk(engine: Engine, tx: Tx, upTo: number, at: string): Promise<number> {
  const done = await positionOf(tx, 'fingerprints')
  const newest = await tx
    .selectFrom('document')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (upTo - done < Math.max(worthWalking, ((newest?.sequence ?? 0) - done) / worthOneIn)) return 0
  // Hashes are from 0 on; the position of a walk that never began is the one before the first.
  const from = (await positionOf(tx, 'fingerprint-walk')) - 1
  const end = await tx
    .selectFrom('fingerprint')
    .select('hash')
    .where('hash', '>', from)
    .orderBy('hash')
    .limit(1)
    .offset(rowsAtOnce)
    .executeTakeFirst()
  await tx
    .deleteFrom('fingerprint')
    .where('hash', '>', from)
    .$if(end !== undefined, (query) => query.where('hash', '<=', end!.hash))
    .where(sql<boolean>`document_sequence <= ${upTo}`)
    .execute()
  await setPosition(engine, tx, 'fingerprint-walk', end ? end.hash + 1 : 0, at)
  if (!end) await setPosition(engine, tx, 'fingerprints', upTo, at)
  return rowsAtOnce
}
