import { sql } from 'kysely'
import type { CommentState } from '../../core/comment.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { CommentTable } from './comment-schema.ts'

/** As many steps up a thread as a change of one comment may have; more would be a thread of nothing but gaps. */
const mostSteps = 1_000

type Place = Pick<CommentTable, 'id' | 'kind' | 'target' | 'parent_id' | 'root_id' | 'state' | 'child_count'>

/**
 * Puts a comment into another state, and keeps the counts that pages show: of the discussion, of the thread, and of the
 * replies under each comment.
 */
export async function setState(tx: Tx, row: Place, state: CommentState): Promise<void> {
  const before = row.state === 'shown'
  const after = state === 'shown'
  await tx.updateTable('comment').set({ state }).where('id', '=', row.id).execute()
  if (before === after) return
  await countShown(tx, row, after ? 1 : -1)
  // It keeps its place while something hangs on it.
  if (row.child_count === 0) await countChild(tx, row.parent_id, after ? 1 : -1)
}

/** Counts a comment that came, or went, as one that is shown. */
export async function countShown(
  tx: Tx,
  row: Pick<Place, 'id' | 'kind' | 'target' | 'root_id'>,
  change: 1 | -1,
): Promise<void> {
  const { kind, target } = row
  await tx
    .insertInto('discussion')
    .values({ kind, target, comment_count: Math.max(0, change) })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'target']).doUpdateSet({ comment_count: sql`discussion.comment_count + ${change}` }),
    )
    .execute()
  if (row.root_id === row.id) return
  await tx
    .updateTable('comment')
    .set({ reply_count: sql`reply_count + ${change}` })
    .where('id', '=', row.root_id)
    .execute()
}

/** Counts a reply that has a place on the page; a gap that gets its first, or loses its last, gets or loses its own. */
export async function countChild(tx: Tx, parentId: string | null, change: 1 | -1): Promise<void> {
  let next = parentId
  for (let step = 0; next !== null && step < mostSteps; step++) {
    const parent: Pick<CommentTable, 'parent_id' | 'state' | 'child_count'> | undefined = await tx
      .updateTable('comment')
      .set({ child_count: sql`child_count + ${change}` })
      .where('id', '=', next)
      .returning(['parent_id', 'state', 'child_count'])
      .executeTakeFirst()
    if (!parent || parent.state === 'shown') return
    const isTurn = change === 1 ? parent.child_count === 1 : parent.child_count === 0
    if (!isTurn) return
    next = parent.parent_id
  }
}

/**
 * Carries out a write after which nothing of what it deleted is left in the file. PostgreSQL frees the space by itself, with
 * its next vacuum.
 */
export function eraseIn<Result>(engine: Engine, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return engine.write(async (tx) => {
    if (engine.dialect === 'sqlite') await sql`pragma secure_delete = on`.execute(tx)
    const result = await work(tx)
    if (engine.dialect === 'sqlite') await sql`pragma secure_delete = off`.execute(tx)
    return result
  })
}
