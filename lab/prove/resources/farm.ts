import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

type Told = { readonly asked: Readonly<Record<string, number>>; readonly underWay: number }

/** Starts the hostile outlets in a thread. */
export async function startFarm() {
  const worker = new Worker(new URL('./hostile-farm.ts', import.meta.url))
  const [{ port }] = (await once(worker, 'message')) as [{ port: number }]
  const ask = async (word: 'count' | 'let-go'): Promise<Told> => {
    worker.postMessage(word)
    const [told] = (await once(worker, 'message')) as [Told]
    return told
  }
  return {
    /** So many addresses of a kind, each at a host of its own as far as there are hosts. */
    feeds: (kind: string, count: number) =>
      Array.from(
        { length: count },
        (_, number) => `http://127.${10 + (number % 60)}.${Math.floor(number / 60) % 200}.1:${port}/${kind}/${number}`,
      ),
    count: () => ask('count'),
    letGo: () => ask('let-go'),
    close: () => worker.terminate(),
  }
}

export type Farm = Awaited<ReturnType<typeof startFarm>>

/** A list of subscriptions. */
export function opmlOf(urls: readonly string[]): string {
  const outlines = urls.map((url) => `<outline type="rss" text="x" xmlUrl="${url}"/>`)
  return `<opml version="2.0"><head><title>x</title></head><body>${outlines.join('')}</body></opml>`
}
