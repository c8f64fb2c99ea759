import { z } from 'zod'
import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { supportedLayers } from '../../analyze/supported-layers.ts'
import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import type { Annotations } from '../../core/layers.ts'
import { causeOf } from '../../core/reading/revision-cause.ts'
import { countDiff, type RevisionDiff } from '../../core/reading/revision-diff.ts'
import type { Dossier } from '../../core/story.ts'
import { seenFromOther } from '../../core/syndication.ts'
import { leadingLines } from '../../extract/bylines/leading-lines.ts'
import type { StoredArticle, StoredEntry } from '../../store/store.ts'
import { articleStatements } from '../../story/article-statements.ts'
import { articleTopics } from '../../story/article-topics.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'
import { readingLevel } from '../../story/reading-level.ts'
import { discussionOf } from '../discussion/discussion-of.ts'
import { articleId, documentId, offset } from '../input.ts'
import { marksOnArticle, noteRead } from '../library/marks-on.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ArticleView } from '../views.ts'
import { citedArticle } from './cited-article.ts'
import { markOpened } from './mark-opened.ts'
import { nextEntry } from './next-entry.ts'
import { pictureSizes } from './picture-home.ts'
import { listeningToArticle } from './read-aloud.ts'
import { revisedText } from './revised-text.ts'
import type { ArticleChanges } from './revision-views.ts'
import { translationOffer } from './translation/translate-article.ts'

/** Further copies are listed only on the story's page. */
const othersShown = 12

export const getArticle = defineOperation({
  name: 'get_article',
  minRole: 'guest',
  summary: 'An article: its text, origin, revisions, and the passages that appear elsewhere',
  input: z.strictObject({
    id: articleId,
    revision: documentId.optional(),
    start: offset.optional(),
    end: offset.optional(),
    /** True when the reader opens it, which is recorded and marks it read. */
    reads: z.boolean().optional(),
  }),
  async run(context, { id, revision, start, end, reads }): Promise<ArticleView | undefined> {
    const { store } = context
    const newest = await store.articles.find(id)
    if (!newest) return undefined
    const shown = revision && revision !== newest.document.id ? await store.articles.findByDocument(revision) : newest
    if (!shown || shown.article.id !== newest.article.id) return undefined
    if (reads)
      await Promise.all([
        noteRead(context, 'article', newest.article.id),
        markOpened(context, { kind: 'article', id: newest.article.id }),
      ])
    const [story, entry, others, previous, corrections, lastLook, keptPages, embargoes] = await Promise.all([
      newest.storyId ? store.stories.find(newest.storyId) : undefined,
      entryOf(context, newest.entryIds),
      othersOf(context, shown),
      previousRevision(context, newest, shown.document),
      store.corrections.listOf([shown.article.id]),
      store.rechecks.lastOf(shown.article.id),
      store.servedPages.list(newest.article.id),
      store.embargoes.list(context.reader.id),
    ])
    const next = entry && (await nextEntry(context, { id: entry.id, publishedAt: entry.publishedAt }))
    const annotations = await correctedLayers(shown.document, shown.annotations, corrections)
    return {
      article: shown.article,
      source: shown.source,
      document: shown.document,
      ...bylineBlocks(shown),
      annotations,
      ...(await namesWithoutPage(context, annotations)),
      pictureSizes: pictureSizes(context, picturesOf(shown.article)),
      topics: articleTopics(shown.article, shown.annotations),
      stated: articleStatements(shown.document, annotations),
      ...readingOf(shown),
      notRead: supportedLayers(shown.document.language).notRead,
      revisions: newest.revisions,
      ...defined({ lastLook, keptPages: keptPages.length > 0 ? keptPages : undefined }),
      isCurrent: shown.document.id === newest.document.id,
      ...defined({ changes: previous && changesSinceLast(previous, shown) }),
      syndications: others,
      ...(await retellingSource(context, shown.document, story?.dossier)),
      ...defined({
        next,
        story: story && {
          id: story.id,
          title: story.title,
          articleCount: story.articleCount,
          reportCount: story.reportCount,
          ...placeAmong(story.dossier, id),
        },
        entry: entry && {
          id: entry.id,
          feedId: entry.feedId,
          isRead: entry.isRead,
          isStarred: entry.isStarred,
          ...defined({ isUnsubscribed: !entry.isSubscribed ? (true as const) : undefined }),
        },
        cited:
          start !== undefined && end !== undefined && end <= shown.document.text.length && start < end
            ? { start, end }
            : undefined,
      }),
      ...defined({ embargoUntil: entry && embargoes.get(entry.feedId) }),
      marks: await marksOnArticle(context, shown.document),
      translations: await translationOffer(context, shown.document),
      ...(await listeningToArticle(context, shown)),
      ...(await discussionOf(context, { kind: 'article', id: shown.article.id })),
    }
  },
})

