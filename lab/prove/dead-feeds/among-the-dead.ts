import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBackground } from '../../../src/app/background.ts'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { servePages } from '../../../src/app/serve/serve.ts'
import { ask } from '../cluster/database-access.ts'
import { measurePages, type PagesMeasured } from './measure-pages.ts'

const MOST_MS = 300_000

export type AmongTheDead = {
  /** Until the first article of a feed just followed was read, in milliseconds, the middle of several: alone, and among the dead. */
  readonly aloneMs: number
  readonly amongMs: number
  /** The longest that a living feed waited after it was due, in milliseconds: alone, and among the dead. */
  readonly pollAloneMs: number
  readonly pollAmongMs: number
  /** How many of the dead were asked meanwhile, and the most connections at once to any one of their hosts. */
  readonly askedDead: number
  /** With all these feeds: while the dead are asked, and when nothing is due. Absent unless asked for. */
  readonly pages?: { readonly among: PagesMeasured; readonly idle: PagesMeasured }
  readonly mostAtOneHost: number
  readonly mostAtOnce: number
  readonly grewMegabytes: number
}

export type DeadOptions = {
  readonly dead: number
  readonly living: number
  readonly timeoutSeconds: number
  /** How many feeds are followed to see their first article, each time; one unless given. */
  readonly firsts?: number
  /** How often each page is opened, each time; never unless given. */
  readonly rounds?: number
}

/**
 * The product with living feeds, and then as many that take a request and never answer, all due at once. Each host has an address of its
 * own; all are one server on loopback.
 */
