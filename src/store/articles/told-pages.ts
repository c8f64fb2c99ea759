import { gunzipSync, gzipSync } from 'node:zlib'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import type { ProblemReportState, TextProblem } from '../../core/reading/text-account.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { KeptPageTable, ToldPageTable } from './text-report-schema.ts'

/** No page that is fetched is larger than the limit of pages; this is far above it. */
const mostBytes = 64_000_000

export type ToldPage = {
  readonly id: string
  readonly readerId: string
  readonly articleId: ArticleId
  /** The text that was told of. */
  readonly documentId: DocumentId
  readonly host: string
  readonly wrong: TextProblem
  readonly words: string
  readonly state: ProblemReportState
  readonly at: string
  readonly settledAt?: string
}

/** A page as it was fetched. */
export type KeptPage = {
  readonly articleId: ArticleId
  /** Without `www.`. */
  readonly host: string
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array
  readonly at: string
}

/** What readers say is wrong with texts, and the pages that are kept for that, over a database. */
export function toldPageStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Keeps what was told, with the page where there is one; telling of the same article again replaces it. */
    add: (told: ToldPage, page?: KeptPage): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .deleteFrom('told_page')
          .where('reader_id', '=', told.readerId)
          .where('article_id', '=', told.articleId)
          .execute()
        await tx.insertInto('told_page').values(toRow(told)).execute()
        if (!page) return
        await tx.deleteFrom('kept_page').where('article_id', '=', page.articleId).execute()
        const { articleId: article_id, host, url, contentType: content_type, at } = page
        const body = gzipSync(page.body)
        await tx
          .insertInto('kept_page')
          .values({ article_id, host, url, content_type, body, size: body.length, at })
          .execute()
      }),

    /** What a reader told, of one article or of all, the latest first. */
    async listOf(readerId: string, articleId?: ArticleId): Promise<readonly ToldPage[]> {
      let query = reader.selectFrom('told_page').selectAll().where('reader_id', '=', readerId)
      if (articleId !== undefined) query = query.where('article_id', '=', articleId)
      return (await query.orderBy('at', 'desc').orderBy('id').limit(1_000).execute()).map(toTold)
    },

    /** What anybody told in a state, the latest first. */
    async list(state: ProblemReportState, limit: number): Promise<readonly ToldPage[]> {
      const rows = await reader
        .selectFrom('told_page')
        .selectAll()
        .where('state', '=', state)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toTold)
    },

    async find(id: string): Promise<ToldPage | undefined> {
      const row = await reader.selectFrom('told_page').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toTold(row)
    },

    /** How many were told since a time: by a reader, and by all. */
    async countSince(readerId: string, since: string): Promise<{ readonly own: number; readonly all: number }> {
      const rows = await reader
        .selectFrom('told_page')
        .select('reader_id')
        .where('at', '>=', since)
        .limit(10_000)
        .execute()
      return { own: rows.filter((row) => row.reader_id === readerId).length, all: rows.length }
    },

    /** Takes it back; its page goes when nobody else told of it. Undefined: there is none of this reader. */
    remove: (readerId: string, id: string): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('told_page')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('article_id')
          .executeTakeFirst()
        if (row) await dropUntold(tx)
        return row && true
      }),

    /** Settles all that was told of an article. */
    settle: (articleId: ArticleId, state: ProblemReportState, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .updateTable('told_page')
          .set({ state, settled_at: state === 'open' ? null : at })
          .where('article_id', '=', articleId)
          .execute()
      }),

    async page(articleId: ArticleId): Promise<KeptPage | undefined> {
      const row = await reader
        .selectFrom('kept_page')
        .selectAll()
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row && toPage(row)
    },

    /** Other kept pages of a site, the latest first. */
    async pagesOf(host: string, but: ArticleId, limit: number): Promise<readonly KeptPage[]> {
      const rows = await reader
        .selectFrom('kept_page')
        .selectAll()
        .where('host', '=', host)
        .where('article_id', '!=', but)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toPage)
    },

    /** Bytes of all pages that are kept, as they lie there. */
    async keptBytes(): Promise<number> {
      const row = await reader
        .selectFrom('kept_page')
        .select((eb) => eb.fn.sum<number | string | null>('size').as('size'))
        .executeTakeFirst()
      return Number(row?.size ?? 0)
    },

    /** Removes pages of which nothing waits, kept before a time; answers how many. */
    prunePages: (before: string): Promise<number> =>
      engine.write(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('kept_page')
          .where('at', '<', before)
          .where('article_id', 'not in', (told) =>
            told.selectFrom('told_page').select('told_page.article_id').where('state', '=', 'open'),
          )
          .executeTakeFirst()
        return Number(numDeletedRows)
      }),
  }
}

export type ToldPageStore = ReturnType<typeof toldPageStore>

/** Removes the pages that nobody tells of any more; within the transaction in which what was told goes. */
export async function dropUntold(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('kept_page')
    .where('article_id', 'not in', (told) => told.selectFrom('told_page').select('told_page.article_id'))
    .execute()
}

function toRow({
  id,
  readerId,
  articleId,
  documentId,
  host,
  wrong,
  words,
  state,
  at,
  settledAt,
}: ToldPage): ToldPageTable {
  return {
    ...{ id, reader_id: readerId, article_id: articleId, document_id: documentId },
    ...{ host, wrong, words, state, at, settled_at: settledAt ?? null },
  }
}

function toTold(row: ToldPageTable): ToldPage {
  const { id, host, words, at } = row
  return {
    ...{
      id,
      host,
      words,
      at,
      readerId: row.reader_id,
      wrong: row.wrong as TextProblem,
      state: row.state as ProblemReportState,
    },
    articleId: asId<ArticleId>(row.article_id),
    documentId: asId<DocumentId>(row.document_id),
    ...defined({ settledAt: row.settled_at ?? undefined }),
  }
}

function toPage({ article_id, host, url, content_type, body, at }: KeptPageTable): KeptPage {
  const whole = gunzipSync(body, { maxOutputLength: mostBytes })
  return {
    articleId: asId<ArticleId>(article_id),
    host,
    url,
    contentType: content_type,
    body: new Uint8Array(whole),
    at,
  }
}
