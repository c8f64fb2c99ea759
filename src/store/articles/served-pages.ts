import { hash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import { type ArticleId, asId } from '../../core/ids.ts'
import type { ServedPage } from '../../core/reading/served-page.ts'
import { isOnDesk } from '../desk/desk-pages.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import type { ServedPageTable } from './article-schema.ts'
import { arePagesKept, keptPagesSetting } from './reading-marks.ts'

const megabyte = 1_000_000
/** Of one article: its first page, and the latest of the others. */
const mostPerArticle = 5
/** Over the limit, so much of it is freed that the next page fits, too. */
const leftShare = 0.95
const removedAtOnce = 100
/** Far above the size limit of a fetched page. */
const mostBytes = 64_000_000

/** A page that was just fetched. */
export type FetchedNow = {
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly at: string
}

/** Pages of articles that are saved, or of stories on the desk, as their servers sent them. */
export function servedPageStore(engine: Engine) {
  const { reader } = engine
  return {
    /** How many megabytes are kept at most; 0: no page is kept from now on. */
    limit: (): Promise<number> => mostMegabytes(reader),

    /** Sets the limit. A lower one removes pages at once; 0 leaves those there are. */
    setLimit: (megabytes: number, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await engine.insertMany(tx, 'house_setting', [{ name: keptPagesSetting, value: String(megabytes), at }], {
          ifExists: 'on conflict (name) do update set value = excluded.value, at = excluded.at',
        })
        if (megabytes > 0) await removeOver(engine, tx, megabytes * megabyte)
      }),

    /** How many pages there are, and their stored size in bytes. */
    async total(): Promise<{ readonly count: number; readonly bytes: number }> {
      const row = await reader
        .selectFrom('served_page')
        .select((eb) => [
          eb.fn.countAll<number | string>().as('count'),
          eb.fn.sum<number | string | null>('size').as('size'),
        ])
        .executeTakeFirst()
      return { count: Number(row?.count ?? 0), bytes: Number(row?.size ?? 0) }
    },

    /** Whether a page of this article is wanted: pages are kept, and somebody saved or starred it, or its story is on the desk. */
    isWanted: async (articleId: ArticleId): Promise<boolean> => {
      const { rows } = await sql<{ one: number }>`select 1 as one where ${arePagesKept}
        and ${isKept(sql`${articleId}`)}`.execute(reader)
      return rows.length > 0
    },

    /**
     * Keeps a page unless the same bytes are kept already, and removes what is then too much: pages of articles that are no longer
     * saved or on the desk first, then the oldest. False where nothing was added.
     */
    add: (articleId: ArticleId, page: FetchedNow): Promise<boolean> =>
      engine.write(async (tx) => {
        const limit = (await mostMegabytes(tx)) * megabyte
        const { url, status, headers, at } = page
        const body = gzipSync(page.body)
        if (body.length > limit * leftShare) return false
        const row = {
          ...{
            article_id: articleId,
            digest: hash('sha256', page.body),
            url,
            status,
            headers: JSON.stringify(headers),
          },
          ...{ body, byte_count: page.body.length, size: body.length, at },
        }
        const added = await tx
          .insertInto('served_page')
          .values(row)
          .onConflict((conflict) => conflict.columns(['article_id', 'digest']).doNothing())
          .returning('digest')
          .execute()
        if (added.length === 0) return false
        await removeMiddle(tx, articleId)
        await removeOver(engine, tx, limit)
        return true
      }),

    /** The pages kept of an article, the first first, without their bytes. */
    async list(articleId: ArticleId): Promise<readonly ServedPage[]> {
      const rows = await reader
        .selectFrom('served_page')
        .select(['digest', 'url', 'status', 'headers', 'byte_count', 'at'])
        .where('article_id', '=', articleId)
        .orderBy('at')
        .orderBy('digest')
        .execute()
      return rows.map(toServed)
    },

    /** The bytes of a page. */
    async body(articleId: ArticleId, digest: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
      const row = await reader
        .selectFrom('served_page')
        .select('body')
        .where('article_id', '=', articleId)
        .where('digest', '=', digest)
        .executeTakeFirst()
      return row && new Uint8Array(gunzipSync(row.body, { maxOutputLength: mostBytes }))
    },

    /** The pages kept of several articles, each with its article, without their bytes. */
    async listOf(articleIds: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly ServedPage[]>> {
      if (articleIds.length === 0) return new Map()
      const rows = await reader
        .selectFrom('served_page')
        .select(['article_id', 'digest', 'url', 'status', 'headers', 'byte_count', 'at'])
        .where(engine.isIn('article_id', [...articleIds]))
        .orderBy('at')
        .orderBy('digest')
        .execute()
      const byArticle = Map.groupBy(rows, (row) => asId<ArticleId>(row.article_id))
      return new Map([...byArticle].map(([id, of]) => [id, of.map(toServed)]))
    },
  }
}

export type ServedPageStore = ReturnType<typeof servedPageStore>

async function mostMegabytes(db: Db): Promise<number> {
  const row = await db
    .selectFrom('house_setting')
    .select('value')
    .where('name', '=', keptPagesSetting)
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** True for an article that somebody saved, of which somebody starred an entry, or whose story is on the desk. */
function isKept(articleId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(exists (select 1 from saved where saved.target = ${articleId} and saved.kind = 'article')
    or exists (select 1 from entry join reading_mark on reading_mark.sequence = entry.sequence
      where entry.article_id = ${articleId} and reading_mark.is_starred = 1)
    or ${isOnDesk(articleId)})`
}

/** What is above the number kept of one article goes: the oldest after the first. */
async function removeMiddle(tx: Tx, articleId: ArticleId): Promise<void> {
  const rows = await tx
    .selectFrom('served_page')
    .select('digest')
    .where('article_id', '=', articleId)
    .orderBy('at')
    .orderBy('digest')
    .execute()
  const extra = rows.slice(1, 1 + Math.max(0, rows.length - mostPerArticle)).map(({ digest }) => digest)
  if (extra.length > 0)
    await tx.deleteFrom('served_page').where('article_id', '=', articleId).where('digest', 'in', extra).execute()
}

async function removeOver(engine: Engine, tx: Tx, limit: number): Promise<void> {
  const sum = await tx
    .selectFrom('served_page')
    .select((eb) => eb.fn.sum<number | string | null>('size').as('size'))
    .executeTakeFirst()
  let over = Number(sum?.size ?? 0) - limit
  if (over <= 0) return
  over += limit * (1 - leftShare)
  while (over > 0) {
    const { rows } = await sql<{ article_id: string; digest: string; size: number | string }>`
      select article_id, digest, size from served_page
      order by case when ${isKept(sql`served_page.article_id`)} then 1 else 0 end, at, digest
      limit ${sql.lit(removedAtOnce)}`.execute(tx)
    if (rows.length === 0) return
    const gone: typeof rows = []
    for (const row of rows) {
      if (over <= 0) break
      gone.push(row)
      over -= Number(row.size)
    }
    for (const [articleId, of] of Map.groupBy(gone, (row) => row.article_id))
      await tx
        .deleteFrom('served_page')
        .where('article_id', '=', articleId)
        .where(
          engine.isIn(
            'digest',
            of.map(({ digest }) => digest),
          ),
        )
        .execute()
  }
}

function toServed(
  row: Pick<ServedPageTable, 'digest' | 'url' | 'status' | 'headers' | 'byte_count' | 'at'>,
): ServedPage {
  const { digest, url, status, at } = row
  const headers = JSON.parse(row.headers) as Readonly<Record<string, string>>
  return { digest, url, status, headers, byteCount: row.byte_count, at }
}
