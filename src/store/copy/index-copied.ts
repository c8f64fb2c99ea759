import type { FeedEntry } from '../../core/entry.ts'
import type { Engine } from '../engine.ts'
import { type ContentColumns, htmlOf } from '../entry-content.ts'
import type { Step } from './copy-rows.ts'
import { readProgress, saveProgress } from './copy-state.ts'

/** The words of an entry's own HTML, as a poll indexes them. */
export type TextOf = (html: Pick<FeedEntry, 'contentHtml' | 'summaryHtml'>) => string

/** So many texts are indexed in one transaction. */
const atOnce = 400

/** Makes the index of entries from the texts that were copied: an article's text where there is one, else the feed's. Letters are not in it. */
export function indexEntries(target: Engine, textOf: TextOf, step: Step): Promise<boolean> {
  return inSteps(target, 'entry_search', step, async (after) => {
    const entries = await target.reader
      .selectFrom('entry')
      .innerJoin('feed', 'feed.id', 'entry.feed_id')
      .leftJoin('article', 'article.id', 'entry.article_id')
      .leftJoin('document', 'document.id', 'article.document_id')
      .leftJoin('entry_content', 'entry_content.sequence', 'entry.sequence')
      .select(['entry.sequence', 'entry.title', 'feed.intake', 'document.title as document_title', 'document.text'])
      .select(['entry_content.content_html', 'entry_content.summary_html', 'entry_content.packed'])
      .where('entry.sequence', '>', after)
      .orderBy('entry.sequence')
      .limit(atOnce)
      .execute()
    const texts = entries
      .filter(({ intake }) => intake !== 'mail')
      .map((row) =>
        row.text === null
          ? { sequence: row.sequence, title: row.title, text: textOf(htmlOf(row as Omit<ContentColumns, 'rest'>)) }
          : { sequence: row.sequence, title: row.document_title ?? row.title, text: row.text },
      )
    return { sequences: entries.map(({ sequence }) => sequence), write: (tx) => target.search.indexEntries(tx, texts) }
  })
}

/** Makes the index of quotations, each cut from its document. */
export function indexQuotes(target: Engine, step: Step): Promise<boolean> {
  return inSteps(target, 'quote_search', step, async (after) => {
    const quotes = await target.reader
      .selectFrom('quote')
      .innerJoin('document', 'document.id', 'quote.document_id')
      .select(['quote.sequence', 'quote.span_start', 'quote.span_end', 'quote.speaker_name', 'document.text'])
      .where('quote.sequence', '>', after)
      .orderBy('quote.sequence')
      .limit(atOnce)
      .execute()
    const texts = quotes.map((row) => ({
      sequence: row.sequence,
      text: row.text.slice(row.span_start, row.span_end),
      speaker: row.speaker_name ?? '',
    }))
    return { sequences: quotes.map(({ sequence }) => sequence), write: (tx) => target.search.indexQuotes(tx, texts) }
  })
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
