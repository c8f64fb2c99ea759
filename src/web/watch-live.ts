import { instanceOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import { getProgress } from '../operations/admin/get-progress.ts'
import { listNews } from '../operations/day/list-news.ts'
import type { Run } from '../operations/run.ts'
import type { ProgressView } from '../operations/views.ts'
import { type SubscribeNews, watchNews } from './day/watch-news.ts'

/** Calls a listener whenever the progress changes; returns the function that ends that. */
export type SubscribeProgress = (listener: (progress: ProgressView) => void) => () => void

const WATCH_MS = 1000

/** One timer for all listeners; it runs only while there are some. */
function watchProgress(read: () => Promise<ProgressView>): SubscribeProgress {
  const listeners = new Set<(progress: ProgressView) => void>()
  let timer: NodeJS.Timeout | undefined
  let last = ''
  const tick = async () => {
    const progress = await read()
    const text = JSON.stringify(progress)
    if (text === last) return
    last = text
    for (const listener of listeners) listener(progress)
  }
  return (listener) => {
    listeners.add(listener)
    timer ??= setInterval(() => void tick().catch(() => {}), WATCH_MS).unref()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || !timer) return
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** What open pages listen to. */
export type Live = {
  readonly subscribeProgress: SubscribeProgress
  readonly subscribeNews: (reader: ReaderIdentity, ...listening: Parameters<SubscribeNews>) => ReturnType<SubscribeNews>
}

/** Readers whose news is watched at once; one more, and the cache is cleared (open listeners stay). */
const mostReaders = 1_000

/** Watches the store for everybody's progress with one timer, and for each reader's news with one. */
export function watchLive(runFor: (reader: ReaderIdentity) => Run): Live {
  const ofReaders = new Map<string, SubscribeNews>()
  return {
    subscribeProgress: watchProgress(() => runFor(instanceOwner)(getProgress, {})),
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
