import { sql } from 'kysely'
import type { Db, Tx } from '../engine/engine.ts'
import type { Match, MatchFilter, PhraseMatches, SearchIndex, WordGroup } from './search-index.ts'
import { type SearchQuery, searchWords } from './search-query.ts'

/**
 * Words with positions as SQL type `tsvector`, found by a GIN index. They are stored in the row: if they were stored outside, the
 * planner would take a full scan for cheaper than the index.
 */
export const postgresSearchTables: readonly string[] = [
  'create table entry_search (sequence bigint primary key, words tsvector not null)',
  'alter table entry_search alter column words set storage main',
  'create index entry_search_by_word on entry_search using gin (words)',
  'create table quote_search (sequence bigint primary key, words tsvector not null, speaker tsvector not null)',
  'alter table quote_search alter column words set storage main',
  'create index quote_search_by_word on quote_search using gin (words)',
  'create index quote_search_by_speaker on quote_search using gin (speaker)',
]

export const postgresSearch: SearchIndex = {
  async indexEntries(tx, texts) {
    const rows = texts.map(({ sequence, title, text }) => ({ sequence, words: tsvector(title, text) }))
    await insert(tx, 'entry_search', ['words'], rows)
  },
  removeEntries: (tx, sequences) => remove(tx, 'entry_search', sequences),

  async matchEntries(reader, query, upTo, limit, only) {
    const wanted = sql`${tsquery(query)}::tsquery`
    // Materialized, so that the word index is used rather than a scan by sequence that reads every text.
    const found = await sql<Match>`
      with matching as materialized (select sequence from entry_search where words @@ ${wanted}),
        newest as (select sequence from matching where sequence <= ${upTo} ${andOnly(only)} order by sequence desc limit ${limit})
      select sequence, -ts_rank(words, ${wanted}) as rank from entry_search join newest using (sequence)
      order by sequence desc`.execute(reader)
    return found.rows
  },

  async newestEntries(reader, groups, limit, only) {
    if (groups.some((group) => group.length === 0)) return []
    const wanted = sql`${groupQuery(groups)}::tsquery`
    const counted = await sql<{ count: number }>`
      select count(*)::int as count from (select 1 from entry_search where words @@ ${wanted} limit ${limit}) as found`.execute(
      reader,
    )
    // Recent matches of common words are found by scanning sequences from the end; for others the index has all of them.
    const isCommon = only === undefined && (counted.rows[0]?.count ?? 0) >= limit
    const newest = isCommon
      ? sql`select sequence from entry_search where words @@ ${wanted} order by sequence desc limit ${limit}`
      : sql`select sequence from matching where true ${andOnly(only)} order by sequence desc limit ${limit}`
    const matching = isCommon
      ? sql``
      : sql`matching as materialized (select sequence from entry_search where words @@ ${wanted}),`
    const found = await sql<{ sequences: string | null }>`
      with ${matching} newest as (${newest})
      select string_agg(sequence::text, ',' order by sequence desc) as sequences from newest`.execute(reader)
    return found.rows[0]?.sequences?.split(',').map(Number) ?? []
  },

  entriesWith: (reader, searches, limit, only) => matchPhrases(reader, 'entry_search', searches, limit, only),

  async lastEntry(reader) {
    const found = await sql<{ last: number | null }>`select max(sequence) as last from entry`.execute(reader)
    return Number(found.rows[0]?.last ?? 0)
  },

  async indexQuotes(tx, texts) {
    const rows = texts.map(({ sequence, text, speaker }) => ({
      sequence,
      words: tsvector('', text),
      speaker: tsvector('', speaker),
    }))
    await insert(tx, 'quote_search', ['words', 'speaker'], rows)
  },
  removeQuotes: (tx, sequences) => remove(tx, 'quote_search', sequences),

  matchQuotes,
  quotesWith: (reader, searches, limit, only) => matchPhrases(reader, 'quote_search', searches, limit, only),
}

