import { type SqlBool, sql } from 'kysely'
import type { Comment, Discussed } from '../../core/comment.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { currentIds, markedTargets } from '../stories/story-aliases.ts'
import { commentOf } from './comment-rows.ts'
import type { CommentTable } from './comment-schema.ts'
import type { AnchorPlace } from './comments.ts'

/** All lists of comments, each from an index in its order. */
export function listComments(engine: Engine) {
  const { reader } = engine
  const all = reader.selectFrom('comment').selectAll('comment')
  /** The comments that are visible to the viewer. */
  const placed = (viewer: string) =>
    sql<SqlBool>`(state = 'shown' or child_count > 0 or (reader_id = ${viewer} and reader_id <> '' and state <> 'deleted'))`
  const targetsOf = async ({ kind, id }: Discussed) => {
    const targets = await markedTargets(reader, kind, id)
    return targets.length === 1 ? sql<SqlBool>`target = ${id}` : engine.isIn('target', targets)
  }
  /** Moves comments on merged stories to the current ones. */
  const present = async (comments: readonly Comment[]): Promise<readonly Comment[]> => {
    const ids = comments.filter(({ on }) => on.kind === 'story').map(({ on }) => on.id)
    const now = await currentIds(engine, reader, [...new Set(ids)])
    return comments.map((comment) => {
      const id = comment.on.kind === 'story' ? now.get(comment.on.id) : undefined
      return id === undefined ? comment : { ...comment, on: { kind: 'story', id } }
    })
  }
  const presentPage = async <Row extends { readonly rows: readonly Comment[] }>(page: Row): Promise<Row> => ({
    ...page,
    rows: await present(page.rows),
  })
  const byTime = ({ at, id }: CommentTable) => [at, id]

  return {
    async findMany(ids: readonly string[]): Promise<readonly Comment[]> {
      if (ids.length === 0) return []
      return present((await all.where(engine.isIn('id', ids)).execute()).map(commentOf))
    },

    /** The first comments of threads, latest first. */
    async threads(
      on: Discussed,
      viewer: string,
      limit: number,
      { cursor, places }: { readonly cursor?: string; readonly places?: readonly AnchorPlace[] } = {},
    ): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 1)?.[0]
      const rows = await all
        .where('kind', '=', on.kind)
        .where(await targetsOf(on))
        .where('depth', '=', 0)
        .where(placed(viewer))
        .$if(after !== undefined, (query) => query.where('path', '<', String(after)))
        .$if(places !== undefined, (query) => query.where(atPlaces(places ?? [])))
        .orderBy('path', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, ({ path }) => [path], commentOf))
    },

    /** The first few replies of each thread, in reading order. */
    async firstReplies(rootIds: readonly string[], viewer: string, limit: number): Promise<readonly Comment[]> {
      if (rootIds.length === 0) return []
      // One index lookup per thread, however long it is.
      const each = rootIds.map(
        (id) => sql`select * from (select * from comment where root_id = ${id} and depth > 0 and ${placed(viewer)}
          order by path limit ${limit}) as replies_of_one`,
      )
      const found = await sql<CommentTable>`${sql.join(each, sql` union all `)}`.execute(reader)
      return present(found.rows.map(commentOf))
    },

    /** A thread's replies in reading order, in pages. */
    async replies(rootId: string, viewer: string, limit: number, cursor?: string): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 1)?.[0]
      const rows = await all
        .where('root_id', '=', rootId)
        .where('depth', '>', 0)
        .where(placed(viewer))
        .$if(after !== undefined, (query) => query.where('path', '>', String(after)))
        .orderBy('path')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, ({ path }) => [path], commentOf))
    },

    /** All shown comments of a discussion in reading order, in pages, for export. */
    async shown(on: Discussed, limit: number, cursor?: string): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 1)?.[0]
      const rows = await all
        .where('kind', '=', on.kind)
        .where(await targetsOf(on))
        .where('state', '=', 'shown')
        .$if(after !== undefined, (query) => query.where('path', '>', String(after)))
        .orderBy('path')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, ({ path }) => [path], commentOf))
    },

    /** The newest shown ones of this server, or of one discussion. */
    async newest(
      limit: number,
      { on, cursor }: { readonly on?: Discussed; readonly cursor?: string } = {},
    ): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 2)
      const where = on && (await targetsOf(on))
      const rows = await all
        .where('state', '=', 'shown')
        .$if(on !== undefined, (query) => query.where('kind', '=', on!.kind).where(where!))
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, byTime, commentOf))
    },

    /** Comments that mention a reader, latest first. */
    async mentioning(readerId: string, limit: number, cursor?: string): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 2)
      const rows = await all
        .innerJoin('comment_mention', 'comment_mention.comment_id', 'comment.id')
        .where('comment_mention.reader_id', '=', readerId)
        .where('state', '=', 'shown')
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(comment_mention.at, comment.id) < (${after![0]}, ${after![1]})`),
        )
        .orderBy('comment_mention.at', 'desc')
        .orderBy('comment.id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, byTime, commentOf))
    },

    /** A reader's comments in any state but deleted, latest first. */
    async ofReader(readerId: string, limit: number, cursor?: string): Promise<Page<Comment>> {
      const after = fromCursor(cursor, 2)
      const rows = await all
        .where('reader_id', '=', readerId)
        .where('state', '!=', 'deleted')
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return presentPage(pageOf(rows, limit, byTime, commentOf))
    },
  }
}

function atPlaces(places: readonly AnchorPlace[]) {
  if (places.length === 0) return sql<SqlBool>`1 = 0`
  const each = places.map(
    ({ documentId, start, end }) => sql`(document_id = ${documentId} and span_start = ${start} and span_end = ${end})`,
  )
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`
}
