import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { accountNameKey } from '../../core/account.ts'
import {
  type Comment,
  type Discussed,
  type DiscussedKind,
  type HoldReason,
  maxReplyIndent,
  type QuoteCheck,
} from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import type { TextQuote } from '../../core/text/text-quote.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { markedTargets } from '../stories/story-aliases.ts'
import { commentOf, newRow, pathKey } from './comment-rows.ts'
import type { CommentTable } from './comment-schema.ts'
import { countChild, countShown, eraseIn, setState } from './comment-state.ts'
import { listComments } from './list-comments.ts'

const DAY_MS = 24 * 3_600_000

/** A new comment's data; the store finds its place in the thread. */
export type NewComment = Pick<
  Comment,
  'id' | 'readerId' | 'on' | 'sentence' | 'parentId' | 'body' | 'quotes' | 'at'
> & {
  readonly holdReasons: readonly HoldReason[]
  /** Ids of the accounts it mentions. */
  readonly mentions: readonly string[]
}

/** How many comments a reader may write since a time. */
type WritingLimit = { readonly since: string; readonly most: number }

/** The words of an article with comments on them, and their number. */
type CommentAnchor = {
  readonly documentId: DocumentId
  readonly selector: TextQuote
  readonly count: number
}

/** Only threads on these words: a document and a position in it. */
export type AnchorPlace = { readonly documentId: string; readonly start: number; readonly end: number }

/**
 * Readers' comments. The discussion of a merged story also appears at the story it became part of. `viewer` is who is looking: held
 * or removed comments are listed only to their author, and to others only while they have replies.
 */
