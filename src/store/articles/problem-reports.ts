import { gunzipSync, gzipSync } from 'node:zlib'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import type { ProblemReportState, TextProblem } from '../../core/reading/text-account.ts'
import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { KeptPageTable, ToldPageTable } from './article-schema.ts'

/** Far above the size limit of a fetched page. */
const mostBytes = 64_000_000

export type ProblemReport = {
  readonly id: string
  readonly readerId: string
  readonly articleId: ArticleId
  /** The reported text. */
  readonly documentId: DocumentId
  readonly host: string
  readonly wrong: TextProblem
  readonly words: string
  readonly state: ProblemReportState
  readonly at: string
  readonly settledAt?: string
}

/** A page as it was fetched. */
export type ReportedPage = {
  readonly articleId: ArticleId
  /** Without `www.`. */
  readonly host: string
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array
  readonly at: string
}

/** Readers' reports of problems with texts, and the pages stored with them. */
export function problemReportStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Stores a report, with the page if there is one; a new report of the same article replaces the reader's last one. */
    add: (told: ProblemReport, page?: ReportedPage): Promise<void> =>
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

    /** A reader's reports on one article or all, latest first. */
    async listOf(readerId: string, articleId?: ArticleId): Promise<readonly ProblemReport[]> {
      let query = reader.selectFrom('told_page').selectAll().where('reader_id', '=', readerId)
      if (articleId !== undefined) query = query.where('article_id', '=', articleId)
      return (await query.orderBy('at', 'desc').orderBy('id').limit(1_000).execute()).map(toReport)
    },

    /** All reports in a state, latest first. */
    async list(state: ProblemReportState, limit: number): Promise<readonly ProblemReport[]> {
      const rows = await reader
        .selectFrom('told_page')
        .selectAll()
        .where('state', '=', state)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toReport)
    },

    async find(id: string): Promise<ProblemReport | undefined> {
      const row = await reader.selectFrom('told_page').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toReport(row)
    },

    /** The number of reports since a time: this reader's, and everybody's. */
    async countSince(readerId: string, since: string): Promise<{ readonly own: number; readonly all: number }> {
      const rows = await reader
        .selectFrom('told_page')
        .select('reader_id')
        .where('at', '>=', since)
        .limit(10_000)
        .execute()
      return { own: rows.filter((row) => row.reader_id === readerId).length, all: rows.length }
    },

    /** Withdraws a report; its page is deleted when no other report is about it. Returns undefined when this reader has no such report. */
    remove: (readerId: string, id: string): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('told_page')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('article_id')
          .executeTakeFirst()
        if (row) await deleteUnreportedPages(tx)
        return row && true
      }),

    /** Sets the state of all reports on an article. */
    settle: (articleId: ArticleId, state: ProblemReportState, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .updateTable('told_page')
          .set({ state, settled_at: state === 'open' ? null : at })
          .where('article_id', '=', articleId)
          .execute()
      }),

    async page(articleId: ArticleId): Promise<ReportedPage | undefined> {
      const row = await reader
        .selectFrom('kept_page')
        .selectAll()
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row && toPage(row)
    },

    /** Other stored pages of a site, latest first. */
    async pagesOf(host: string, but: ArticleId, limit: number): Promise<readonly ReportedPage[]> {
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

    /** Stored size of all pages, in bytes. */
    async pageBytes(): Promise<number> {
      const row = await reader
        .selectFrom('kept_page')
        .select((eb) => eb.fn.sum<number | string | null>('size').as('size'))
        .executeTakeFirst()
      return Number(row?.size ?? 0)
    },

    /** Deletes pages stored before a time that no open report is about, and returns how many. */
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

export type ProblemReportStore = ReturnType<typeof problemReportStore>

/** Deletes pages without reports, within the transaction that deletes the reports. */
async function deleteUnreportedPages(tx: Tx): Promise<void> {
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
}: ProblemReport): ToldPageTable {
  return {
    ...{ id, reader_id: readerId, article_id: articleId, document_id: documentId },
    ...{ host, wrong, words, state, at, settled_at: settledAt ?? null },
  }
}

function toReport(row: ToldPageTable): ProblemReport {
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

function toPage({ article_id, host, url, content_type, body, at }: KeptPageTable): ReportedPage {
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

/** Deletes a leaving reader's problem reports, and the pages stored only for them. */
export const deleteReportsOnLeaving: LeavingHook = async (tx, readerId) => {
  await tx.deleteFrom('told_page').where('reader_id', '=', readerId).execute()
  await deleteUnreportedPages(tx)
}