export async function amongTheDead({
  dead,
  living,
  timeoutSeconds,
  firsts = 1,
  rounds,
}: DeadOptions): Promise<AmongTheDead> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-dead-feeds-'))
  const seen = watchRequests()
  const { port } = await seen.listen()
  const database = join(folder, 'twosource.db')
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATA: folder,
      TWOSOURCE_DATABASE: database,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      TWOSOURCE_ANALYSIS_THREADS: '1',
      TWOSOURCE_PORT: '0',
    }),
    () => {},
    undefined,
    { limits: { timeoutMs: timeoutSeconds * 1000 } },
  )
  const { store, now } = context.operations
  const follow = async (urls: readonly string[]) => {
    await store.feeds.addMany(
      'owner',
      urls.map((url) => ({ url })),
      now().toISOString(),
    )
    context.pipeline.wake()
  }
  const livingAt = (number: number) => `http://127.1.0.${number + 1}:${port}/feed/${number}`
  const firstArticle = async (url: string) => {
    const startedMs = performance.now()
    await follow([url])
    await until(async () => {
      const [row] = await ask(
        database,
        `select count(*) as found from entry join feed on feed.id = entry.feed_id where feed.url = '${url}' and article_id is not null`,
      )
      return row?.found === 1
    })
    return performance.now() - startedMs
  }
  let followed = living
  const firstArticles = async () => {
    const times: number[] = []
    for (let count = 0; count < firsts; count++) times.push(await firstArticle(livingAt(followed++)))
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  }
  /** A write before each round, so that no page comes from a cache. */
  const pages = async (origin: string) =>
    measurePages(origin, rounds ?? 0, () => store.preferences.set('owner', 'theme', 'auto', now().toISOString()))
  const postponeDead = async () => {
    const tomorrow = new Date(now().getTime() + 86_400_000).toISOString()
    const dead = (await store.feeds.list('owner')).filter(({ url }) => url.startsWith('http://127.2'))
    await store.feeds.postpone(dead.map(({ id }) => ({ feedId: id, until: tomorrow, why: 'failing' })))
    await until(() => seen.openDead() === 0)
    await sleep(3_000)
  }
  /** As when a server was off for a day. */
  const makeDue = async (from: string) => {
    const ids = (await store.feeds.list('owner')).filter(({ url }) => url.startsWith(from)).map(({ id }) => id)
    await store.feeds.pollNow(ids, now().toISOString())
  }
  /** All living feeds that are known become due; answers how long the last of them waited to be asked. */
  const pollLiving = async () => {
    const before = new Map(seen.asked)
    await makeDue('http://127.1.')
    const startedMs = performance.now()
    context.pipeline.wake()
    const paths = Array.from({ length: living }, (_, number) => `/feed/${number}`)
    await until(() => paths.every((path) => (seen.asked.get(path) ?? 0) > (before.get(path) ?? 0)))
    return performance.now() - startedMs
  }
  const running = rounds === undefined ? undefined : await servePages(context, { trustsMachine: true })
  try {
    await using _background = await startBackground(context)
    await follow(Array.from({ length: living }, (_, number) => livingAt(number)))
    await until(() => Array.from({ length: living }, (_, number) => seen.asked.get(`/page/${number}`)).every(Boolean))
    const pollAloneMs = await pollLiving()
    const aloneMs = await firstArticles()
    const origin = running?.url.replace(/\/$/, '')
    if (origin !== undefined) await pages(origin)
    const rssBefore = process.memoryUsage().rss
    await follow(Array.from({ length: dead }, (_, index) => deadAt(index, port)))
    await makeDue('http://127.2')
    // All slots are taken by then.
    await sleep(1_500)
    const [amongMs, pollAmongMs] = await Promise.all([firstArticles(), pollLiving()])
    const askedDead = seen.deadAsked()
    await sleep(Math.min(timeoutSeconds * 1_000, 10_000))
    const grewMegabytes = Math.round((process.memoryUsage().rss - rssBefore) / 2 ** 20)
    // Pages need memory of their own.
    const among = origin === undefined ? undefined : await pages(origin)
    // Idle with as many feeds: none is due, and those that were asked have failed.
    if (origin !== undefined) await postponeDead()
    const idle = origin === undefined ? undefined : await pages(origin)
    return {
      aloneMs,
      amongMs,
      pollAloneMs,
      pollAmongMs,
      askedDead,
      ...(among && idle ? { pages: { among, idle } } : {}),
      mostAtOneHost: seen.mostAtOneHost(),
      mostAtOnce: seen.mostAtOnce(),
      grewMegabytes,
    }
  } finally {
    await running?.close()
    await context[Symbol.asyncDispose]()
    seen.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The address of a dead feed: hosts from 127.20.0.0 on. */
const deadAt = (index: number, port: number) =>
  `http://127.${20 + Math.floor(index / 65_536)}.${Math.floor(index / 256) % 256}.${index % 256}:${port}/dead/${index}`

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endsAtMs = performance.now() + MOST_MS
  while (performance.now() < endsAtMs && !(await isSo())) await sleep(25)
}

function watchRequests() {
  const asked = new Map<string, number>()
  const open = new Map<string, number>()
  let total = 0
  let most = 0
  let mostOfHost = 0
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const [, kind, number = ''] = path.split('/')
    if (kind === 'dead') {
      const host = request.headers.host ?? ''
      const now = (open.get(host) ?? 0) + 1
      open.set(host, now)
      total++
      most = Math.max(most, total)
      mostOfHost = Math.max(mostOfHost, now)
      request.socket.once('close', () => {
        open.set(host, (open.get(host) ?? 1) - 1)
        total--
      })
      return
    }
    const host = `http://${request.headers.host}`
    if (kind === 'feed')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Living ${number}</title><item><guid>${number}</guid><title>The harbor report ${number}</title><link>${host}/page/${number}</link><pubDate>${new Date(Date.now() - 60_000).toUTCString()}</pubDate></item></channel></rss>`,
        )
    else if (kind === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><title>The harbor report ${number}</title><article><h1>The harbor report ${number}</h1>${`<p>The council of ward ${number} voted on the bridge, and the minister said that the work begins in spring.</p>`.repeat(6)}</article>`,
        )
    else response.writeHead(404).end()
  })
  return {
    asked,
    deadAsked: () => [...asked].filter(([path]) => path.startsWith('/dead/')).length,
    openDead: () => total,
    mostAtOnce: () => most,
    mostAtOneHost: () => mostOfHost,
    listen: async () => {
      await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
      return server.address() as AddressInfo
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