export function commentStore(engine: Engine) {
  const { reader } = engine
  let isOn: { readonly version: number; readonly is: boolean } | undefined
  return {
    ...listComments(engine),

    /** Whether discussion is on: the owner's choice, otherwise on when there is more than one account. */
    async isOn(): Promise<boolean> {
      const version = engine.dataVersion?.()
      if (version !== undefined && isOn?.version === version) return isOn.is
      const is = await readSwitch(reader)
      if (version !== undefined) isOn = { version, is }
      return is
    },

    /** Adds a comment with its mentions. The same words at the same place by the same reader within a day return the existing comment. */
    add: (
      comment: NewComment,
      limit: WritingLimit,
    ): Promise<Comment | 'too-fast' | 'locked' | 'blocked' | 'not-there'> =>
      engine.write((tx) => add(tx, comment, limit)),

    async find(id: string): Promise<Comment | undefined> {
      const row = await reader.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()
      return row && commentOf(row)
    },

    /** Changes the text of a reader's comment written after `since`; it is held if there are reasons. */
    edit: (
      readerId: string,
      id: string,
      {
        body,
        quotes,
        holdReasons,
        mentions,
        at,
        since,
      }: {
        readonly body: string
        readonly quotes: readonly QuoteCheck[]
        readonly holdReasons: readonly HoldReason[]
        readonly mentions: readonly string[]
        readonly at: string
        readonly since: string
      },
    ): Promise<Comment | 'too-late' | 'not-there'> =>
      eraseIn(engine, async (tx) => {
        const row = await own(tx, readerId, id)
        if (!row || row.state === 'deleted' || row.state === 'removed' || row.state === 'hidden') return 'not-there'
        if (row.at <= since) return 'too-late'
        const isHeld = holdReasons.length > 0
        const changed = await tx
          .updateTable('comment')
          .set({
            body,
            quotes: JSON.stringify(quotes),
            edited_at: at,
            // A held comment keeps its earlier reasons.
            hold_reasons: JSON.stringify([...new Set([...JSON.parse(row.hold_reasons), ...holdReasons])]),
            ...defined({ queued_at: isHeld ? (row.queued_at ?? at) : undefined }),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow()
        const state = isHeld ? 'held' : changed.state
        if (state !== row.state) {
          await setState(tx, row, 'held')
          await logHold(tx, row, holdReasons, at)
        }
        await tx.deleteFrom('comment_mention').where('comment_id', '=', id).execute()
        await mention(engine, tx, id, mentions, row.at)
        return commentOf({ ...changed, state })
      }),

    /** Deletes the text of a comment for good. */
    remove: (readerId: string, id: string): Promise<boolean> =>
      eraseIn(engine, async (tx) => {
        const row = await own(tx, readerId, id)
        if (!row || row.state === 'deleted') return false
        await setState(tx, row, 'deleted')
        await tx
          .updateTable('comment')
          .set({ body: '', quotes: '[]', appeal: null, queued_at: null, hold_reasons: '[]', report_count: 0 })
          .where('id', '=', id)
          .execute()
        await tx.deleteFrom('comment_mention').where('comment_id', '=', id).execute()
        await tx.deleteFrom('comment_report').where('comment_id', '=', id).execute()
        return true
      }),

    /** The number of shown comments in discussions; those without any are left out. */
    async counts(kind: DiscussedKind, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const counts = new Map<string, number>()
      for (const id of ids) {
        const targets = await markedTargets(reader, kind, id)
        const row = await reader
          .selectFrom('discussion')
          .select(sql<number>`coalesce(sum(comment_count), 0)`.as('count'))
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .executeTakeFirst()
        if (row && Number(row.count) > 0) counts.set(id, Number(row.count))
      }
      return counts
    },

    async anchors(articleId: string): Promise<readonly CommentAnchor[]> {
      const rows = await reader
        .selectFrom('comment')
        .select(['document_id', 'span_start', 'span_end', 'exact', 'prefix', 'suffix'])
        .select(sql<number>`sum(1 + reply_count)`.as('count'))
        .where('kind', '=', 'article')
        .where('target', '=', articleId)
        .where('depth', '=', 0)
        .where('state', '=', 'shown')
        .where('document_id', 'is not', null)
        .groupBy(['document_id', 'span_start', 'span_end', 'exact', 'prefix', 'suffix'])
        .execute()
      return rows.map((row) => ({
        documentId: asId<DocumentId>(row.document_id!),
        selector: {
          span: { start: row.span_start!, end: row.span_end! },
          exact: row.exact!,
          prefix: row.prefix!,
          suffix: row.suffix!,
        },
        count: Number(row.count),
      }))
    },

    /** What is known of an author when judging a comment: the number shown, and the latest texts. */
    async writer(readerId: string): Promise<{ readonly shownCount: number; readonly recent: readonly string[] }> {
      const of = reader.selectFrom('comment').where('reader_id', '=', readerId)
      const [shown, recent] = await Promise.all([
        of.where('state', '=', 'shown').select('id').limit(100).execute(),
        of.where('state', '!=', 'deleted').select('body').orderBy('at', 'desc').limit(20).execute(),
      ])
      return { shownCount: shown.length, recent: recent.map(({ body }) => body) }
    },

    /** Accounts by name in any case: each with its id and spelling. */
    async named(names: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
      if (names.length === 0) return []
      const folded = [...new Set(names.map(accountNameKey))]
      const rows = reader.selectFrom('account').select(['id', 'name']).where(engine.isIn('folded', folded))
      return (await rows.execute()).filter(({ name }) => name !== '')
    },

    /** Names of accounts. */
    async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (ids.length === 0) return new Map()
      const rows = reader
        .selectFrom('account')
        .select(['id', 'name'])
        .where(engine.isIn('id', [...new Set(ids)]))
      return new Map((await rows.execute()).map(({ id, name }) => [id, name]))
    },

    /** The names each comment mentions. */
    async mentionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
      const names = new Map<string, string[]>()
      if (ids.length === 0) return names
      const rows = await reader
        .selectFrom('comment_mention')
        .innerJoin('account', 'account.id', 'comment_mention.reader_id')
        .select(['comment_id', 'name'])
        .where(engine.isIn('comment_id', ids))
        .execute()
      for (const { comment_id: id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
      return names
    },
  }

  async function add(tx: Tx, comment: NewComment, limit: WritingLimit): ReturnType<CommentStore['add']> {
    const { readerId, on, parentId, at, id } = comment
    const parent = parentId === undefined ? undefined : await own(tx, undefined, parentId)
    if (parentId !== undefined && parent?.state !== 'shown') return 'not-there'
    const again = await sameOne(tx, comment)
    if (again) return commentOf(again)
    if (await isBlocked(tx, readerId)) return 'blocked'
    if (await isLocked(tx, on, parent?.root_id)) return 'locked'
    const written = await tx
      .selectFrom('comment')
      .select('id')
      .where('reader_id', '=', readerId)
      .where('at', '>', limit.since)
      .limit(limit.most)
      .execute()
    if (written.length >= limit.most) return 'too-fast'
    const key = pathKey(at, id)
    // At the deepest level, a reply is placed beside the comment it answers.
    const isFlat = parent !== undefined && parent.depth >= maxReplyIndent
    const above = isFlat ? parent.path.slice(0, parent.path.lastIndexOf('/')) : parent?.path
    const row = newRow(comment, {
      root_id: parent?.root_id ?? id,
      depth: parent === undefined ? 0 : Math.min(maxReplyIndent, parent.depth + 1),
      path: above === undefined ? key : `${above}/${key}`,
    })
    await tx.insertInto('comment').values(row).execute()
    await mention(engine, tx, id, comment.mentions, at)
    if (row.state === 'shown') {
      await countShown(tx, row, 1)
      await countChild(tx, row.parent_id, 1)
    } else {
      await logHold(tx, row, comment.holdReasons, at)
    }
    return commentOf(row)
  }

  /** The same words at the same place, sent again from two windows or by an impatient click. */
  function sameOne(tx: Tx, { readerId, on, parentId, body, at, sentence }: NewComment) {
    const since = new Date(Date.parse(at) - DAY_MS).toISOString()
    return tx
      .selectFrom('comment')
      .selectAll()
      .where('reader_id', '=', readerId)
      .where('at', '>', since)
      .where('kind', '=', on.kind)
      .where('target', '=', on.id)
      .where('parent_id', parentId === undefined ? 'is' : '=', parentId ?? null)
      .where('span_start', sentence ? '=' : 'is', sentence?.selector.span.start ?? null)
      .where('body', '=', body)
      .where('state', 'in', ['shown', 'held'])
      .limit(1)
      .executeTakeFirst()
  }

  async function isLocked(tx: Tx, on: Discussed, rootId: string | undefined): Promise<boolean> {
    const targets = await markedTargets(tx, on.kind, on.id)
    const found = await tx
      .selectFrom('discussion_lock')
      .select('target')
      .where((where) =>
        where.or([
          where.and([where('kind', '=', on.kind), engine.isIn('target', targets)]),
          where.and([where('kind', '=', 'thread'), where('target', '=', rootId ?? '')]),
        ]),
      )
      .limit(1)
      .executeTakeFirst()
    return found !== undefined
  }
}

export type CommentStore = ReturnType<typeof commentStore>

function own(tx: Tx, readerId: string | undefined, id: string) {
  return tx
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', id)
    .$if(readerId !== undefined, (query) => query.where('reader_id', '=', readerId!))
    .executeTakeFirst()
}

async function isBlocked(tx: Tx, readerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('comment_block')
    .select('reader_id')
    .where('reader_id', '=', readerId)
    .executeTakeFirst()
  return row !== undefined
}

async function mention(engine: Engine, tx: Tx, id: string, readers: readonly string[], at: string): Promise<void> {
  const rows = [...new Set(readers)].map((readerId) => ({ comment_id: id, reader_id: readerId, at }))
  await engine.insertMany(tx, 'comment_mention', rows, { ifExists: 'ignore' })
}

async function readSwitch(reader: Db): Promise<boolean> {
  const [chosen, accounts] = await Promise.all([
    reader.selectFrom('house_setting').select('value').where('name', '=', 'discussion').executeTakeFirst(),
    reader.selectFrom('account').select('id').limit(2).execute(),
  ])
  return chosen ? chosen.value === 'on' : accounts.length > 1
}

/** Adds to the public log that rules held a comment, and which. */
async function logHold(tx: Tx, row: CommentTable, reasons: readonly string[], at: string): Promise<void> {
  const { id, kind, target } = row
  const about = { comment_id: id, on_kind: kind, on_target: target, reason: reasons.join(' ') }
  const entry = { id: randomUUID(), kind: 'hold', made_by: 'rules', reader_id: '', ...about, at }
  await tx.insertInto('moderation_entry').values(entry).execute()
}
