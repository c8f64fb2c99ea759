import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseOpml } from '../../../src/feeds/opml/opml.ts'
import type { BenchOptions } from '../measure.ts'

/** Feeds to poll, on loopback, and a way to put one new entry into each. */
export type FeedFarm = {
  readonly name: string
  readonly feeds: readonly { readonly url: string; readonly title?: string }[]
  bump(): Promise<void>
  close(): Promise<void>
}

/** A farm that already runs, named by its control address, or our own feed server in another process. */
export async function openFeedFarm(options: BenchOptions & { readonly isLikeNews?: boolean }): Promise<FeedFarm> {
  return options.farm === undefined ? ownFarm(options) : runningFarm(options.farm)
}

async function runningFarm(control: string): Promise<FeedFarm> {
  await fetch(`http://${control}/rev?n=0`)
  const opml = parseOpml(await (await fetch(`http://${control}/opml`)).text())
  if (opml.kind !== 'outlines') throw new Error(`The farm at ${control} gave no OPML: ${opml.message}`)
  return {
    name: `feed farm at ${control}`,
    feeds: opml.feeds,
    bump: async () => void (await fetch(`http://${control}/bump?n=1`)),
    close: async () => {},
  }
}

async function ownFarm({
  feeds,
  entries,
  isLikeNews,
}: BenchOptions & { readonly isLikeNews?: boolean }): Promise<FeedFarm> {
  const script = fileURLToPath(new URL('./feed-server.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    [script, String(feeds), String(entries), ...(isLikeNews ? ['like-news'] : [])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { port } = JSON.parse(line) as { port: number }
  return {
    name: 'own feed server',
    feeds: Array.from({ length: feeds }, (_, index) => ({ url: `http://127.0.0.1:${port}/f/${index}.xml` })),
    bump: async () => void (await fetch(`http://127.0.0.1:${port}/bump`, { method: 'POST' })),
    async close() {
      child.kill()
      await once(child, 'close')
    },
  }
}
