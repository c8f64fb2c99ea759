import type { StoredArticle } from '../../store/store.ts'
import type { ArrangedArticle } from './choice-views.ts'

/** An article as one line of a list to choose from. */
export function arrangedArticle({ article, source, document }: StoredArticle): ArrangedArticle {
  return {
    articleId: article.id,
    title: document.title,
    sourceName: source.name,
    language: document.language,
    publishedAt: article.publishedAt,
  }
}
