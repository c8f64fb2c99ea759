import { sql } from 'kysely'
import type { CommentState } from '../../core/comment.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { CommentTable } from './comment-schema.ts'

/** How far up a thread one change may go; more would be a thread of gaps only. */
const mostSteps = 1_000

type Place = Pick<CommentTable, 'id' | 'kind' | 'target' | 'parent_id' | 'root_id' | 'state' | 'child_count'>

/** Changes a comment's state, and updates the counts shown for the discussion, the thread, and the replies to each comment. */
export async function setState(tx: Tx, row: Place, state: CommentState): Promise<void> {
  const before = row.state === 'shown'
  const after = state === 'shown'
  await tx.updateTable('comment').set({ state }).where('id', '=', row.id).execute()
  if (before === after) return
  await countShown(tx, row, after ? 1 : -1)
  // It keeps its place while it has replies.
  if (row.child_count === 0) await countChild(tx, row.parent_id, after ? 1 : -1)
}

/** Adds or subtracts a shown comment. */
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

/** Counts a visible reply; a deleted comment that gets its first or loses its last reply appears or disappears itself. */
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

/** Runs a write that leaves nothing of deleted data in the file. PostgreSQL frees the space automatically with its next vacuum. */
export function eraseIn<Result>(engine: Engine, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return engine.write(async (tx) => {
    if (engine.dialect === 'sqlite') await sql`pragma secure_delete = on`.execute(tx)
    const result = await work(tx)
    if (engine.dialect === 'sqlite') await sql`pragma secure_delete = off`.execute(tx)
    return result
  })
}
