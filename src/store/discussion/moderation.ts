import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type {
  Comment,
  CommentState,
  Decider,
  Decision,
  Discussed,
  DiscussedKind,
  LogKind,
  ModerationEntry,
  ReportReason,
} from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { markedTargets } from '../stories/story-aliases.ts'
import { commentOf } from './comment-rows.ts'
import type { CommentTable, ModerationEntryTable } from './comment-schema.ts'
import { setState } from './comment-state.ts'

const stateAfter: Readonly<Record<Decision, CommentState>> = { approve: 'shown', hide: 'hidden', remove: 'removed' }

/** A comment that waits for a moderator, with the reports on it. */
type QueuedComment = {
  readonly comment: Comment
  readonly queuedAt: string
  readonly reports: readonly { readonly reason: ReportReason; readonly words: string; readonly at: string }[]
}

export type Lock = { readonly reason: string; readonly at: string }

/** Decisions about comments; each adds an entry to the public log in the same transaction. */
export function moderationStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Longest waiting first. */
    async queue(limit: number, cursor?: string): Promise<Page<QueuedComment>> {
      const after = fromCursor(cursor, 2)
      const rows = await reader
        .selectFrom('comment')
        .selectAll()
        .where('queued_at', 'is not', null)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(queued_at, id) > (${after![0]}, ${after![1]})`))
        .orderBy('queued_at')
        .orderBy('id')
        .limit(Math.max(0, limit) + 1)
        .execute()
      const ids = rows.map(({ id }) => id)
      const reports = await reader
        .selectFrom('comment_report')
        .selectAll()
        .where(engine.isIn('comment_id', ids))
        .orderBy('at')
        .execute()
      return pageOf(
        rows,
        limit,
        ({ queued_at, id }) => [queued_at ?? '', id],
        (row) => ({
          comment: commentOf(row),
          queuedAt: row.queued_at ?? row.at,
          reports: reports
            .filter(({ comment_id: id }) => id === row.id)
            .map(({ reason, words, at }) => ({ reason: reason as ReportReason, words, at })),
        }),
      )
    },

    async queueLength(): Promise<number> {
      const rows = await reader
        .selectFrom('comment')
        .select('id')
        .where('queued_at', 'is not', null)
        .limit(100)
        .execute()
      return rows.length
    },

    /** Reports a comment, once per reader; after `holdAt` reports, an unreviewed comment is held. */
    report: (
      {
        commentId,
        readerId,
        reason,
        words,
        at,
      }: {
        readonly commentId: string
        readonly readerId: string
        readonly reason: ReportReason
        readonly words: string
        readonly at: string
      },
      holdAt: number,
    ): Promise<'done' | 'already' | 'not-there'> =>
      engine.write(async (tx) => {
        const row = await find(tx, commentId)
        if (row?.state !== 'shown') return 'not-there'
        const report = { comment_id: commentId, reader_id: readerId, reason, words, at }
        const added = await tx
          .insertInto('comment_report')
          .values(report)
          .onConflict((conflict) => conflict.doNothing())
          .returning('comment_id')
          .execute()
        if (added.length === 0) return 'already'
        const count = row.report_count + 1
        const isHeld = count >= holdAt && row.is_reviewed === 0
        const reasons = isHeld ? JSON.stringify([...JSON.parse(row.hold_reasons), 'reported']) : row.hold_reasons
        await tx
          .updateTable('comment')
          .set({ report_count: count, queued_at: row.queued_at ?? at, hold_reasons: reasons })
          .where('id', '=', commentId)
          .execute()
        if (isHeld) {
          await setState(tx, row, 'held')
          await log(tx, { kind: 'hold', made_by: 'rules', reader_id: '', ...about(row), reason: 'reported', at })
        }
        return 'done'
      }),

    decide: ({
      commentId,
      decision,
      by,
      readerId,
      reason,
      at,
    }: {
      readonly commentId: string
      readonly decision: Decision
      readonly by: Decider
      readonly readerId: string
      readonly reason: string
      readonly at: string
    }): Promise<Comment | undefined> =>
      engine.write(async (tx) => {
        const row = await find(tx, commentId)
        if (!row || row.state === 'deleted') return undefined
        const state = stateAfter[decision]
        await setState(tx, row, state)
        const changed = await tx
          .updateTable('comment')
          .set({ is_reviewed: 1, queued_at: null, appeal: null, report_count: 0, hold_reasons: '[]' })
          .where('id', '=', commentId)
          .returningAll()
          .executeTakeFirstOrThrow()
        await tx.deleteFrom('comment_report').where('comment_id', '=', commentId).execute()
        await log(tx, { kind: decision, made_by: by, reader_id: readerId, ...about(row), reason, at })
        return commentOf(changed)
      }),

    /** The author's appeal against a decision, once. */
    appeal: (
      readerId: string,
      commentId: string,
      words: string,
      at: string,
    ): Promise<'done' | 'already' | 'not-there'> =>
      engine.write(async (tx) => {
        const row = await find(tx, commentId)
        if (!row || row.reader_id !== readerId || (row.state !== 'hidden' && row.state !== 'removed'))
          return 'not-there'
        if (row.appealed_at !== null) return 'already'
        await tx
          .updateTable('comment')
          .set({ appeal: words, appealed_at: at, queued_at: at })
          .where('id', '=', commentId)
          .execute()
        return 'done'
      }),

    /** Locks a whole discussion, or one thread. */
    setLock: ({
      on,
      threadId,
      isLocked,
      readerId,
      reason,
      at,
    }: {
      readonly on: Discussed
      readonly threadId?: string
      readonly isLocked: boolean
      readonly readerId: string
      readonly reason: string
      readonly at: string
    }): Promise<void> =>
      engine.write(async (tx) => {
        const [kind, target] = threadId === undefined ? [on.kind, on.id] : ['thread', threadId]
        const targets = threadId === undefined ? await markedTargets(tx, on.kind, on.id) : [threadId]
        const was = await tx
          .deleteFrom('discussion_lock')
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .returning('target')
          .execute()
        if (isLocked)
          await tx.insertInto('discussion_lock').values({ kind, target, reader_id: readerId, reason, at }).execute()
        if (was.length > 0 === isLocked) return
        await log(tx, {
          kind: isLocked ? 'lock' : 'unlock',
          made_by: 'moderator',
          reader_id: readerId,
          comment_id: threadId ?? null,
          on_kind: on.kind,
          on_target: on.id,
          reason,
          at,
        })
      }),

    async lockOf({ kind, id }: Discussed): Promise<Lock | undefined> {
      const targets = await markedTargets(reader, kind, id)
      return reader
        .selectFrom('discussion_lock')
        .select(['reason', 'at'])
        .where('kind', '=', kind)
        .where(engine.isIn('target', targets))
        .limit(1)
        .executeTakeFirst()
    },

    async threadLocks(rootIds: readonly string[]): Promise<ReadonlyMap<string, Lock>> {
      if (rootIds.length === 0) return new Map()
      const rows = await reader
        .selectFrom('discussion_lock')
        .select(['target', 'reason', 'at'])
        .where('kind', '=', 'thread')
        .where(engine.isIn('target', rootIds))
        .execute()
      return new Map(rows.map(({ target, reason, at }) => [target, { reason, at }]))
    },

    setBlock: ({
      readerId,
      isBlocked,
      byId,
      reason,
      at,
    }: {
      readonly readerId: string
      readonly isBlocked: boolean
      readonly byId: string
      readonly reason: string
      readonly at: string
    }): Promise<void> =>
      engine.write(async (tx) => {
        const was = await tx
          .deleteFrom('comment_block')
          .where('reader_id', '=', readerId)
          .returning('reader_id')
          .execute()
        if (isBlocked)
          await tx.insertInto('comment_block').values({ reader_id: readerId, by_id: byId, reason, at }).execute()
        if (was.length > 0 === isBlocked) return
        // The public log doesn't say who was blocked.
        const nobody = { comment_id: null, on_kind: null, on_target: null }
        const kind = isBlocked ? 'block' : 'unblock'
        await log(tx, { kind, made_by: 'moderator', reader_id: byId, ...nobody, reason, at })
      }),

    blockOf: (readerId: string): Promise<Lock | undefined> =>
      reader.selectFrom('comment_block').select(['reason', 'at']).where('reader_id', '=', readerId).executeTakeFirst(),

    /** The public log, latest first. */
    async log(limit: number, cursor?: string): Promise<Page<ModerationEntry>> {
      const after = fromCursor(cursor, 2)
      const rows = await reader
        .selectFrom('moderation_entry')
        .selectAll()
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(rows, limit, ({ at, id }) => [at, id], entryOf)
    },

    /** Decisions about a comment, latest first. */
    async logOf(commentId: string): Promise<readonly ModerationEntry[]> {
      const rows = await reader
        .selectFrom('moderation_entry')
        .selectAll()
        .where('comment_id', '=', commentId)
        .orderBy('at', 'desc')
        .limit(20)
        .execute()
      return rows.map(entryOf)
    },
  }
}

export type ModerationStore = ReturnType<typeof moderationStore>

function find(tx: Tx, id: string): Promise<CommentTable | undefined> {
  return tx.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()
}

function about({ id, kind, target }: CommentTable) {
  return { comment_id: id, on_kind: kind, on_target: target }
}

async function log(tx: Tx, entry: Omit<ModerationEntryTable, 'id'>): Promise<void> {
  await tx
    .insertInto('moderation_entry')
    .values({ id: randomUUID(), ...entry })
    .execute()
}

function entryOf(row: ModerationEntryTable) {
  return {
    id: row.id,
    kind: row.kind as LogKind,
    by: row.made_by as Decider,
    readerId: row.reader_id,
    ...defined({
      commentId: row.comment_id ?? undefined,
      on:
        row.on_kind !== null && row.on_target !== null
          ? { kind: row.on_kind as DiscussedKind, id: row.on_target }
          : undefined,
    }),
    reason: row.reason,
    at: row.at,
  }
}
