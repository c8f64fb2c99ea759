import { createHash } from 'node:crypto'
import type { Engine, Tx } from '../engine/engine.ts'

type Keyed = { readonly feedId: number; readonly key: string }

/** A 52-bit number for a key, exact in both databases; two keys of one feed almost never share one. */
function keyNumber(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6) * 16 + (key.length % 16)
}

/** The entries that weren't removed for their age: a feed continues to list what was removed. */
export async function withoutRemoved<Entry extends Keyed>(
  engine: Engine,
  tx: Tx,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  if (entries.length === 0) return entries
  const any = await tx.selectFrom('gone_entry').select('feed_id').limit(1).executeTakeFirst()
  if (!any) return entries
  const rows = await engine.findMany(
    tx,
    'gone_entry',
    entries.map(({ feedId, key }) => ({ feed_id: feedId, key_number: keyNumber(key) })),
    ['feed_id', 'key_number'],
  )
  const gone = new Set(rows.map((row) => `${row.feed_id} ${row.key_number}`))
  return entries.filter(({ feedId, key }) => !gone.has(`${feedId} ${keyNumber(key)}`))
}

/** Remembers removed entries. */
export function rememberRemoved(engine: Engine, tx: Tx, entries: readonly Keyed[]): Promise<unknown> {
  return engine.insertMany(
    tx,
    'gone_entry',
    entries.map(({ feedId, key }) => ({ feed_id: feedId, key_number: keyNumber(key) })),
    { ifExists: 'ignore' },
  )
}
