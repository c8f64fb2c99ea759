import type { Engine, Tx } from '../engine/engine.ts'
import { outsideRequest } from '../engine/request-context.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { StoreFullError } from '../store-errors.ts'

/** How many entries are indexed together. One at a time, indexing costs more than all other work on an article. */
const flushAt = 32

/**
 * Ingested entries are found by their article's text. It is indexed a little later, in batches; a table lists the waiting ones, and
 * each search indexes them first, so that nobody notices the delay.
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

    /** Indexes what is waiting. On a full disk the search continues with the feeds' text. */
    async catchUp(): Promise<void> {
      if (!(await isWaiting())) return
      try {
        // A page that reads from a replica continues to.
        await outsideRequest(() => engine.write((tx) => indexWaiting(engine, tx)))
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
