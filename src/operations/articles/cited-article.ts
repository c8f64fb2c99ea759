import type { StoredArticle } from '../../store/store.ts'
import type { CitedDocument } from '../views.ts'

/** What a citation shows of a stored article: outlet, paragraph, original URL. */
export function citedArticle({ article, document, source }: StoredArticle): CitedDocument {
  return {
    documentId: document.id,
    articleId: article.id,
    sourceId: source.id,
    sourceName: source.name,
    title: document.title,
    publishedAt: article.publishedAt,
    url: article.url,
    blockStarts: document.blocks.map(({ start }) => start),
    language: document.language,
  }
}
