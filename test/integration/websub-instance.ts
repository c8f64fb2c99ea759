import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { websubOf } from '../../src/app/outside/websub.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import type { FeedId } from '../../src/core/ids.ts'
import { runDueJobs } from '../../src/pipeline/job-loop.ts'
import { storePush } from '../../src/pipeline/job-runs.ts'
import type { FeedReader } from '../../src/pipeline/polls/feed-reader.ts'
import { maintainHub } from '../../src/pipeline/polls/maintain-hub.ts'
import { type HubPersona, openHub } from '../hub-server.ts'
import { serve } from '../loopback-server.ts'
import { type Dialect, makeDatabase } from './databases.ts'

const hourMs = 3_600_000

export type WebsubInstance = Awaited<ReturnType<typeof openWebsubInstance>>

/**
 * A product with hubs and feeds around it, all on loopback, and a clock that is moved by hand. The feed of a persona is at `/NAME`
 * and names the hub of that name.
 */
export async function openWebsubInstance(dialect: Dialect, personas: Readonly<Record<string, HubPersona>>) {
  let clock = Date.parse('2026-03-01T00:00:00Z')
  let listener: (request: IncomingMessage, response: ServerResponse) => unknown = () => {}
  const base = await serve((request, response) => void listener(request, response))
  const hub = await openHub(personas)
  const items = new Map<string, string[]>()
  const named = new Map<string, string>()
  const polls = new Map<string, string[]>()
  const logged: string[] = []

  const feeds = await serve((request, response) => {
    const name = request.url!.slice(1)
    polls.set(name, [...(polls.get(name) ?? []), new Date(clock).toISOString()])
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(documentOf(name))
  })
  const topicOf = (name: string) => `${feeds}/${name}`
  const hubOf = (name: string) => named.get(name) ?? `${hub.address}/${name}`
  function documentOf(name: string, only = items.get(name) ?? []) {
    const hubs = hubOf(name) === '' ? '' : `<atom:link rel="hub" href="${hubOf(name)}"/>`
    return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Feed ${name}</title>
      <link>${feeds}/</link>${hubs}<atom:link rel="self" href="${topicOf(name)}"/>
      ${only
        .toReversed()
        .map((key) => `<item><guid>${key}</guid><title>News ${key}</title><link>/news/${key}</link></item>`)
        .join('')}</channel></rss>`
  }

  const database = await makeDatabase(dialect)
  const folder = await mkdtemp(join(tmpdir(), 'twosource-websub-'))
  const config = readConfig({
    TWOSOURCE_DATABASE: database.url,
    TWOSOURCE_DATA: folder,
    TWOSOURCE_ALLOW_PRIVATE: 'true',
    TWOSOURCE_FETCH_PAGES: 'false',
    TWOSOURCE_BASE_URL: `${base}/`,
    TWOSOURCE_ANALYSIS_THREADS: '1',
  })
  const context = await createContext(
    config,
    (event, fields) => logged.push(`${event} ${JSON.stringify(fields ?? {})}`),
    () => new Date(clock),
  )
  const { operations } = context
  const { store, http, now, log } = operations
  const settings = websubOf(config)
  let websub = settings
  let feedReader: FeedReader | undefined
  const web = openWeb(operations, { version: '0.1.0', baseUrl: base })
  listener = getRequestListener((request, env) => web.fetch(request, env as object))

  const jobs = { store, log, now }
  const run = (kind: 'keep-hub' | 'take-push', work: (key: string) => Promise<void>) =>
    runDueJobs(jobs, { kind, width: 4, leaseMs: 60_000, run: (job) => work(job.key) })

  return {
    base,
    hub,
    store,
    operations,
    logged,
    database,
    topicOf,
    documentOf,
    iso: () => new Date(clock).toISOString(),
    pass(hours: number) {
      clock += hours * hourMs
    },
    /** As the server does when it starts, with hubs wanted or not. */
    async start(isWanted = true) {
      websub = isWanted ? settings : undefined
      await store.hubs.startAt(websub?.base, now().toISOString())
    },
    /** Polls what is due and does what is to be done about hubs, until there is nothing left to do now. */
    async settle() {
      for (let rounds = 0; rounds < 5; rounds++) {
        await context.pipeline.pollOnce()
        const kept = await run('keep-hub', (id) =>
          maintainHub({ store, http, now, log, ...(websub && { websub }) }, id),
        )
        await hub.settled()
        const taken = await run('take-push', (id) =>
          storePush({ store, now, log, ...(feedReader && { feedReader }) }, id),
        )
        if (kept + taken === 0) return
      }
    },
    /** What long documents of hubs are read by from now on. */
    readBy(reader: FeedReader) {
      feedReader = reader
    },
    poll: () => context.pipeline.pollOnce(),
    publish(name: string, ...keys: readonly string[]) {
      items.set(name, [...(items.get(name) ?? []), ...keys])
    },
    nameHub(name: string, address: string) {
      named.set(name, address)
    },
    polls: (name: string): readonly string[] => polls.get(name) ?? [],
    async add(...names: readonly string[]): Promise<readonly FeedId[]> {
      const { added } = await store.feeds.addMany(
        'owner',
        names.map((name) => ({ url: topicOf(name) })),
        now().toISOString(),
      )
      return added
    },
    feed: async (id: FeedId) => (await store.feeds.find('owner', id))!,
    /** The keys of a feed's entries in the order of their arrival, as the database has them: one that came twice is there twice. */
    async keys(id: FeedId): Promise<readonly string[]> {
      const page = { sort: 'number', isDescending: false, limit: 1_000, offset: 0 } as const
      const ids = await store.entries.pick('owner', { feedId: id }, page)
      return (await store.entries.findMany('owner', ids)).map(({ entry }) => entry.key)
    },
    async close() {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
