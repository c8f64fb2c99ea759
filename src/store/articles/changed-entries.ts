import type { FeedEntry } from '../../core/entry.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { EarlierEntry } from '../search/find-earlier.ts'
import { toContentColumns, toFeedEntry } from './entry-content.ts'
import { enqueueIngest, excerptOf, indexWritten, isToIngest, type Written } from './written-entries.ts'

/** An arrival that stands for an entry the feed had before, under this key or another. */
export type Changed = Written & { readonly before: EarlierEntry }

/**
 * Replaces entries in place. One that says something else than before is a revision: what stood is kept, search and article
 * are made anew. One that only has another key, another way to link the same page, or other fields beside its words, is
 * written over without a trace. Answers the revisions.
 */
export async function replaceChanged(engine: Engine, tx: Tx, changed: readonly Changed[]): Promise<readonly Changed[]> {
  if (changed.length === 0) return []
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('entry_content', 'entry_content.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.key', 'entry.url', 'entry.title', 'entry.article_id'])
    .select(['entry_content.content_html', 'entry_content.summary_html', 'entry_content.packed', 'entry_content.rest'])
    .where(
      engine.isIn(
        'entry.sequence',
        changed.map(({ before }) => before.sequence),
      ),
    )
    .execute()
  const delivered = new Map(rows.map((row) => [row.sequence, { entry: toFeedEntry(row), articleId: row.article_id }]))
  const revised = changed.filter(({ before, polled }) => {
    const was = delivered.get(before.sequence)
    return !was || !saysTheSame(was.entry, polled.entry)
  })
  await engine.insertMany(
    tx,
    'entry_revision',
    revised.flatMap(({ before, at }) => {
      const was = delivered.get(before.sequence)
      if (!was) return []
      const body = JSON.stringify(was.entry)
      return { sequence: before.sequence, content_hash: before.content_hash, replaced_at: at, body }
    }),
    { ifExists: 'ignore' },
  )
  await engine.updateMany(
    tx,
    'entry',
    'sequence',
    changed.map(({ before, key, polled: { entry, contentHash }, text }) => ({
      sequence: before.sequence,
      key,
      url: entry.url ?? null,
      title: entry.title,
      excerpt: excerptOf(text),
      content_hash: contentHash,
    })),
  )
  await engine.updateMany(
    tx,
    'entry_content',
    'sequence',
    changed.map(({ before, polled, key }) => ({
      sequence: before.sequence,
      ...toContentColumns(polled.entry, key, engine.packs),
    })),
  )
  const sequences = revised.map(({ before }) => before.sequence)
  await indexWritten(engine, tx, revised, sequences)
  const toIngest = revised.filter(
    (arrival) =>
      isToIngest(arrival) || (delivered.get(arrival.before.sequence)?.articleId != null && !arrival.isIngestedByCaller),
  )
  await enqueueIngest(
    engine,
    tx,
    toIngest.map(({ before, at }) => ({ sequence: before.sequence, at })),
  )
  return revised
}

/** The same title and text, for the same page however it is linked, and though its site moved to another host. */
function saysTheSame(one: FeedEntry, other: FeedEntry): boolean {
  if (one.title !== other.title || one.contentHtml !== other.contentHtml || one.summaryHtml !== other.summaryHtml)
    return false
  return one.url === other.url || linkKeyOf(one.url)?.path === linkKeyOf(other.url)?.path
}
