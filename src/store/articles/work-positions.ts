import type { Engine, Tx } from '../engine/engine.ts'

/** How far a kind of work has got; 0 when it never began. */
export async function workPosition(tx: Pick<Tx, 'selectFrom'>, name: string): Promise<number> {
  const row = await tx.selectFrom('keeping').select('position').where('name', '=', name).executeTakeFirst()
  return row?.position ?? 0
}

/** Saves how far it has got. */
export async function saveWorkPosition(
  engine: Engine,
  tx: Tx,
  name: string,
  position: number,
  at: string,
): Promise<void> {
  await engine.insertMany(tx, 'keeping', [{ name, position, entries: 0, articles: 0, stories: 0, first_at: at, at }], {
    ifExists: 'on conflict (name) do update set position = excluded.position, at = excluded.at',
  })
}
