import type { Document } from '../../core/document.ts'
import type { FollowKind, MuteKind, VisitKind } from '../../core/marks.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import type { OperationContext } from '../operation.ts'
import { notesOn } from './get-notes.ts'
import { highlightsOn } from './highlights.ts'
import { isHistoryOn } from './is-history-on.ts'
import type { ArticleMarks, StoryMarks, ThingMarks } from './library-views.ts'

type Context = Pick<OperationContext, 'store' | 'now' | 'reader'>

/** The reader's marks on a story. */
export async function marksOnStory(context: Context, id: string): Promise<StoryMarks> {
  const [thing, isSaved] = await Promise.all([
    marksOnThing(context, { kind: 'story', target: id }),
    context.store.saves.has(context.reader.id, 'story', id),
  ])
  return { ...thing, isSaved }
}

/** The reader's marks on an article, with notes and highlights placed in the revision shown. */
export async function marksOnArticle(context: Context, document: Document): Promise<ArticleMarks> {
  const [isSaved, notes, highlights] = await Promise.all([
    context.store.saves.has(context.reader.id, 'article', document.articleId),
    notesOn(context, document),
    highlightsOn(context, document),
  ])
  return { isSaved, notes, highlights }
}

/** Whether something is followed, and whether it is muted. */
export async function marksOnThing(
  { store, now, reader }: Context,
  { kind, target }: { readonly kind: FollowKind & MuteKind; readonly target: string },
): Promise<ThingMarks> {
  const [follows, mutes] = await Promise.all([
    store.follows.list(reader.id),
    store.mutes.list(reader.id, now().toISOString()),
  ])
  const isIt = (mark: { readonly kind: string; readonly target: string }) =>
    mark.kind === kind && mark.target === target
  return { isFollowed: follows.some(isIt), isMuted: mutes.some(isIt) }
}

/** Records a reading `at` a time, if the reader keeps a history; returns the previous one. */
export async function noteRead(
  context: Context,
  kind: Extract<VisitKind, 'story' | 'article'>,
  target: string,
  at = context.now().toISOString(),
): Promise<string | undefined> {
  if (!(await isHistoryOn(context))) return undefined
  return ignoringStoreTrouble(context.store.visits.touch(context.reader.id, kind, target, at))
}
