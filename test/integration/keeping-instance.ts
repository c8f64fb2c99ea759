import type { StoryId } from '../../src/core/ids.ts'
import type { RemovedCounts } from '../../src/store/articles/retention.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { at, dossier, ingested, parsed, polled, subscribe } from './store-fixtures.ts'

export const DAY = 24 * 60

/** A story as it was kept: its articles, each of an entry. */
export type KeptStory = { readonly id: StoryId; readonly articles: readonly Ingested[] }

/** Keeps a story whose articles came at a time, in minutes from the day of the tests: one feed, entries, articles, dossier. */
export async function keepStory(store: Store, name: string, count: number, minutes: number): Promise<KeptStory> {
  const when = at(minutes)
  const feedId = await subscribe(store, `https://${name}.example/feed`)
  const keys = Array.from({ length: count }, (_, index) => `${name}-${index}`)
  await store.feeds.savePolls([
    parsed(feedId, keys.map((key) => polled({ key, publishedAt: when })).reverse(), when, {}),
  ])
  const id = store.stories.newId()
  const reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }
  const articles: Ingested[] = []
  for (const [index, key] of keys.entries()) {
    const entry = (await store.entries.find('owner', (await store.entries.findByKey(feedId, key))!))!
    articles.push(
      ingested({
        entry,
        text: `What ${key} tells. "We will open ${name} again", said Ada Orlin. ${'More words. '.repeat(30)}`,
        articleId: `article-${key}`,
        when,
        fingerprints: [index, index + 1, hashOf(key)],
        quotes: [{ said: `We will open ${name} again`, speaker: 'Ada Orlin' }],
        more: {
          assignment: index === 0 ? { kind: 'found' } : { kind: 'join', storyId: id, reason },
          storyId: id,
        },
      }),
    )
  }
  await store.articles.saveIngested(articles)
  await store.stories.saveDossier(id, dossier(id, articles), {
    title: name,
    language: 'en',
    firstAt: when,
    lastAt: when,
    changedAt: when,
    articleCount: count,
    reportCount: 1,
  })
  return { id, articles }
}

/** Keeps entries that nothing was made of. */
export async function keepEntries(store: Store, name: string, count: number, minutes: number) {
  const feedId = await subscribe(store, `https://${name}.example/feed`)
  const entries = Array.from({ length: count }, (_, index) => polled({ key: `${name}-${index}` }))
  await store.feeds.savePolls([parsed(feedId, entries.toReversed(), at(minutes))])
  return { feedId, entries }
}

/** One whole walk; answers what went. */
export async function walk(store: Store, beforeMinutes: number, atMinutes: number): Promise<RemovedCounts> {
  const aged = await store.retention.walk(at(beforeMinutes))
  let all: RemovedCounts = { entries: 0, articles: 0, stories: 0 }
  for (let step = 0; step < 1_000; step++) {
    const gone = await aged.next(at(atMinutes))
    if (!gone) return all
    all = {
      entries: all.entries + gone.entries,
      articles: all.articles + gone.articles,
      stories: all.stories + gone.stories,
    }
  }
  throw new Error('The walk has no end')
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7)
}
