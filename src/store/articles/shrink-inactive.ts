import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { packText } from '../engine/packed-text.ts'
import { maintainFingerprintPartitions } from '../stories/fingerprint-partitions.ts'
import { itemColumns } from './layers.ts'
import { saveWorkPosition, workPosition } from './work-positions.ts'

const rowsAtOnce = 20_000
/** The walk reads the whole table, so it must be worth it: this many documents, and at least one in eight. */
const worthWalking = 500
const worthOneIn = 8

/**
 * Deletes fingerprints of documents up to a sequence. A shared fingerprint makes a new text compare itself with that document, which
 * is useless when it is older than any story. Returns how many rows were read; 0 at the end.
 */
async function dropOldFingerprints(engine: Engine, upTo: number, at: string): Promise<number> {
  if (engine.dialect === 'postgres') return maintainFingerprintPartitions(engine, upTo)
  return engine.write((tx) => walk(engine, tx, upTo, at))
}

/** Fingerprints are stored by hash rather than by document, so this walks along the hashes and continues where it was interrupted. */
async function walk(engine: Engine, tx: Tx, upTo: number, at: string): Promise<number> {
  const done = await workPosition(tx, 'fingerprints')
  const newest = await tx
    .selectFrom('document')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (upTo - done < Math.max(worthWalking, ((newest?.sequence ?? 0) - done) / worthOneIn)) return 0
  // Hashes start at 0; the position of a walk that never began is the one before.
  const from = (await workPosition(tx, 'fingerprint-walk')) - 1
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
  await saveWorkPosition(engine, tx, 'fingerprint-walk', end ? end.hash + 1 : 0, at)
  if (!end) await saveWorkPosition(engine, tx, 'fingerprints', upTo, at)
  return rowsAtOnce
}

const documentsAtOnce = 200
const dossiersAtOnce = 100

/**
 * The next step of shrinking inactive articles: first their vectors, layers and dossiers, then all their fingerprints. Returns how
 * many rows were read; 0 at the end.
 */
export async function shrinkNext(engine: Engine, before: string, at: string): Promise<number> {
  const slimmed = await engine.write(async (tx) => {
    const from = await workPosition(tx, 'slim')
    const rows = await tx
      .selectFrom('document')
      .select(['sequence', 'id', 'at'])
      .where('sequence', '>', from)
      .orderBy('sequence')
      .limit(documentsAtOnce)
      .execute()
    // A clock that was once wrong must not stop this forever.
    const end = rows.findIndex((row) => row.at >= before && row.at <= at)
    const old = end === -1 ? rows : rows.slice(0, end)
    const last = old.at(-1)
    const dossiers = engine.compresses ? await packDossiers(engine, tx, before) : 0
    if (!last) return dossiers
    await tx.deleteFrom('vector').where('sequence', '>', from).where('sequence', '<=', last.sequence).execute()
    await tx.deleteFrom('fingerprint_set').where('document_sequence', '<=', last.sequence).execute()
    if (engine.compresses)
      await packLayers(
        engine,
        tx,
        old.map(({ id }) => id),
      )
    await saveWorkPosition(engine, tx, 'slim', last.sequence, at)
    return old.length + dossiers
  })
  if (slimmed > 0) return slimmed
  const upTo = await workPosition(engine.reader, 'slim')
  return dropOldFingerprints(engine, upTo, at)
}

async function packLayers(engine: Engine, tx: Tx, documentIds: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('annotation')
    .select(['document_id', 'layer', 'version', 'items'])
    .where(engine.isIn('document_id', documentIds))
    .where('packed', 'is', null)
    .execute()
  const packed = rows.map(({ items, ...row }) => ({ ...row, ...itemColumns(items, true) }))
  await engine.insertMany(
    tx,
    'annotation',
    packed.filter((row) => row.packed !== null),
    { ifExists: 'on conflict (document_id, layer) do update set items = excluded.items, packed = excluded.packed' },
  )
}

/** Refreshed stories are written unpacked, and packed again by later steps. */
async function packDossiers(engine: Engine, tx: Tx, before: string): Promise<number> {
  const rows = await tx
    .selectFrom('story_dossier')
    .innerJoin('story', 'story.id', 'story_dossier.story_id')
    .select(['story_id', 'revision', 'body'])
    .where('packed', 'is', null)
    .where('story.last_at', '<', before)
    .limit(dossiersAtOnce)
    .execute()
  await engine.insertMany(
    tx,
    'story_dossier',
    rows.map(({ body, ...row }) => ({ ...row, body: '', packed: packText(body) })),
    { ifExists: 'on conflict (story_id) do update set body = excluded.body, packed = excluded.packed' },
  )
  return rows.length
}
