import type { Citation } from '../../core/citation.ts'
import type { Discussed } from '../../core/comment.ts'
import type { OperationContext } from '../operation.ts'
import { wordsAt } from './get-discussion.ts'

type Counted = { readonly discussion?: { readonly count: number } }

/** The number of comments on a story or an article; nothing when discussion is off. */
export async function discussionOf(
  { store }: Pick<OperationContext, 'store'>,
  { kind, id }: Discussed,
): Promise<Counted> {
  if (!(await store.comments.isOn())) return {}
  return { discussion: { count: (await store.comments.counts(kind, [id])).get(id) ?? 0 } }
}

/** The same for words of an article. */
export async function discussionOfWords(
  context: Pick<OperationContext, 'store'>,
  articleId: string,
  { documentId, span }: Pick<Citation, 'documentId' | 'span'>,
): Promise<Counted> {
  if (!(await context.store.comments.isOn())) return {}
  const words = await wordsAt(context, articleId, { documentId, ...span })
  return words ? { discussion: { count: words.count } } : {}
}
