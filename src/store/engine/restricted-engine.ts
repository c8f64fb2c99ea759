import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Schema } from '../schema.ts'
import type { MatchFilter, SearchIndex } from '../search/search-index.ts'
import type { Engine } from './engine.ts'

/** Which private feeds somebody may see: those they subscribe to, ascending. `allFeeds`: all feed rows, but not their articles. */
export type FeedAccess = { readonly feeds: readonly number[]; readonly allFeeds: boolean }

/** How many rewritten statements are cached. */
const mostKnown = 4_000

/**
 * An engine whose reads can't see what is private to others: in every statement, each table with private rows is replaced by its
 * visible rows. Code above needn't remember this, so it can't forget it. Writes pass unchanged.
 */
export function restrictedEngine(engine: Engine, sight: FeedAccess): Engine {
  const isSqlite = engine.dialect === 'sqlite'
  const tables = visibleTables(isSqlite ? 'main.' : '', sight)
  const known = new Map<string, string>()

  function seen<Query extends CompiledQuery<unknown>>(query: Query): Query {
    let text = known.get(query.sql)
    if (text === undefined) {
      if (known.size >= mostKnown) known.clear()
      text = withVisibleRows(query.sql, tables)
      known.set(query.sql, text)
    }
    return text === query.sql ? query : { ...query, sql: text }
  }

  const never = async (): Promise<never> => {
    throw new Error('What somebody may see is read outside transactions: write through Engine.write.')
  }
  const reader = new Kysely<Schema>({
    dialect: {
      createAdapter: () => (isSqlite ? new SqliteAdapter() : new PostgresAdapter()),
      createQueryCompiler: () => (isSqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
      createIntrospector: () => {
        throw new Error('Nothing is introspected.')
      },
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => ({
          executeQuery: (query) => engine.reader.executeQuery(seen(query)) as never,
          // biome-ignore lint/correctness/useYield: nothing is streamed
          async *streamQuery() {
            await never()
          },
        }),
        beginTransaction: never,
        commitTransaction: never,
        rollbackTransaction: never,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  })
  return { ...engine, reader, narrowFeed: sql``, search: visibleSearch(engine.search) }
}

/** The statement with its tables replaced. Tables it doesn't name are left out, to keep most statements short. */
export function withVisibleRows(text: string, tables: ReadonlyMap<string, string>): string {
  const begins = /^\s*(with\s+(recursive\s+)?)?/i.exec(text)!
  if (begins[2] !== undefined) throw new Error('A recursive statement cannot be narrowed to what somebody may see.')
  const named = new Set(text.match(/\b[a-z_]+\b/g))
  const parts = [...tables]
    .filter(([name]) => named.has(name))
    .map(([name, rows]) => `${name} as not materialized (${rows})`)
  if (parts.length === 0) return text
  const rest = text.slice(begins[0].length)
  return begins[1] === undefined ? `with ${parts.join(', ')} ${rest}` : `with ${parts.join(', ')}, ${rest}`
}

/**
 * For each table with private rows, a query for the visible ones. `home` prefixes the real table where its name now means these
 * rows.
 */
function visibleTables(home: string, { feeds, allFeeds }: FeedAccess): ReadonlyMap<string, string> {
  // Ids are written into the text, so that the statement's parameters keep their positions.
  const own = feeds.length === 0 ? '' : ` and feed_id not in (${feeds.map((id) => Math.trunc(id)).join(', ')})`
  const rowsOf = (table: string, isHidden: string) =>
    `select * from ${home}${table} as t where not exists (${isHidden})`
  const byFeed = (column: string) => `select 1 from private_feed as p where p.feed_id = ${column}${inAlias(own)}`
  const byArticle = (column: string) =>
    `select 1 from private_article as p where p.article_id = ${column}${inAlias(own)}`
  const byDocument = (column: string) =>
    `select 1 from ${home}document as d join private_article as p on p.article_id = d.article_id where d.id = ${column}${inAlias(own)}`
  const byEntry = (column: string) =>
    `select 1 from ${home}entry as e join private_feed as p on p.feed_id = e.feed_id where e.sequence = ${column}${inAlias(own)}`
  const byStory = (column: string) => `select 1 from private_story as p where p.story_id = ${column}${inAlias(own)}`
  const byEvent = `select 1 from private_event as p where p.sequence = t.sequence${inAlias(own)}`
  const byChoice = `select 1 from private_event as p join ${home}story_event as e on e.sequence = p.sequence where e.choice_id = t.id${inAlias(own)}`
  // An outlet that is known only from private feeds or articles.
  const isHiddenFeed = `exists (${byFeed('f.id')})`
  const isHiddenArticle = `exists (${byArticle('a.id')})`
  const feedsOf = `select 1 from ${home}feed as f where f.source_id = t.id`
  const articlesOf = `select 1 from ${home}article as a where a.source_id = t.id`
  const bySource = `select 1 where (exists (${feedsOf} and ${isHiddenFeed}) or exists (${articlesOf} and ${isHiddenArticle}))
    and not exists (${feedsOf} and not ${isHiddenFeed}) and not exists (${articlesOf} and not ${isHiddenArticle})`
  // In PostgreSQL each of these sees the ones before it, so a table comes before those that query it.
  return new Map([
    ['source', rowsOf('source', bySource)],
    ...(allFeeds ? [] : [['feed', rowsOf('feed', byFeed('t.id'))] as const]),
    ['entry_content', rowsOf('entry_content', byEntry('t.sequence'))],
    ['entry_revision', rowsOf('entry_revision', byEntry('t.sequence'))],
    ['entry', rowsOf('entry', byFeed('t.feed_id'))],
    ['annotation', rowsOf('annotation', byDocument('t.document_id'))],
    ['translation', rowsOf('translation', byDocument('t.document_id'))],
    ['text_account', rowsOf('text_account', byDocument('t.document_id'))],
    [
      'syndication',
      `${rowsOf('syndication', byDocument('t.document_id'))} and not exists (${byDocument('t.other_id')})`,
    ],
    ['document', rowsOf('document', byArticle('t.article_id'))],
    ['article', rowsOf('article', byArticle('t.id'))],
    ['quote', rowsOf('quote', byArticle('t.article_id'))],
    ['membership', rowsOf('membership', byArticle('t.article_id'))],
    ['article_look', rowsOf('article_look', byArticle('t.article_id'))],
    ['correction', rowsOf('correction', byArticle('t.article_id'))],
    ['told_page', rowsOf('told_page', byArticle('t.article_id'))],
    ['kept_page', rowsOf('kept_page', byArticle('t.article_id'))],
    ['served_page', rowsOf('served_page', byArticle('t.article_id'))],
    ['comment', rowsOf('comment', `${byArticle('t.target')} and t.kind = 'article'`)],
    ['story_choice', rowsOf('story_choice', byChoice)],
    ['story_event', rowsOf('story_event', byEvent)],
    ['story', rowsOf('story', byStory('t.id'))],
    ['story_dossier', rowsOf('story_dossier', byStory('t.story_id'))],
    ['story_entity', rowsOf('story_entity', byStory('t.story_id'))],
    ['story_source', rowsOf('story_source', byStory('t.story_id'))],
  ])
}

function inAlias(condition: string): string {
  return condition.replace('feed_id', 'p.feed_id')
}

/** Filter within the search: it stops at a number of matches, which hidden ones would otherwise use up. */
function visibleSearch(search: SearchIndex): SearchIndex {
  const isVisibleEntry: MatchFilter = (sequence) =>
    sql`exists (select 1 from entry as seen where seen.sequence = ${sequence})`
  const isVisibleQuote: MatchFilter = (sequence) =>
    sql`exists (select 1 from quote as seen where seen.sequence = ${sequence})`
  const both = (seen: MatchFilter, only: MatchFilter | undefined): MatchFilter =>
    only ? (sequence) => sql`(${seen(sequence)} and ${only(sequence)})` : seen
  return {
    ...search,
    matchEntries: (reader, query, upTo, limit, only) =>
      search.matchEntries(reader, query, upTo, limit, both(isVisibleEntry, only)),
    newestEntries: (reader, groups, limit, only) =>
      search.newestEntries(reader, groups, limit, both(isVisibleEntry, only)),
    entriesWith: (reader, searches, limit, only) =>
      search.entriesWith(reader, searches, limit, both(isVisibleEntry, only)),
    quotesWith: (reader, searches, limit, only) =>
      search.quotesWith(reader, searches, limit, both(isVisibleQuote, only)),
    matchQuotes: (reader, query, speaker, limit, only) =>
      search.matchQuotes(reader, query, speaker, limit, both(isVisibleQuote, only)),
  }
}
