import { setTimeout } from 'node:timers/promises'
import type { Hono } from 'hono'
import { openWeb } from '../../../src/app/serve/open-web.ts'
import { guest, instanceOwner, type ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { type AnswerCache, createAnswerCache } from '../../../src/web/page-cache.ts'
import type { ProofInstance } from '../isolation/instance.ts'
import { fill, routesOf } from '../isolation/route-walk.ts'
import { readerA } from '../isolation/seed.ts'

const readers: readonly ReaderIdentity[] = [readerA, instanceOwner, guest]
/** Longer than figures of outlets are kept on a machine on which reading them takes half a second. */
const figuresSeconds = 30
const queries = ['', '?look=list', '?show=all', '?q=bridge&tab=articles', '?muted=show']

/** Something that is written, and what it is called. */
export type Write = { readonly what: string; readonly run: () => Promise<unknown> }

export type Walked = {
  readonly addresses: number
  /** Routes whose pages were given again while nothing was written. */
  readonly keptRoutes: readonly string[]
  /** Addresses of them, for each reader. */
  readonly keptPages: number
  /** What wrote something, of all that was tried. */
  readonly wrote: readonly string[]
  readonly compared: number
  /** `what was written: address` of a page that was not as one made again. */
  readonly stale: readonly string[]
}

type Page = { readonly route: string; readonly address: string; readonly reader: ReaderIdentity }

/**
 * Asks a web that keeps answers, whose answers never grow old, and one beside it that keeps none, over a store that was opened after
 * the write and has read nothing yet: every GET route twice, and all that was kept once more after each write.
 */
export async function walkKept(
  instance: ProofInstance,
  now: () => Date,
  writes: readonly Write[],
  {
    isWalked = () => true,
    isWithQueries = true,
    versionOf = () => instance.context.operations.store.dataVersion?.(),
  }: {
    readonly isWalked?: (route: string) => boolean
    readonly isWithQueries?: boolean
    readonly versionOf?: () => number | undefined
  } = {},
): Promise<Walked> {
  const version = () => instance.context.operations.store.dataVersion?.()
  let given = 0
  const kept = createAnswerCache(versionOf, () => 0)
  const counted: AnswerCache = {
    ...kept,
    find(key) {
      const found = kept.find(key)
      if (found) given++
      return found
    },
  }
  const keeping = webOf(instance, now, counted)
  const pages: Page[] = []
  const keptRoutes = new Set<string>()
  let addresses = 0
  for (const { route, address } of addressesOf(keeping, instance, isWithQueries ? queries : [''])) {
    if (!isWalked(route)) continue
    addresses++
    for (const reader of readers) {
      await ask(keeping, { route, address, reader })
      const before = given
      await ask(keeping, { route, address, reader })
      if (given === before) continue
      keptRoutes.add(route)
      pages.push({ route, address, reader })
    }
  }
  const wrote: string[] = []
  const stale: string[] = []
  let compared = 0
  for (const write of writes) {
    for (const page of pages) await ask(keeping, page)
    const before = version()
    await write.run().catch(() => {})
    if (version() === before) continue
    wrote.push(write.what)
    await using store = await instance.openAgain()
    const fresh = webOf({ context: { operations: { ...instance.context.operations, store } } }, now)
    for (const page of pages) {
      compared++
      const isSame = async () => (await ask(keeping, page)) === (await ask(fresh, page))
      // Figures of all outlets are kept for some seconds where reading them takes long, as it does on a busy machine.
      let tries = page.route === '/sources' ? figuresSeconds : 1
      while (!(await isSame()) && --tries > 0) await setTimeout(1_000)
      if (tries === 0) stale.push(`${write.what}: ${page.address} as ${page.reader.role}`)
    }
  }
  return { addresses, keptRoutes: [...keptRoutes].sort(), keptPages: pages.length, wrote, compared, stale }
}

type OfInstance = { readonly context: Pick<ProofInstance['context'], 'operations'> }

function webOf({ context }: OfInstance, now: () => Date, keptAnswers?: AnswerCache): Hono {
  const known = new Map(readers.map((reader) => [reader.id, reader]))
  return openWeb(context.operations, {
    version: '0.1.0',
    now: () => now().toISOString(),
    identify: async ({ req }) => known.get(req.header('x-reader') ?? ''),
    ...(keptAnswers && { answerCache: keptAnswers }),
  })
}

/** Every GET route with the id that belongs there, and with choices that lists know. */
function addressesOf(
  web: Hono,
  { common }: ProofInstance,
  withQueries: readonly string[],
): readonly { readonly route: string; readonly address: string }[] {
  const ids: Readonly<Record<string, string>> = {
    stories: common.story,
    articles: common.article,
    entries: common.entry,
    sources: common.source,
    citations: common.document,
    days: '2026-03-12',
  }
  const routes = routesOf(web).filter(({ method, path }) => method === 'GET' && !/\/(?:events|audio)$/.test(path))
  return routes.flatMap(({ path: route }) => {
    const address = fill(route, ids[route.split('/')[1]!] ?? common.entity)
    const isList = /^\/(?:|today|feeds|search)$/.test(route)
    return (isList ? withQueries : ['']).map((query) => ({ route, address: address + query }))
  })
}

async function ask(web: Hono, { address, reader }: Page): Promise<string> {
  const headers = { 'x-reader': reader.id, accept: 'text/html' }
  const answer = await web.request(`http://127.0.0.1:7180${address}`, { headers, redirect: 'manual' })
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`
}