async function matchPhrases(
  reader: Db,
  table: 'entry_search' | 'quote_search',
  searches: readonly WordGroup[],
  limit: number,
  only: MatchFilter | undefined,
): Promise<PhraseMatches> {
  const wanted = searches.map((phrases) => groupQuery(phrases.map((words) => [words])))
  const from = sql.table(table)
  // Materialized, so that the word index is used rather than a scan by sequence.
  const found = await sql<{ sequences: string | null }>`
    select (
      with matching as materialized (select sequence from ${from} where words @@ wanted.value::tsquery),
        oldest as (select sequence from matching where true ${andOnly(only)} order by sequence limit ${limit})
      select string_agg(sequence::text, ',' order by sequence) from oldest
    ) as sequences
    from json_array_elements_text(${JSON.stringify(wanted)}::json) with ordinality as wanted (value, place) order by place`.execute(
    reader,
  )
  return found.rows.map(({ sequences }) => sequences?.split(',').map(Number) ?? [])
}

async function matchQuotes(
  reader: Db,
  query: SearchQuery | undefined,
  speaker: SearchQuery | undefined,
  limit: number,
  only?: MatchFilter,
): Promise<readonly number[]> {
  const found = await sql<{ sequence: number }>`
    with matching as materialized (
      select sequence from quote_search where true
        ${query ? sql`and words @@ ${tsquery(query)}::tsquery` : sql``}
        ${speaker ? sql`and speaker @@ ${tsquery(speaker)}::tsquery` : sql``})
    select sequence from matching where true ${andOnly(only)} order by sequence desc limit ${limit}`.execute(reader)
  return found.rows.map((row) => row.sequence)
}

function groupQuery(groups: readonly WordGroup[]): string {
  const phrase = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(' <-> ')})`
  return groups.map((group) => `(${group.map(phrase).join(' | ')})`).join(' & ')
}

function andOnly(only: MatchFilter | undefined) {
  return only ? sql`and ${only(sql.ref('matching.sequence'))}` : sql``
}

async function insert(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.raw(columns.join(', '))
  const updates = sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '))
  await sql`
    insert into ${sql.table(table)} (sequence, ${names})
    select sequence, ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (sequence) do update set ${updates}`.execute(tx)
}

async function remove(tx: Tx, table: string, sequences: readonly number[]): Promise<void> {
  if (sequences.length > 0) await sql`delete from ${sql.table(table)} where sequence = any(${sequences})`.execute(tx)
}

/** Limits of the type: positions up to 16,383, 256 of them per word, words of 2 kB, 1 MB in all. */
const lastPlace = 16_383
const mostBytes = 1_000_000
const placesPerWord = 256
const longestWord = 200
/** Between title and text, so that no phrase spans both. */
const gap = 20

/**
 * A text as a `tsvector` literal. Made here, because `to_tsvector` splits words by the server's locale: so both databases find the
 * same. Words after the last position are found too, but not as part of a phrase. In a text with more different words than the type
 * allows, some sixty thousand, the last ones aren't indexed.
 */
export function tsvector(title: string, text: string): string {
  const places = new Map<string, string[]>()
  let place = 0
  let bytes = 0
  const add = (words: readonly string[], weight: string) => {
    for (const word of words) {
      if (++place > lastPlace && places.has(word)) continue
      if (word.length > longestWord) continue
      const known = places.get(word)
      // The length of the word, its number of positions, and one position.
      bytes += known ? 2 : Buffer.byteLength(word) + 5
      if (bytes > mostBytes) return
      const at = `${Math.min(place, lastPlace)}${weight}`
      if (!known) places.set(word, [at])
      else if (known.length < placesPerWord) known.push(at)
    }
  }
  add(searchWords(title), 'A')
  place += gap
  add(searchWords(text), '')
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ')
}

/** In `tsquery` syntax. Words contain only letters, digits and marks, so nothing in them can be syntax. */
export function tsquery(query: SearchQuery): string {
  return query
    .map(({ words, isExcluded }) => `${isExcluded ? '!' : ''}(${words.map((word) => `'${word}'`).join(' <-> ')})`)
    .join(' & ')
}
