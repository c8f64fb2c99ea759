import { type ArticleId, asId, type StoryId } from '../core/ids.ts'
import type { KeptText } from '../export/story-facts.ts'
import { inTurns } from '../pipeline/in-turns.ts'
import type { SavedItem } from './mine-views.ts'
import type { OperationContext } from './operation.ts'
import { keptText } from './story-facts.ts'

/** So many are read at once: a few questions for each lot, where one for each article takes minutes of some ten thousand. */
const AT_ONCE = 200

/** The texts of all that is saved: articles, those of starred entries, and those of stories as they read now; each once. */
export async function savedTexts(
  { store }: Pick<OperationContext, 'store'>,
  items: readonly SavedItem[],
): Promise<readonly KeptText[]> {
  const ids = new Set<ArticleId>()
  await inTurns(
    items,
    async (some) => {
      const stories = some.filter(({ kind }) => kind === 'story').map(({ target }) => asId<StoryId>(target))
      const membersOf = stories.length > 0 ? await store.stories.memberIds(stories) : undefined
      for (const { kind, target, articleId } of some) {
        const own = kind === 'article' ? asId<ArticleId>(target) : articleId
        for (const id of kind === 'story' ? (membersOf?.get(target) ?? []) : own === undefined ? [] : [own]) ids.add(id)
      }
    },
    AT_ONCE,
  )
  const texts: KeptText[] = []
  await inTurns(
    [...ids],
    async (some) => {
      const found = await store.articles.findMany(some)
      const taken = await store.looks.goneOf(some)
      for (const stored of found) texts.push(keptText(stored, taken.has(stored.article.id)))
    },
    AT_ONCE,
  )
  return texts
}
