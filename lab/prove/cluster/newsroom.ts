import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeNews, type News, type NewsRecipe } from './news.ts'

/** Outlets with their feeds and pages, and somebody who listens to a webhook, in a process of their own. */
export type Newsroom = {
  readonly news: News
  readonly feeds: readonly string[]
  readonly hook: string
  /** Publishes so many entries in an order (0: that of time), and no others; none forgets what the hook was told. */
  release(count: number, order: number): Promise<void>
  /** From now on this share of its answers is wrong. */
  misbehave(share: number): Promise<void>
  /** How many answers were wrong so far, by kind. */
  faults(): Promise<Readonly<Record<string, number>>>
  /** What the hook was told, message by message. */
  told(): Promise<readonly { readonly name: string; readonly entries: readonly string[] }[]>
  close(): Promise<void>
}

const script = fileURLToPath(new URL('./news-server.ts', import.meta.url))

/** Opens it. `start` starts a script with arguments where it shall run; `addresses` are those it can be reached at. */
export async function openNewsroom(
  recipe: NewsRecipe,
  addresses: readonly string[],
  start: (script: string, args: readonly string[]) => ChildProcess,
): Promise<Newsroom> {
  const child = start(
    script,
    [recipe, addresses, 0].map((given) => JSON.stringify(given)),
  )
  child.stderr?.pipe(process.stderr)
  if (!child.stdout) throw new Error('The newsroom cannot be heard')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { port } = JSON.parse(line) as { port: number }
  const news = makeNews(recipe)
  const at = (outlet: number) => `http://${addresses[outlet % addresses.length]}:${port}`
  return {
    news,
    feeds: news.outlets.map(({ number }) => `${at(number)}/feed/${number}.xml`),
    hook: `${at(0)}/hook`,
    release: async (count, order) => {
      await fetch(`${at(0)}/release?count=${count}&order=${order}`, { method: 'POST' })
    },
    misbehave: async (share) => {
      await fetch(`${at(0)}/faults?share=${share}`, { method: 'POST' })
    },
    faults: async () => (await fetch(`${at(0)}/faults`)).json() as ReturnType<Newsroom['faults']>,
    told: async () => (await fetch(`${at(0)}/hook`)).json() as ReturnType<Newsroom['told']>,
    async close() {
      const ended = once(child, 'close')
      child.kill()
      await ended
    },
  }
}
