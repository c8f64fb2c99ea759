import type { ProgressView } from '../operations/views.ts'

/** Calls a listener whenever the progress changes; what it answers ends that. */
export type SubscribeProgress = (listener: (progress: ProgressView) => void) => () => void

const WATCH_MS = 1000

/** One timer for all who watch; it runs only while somebody does. */
export function watchProgress(read: () => Promise<ProgressView>): SubscribeProgress {
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
