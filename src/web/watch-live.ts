import { houseOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import { getProgress } from '../operations/get-progress.ts'
import { listNews } from '../operations/list-news.ts'
import type { Run } from '../operations/run.ts'
import { type SubscribeNews, watchNews } from './watch-news.ts'
import { type SubscribeProgress, watchProgress } from './watch-progress.ts'

/** What pages that stay open listen to. */
export type Live = {
  readonly subscribeProgress: SubscribeProgress
  readonly subscribeNews: (reader: ReaderIdentity, ...listening: Parameters<SubscribeNews>) => ReturnType<SubscribeNews>
}

/** Readers whose news is watched at once; one more, and all are forgotten (listeners that are open stay). */
const mostReaders = 1_000

/** Watches the store for everybody's progress with one timer, and for the news of each reader with one. */
export function watchLive(runFor: (reader: ReaderIdentity) => Run): Live {
  const ofReaders = new Map<string, SubscribeNews>()
  return {
    subscribeProgress: watchProgress(() => runFor(houseOwner)(getProgress, {})),
    subscribeNews(reader, interest, hear) {
      const key = JSON.stringify([reader.id, reader.role, reader.name, reader.isProgram, reader.isInPublic])
      const known = ofReaders.get(key)
      if (known) return known(interest, hear)
      if (ofReaders.size >= mostReaders) ofReaders.clear()
      const watch = watchNews((input) => runFor(reader)(listNews, input))
      ofReaders.set(key, watch)
      return watch(interest, hear)
    },
  }
}
