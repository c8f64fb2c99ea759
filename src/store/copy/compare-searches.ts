import type { Db, Engine } from '../engine/engine.ts'
import { isDamage } from '../engine/watch-damage.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { parseSearchQuery, searchWords, spaced } from '../search/search-query.ts'

/** A search that found other entries in the target than in the source. */
export type OtherAnswer = { readonly query: string; readonly only: 'source' | 'target'; readonly sequence: number }

type SearchesCompared = { readonly asked: number; readonly others: readonly OtherAnswer[] }

const searches = 40
const answers = 50
/** PostgreSQL indexes the positions of the first 16,383 words of a text. */
const longText = 40_000
/** Characters that only one of them counts as part of a word: marks, and letters added late to Unicode. */
const notOfBoth = /[\p{M}\u{10000}-\u{10ffff}]/u

type Side = { readonly reader: Db; readonly search: SearchIndex }

/**
 * Searches both databases for words and pairs of words from titles throughout, and compares the newest entries found. Skips entries
 * whose words may differ in the source: unindexed or revised ones, and texts longer than both can index; and words that occur there
 * only in another form, since the databases fold letters (й, ё) differently.
 */
export async function compareSearches(source: Side, target: Engine): Promise<SearchesCompared> {
  const queries = await pickQueries(source.reader)
  const others: OtherAnswer[] = []
  let asked = 0
  for (const query of queries) {
    // A damaged index in the source can't be compared with the new one.
    const ofSource = await ask(source, query).catch((error: unknown) => {
      if (!isDamage(error)) throw error
      return undefined
    })
    if (!ofSource) continue
    asked += 1
    const found = { source: ofSource, target: await ask(target, query) }
    const lowest = Math.max(
      found.source.length < answers ? 0 : found.source.at(-1)!,
      found.target.length < answers ? 0 : found.target.at(-1)!,
    )
    for (const only of ['source', 'target'] as const) {
      const there = new Set(found[only === 'source' ? 'target' : 'source'])
      for (const sequence of found[only])
        if (sequence >= lowest && !there.has(sequence) && !(await mayDiffer(source.reader, sequence, query)))
          others.push({ query, only, sequence })
    }
  }
  return { asked, others }
}

async function pickQueries(reader: Db): Promise<readonly string[]> {
  const { last } = await reader
    .selectFrom('entry')
    .select((select) => select.fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow()
  const queries = new Set<string>()
  for (let number = 0; number < searches; number++) {
    const from = Math.floor((Number(last ?? 0) * number) / searches)
    const row = await reader
      .selectFrom('entry')
      .select('title')
      .where('sequence', '>', from)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst()
    const words = searchWords(row?.title ?? '')
    const at = number % Math.max(1, words.length - 1)
    const query = number % 2 === 0 ? words[at] : `"${words.slice(at, at + 2).join(' ')}"`
    if (words.length > 0 && query && !notOfBoth.test(query)) queries.add(query)
  }
  return [...queries]
}

async function ask({ reader, search }: Side, text: string): Promise<readonly number[]> {
  const query = parseSearchQuery(text)
  if (!query) return []
  const found = await search.matchEntries(reader, query, Number.MAX_SAFE_INTEGER, answers)
  return found.map(({ sequence }) => sequence)
}

async function mayDiffer(reader: Db, sequence: number, query: string): Promise<boolean> {
  const waiting = await reader
    .selectFrom('search_backlog')
    .select('sequence')
    .where('sequence', '=', sequence)
    .execute()
  const revised = await reader
    .selectFrom('entry_revision')
    .select('sequence')
    .where('sequence', '=', sequence)
    .execute()
  const documents = await reader
    .selectFrom('entry')
    .innerJoin('document', 'document.article_id', 'entry.article_id')
    .select('document.text')
    .where('entry.sequence', '=', sequence)
    .execute()
  const titles = await reader.selectFrom('entry').select('title').where('sequence', '=', sequence).execute()
  return (
    waiting.length > 0 ||
    revised.length > 0 ||
    documents.length > 1 ||
    documents.some(({ text }) => text.length > longText) ||
    ![...titles.map(({ title }) => title), ...documents.map(({ text }) => text)].some((text) => hasExactly(text, query))
  )
}

/** Whether a text contains these words exactly, in a row. */
function hasExactly(text: string, query: string): boolean {
  const wanted = query.replaceAll('"', '')
  const words = spaced(text.toLowerCase()).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return ` ${words.join(' ')} `.includes(` ${wanted} `)
}