/** Not all names are in a story: an article may have none, and stories leave some out. */
async function namesWithoutPage(
  { store }: OperationContext,
  { mentions, quotes }: Annotations,
): Promise<Pick<ArticleView, 'withoutPage'>> {
  const named = [
    ...(mentions?.items ?? []).map(({ entity }) => entity.id),
    ...(quotes?.items ?? []).flatMap(({ speaker }) => speaker?.id ?? []),
  ]
  const ids = [...new Set(named)]
  const known = await store.entities.withPage(ids)
  const withoutPage = ids.filter((id) => !known.has(id))
  return withoutPage.length === 0 ? {} : { withoutPage }
}

/** Readability; only for a full text, where it means something. */
function readingOf({ article, document, annotations }: StoredArticle): Pick<ArticleView, 'reading'> {
  const sentences = annotations.sentences?.items ?? []
  if (article.completeness.kind !== 'complete' || sentences.length === 0) return {}
  return {
    reading: readingLevel(
      sentences.map(({ span }) => document.text.slice(span.start, span.end)),
      document.language,
    ),
  }
}

/** Blocks of a text, stored by an earlier release, that only repeat its byline and dates. Absent for newer texts. */
function bylineBlocks({ article, document, source }: StoredArticle): Pick<ArticleView, 'bylineBlocks'> {
  const blocks = document.blocks.map(({ start, end, kind }) => ({ text: document.text.slice(start, end), kind }))
  const names = [...article.authors, source.name, ...(article.credit ? [article.credit] : [])]
  const bylineBlocks = [...leadingLines(blocks, names)]
  return bylineBlocks.length === 0 ? {} : { bylineBlocks }
}

type ArticleStory = NonNullable<ArticleView['story']>

/** How many articles each independent report has, the outlets in the order they reported it, and the articles beside this one. */
function placeAmong(
  dossier: Dossier | undefined,
  id: ArticleId,
): Pick<ArticleStory, 'reportSizes' | 'outlets' | 'previous' | 'next'> {
  const all = dossier?.members ?? []
  const members = all.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
  return {
    reportSizes: (dossier?.reports ?? []).map(({ documentIds }) => documentIds.length),
    outlets: [
      ...new Map(members.map(({ sourceId, sourceName }) => [sourceId, { id: sourceId, name: sourceName }])).values(),
    ],
    ...neighborsOf(members, id),
  }
}

function picturesOf({ id, leadPicture, pictures }: Article): Parameters<typeof pictureSizes>[1] {
  return [...(leadPicture ? [leadPicture] : []), ...pictures].map(({ url }) => ({ url, home: { articleId: id } }))
}

/** The story's articles published just before and after this one. */
function neighborsOf(members: Dossier['members'], id: ArticleId): Pick<ArticleStory, 'previous' | 'next'> {
  const index = members.findIndex(({ articleId }) => articleId === id)
  if (index === -1) return {}
  const neighbor = (at: number) => {
    const member = members[at]
    return member && { articleId: member.articleId, sourceName: member.sourceName, title: member.title }
  }
  const [previous, next] = [neighbor(index - 1), neighbor(index + 1)]
  return defined({ previous, next })
}

