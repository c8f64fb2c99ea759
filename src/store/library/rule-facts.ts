import { sql } from 'kysely'
import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import type { RuleFacts, RuleNeeds } from '../../core/rules/compile-rules.ts'
import { isFirstOfFold } from '../articles/fold-copies.ts'
import type { Db, Engine } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'

/** Entries published earlier than this before they arrived aren't ingested until somebody opens them. */
const ingestWithinMs = 7 * 24 * 3_600_000

/** An entry of a feed that the reader subscribes to, as their rules see it. */
export type EntryFacts = RuleFacts & {
  readonly sequence: number
  readonly arrivedAt: string
  /** True where its page is read automatically. */
  readonly isToRead: boolean
}

/** The facts of some entries; those of other feeds are left out. Reads only what the rules need. */
export async function ruleFacts(
  engine: Engine,
  db: Db,
  readerId: string,
  sequences: readonly number[],
  needs: RuleNeeds,
): Promise<readonly EntryFacts[]> {
  if (sequences.length === 0) return []
  const rows = await db
    .selectFrom('entry')
    .innerJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'entry.feed_id').on('subscription.reader_id', '=', readerId),
    )
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('article', 'article.id', 'entry.article_id')
    .select(['entry.sequence', 'entry.feed_id', 'entry.excerpt', 'entry.published_at', 'entry.fetched_at'])
    .select(['entry.article_id', 'feed.source_id', 'feed.intake', 'subscription.folder'])
    // A plain sitemap has no titles.
    .select(sql<string>`case when entry.title = '' then coalesce(article.title, '') else entry.title end`.as('title'))
    .$if(needs.page, (query) =>
      query.leftJoin('document', 'document.id', 'article.document_id').select(['document.language']),
    )
    .$if(needs.text, (query) =>
      query.select(sql<string>`(select text from document where id = article.document_id)`.as('text')),
    )
    .$if(needs.kind, (query) =>
      query.select(sql<string>`(select article from document where id = article.document_id)`.as('body')),
    )
    .$if(needs.authors, (query) =>
      query.select(sql<string>`(select rest from entry_content where sequence = entry.sequence)`.as('rest')),
    )
    .$if(needs.copy, (query) =>
      query.select(sql<number>`case when ${isFirstOfFold(readerId)} then 0 else 1 end`.as('is_copy')),
    )
    .where(engine.isIn('entry.sequence', sequences))
    .orderBy('entry.sequence')
    .execute()
  const more = needs.folders ? await moreFolders(engine, db, readerId, rows) : undefined
  return rows.map((row) => {
    const isToRead = row.intake !== 'mail' && row.published_at >= addMs(row.fetched_at, -ingestWithinMs)
    return {
      sequence: row.sequence,
      arrivedAt: row.fetched_at,
      isToRead,
      title: row.title,
      excerpt: row.excerpt,
      feed: String(row.feed_id),
      folders: [row.folder, ...(more?.get(row.feed_id) ?? [])],
      source: String(row.source_id),
      authors: row.rest === undefined ? [] : authorsOf(row.rest),
      isRead: row.article_id !== null || !isToRead,
      isCopy: row.is_copy === 1,
      ...defined({
        text: row.text ?? undefined,
        language: row.language ?? undefined,
        articleKind: row.body ? (JSON.parse(row.body) as Article).kind : undefined,
      }),
    }
  })
}

/** The folders of feeds beyond each one's first. */
async function moreFolders(
  engine: Engine,
  db: Db,
  readerId: string,
  rows: readonly { readonly feed_id: number }[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = await db
    .selectFrom('subscription_folder')
    .select(['feed_id', 'name'])
    .where('reader_id', '=', readerId)
    .where(engine.isIn('feed_id', [...new Set(rows.map((row) => row.feed_id))]))
    .execute()
  return new Map([...Map.groupBy(found, (row) => row.feed_id)].map(([id, own]) => [id, own.map(({ name }) => name)]))
}

function authorsOf(rest: string): readonly string[] {
  return ((JSON.parse(rest) as Pick<FeedEntry, 'authors'>).authors ?? []).map(({ name }) => name)
}
