import type { Document } from '../../core/document.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import { articleId, documentId, offset } from '../input.ts'
import type { OperationContext } from '../operation.ts'

/** What names words of an article to an operation. */
export const chosenWords = {
  articleId,
  /** The revision whose offsets these are; absent: the newest. */
  documentId: documentId.optional(),
  start: offset,
  end: offset,
}

/**
 * The revision of an article in which words were chosen by their offsets, the newest where none is named. Undefined where
 * there is none, it is another article's, or the offsets hold no words.
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
