import type { FeedEntry } from '../../core/entry.ts'
import { htmlOf } from '../articles/entry-content.ts'
import type { Engine } from '../engine/engine.ts'
import type { Step } from './copy-rows.ts'
import { readProgress, saveProgress } from './copy-state.ts'

/** The words of an entry's own HTML, as a poll indexes them. */
export type TextOf = (html: Pick<FeedEntry, 'contentHtml' | 'summaryHtml'>) => string

/** How many texts are indexed in one transaction. */
const atOnce = 400

/**
 * Builds the index of entries from the copied texts: an article's text if there is one, otherwise the feed's. Excludes newsletters.
 * Other tables are queried by key: in a join, a planner may walk them from the start each time.
 */
export function indexEntries(target: Engine, textOf: TextOf, step: Step): Promise<boolean> {
  return inSteps(target, 'entry_search', step, async (after) => {
    const entries = await target.reader
      .selectFrom('entry')
      .innerJoin('feed', 'feed.id', 'entry.feed_id')
      .leftJoin('article', 'article.id', 'entry.article_id')
      .select(['entry.sequence', 'entry.title', 'feed.intake', 'article.document_id'])
      .where('entry.sequence', '>', after)
      .orderBy('entry.sequence')
      .limit(atOnce)
      .execute()
    const found = entries.filter(({ intake }) => intake !== 'mail')
    const documents = await documentsOf(target, found)
    const contents = await contentsOf(
      target,
      found.filter((row) => !documents.has(row.document_id ?? '')).map((row) => row.sequence),
    )
    const texts = found.map(({ sequence, title, document_id }) => {
      const document = documents.get(document_id ?? '')
      return document ? { ...document, sequence } : { sequence, title, text: textOf(contents.get(sequence) ?? {}) }
    })
    return { sequences: entries.map(({ sequence }) => sequence), write: (tx) => target.search.indexEntries(tx, texts) }
  })
}

/** Builds the index of quotes, each cut from its document. */
export function indexQuotes(target: Engine, step: Step): Promise<boolean> {
  return inSteps(target, 'quote_search', step, async (after) => {
    const quotes = await target.reader
      .selectFrom('quote')
      .select(['sequence', 'document_id', 'span_start', 'span_end', 'speaker_name'])
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(atOnce)
      .execute()
    const documents = await documentsOf(target, quotes)
    const texts = quotes.map(({ sequence, document_id, span_start, span_end, speaker_name }) => ({
      sequence,
      text: documents.get(document_id)?.text.slice(span_start, span_end) ?? '',
      speaker: speaker_name ?? '',
    }))
    return { sequences: quotes.map(({ sequence }) => sequence), write: (tx) => target.search.indexQuotes(tx, texts) }
  })
}

async function documentsOf(target: Engine, rows: readonly { readonly document_id: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ document_id }) => document_id ?? []))]
  const found = await target.reader
    .selectFrom('document')
    .select(['id', 'title', 'text'])
    .where(target.isIn('id', ids))
    .execute()
  return new Map(found.map(({ id, title, text }) => [id, { title, text }]))
}

async function contentsOf(target: Engine, sequences: readonly number[]) {
  const found = await target.reader
    .selectFrom('entry_content')
    .select(['sequence', 'content_html', 'summary_html', 'packed'])
    .where(target.isIn('sequence', sequences))
    .execute()
  return new Map(found.map((row) => [row.sequence, htmlOf(row)]))
}

type Portion = { readonly sequences: readonly number[]; readonly write: Parameters<Engine['write']>[0] }

async function inSteps(
  target: Engine,
  name: string,
  step: Step,
  portionAfter: (sequence: number) => Promise<Portion>,
): Promise<boolean> {
  const before = await readProgress(target.reader, name)
  if (before.isDone) return step(before.count)
  let { count } = before
  for (let after = Number(before.lastKey?.[0] ?? 0); ; ) {
    const { sequences, write } = await portionAfter(after)
    const isDone = sequences.length < atOnce
    count += sequences.length
    after = sequences.at(-1) ?? after
    await target.write(async (tx) => {
      await write(tx)
      await saveProgress(tx, name, { lastKey: [after], count, isDone })
    })
    if (!step(count)) return false
    if (isDone) return true
  }
}
