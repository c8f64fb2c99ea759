import { asId, type DocumentId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import type { SearchBacklog } from './search-backlog.ts'
import type { PhraseMatches } from './search-index.ts'
import { searchWords } from './search-query.ts'

/** Phrases that must all be there. `among`: in the words of a whole article, or of one quotation. */
export type PhraseSearch = { readonly among: 'entries' | 'quotes'; readonly phrases: readonly string[] }

/** Sequences of entries and of quotes. */
export type FoundSequences = { readonly entries: Iterable<number>; readonly quotes: Iterable<number> }

/** Searches per statement: each has a turn of some milliseconds. */
const atOnce = 100

/** What each search finds, in the order given; a search without a word finds nothing. */
export async function findPhrases(
  engine: Engine,
  backlog: SearchBacklog,
  searches: readonly PhraseSearch[],
  limit: number,
): Promise<PhraseMatches> {
  await backlog.catchUp()
  const found: (readonly number[])[] = searches.map(() => [])
  for (const among of ['entries', 'quotes'] as const) {
    const own = searches.flatMap((search, place) => {
      const words = search.phrases.map(searchWords)
      return search.among === among && words.every(({ length }) => length > 0) ? [{ place, words }] : []
    })
    const match = among === 'entries' ? engine.search.entriesWith : engine.search.quotesWith
    for (let from = 0; from < own.length; from += atOnce) {
      const some = own.slice(from, from + atOnce)
      const matches = await match(
        engine.reader,
        some.map(({ words }) => words),
        limit,
      )
      for (const [index, { place }] of some.entries()) found[place] = matches[index] ?? []
      // A long text waits its turn: between the statements others are answered.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return found
}

/** The documents of entries, with their current text, and of quotes. */
export async function documentsOf(
  engine: Engine,
  { entries, quotes }: FoundSequences,
): Promise<{
  readonly entries: ReadonlyMap<number, DocumentId>
  readonly quotes: ReadonlyMap<number, DocumentId>
}> {
  const [ofEntries, ofQuotes] = await Promise.all([
    engine.reader
      .selectFrom('entry')
      .innerJoin('article', 'article.id', 'entry.article_id')
      .select(['entry.sequence', 'article.document_id'])
      .where(engine.isIn('entry.sequence', [...entries]))
      .execute(),
    engine.reader
      .selectFrom('quote')
      .select(['sequence', 'document_id'])
      .where(engine.isIn('sequence', [...quotes]))
      .execute(),
  ])
  const mapped = (rows: readonly { readonly sequence: number; readonly document_id: string }[]) =>
    new Map(rows.map((row) => [row.sequence, asId<DocumentId>(row.document_id)]))
  return { entries: mapped(ofEntries), quotes: mapped(ofQuotes) }
}
