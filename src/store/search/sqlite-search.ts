import { sql } from 'kysely'
import type { Db, Tx } from '../engine/engine.ts'
import { sendMany } from '../engine/sqlite-dialect.ts'
import type { Match, MatchFilter, PhraseMatches, SearchIndex, WordGroup } from './search-index.ts'
import { type SearchQuery, spaced } from './search-query.ts'

/**
 * FTS5 tables that don't store the text (`content=''`) but can delete rows (`contentless_delete`). The hash that collects new words
 * is 8 MB instead of 1, which makes fewer small segments to merge: a fifth less CPU on a first poll.
 */
export const sqliteSearchTables: readonly string[] = [
  `create virtual table entry_search using fts5(title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`,
  `insert into entry_search(entry_search, rank) values('hashsize', 8388608)`,
  `create virtual table quote_search using fts5(body, speaker, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`,
]

export const sqliteSearch: SearchIndex = {
  async indexEntries(tx, texts) {
    const rows = texts.map(({ sequence, title, text }) => [sequence, spaced(title), spaced(text)])
    await sendMany(tx, 'insert or replace into entry_search(rowid, title, body) values (?, ?, ?)', rows)
  },
  removeEntries: (tx, sequences) => removeFrom(tx, 'entry_search', sequences),

  async matchEntries(reader, query, upTo, limit, only) {
    const found = await sql<Match>`
      select rowid as sequence, bm25(entry_search, 4.0, 1.0) as rank from entry_search
      where entry_search match ${matchExpression(query)} and rowid <= ${upTo} ${andOnly('entry_search', only)}
      order by rowid desc limit ${limit}`.execute(reader)
    return found.rows
  },

  async newestEntries(reader, groups, limit, only) {
    if (groups.some((group) => group.length === 0)) return []
    // One text for all of them, since returning a row each costs more than finding it.
    const found = await sql<{ sequences: string | null }>`
      select group_concat(sequence) as sequences from (select rowid as sequence from entry_search
        where entry_search match ${groupExpression(groups)} ${andOnly('entry_search', only)}
        order by rowid desc limit ${limit})`.execute(reader)
    return found.rows[0]?.sequences?.split(',').map(Number) ?? []
  },

  entriesWith: (reader, searches, limit, only) => matchPhrases(reader, 'entry_search', '', searches, limit, only),

  async lastEntry(reader) {
    const found = await sql<{ last: number | null }>`select max(sequence) as last from entry`.execute(reader)
    return found.rows[0]?.last ?? 0
  },

  async indexQuotes(tx, texts) {
    const rows = texts.map(({ sequence, text, speaker }) => [sequence, spaced(text), spaced(speaker)])
    await sendMany(tx, 'insert or replace into quote_search(rowid, body, speaker) values (?, ?, ?)', rows)
  },
  removeQuotes: (tx, sequences) => removeFrom(tx, 'quote_search', sequences),

  matchQuotes,
  quotesWith: (reader, searches, limit, only) =>
    matchPhrases(reader, 'quote_search', '{body} : ', searches, limit, only),
}

async function matchPhrases(
  reader: Db,
  table: 'entry_search' | 'quote_search',
  column: string,
  searches: readonly WordGroup[],
  limit: number,
  only: MatchFilter | undefined,
): Promise<PhraseMatches> {
  const wanted = searches.map((phrases) => `${column}(${phrases.map((words) => `"${words.join(' ')}"`).join(' AND ')})`)
  const from = sql.table(table)
  const found = await sql<{ sequences: string | null }>`
    select (select group_concat(sequence) from (select rowid as sequence from ${from}
        where ${from} match wanted.value ${andOnly(table, only)} order by rowid limit ${limit})) as sequences
      from json_each(${JSON.stringify(wanted)}) as wanted order by wanted.key`.execute(reader)
  return found.rows.map(({ sequences }) => sequences?.split(',').map(Number) ?? [])
}

async function matchQuotes(
  reader: Db,
  query: SearchQuery | undefined,
  speaker: SearchQuery | undefined,
  limit: number,
  only?: MatchFilter,
): Promise<readonly number[]> {
  const wanted = [
    ...(query ? [`{body} : (${matchExpression(query)})`] : []),
    ...(speaker ? [`{speaker} : (${matchExpression(speaker)})`] : []),
  ]
  if (wanted.length === 0) return []
  const found = await sql<{ sequence: number }>`
    select rowid as sequence from quote_search where quote_search match ${wanted.join(' AND ')} ${andOnly('quote_search', only)}
    order by rowid desc limit ${limit}`.execute(reader)
  return found.rows.map((row) => row.sequence)
}

function groupExpression(groups: readonly WordGroup[]): string {
  return groups.map((group) => `(${group.map((words) => `"${words.join(' ')}"`).join(' OR ')})`).join(' AND ')
}

function andOnly(table: string, only: MatchFilter | undefined) {
  return only ? sql`and ${only(sql.ref(`${table}.rowid`))}` : sql``
}

async function removeFrom(tx: Tx, table: 'entry_search' | 'quote_search', sequences: readonly number[]): Promise<void> {
  await sendMany(
    tx,
    `delete from ${table} where rowid = ?`,
    sequences.map((sequence) => [sequence]),
  )
}

/** In FTS5 syntax. Words contain only letters, digits and marks, so nothing in them can be syntax. */
export function matchExpression(query: SearchQuery): string {
  const wanted: string[] = []
  const excluded: string[] = []
  for (const term of query) (term.isExcluded ? excluded : wanted).push(`"${term.words.join(' ')}"`)
  const all = wanted.join(' AND ')
  return excluded.length === 0 ? all : `(${all}) NOT (${excluded.join(' OR ')})`
}
