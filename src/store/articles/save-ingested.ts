import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { causeOf } from '../../core/reading/revision-cause.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { toBytes } from '../engine/vectors.ts'
import { markPrivateArticles } from '../feeds/private-feeds.ts'
import { enqueue } from '../jobs/jobs.ts'
import { refreshJobs } from '../jobs/refresh-jobs.ts'
import { applyRules } from '../library/apply-rules.ts'
import { saveQuotes } from '../people/quotes.ts'
import type { SearchBacklog } from '../search/search-backlog.ts'
import { saveFingerprints } from '../stories/gather-fingerprints.ts'
import { type Assigned, assignStories } from '../stories/memberships.ts'
import type { Compared, Ingested } from './articles.ts'
import { type EntryPicture, entryPicture, savePictures } from './entry-pictures.ts'
import { foldCopies } from './fold-copies.ts'
import { replaceLayers } from './layers.ts'
import { scheduleRechecks } from './rechecks.ts'
import { savePage } from './site-layouts.ts'
import { saveAccounts } from './text-accounts.ts'

export type IngestSettings = {
  /** A story is refreshed this long after its last article, so that a burst of articles costs one refresh. */
  readonly refreshDelayMs: number
}

/**
 * Writes everything made from ingested articles: article, document, layers, fingerprints, vector, syndications, story membership and
 * the story's refresh, in the given transaction. Documents are immutable: an existing one only gets new layers. The same input twice
 * makes the same rows.
 */
export async function saveIngested(
  engine: Engine,
  tx: Tx,
  ingested: readonly Ingested[],
  backlog: SearchBacklog,
  settings: IngestSettings,
): Promise<void> {
  // If an article is twice in the list, the last one wins.
  const all = [...new Map(ingested.map((one) => [one.article.id, one])).values()]
  const fresh = await insertDocuments(engine, tx, all)
  const known = await upsertArticles(engine, tx, all)
  const privates = await markPrivateArticles(
    engine,
    tx,
    all.map(({ article, entryIds }) => ({ articleId: article.id, entrySequences: entryIds.map(toNumber) })),
    known,
  )
  await replaceLayers(
    engine,
    tx,
    all,
    all.map(({ document }) => document.id).filter((id) => !fresh.has(id)),
  )
  await replaceSyndications(engine, tx, all, fresh)
  await saveQuotes(
    engine,
    tx,
    all.map(({ document, annotations, quotesToFind }) => ({
      document,
      quotes: quotesToFind ?? annotations.quotes?.items ?? [],
    })),
    known,
  )
  const linked = await linkEntries(
    engine,
    tx,
    all.map(({ entryIds, article }) => ({
      entryIds,
      articleId: article.id,
      ...defined({ picture: entryPicture(article.leadPicture, 'article') }),
    })),
    backlog,
  )
  await scheduleRechecks(engine, tx, all)
  await assignStories(
    engine,
    tx,
    all.map(
      (one): Assigned => ({ ...one, isNewText: fresh.has(one.document.id), isPrivate: privates.has(one.article.id) }),
    ),
    settings.refreshDelayMs,
  )
  await saveAccounts(
    engine,
    tx,
    all.flatMap(({ document: { id }, account, at }) => (account ? [{ id, account, at }] : [])),
  )
  for (const { sitePage, at } of all) if (sitePage) await savePage(engine, tx, sitePage, at)
  for (const one of all) await foldCopies(engine, tx, one, !known.has(one.article.id))
  await applyRules(engine, tx, linked, 'read', all[0]?.at ?? '')
}

/** Inserts missing documents with their fingerprints and vectors, and returns their ids. */
async function insertDocuments(engine: Engine, tx: Tx, all: readonly Ingested[]): Promise<ReadonlySet<string>> {
  const known = await engine.findMany(
    tx,
    'document',
    all.map(({ document }) => ({ id: document.id })),
    ['id'],
  )
  const knownIds = new Set<string>(known.map((row) => row.id))
  const fresh = all.filter(({ document }) => !knownIds.has(document.id))
  const inserted = await engine.insertMany(
    tx,
    'document',
    fresh.map(({ document, article, at }) => ({
      id: document.id,
      article_id: article.id,
      language: document.language,
      title: document.title,
      text: document.text,
      blocks: JSON.stringify(document.blocks),
      posts: document.posts === undefined ? null : JSON.stringify(document.posts),
      cues: document.cues === undefined ? null : JSON.stringify(document.cues),
      published_at: document.publishedAt,
      article: JSON.stringify(article),
      at,
    })),
    { returning: ['id', 'sequence'] },
  )
  const sequences = new Map(inserted.map((row) => [row.id, row.sequence]))
  await saveFingerprints(
    engine,
    tx,
    fresh.map(({ document, fingerprints }) => ({ sequence: sequences.get(document.id)!, hashes: fingerprints })),
    fresh[0]?.at ?? '',
  )
  await engine.insertMany(
    tx,
    'vector',
    fresh.map(({ document, vector }) => ({
      sequence: sequences.get(document.id)!,
      features: toBytes(vector.features),
      weights: toBytes(vector.weights),
    })),
  )
  return new Set(sequences.keys())
}

