import { z } from 'zod'
import type { Comment } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { findTextQuote, selectText } from '../../core/text/text-quote.ts'
import { documentId, offset } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { cursor, discussedId, discussedKind, findDiscussed, mayWriteIn } from './discussion-access.ts'
import type { CommentView, DiscussedView, DiscussionView, SentenceView } from './discussion-views.ts'
import { sentenceOf, viewComments } from './view-comments.ts'

/** Threads on a page, and replies shown of each. */
const threadsShown = 20
const repliesShown = 3

export const getDiscussion = defineOperation({
  name: 'get_discussion',
  minRole: 'guest',
  summary: 'The discussion of a story, an article or one sentence: threads, newest first',
  input: z.strictObject({
    kind: discussedKind,
    id: discussedId,
    cursor,
    /** Words of the article; absent: all. */
    sentence: z.object({ documentId, start: offset, end: offset }).optional(),
  }),
  async run(context, { kind, id, cursor: after, sentence: asked }): Promise<DiscussionView | undefined> {
    const { store } = context
    if (!(await store.comments.isOn())) return undefined
    const on = await findDiscussed(context, { kind, id })
    if (!on) return undefined
    const words = asked && kind === 'article' ? await wordsAt(context, on.id, asked) : undefined
    if (asked && !words) return undefined
    const page = await store.comments.threads(
      on,
      context.reader.id,
      threadsShown,
      defined({ cursor: after, places: words?.places }),
    )
    const roots = page.rows.map((row) => row.id)
    const withReplies = page.rows.filter(({ replyCount, childCount }) => replyCount > 0 || childCount > 0)
    const [counts, lock, locks, replies] = await Promise.all([
      store.comments.counts(kind, [on.id]),
      store.moderation.lockOf(on),
      store.moderation.threadLocks(roots),
      store.comments.firstReplies(
        withReplies.map((row) => row.id),
        context.reader.id,
        repliesShown,
      ),
    ])
    const views = await viewComments(context, [...page.rows, ...replies])
    const first = views.slice(0, page.rows.length)
    const others = groupByRoot(replies, views.slice(page.rows.length))
    return {
      on,
      count: counts.get(on.id) ?? 0,
      threads: first.map((view) => ({ first: view, replies: others.get(view.id) ?? [], isLocked: locks.has(view.id) })),
      ...defined({ next: page.next, lock }),
      mayWrite: await mayWriteIn(context, lock),
      ...defined({ sentence: words?.sentence }),
      ...(after === undefined ? await around(context, on) : { articles: [] }),
    }
  },
})

function groupByRoot(
  comments: readonly Comment[],
  views: readonly CommentView[],
): ReadonlyMap<string, readonly CommentView[]> {
  const byRoot = new Map<string, CommentView[]>()
  for (const [index, { rootId }] of comments.entries())
    byRoot.set(rootId, [...(byRoot.get(rootId) ?? []), nth(views, index)])
  return byRoot
}

/** Related discussions: of a story's articles, or of an article's story. */
async function around(
  { store }: OperationContext,
  on: DiscussedView,
): Promise<Pick<DiscussionView, 'articles' | 'story'>> {
  if (on.kind === 'article') {
    const storyId = (await store.articles.find(asId<ArticleId>(on.id)))?.storyId
    const story = storyId && (await store.titles.stories([storyId])).get(storyId)
    if (!story) return { articles: [] }
    const count = (await store.comments.counts('story', [story.id])).get(story.id) ?? 0
    return { articles: [], story: { id: story.id, title: story.title, count } }
  }
  const members = (await store.stories.find(asId<StoryId>(on.id)))?.dossier?.members ?? []
  const counts = await store.comments.counts(
    'article',
    members.map(({ articleId }) => articleId),
  )
  const articles = members.flatMap(({ articleId, title, sourceName }) => {
    const count = counts.get(articleId)
    return count === undefined ? [] : [{ id: articleId, title, sourceName, count }]
  })
  return { articles }
}

/** The requested sentence, and all other places that comments on it refer to: in other revisions, on more or fewer words. */
export async function wordsAt(
  { store }: Pick<OperationContext, 'store'>,
  articleId: string,
  { documentId, start, end }: { readonly documentId: string; readonly start: number; readonly end: number },
): Promise<
  | {
      readonly sentence: SentenceView
      readonly count: number
      readonly places: readonly { readonly documentId: string; readonly start: number; readonly end: number }[]
    }
  | undefined
> {
  const stored = await store.articles.find(asId<ArticleId>(articleId))
  const document =
    stored?.document.id === documentId ? stored.document : await store.articles.findDocument(documentId as never)
  if (!stored || !document || document.articleId !== articleId) return undefined
  if (start >= end || end > document.text.length) return undefined
  const here = (await store.comments.anchors(articleId)).filter(({ documentId: of, selector }) => {
    const place = of === document.id ? selector.span : findTextQuote(document.text, selector)
    return place !== undefined && place.start < end && place.end > start
  })
  return {
    sentence: sentenceOf(
      { documentId: document.id, selector: selectText(document.text, { start, end }) },
      stored.document,
    ),
    count: here.reduce((sum, { count }) => sum + count, 0),
    places: here.map(({ documentId: of, selector: { span } }) => ({ documentId: of, ...span })),
  }
}
