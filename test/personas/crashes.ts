import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/open-store.ts'

export type Crashes = {
  readonly killed: number
  readonly feeds: number
  readonly requests: number
  /** Requests for a feed within the hour after one before. */
  readonly early: number
}

/** Feeds for each process that is killed: more than it gets to ask before it dies. */
const FEEDS_EACH = 15
const ASKED_EACH = 6

/**
 * Polls in processes of their own that are killed in the middle of it (SIGKILL), one after the other, and counts at the server who is
 * asked twice. A feed that was under way when its process died has to wait its hour like any other.
 */
export async function crashPolls(times: number): Promise<Crashes> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-crashes-'))
  const database = join(folder, 'store.db')
  const asked = new Map<string, number>()
  let requests = 0
  let onRequest = () => {}
  const server = createServer(({ url = '' }, response) => {
    requests += 1
    asked.set(url, (asked.get(url) ?? 0) + 1)
    onRequest()
    const body = `<rss version="2.0"><channel><title>${url}</title><item><guid>${url}</guid></item></channel></rss>`
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body), requests % 30)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const store = await openStore(database)
    const feeds = Array.from({ length: times * FEEDS_EACH }, (_, feed) => ({ url: `http://127.0.0.1:${port}/${feed}` }))
    await store.feeds.addMany('owner', feeds, new Date().toISOString())
    await store.close()
    let killed = 0
    for (let time = 0; time < times; time++) {
      const child = spawn(process.execPath, [fileURLToPath(new URL('./poll-child.ts', import.meta.url)), database], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const ended = once(child, 'close')
      const from = requests
      const { promise: reached, resolve } = Promise.withResolvers<void>()
      // Each process gets some of the feeds, and dies with requests under way and answers not yet written.
      onRequest = () => requests - from >= ASKED_EACH && resolve()
      await Promise.race([reached, ended])
      if (child.kill('SIGKILL')) killed += 1
      await ended
    }
    const early = [...asked.values()].reduce((sum, count) => sum + count - 1, 0)
    return { killed, feeds: times * FEEDS_EACH, requests, early }
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
