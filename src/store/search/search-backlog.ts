import type { Engine, Tx } from '../engine/engine.ts'
import { asUpkeep } from '../engine/page-reads.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { StoreFullError } from '../store-errors.ts'

/** So many entries are indexed together. One at a time, the index costs more than all else about an article. */
const flushAt = 32

/**
 * Entries that were read as articles are found by the article's text from then on. That is indexed a little later, many at once; which
 * ones wait is kept in a table, and a search catches up first, so that nobody sees the delay.
 */
export function searchBacklog(engine: Engine) {
  let waiting = 0
  const isWaiting = whileUnchanged(engine, async () => {
    const first = await engine.reader.selectFrom('search_backlog').select('sequence').limit(1).executeTakeFirst()
    return first !== undefined
  })

  return {
    async add(tx: Tx, sequences: readonly number[]): Promise<void> {
      await engine.insertMany(
        tx,
        'search_backlog',
        sequences.map((sequence) => ({ sequence })),
        { ifExists: 'ignore' },
      )
      waiting += sequences.length
      if (waiting < flushAt) return
      await indexWaiting(engine, tx)
      waiting = 0
    },

    /** Indexes what waits. A full disk does not stop a search: it then finds by the feed's text. */
    async catchUp(): Promise<void> {
      if (!(await isWaiting())) return
      try {
        // A page that is read from a copy goes on there.
        await asUpkeep(() => engine.write((tx) => indexWaiting(engine, tx)))
        waiting = 0
      } catch (error) {
        if (!(error instanceof StoreFullError)) throw error
      }
    },
  }
}

export type SearchBacklog = ReturnType<typeof searchBacklog>

async function indexWaiting(engine: Engine, tx: Tx): Promise<void> {
  const rows = await tx
    .selectFrom('search_backlog')
    .innerJoin('entry', 'entry.sequence', 'search_backlog.sequence')
    .innerJoin('article', 'article.id', 'entry.article_id')
    .innerJoin('document', 'document.id', 'article.document_id')
    .select(['entry.sequence', 'document.title', 'document.text'])
    .orderBy('entry.sequence')
    .execute()
  await engine.search.indexEntries(tx, rows)
  const sequences = rows.map((row) => row.sequence)
  await tx.deleteFrom('search_backlog').where(engine.isIn('sequence', sequences)).execute()
}
