import { defaultBrief } from '../../src/core/brief-choice.ts'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import { defaultSliders } from '../../src/core/ranking.ts'
import { selectText } from '../../src/core/text/text-quote.ts'
import type { Store } from '../../src/store/store.ts'
import { at, parsed, polled } from './store-fixtures.ts'

/** What each feed delivers, in the order of its keys; addresses hold a word of their own, so that several instances can be played in one. */
export type PlayedFeed = { readonly url: string; readonly keys: readonly string[] }

export function playedFeeds(word: string): readonly PlayedFeed[] {
  return [3, 40, 7].map((count, number) => ({
    url: `https://feed-${number}.example/${word}`,
    keys: Array.from({ length: count }, (_, index) => `${word}-${number}-${index} “é”`),
  }))
}

/** Has every feed that the reader subscribes to deliver. */
export async function pollAll(
  store: Store,
  readerId: string,
  feeds: readonly PlayedFeed[],
  when = at(),
): Promise<void> {
  const idOf = new Map((await store.feeds.list(readerId)).map(({ url, id }) => [url, id]))
  await store.feeds.savePolls(
    feeds.flatMap(({ url, keys }) => {
      const id = idOf.get(url)
      return id === undefined
        ? []
        : [parsed(id, keys.map((key) => polled({ key, publishedAt: at(-90) })).reverse(), when)]
    }),
  )
}

/** A reader who does all that leaves with them, so many times, by chance. */
export async function actAtRandom(
  store: Store,
  readerId: string,
  feeds: readonly PlayedFeed[],
  chance: () => number,
  acts: number,
): Promise<void> {
  const below = (count: number) => Math.floor(chance() * count)
  const one = <Value>(values: readonly Value[]) => values[below(values.length)]!
  await store.feeds.addMany(
    readerId,
    feeds.map(({ url }, index) => ({ url, folder: index === 0 ? 'North/Near' : '' })),
    at(-100),
  )
  await pollAll(store, readerId, feeds)
  const ids = new Map<string, EntryId>()
  const feedIds: FeedId[] = []
  for (const { url, keys } of feeds) {
    const feedId = (await store.feeds.list(readerId)).find((row) => row.url === url)!.id
    feedIds.push(feedId)
    for (const { key, id } of await store.entries.findByKeys(keys.map((key) => ({ feedId, key })))) ids.set(key, id)
  }
  const entry = () => one([...ids.values()])
  const words = (name: string) => {
    const text = `Words of ${name}, of which some are marked — and “quoted”.`
    return {
      articleId: name as never,
      documentId: `doc-${name}` as never,
      selector: selectText(text, { start: 9, end: 30 }),
    }
  }
  const deeds: readonly ((n: number, when: string) => Promise<unknown>)[] = [
    (_, when) => store.entries.setRead(readerId, [entry(), entry(), entry()], chance() < 0.8, when),
    (_, when) => store.entries.markAllRead(readerId, { feedId: one(feedIds) }, when),
    (_, when) => store.entries.setStarred(readerId, entry(), chance() < 0.8, when),
    async (n, when) => {
      const [star] = (await store.ownReading.stars(readerId, 1)).rows
      if (star) await store.tags.add(readerId, [{ kind: 'entry', target: star.id, name: `Tag ${n % 5}`, at: when }])
    },
    (n, when) => store.mediaPositions.set(readerId, { entryId: entry(), number: n % 3, seconds: 1 + below(900) }, when),
    async (n, when) => {
      const follow = { kind: one(['entity', 'search', 'story'] as const), target: `t${n}`, label: `T ${n}`, at: when }
      await store.follows.add(readerId, [follow])
      if (chance() < 0.5) await store.alerts.choose(readerId, follow, one(['on', 'off'] as const), when)
    },
    (n, when) =>
      store.mutes.add(readerId, [
        { id: `${readerId}-${n}` as never, kind: 'word', target: `w${n}`, label: 'W', at: when },
      ]),
    (n, when) =>
      store.saves.add(readerId, [
        { kind: one(['story', 'article'] as const), target: `s${n}`, title: `S <${n}>`, at: when },
      ]),
    (n, when) => store.tags.add(readerId, [{ kind: 'story', target: `s${n}`, name: `Tag ${n % 7}`, at: when }]),
    async (n, when) => {
      await store.savedSearches.save(readerId, {
        id: `${readerId}-${n}`,
        name: `N ${n}`,
        query: `harbor ${n}`,
        at: when,
      })
      if (chance() < 0.5) await store.alerts.chooseSearch(readerId, `${readerId}-${n}`, true, when)
    },
    (n, when) =>
      store.notes.save(readerId, [
        { id: `n${n}` as never, ...words(`a${n}`), body: `Note\n${n}`, at: when, changedAt: when },
      ]),
    (n, when) =>
      store.highlights.save(readerId, [{ id: `h${n}` as never, ...words(`a${n}`), color: 'green', at: when }]),
    (n, when) => store.visits.touch(readerId, one(['article', 'story', 'page'] as const), `v${n % 9}`, when),
    (_, when) => store.preferences.set(readerId, 'theme', one(['auto', 'light', 'dark']), when),
    (_, when) =>
      store.preferences.set(readerId, one(['translate:en>fr', 'translate:de>en']), one(['never', 'always']), when),
    (_, when) => store.rankings.set(readerId, { ...defaultSliders, newness: below(200), suggests: true }, when),
    (n, when) =>
      store.rankings.setLifts(
        readerId,
        [{ kind: 'section', target: `x${n % 4}`, label: 'X', weight: below(200) - 100, why: one(['', 'saved:4']) }],
        when,
      ),
    (_, when) => store.briefs.set(readerId, { ...defaultBrief, hour: below(24), languages: ['en'] }, when),
    (_, when) =>
      store.alerts.saveSettings(
        readerId,
        { isAllOn: chance() < 0.5, perHour: 1 + below(60), quiet: { from: 5, until: 99 } },
        when,
      ),
    (n, when) => store.folders.create(readerId, `Empty ${n % 3}`, when),
    (n) => store.folders.setOrder(readerId, `Empty ${n % 3}`, n % 2 ? 'newest' : 'oldest'),
  ]
  // Each at least once, then by chance.
  for (let n = 0; n < acts; n++) await (deeds[n] ?? one(deeds))(n, at(n))
  await store.entries.setStarred(readerId, entry(), true, at(acts))
}