/**
 * The article row refers to its newest document; an earlier document becomes current again when the outlet reverts to it. Returns
 * the articles that existed.
 */
async function upsertArticles(engine: Engine, tx: Tx, all: readonly Ingested[]): Promise<ReadonlySet<string>> {
  const ids = all.map(({ article }) => article.id)
  const known = new Set(
    (
      await engine.findMany(
        tx,
        'article',
        ids.map((id) => ({ id })),
        ['id'],
      )
    ).map((row) => row.id),
  )
  // A new article has one document: the one just inserted.
  const revisions =
    known.size === 0
      ? []
      : await tx
          .selectFrom('document')
          .select(['article_id', 'article'])
          .where(engine.isIn('article_id', [...known]))
          .orderBy('sequence')
          .execute()
  const counts = Map.groupBy(revisions, (row) => row.article_id)
  const rows = all.map(({ article, document, entryIds }) => ({
    id: article.id,
    source_id: toNumber(article.sourceId),
    entry_sequence: toNumber(article.entryId ?? entryIds[0] ?? ('' as never)) || null,
    url: article.url,
    title: document.title,
    published_at: normalizedTime(article.publishedAt) ?? article.publishedAt,
    document_id: document.id,
    revision_count: editionsOf(counts.get(article.id) ?? []),
  }))
  await engine.insertMany(
    tx,
    'article',
    rows.filter((row) => !known.has(row.id)),
  )
  await engine.updateMany(
    tx,
    'article',
    'id',
    rows.filter((row) => known.has(row.id)),
  )
  return known
}

/** How many versions of an article the outlet published. One that we only stored or read differently doesn't count. */
function editionsOf(revisions: readonly { readonly article: string }[]): number {
  const read = revisions.map(({ article }) => ({ article: JSON.parse(article) as Article, annotations: {} }))
  return 1 + read.filter((one, index) => index > 0 && causeOf(nth(read, index - 1), one) === 'outlet').length
}

/** Replaces what a stored article shares with others, folds its entries with theirs, and refreshes its story. */
export async function saveCopies(engine: Engine, tx: Tx, compared: Compared, refreshDelayMs: number): Promise<void> {
  const { article, at } = compared
  await replaceSyndications(engine, tx, [compared], new Set())
  await foldCopies(engine, tx, compared, false)
  const stories = await tx.selectFrom('membership').select('story_id').where('article_id', '=', article.id).execute()
  const changes = stories.map((row) => ({ storyId: row.story_id, at }))
  await enqueue(engine, tx, await refreshJobs(engine, tx, changes, refreshDelayMs))
}

async function replaceSyndications(
  engine: Engine,
  tx: Tx,
  all: readonly Compared[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const old = all.map(({ document }) => document.id).filter((id) => !fresh.has(id))
  if (old.length > 0) await tx.deleteFrom('syndication').where(engine.isIn('document_id', old)).execute()
  const rows = all.flatMap(({ syndications }) =>
    syndications.map((syndication) => ({
      document_id: syndication.documentId,
      other_id: syndication.otherId,
      body: JSON.stringify(syndication),
    })),
  )
  await engine.insertMany(tx, 'syndication', rows, { ifExists: 'ignore' })
}

/** Links entries to their article, and indexes them with its text instead of the feed's. Returns those that had no article before. */
export async function linkEntries(
  engine: Engine,
  tx: Tx,
  all: readonly {
    readonly entryIds: readonly EntryId[]
    readonly articleId: ArticleId
    readonly picture?: EntryPicture
  }[],
  backlog: SearchBacklog,
): Promise<readonly number[]> {
  const links = all.flatMap(({ entryIds, articleId, picture }) =>
    entryIds.map((id) => ({ sequence: toNumber(id), article_id: articleId, picture })),
  )
  // An entry can be deleted with its feed while it is being ingested.
  const there = await engine.findMany(
    tx,
    'entry',
    links.map(({ sequence }) => ({ sequence })),
    ['sequence', 'feed_id', 'article_id'],
  )
  const feedOf = new Map(there.map((row) => [row.sequence, row.feed_id]))
  const kept = links.filter(({ sequence }) => feedOf.has(sequence))
  await engine.updateMany(
    tx,
    'entry',
    'sequence',
    kept.map(({ sequence, article_id }) => ({ sequence, article_id })),
  )
  await savePictures(
    engine,
    tx,
    kept.flatMap(({ sequence, picture }) =>
      picture ? [{ sequence, feedId: feedOf.get(sequence) ?? 0, picture }] : [],
    ),
  )
  await backlog.add(
    tx,
    kept.map(({ sequence }) => sequence),
  )
  return there.flatMap(({ sequence, article_id }) => (article_id === null ? [sequence] : []))
}
