import type { StoryId } from '../../src/core/ids.ts'
import type { Reason } from '../../src/core/story.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

/** Why articles of a test are in one story. */
export const reason: Reason = { score: 0.7, sharedNames: ['Mayor'], sharedWords: ['bridge'], copiedSentences: 2 }

/** Stories in a store, once it is open. `savedAt`: when each article is saved, one by one; `refreshedBy`: until when refreshes are due. */
export function storiesIn(store: () => Store, given: { savedAt?: () => string; refreshedBy?: string } = {}) {
  const { savedAt, refreshedBy = at(10) } = given
  let urls = 0
  /** Of a feed that nobody has yet. */
  const nextUrl = () => `https://s${++urls}.example/`
  return {
    nextUrl,
    /** Saves articles of one feed in one story: the first founds it, the others join. */
    async makeStory(count: number) {
      const url = nextUrl()
      const keys = Array.from({ length: count }, (_, index) => ({ key: `${urls}-${index}`, publishedAt: at(-30) }))
      const entries = await withEntries(store(), keys, url)
      const id = store().stories.newId()
      const all = entries.map((entry, index): Ingested => {
        const assignment = index === 0 ? { kind: 'found' as const } : { kind: 'join' as const, storyId: id, reason }
        return ingested({ entry, text: `Text ${entry.id}.`, more: { assignment, storyId: id } })
      })
      if (savedAt) for (const one of all) await store().articles.saveIngested([{ ...one, at: savedAt() }])
      else await store().articles.saveIngested(all)
      return { id, all, articles: all.map(({ article }) => article.id) }
    },
    /** The stories that are due to be told, which then are not any more. */
    async refreshes() {
      const jobs = await store().jobs.claim('refresh-story', 1_000, 60_000, refreshedBy)
      await store().jobs.complete(jobs)
      return jobs.map((job) => job.key as StoryId).toSorted()
    },
  }
}