/** The entry it came from; of several, one the reader subscribes to and can mark as read. */
async function entryOf({ store, reader }: OperationContext, ids: readonly EntryId[]): Promise<StoredEntry | undefined> {
  const entries = await store.entries.findMany(reader.id, ids)
  return entries.find(({ isSubscribed }) => isSubscribed) ?? entries[0]
}

/**
 * Articles that share text with this one, those it copied from first, then by how much they share. Found when this article arrived,
 * or when they joined its story later.
 */
async function othersOf(
  { store }: OperationContext,
  { syndications, document, storyId }: StoredArticle,
): Promise<ArticleView['syndications']> {
  const later = storyId ? await store.articles.syndicationsTo(document.id, storyId) : []
  const known = new Set(syndications.map(({ otherId }) => otherId))
  const all = [...syndications, ...later.map(seenFromOther).filter(({ otherId }) => !known.has(otherId))]
  const first = all
    .sort((a, b) => Number(b.isCopyOfOther) - Number(a.isCopyOfOther) || b.share - a.share)
    .slice(0, othersShown)
  const found = await Promise.all(
    first.map(async (syndication) => {
      const other = await store.articles.findByDocument(syndication.otherId)
      return other ? [{ ...syndication, other: citedArticle(other) }] : []
    }),
  )
  return found.flat()
}

/** The earlier article that reports the same facts in other words, according to the story. */
async function retellingSource(
  { store }: OperationContext,
  document: Document,
  dossier: Dossier | undefined,
): Promise<Pick<ArticleView, 'retelling'>> {
  const retelling = dossier?.retellings?.find(({ documentId }) => documentId === document.id)
  const other = retelling && (await store.articles.findByDocument(retelling.otherId))
  return retelling && other ? { retelling: { ...retelling, other: citedArticle(other) } } : {}
}

async function previousRevision(
  { store }: OperationContext,
  newest: StoredArticle,
  shown: Document,
): Promise<StoredArticle | undefined> {
  const index = newest.revisions.findIndex((revision) => revision.documentId === shown.id)
  // When the outlet restored an earlier text, the last revision is the previous one.
  const isBack = shown.id === newest.document.id && index < newest.revisions.length - 1
  const before = isBack ? newest.revisions.at(-1) : newest.revisions[index - 1]
  return before ? store.articles.findByDocument(before.documentId) : undefined
}

/** What a revision changed since the one before, figures and quotations included, and the cause. */
function changesSinceLast(before: StoredArticle, after: StoredArticle): ArticleChanges {
  const diff = compareRevisions(
    revisedText(before.document, before.annotations),
    revisedText(after.document, after.annotations),
  )
  const cause = causeOf(before, after)
  return {
    ...changesOf(before.document, after.document, diff),
    ...defined({ cause: cause !== 'outlet' ? cause : undefined }),
    previousId: before.document.id,
  }
}

/**
 * The differences between two revisions: sentences removed, added, or replaced (both side by side). Moves and formatting changes are
 * only counted.
 */
export function changesOf(before: Document, after: Document, diff: RevisionDiff): ArticleChanges {
  let at = 0
  const rows = diff.rows.flatMap((row) => {
    const place = at
    if ('after' in row) at = row.after.end
    if (row.kind !== 'changed' && row.kind !== 'removed' && row.kind !== 'added') return []
    return defined({
      before: 'before' in row ? before.text.slice(row.before.start, row.before.end) : undefined,
      after: 'after' in row ? row.after : undefined,
      at: 'after' in row ? undefined : place,
    })
  })
  return {
    removed: rows.flatMap((row) => row.before ?? []),
    added: rows.flatMap((row) => row.after ?? []),
    ...defined({ previousTitle: before.title === after.title ? undefined : before.title }),
    rows,
    counts: countDiff(diff),
  }
}
