import type { Document } from '../../core/document.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import { articleId, documentId, offset } from '../input.ts'
import type { OperationContext } from '../operation.ts'

/** Input that identifies words of an article. */
export const chosenWords = {
  articleId,
  /** The revision the offsets refer to; absent: the newest. */
  documentId: documentId.optional(),
  start: offset,
  end: offset,
}

/**
 * The revision in which words were chosen by their offsets, by default the newest. Undefined when it doesn't exist, belongs to
 * another article, or the offsets contain no words.
 */
export async function documentOfWords(
  { store }: Pick<OperationContext, 'store'>,
  chosen: {
    readonly articleId: ArticleId
    readonly documentId?: DocumentId | undefined
    readonly start: number
    readonly end: number
  },
): Promise<Document | undefined> {
  const { articleId, documentId, start, end } = chosen
  const document = documentId
    ? await store.articles.findDocument(documentId)
    : (await store.articles.find(articleId))?.document
  if (!document || document.articleId !== articleId) return undefined
  const holdsWords = start < end && end <= document.text.length && document.text.slice(start, end).trim() !== ''
  return holdsWords ? document : undefined
}
