import { z } from 'zod'
import { type Discussed, discussedKinds, maxReasonLength, plainComment } from '../../core/comment.ts'
import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import type { OperationContext } from '../operation.ts'
import type { DiscussedView, LockView, MayWrite } from './discussion-views.ts'

export const discussedKind = z.enum(discussedKinds)
export const discussedId = z.string().min(1).max(120)
export const commentId = z.string().min(1).max(120)
export const cursor = z.string().max(400).optional()
/** Text from a form, with line ends normalized. */
export const reasonText = z
  .string()
  .max(maxReasonLength * 2)
  .transform(plainComment)
  .pipe(z.string().max(maxReasonLength))

/** The subject of a discussion today: a merged story is found under its new id. Undefined when it doesn't exist. */
export async function findDiscussed(
  { store }: Pick<OperationContext, 'store'>,
  { kind, id }: Discussed,
): Promise<DiscussedView | undefined> {
  return (await titlesOf({ store }, [{ kind, id }])).get(keyOf({ kind, id }))
}

/** The titles of discussed things, by `keyOf`; deleted ones are left out. */
export async function titlesOf(
  { store }: Pick<OperationContext, 'store'>,
  all: readonly Discussed[],
): Promise<ReadonlyMap<string, DiscussedView>> {
  const idsOf = (wanted: Discussed['kind']) => [
    ...new Set(all.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
  ]
  const [stories, articles] = await Promise.all([
    store.titles.stories(idsOf('story').map((id) => asId<StoryId>(id))),
    store.titles.articles(idsOf('article').map((id) => asId<ArticleId>(id))),
  ])
  const named = new Map<string, DiscussedView>()
  for (const [id, { id: now, title, language }] of stories)
    named.set(keyOf({ kind: 'story', id }), { kind: 'story', id: now, title, language })
  for (const [id, { title, language, sourceName }] of articles)
    named.set(keyOf({ kind: 'article', id }), { kind: 'article', id, title, language, sourceName })
  return named
}

export function keyOf({ kind, id }: Discussed): string {
  return `${kind} ${id}`
}

/** Whether the reader may write in a discussion, which may be locked. */
export async function mayWriteIn(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  lock: LockView | undefined,
): Promise<MayWrite> {
  if (!mayActAs(reader.role, 'reader')) return 'guest'
  if (lock) return 'locked'
  return (await store.moderation.blockOf(reader.id)) ? 'blocked' : 'yes'
}
