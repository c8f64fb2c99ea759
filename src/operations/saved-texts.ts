import { asId } from '../core/ids.ts'
import type { KeptText } from '../export/story-facts.ts'
import type { StoredArticle } from '../store/store.ts'
import type { SavedItem } from './mine-views.ts'
import type { OperationContext } from './operation.ts'
import { keptText } from './story-facts.ts'

/** The texts of all that is saved: articles, those of starred entries, and those of stories as they read now; each once. */
export async function savedTexts(
  { store }: Pick<OperationContext, 'store'>,
  items: readonly SavedItem[],
): Promise<readonly KeptText[]> {
  const found = new Map<string, StoredArticle>()
  for (const { kind, target, articleId } of items) {
    const articles =
      kind === 'story'
        ? await store.stories.members(asId(target))
        : [await store.articles.find(kind === 'article' ? asId(target) : (articleId ?? asId('')))]
    for (const article of articles) if (article) found.set(article.document.id, article)
  }
  const all = [...found.values()]
  const taken = await store.looks.goneOf(all.map(({ article }) => article.id))
  return all.map((stored) => keptText(stored, taken.has(stored.article.id)))
}
