import type { Tag } from '../core/marks.ts'
import type { OwnStar, ReadOfFeed } from '../store/own-reading.ts'
import { everyPage } from './every-page.ts'
import type { OperationContext } from './operation.ts'

const STARS_AT_ONCE = 1_000
const FEEDS_AT_ONCE = 100
/** Of each feed what is read of so many of its newest entries: more no feed tells again. Of very many feeds fewer each. */
const MOST_OF_FEED = 300
const LEAST_OF_FEED = 20
const MOST_READ = 100_000

/** What a reader read, starred with which tags, and left off at: by feed and key, since numbers mean other entries elsewhere. */
export async function ownReading({ store, reader }: Pick<OperationContext, 'store' | 'reader'>, tags: readonly Tag[]) {
  const { ownReading: own } = store
  const feedCount = await store.opml.countSubscriptions(reader.id)
  const newest = Math.min(MOST_OF_FEED, Math.max(LEAST_OF_FEED, Math.floor(MOST_READ / Math.max(1, feedCount))))
  const ofEntries = tags.filter(({ kind }) => kind === 'entry')
  const namesOf = Map.groupBy(ofEntries, ({ target }) => target)
  const stars = await everyPage<OwnStar>((cursor) => own.stars(reader.id, STARS_AT_ONCE, cursor))
  return {
    stars: stars.map(({ id, ...star }) => {
      const names = namesOf.get(id)?.map(({ name }) => name)
      return names ? { ...star, tags: names } : star
    }),
    reading: await everyPage<ReadOfFeed>((cursor) => own.read(reader.id, newest, FEEDS_AT_ONCE, cursor)),
    places: await own.places(reader.id),
    folders: await store.folders.kept(reader.id),
  }
}
