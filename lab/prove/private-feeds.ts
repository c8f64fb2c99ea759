import { setTimeout } from 'node:timers/promises'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { asId, type StoryId } from '../../src/core/ids.ts'
import { addFeedAddress } from '../../src/operations/feeds/feed-addresses.ts'
import { forReader } from '../../src/operations/for-reader.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { share } from '../../src/operations/library/share.ts'
import { type Dialect, dialects, skipReason } from '../../test/integration/databases.ts'
import { canariesIn, canary } from './isolation/canary.ts'
import { routesOf } from './isolation/route-walk.ts'
import { type Farm, memberCookie, openFarm } from './private-feeds/farm.ts'
import { askAll, type Seen } from './private-feeds/interfaces.ts'
import { type Asker, type ProofServer, startServer } from './private-feeds/server.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

/**
 * What a feed with a key brings is told to its subscriber and to nobody else: every page and interface is asked for it by the subscriber,
 * another reader, the owner, a guest and who has a public link. On both databases; the quick form on one.
 */
export const prove: Proof = async (options = {}) => {
  const checks: Check[] = []
  for (const dialect of options.store ? [options.store] : dialects) {
    const reason = skipReason(dialect)
    if (reason) checks.push({ what: dialect, measured: reason, wanted: 'both databases', isMet: false })
    else checks.push(...(await proveOn(dialect)).map((check) => ({ ...check, what: `${dialect}: ${check.what}` })))
  }
  return { name: 'private-feeds', checks }
}

/** The same on one database. `isShort`: with fewer ids in the pages, for the tests. */
export async function proveOn(
  dialect: Dialect,
  { isShort = false }: { readonly isShort?: boolean } = {},
): Promise<readonly Check[]> {
  const farm = await openFarm(new Date(Date.now() - 3_600_000))
  const server = await startServer(dialect)
  const without = await startServer('sqlite')
  try {
    const alone = await whileAlone(server, farm)
    const [rita, rob] = [await server.addReader('Rita'), await server.addReader('Rob')]
    await server.letGuestsRead()
    await subscribe(server, rita, [...farm.publicFeeds, farm.keyedFeed])
    await subscribe(server, rob, farm.publicFeeds)
    await sendCookie(server, rita, farm)
    await unsubscribe(server, farm.keyedFeed)
    await server.readAll()
    const wanted = await privateThings(server, rita, farm, isShort)
    const paths = pagePaths(server)
    const own = await askAll(server.origin, paths, rita, wanted)
    const asked = { requests: own.requests }
    const leaks: Seen[] = []
    for (const who of [rob, { name: 'guest' }, ...(isShort ? [] : [await server.owner()])]) {
      const found = await askAll(server.origin, paths, who, wanted)
      asked.requests += found.requests
      // The owner runs the feeds, and sees what they are called.
      const seen = found.seen.filter(
        ({ what, canaries }) => what !== 'GET /feeds/all' || canaries.some((one) => one !== canary('feedname')),
      )
      leaks.push(...seen.map(({ what, canaries }) => ({ what: `${who.name}: ${what}`, canaries })))
    }
    leaks.push(...(await throughLinks(server, rita, wanted.story)))
    const comfort = comfortOf(own.seen)
    for (const url of [farm.keyedFeed, farm.publicFeeds[2]!]) await unsubscribeOf(server, rita, url)
    const after = await askAll(server.origin, paths, rita, wanted)
    await alike(without, farm)
    const [withFeed, withoutFeed] = [await toldTo(server, rob), await toldTo(without, await without.addReader('Rob'))]
    return [
      check(
        'requests',
        asked.requests,
        isShort ? 'at least 500' : 'at least 3000',
        asked.requests >= (isShort ? 500 : 3000),
      ),
      ...alone,
      none('answers to others with something private', leaks),
      ...comfort,
      ...memberChecks(own.seen),
      none('answers with something private after she unsubscribed', after.seen),
      check(
        'what another is told with the private feed and without it',
        withFeed === withoutFeed ? 'the same' : `${withFeed} | ${withoutFeed}`,
        'the same',
        withFeed === withoutFeed,
      ),
    ]
  } finally {
    await server.close()
    await without.close()
    await farm.close()
  }
}

/** The owner alone, with all four feeds: everything is told whole, and what goes out without signing in leaves the private out. */
async function whileAlone(server: ProofServer, farm: Farm): Promise<readonly Check[]> {
  const { store } = server.context.operations
  await store.feeds.addMany(
    'owner',
    [...farm.publicFeeds, farm.keyedFeed].map((url) => ({ url })),
    now(),
  )
  await server.readAll()
  const story = await storyOf(server, 'owner')
  const dossier = story === undefined ? undefined : (await store.stories.find(asId<StoryId>(story)))?.dossier
  const members = dossier?.members.length ?? 0
  const shared = story === undefined ? [] : await throughLinks(server, await server.owner(), story)
  return [
    check('articles in the story while its reader is alone', members, 'at least 5', members >= 5),
    none('public links and secret feeds of who is alone, with something private', shared),
  ]
}

/** What the subscriber gets, by where she looks. */
function comfortOf(seen: readonly Seen[]): readonly Check[] {
  const places: Readonly<Record<string, RegExp>> = {
    lists: /^GET \/feeds|^GET \/river|^GET \/$/,
    search: /^GET \/search/,
    'article pages': /^GET \/articles\/[\w-]+$/,
    'the story': /^GET \/stories\/[\w-]+$/,
    Today: /^GET \/(today|$)|^GET \/api\/v1\/today/,
    brief: /brief/,
    REST: /^GET \/api\/v1\//,
    'Google Reader': /\/reader\/api/,
    Miniflux: /^GET \/v1\//,
    Fever: /\/fever\//,
    MCP: /^MCP/,
  }
  return Object.entries(places).map(([place, pattern]) => {
    const count = seen.filter(({ what }) => pattern.test(what)).length
    return check(`answers to the subscriber with what is hers: ${place}`, count, 'at least 1', count >= 1)
  })
}

/** What the cookie opened, told to who sends it; the cookie itself, told to nobody. */
function memberChecks(own: readonly Seen[]): readonly Check[] {
  const told = own.filter(({ canaries }) => canaries.includes(canary('titlemember'))).length
  const shown = own.filter(({ canaries }) => canaries.includes(canary('membercookie')))
  return [
    check('answers to the subscriber with what her cookie opened', told, 'at least 1', told >= 1),
    none('answers to her with her cookie', shown),
  ]
}

/** Reads a feed that others read, too, with a cookie of her own. */
async function sendCookie(server: ProofServer, { identity }: Asker, farm: Farm): Promise<void> {
  const { store } = server.context.operations
  const feed = (await store.feeds.list(identity!.id)).find(({ url }) => url === farm.publicFeeds[2])
  const headers = { origin: farm.origin, headers: [{ name: 'Cookie', value: memberCookie }] }
  const set = feed && (await store.ownHeaders.set({ readerId: identity!.id, feedId: feed.id, headers, at: now() }))
  if (set === undefined || set === feed?.id) throw new Error('The subscriber got no copy of her own')
}

/** A public link to the story and secret addresses of feeds, opened by nobody in particular. */
async function throughLinks(server: ProofServer, owner: Asker, story: string): Promise<readonly Seen[]> {
  const context = forReader(server.context.operations, owner.identity!)
  const seen: Seen[] = []
  const open = async (what: string, path: string) => {
    const text = await (await fetch(server.origin + path)).text()
    const canaries = canariesIn(text)
    if (canaries.length > 0) seen.push({ what: `link: ${what}`, canaries })
  }
  const day = now().slice(0, 10)
  for (const input of [{ kind: 'story', target: story } as const, { kind: 'brief', target: day } as const]) {
    const made = await share.run(context, share.input.parse({ ...input, lasts: 'always', isEmbeddable: true }))
    if (made?.kind !== 'made') continue
    for (const path of [`/shared/${made.token}`, `/shared/${made.token}/embed`]) await open(input.kind, path)
  }
  await follow.run(context, { kind: 'story', target: story, label: 'x' })
  for (const kind of ['today', 'feeds', 'brief', 'saved', 'starred', 'story'] as const) {
    const target = kind === 'story' ? story : ''
    const made = await addFeedAddress(context, { kind, target, label: '', at: now() } as never).catch(() => undefined)
    const token = (made as { readonly token?: string } | undefined)?.token
    if (token !== undefined)
      for (const format of ['atom', 'rss', 'json']) await open(kind, `/feed/secret/${token}.${format}`)
  }
  return seen
}

async function privateThings(server: ProofServer, { identity }: Asker, farm: Farm, isShort: boolean) {
  const { store } = server.context.operations
  const seen = store.seenBy(identity!)
  const feed = (await seen.feeds.list(identity!.id)).find(({ url }) => url === farm.keyedFeed)
  if (!feed) throw new Error('The subscriber does not see her feed')
  const { rows } = await seen.entries.list(identity!.id, { feedId: feed.id }, 10)
  const articles = await seen.articles.findMany(rows.flatMap(({ articleId }) => articleId ?? []))
  if (articles.length !== 3) throw new Error(`${articles.length} of 3 private articles were read`)
  const story = (await storyOf(server, identity!.id)) ?? ''
  const ids = [
    feed.id,
    feed.sourceId,
    ...rows.map(({ id }) => id),
    ...articles.flatMap(({ article, document, storyId }) => [article.id, document.id, ...(storyId ? [storyId] : [])]),
    'person:ada-lindqvist',
    story,
  ]
  const words = ['bodyjoins', 'bodyalone', 'bodysame', 'titlealone', 'quotejoins'].map(canary)
  const alone = articles.find(({ article }) => article.title.startsWith('Orchard')) ?? articles[0]!
  const few = [rows[0]!.id, alone.article.id, story]
  if (isShort) return { ids: [...new Set<string>(few)], words: words.slice(0, 1), story }
  return { ids: [...new Set<string>(ids)], words: [...words, 'orchard'], story }
}

/** The story that all have, by the article of the first public page. */
async function storyOf(server: ProofServer, readerId: string): Promise<string | undefined> {
  const { rows } = await server.context.operations.store.entries.list(readerId, {}, 20)
  return rows.find(({ title }) => title === 'Harbour bridge closed 0')?.storyId
}

/** What a reader is told of the day, without ids and times. */
async function toldTo(server: ProofServer, { identity }: Asker): Promise<string> {
  const store = server.context.operations.store.seenBy(identity!)
  const stories = await store.stories.listOutlines({ from: '2020-01-01', until: '2100-01-01' })
  const sources = await store.feeds.listSources(identity!.id)
  return JSON.stringify([
    stories.map(({ title, articleCount, reportCount, outline }) => [
      title,
      articleCount,
      reportCount,
      outline.sources.map(({ name }) => name),
      outline.quoteCount,
    ]),
    sources.map(({ name, articleCount, storyCount, firstCount }) => [name, articleCount, storyCount, firstCount]),
    await store.counts().then(({ articles, stories: told }) => [articles, told]),
  ])
}

/** The same server without the private feed. */
async function alike(server: ProofServer, farm: Farm): Promise<void> {
  await server.context.operations.store.feeds.addMany(
    'owner',
    farm.publicFeeds.map((url) => ({ url })),
    now(),
  )
  await server.readAll()
}

function pagePaths(server: ProofServer): readonly string[] {
  const web = openWeb(server.context.operations, { version: '0' })
  return routesOf(web)
    .filter(({ method, path }) => method === 'GET' && !/stream|events|live|progress/.test(path))
    .map(({ path }) => path)
}

async function subscribe(server: ProofServer, { identity }: Asker, urls: readonly string[]): Promise<void> {
  await server.context.operations.store.feeds.addMany(
    identity!.id,
    urls.map((url) => ({ url })),
    now(),
  )
  await setTimeout(1)
}

async function unsubscribe(server: ProofServer, url: string): Promise<void> {
  await unsubscribeOf(server, { name: 'owner', identity: { id: 'owner', name: '', role: 'owner' } }, url)
}

async function unsubscribeOf(server: ProofServer, { identity }: Asker, url: string): Promise<void> {
  const { store } = server.context.operations
  const feed = (await store.seenBy(identity!).feeds.list(identity!.id)).find((one) => one.url === url)
  if (feed) await store.feeds.unsubscribe(identity!.id, feed.id)
}

function now(): string {
  return new Date().toISOString()
}

function none(what: string, found: readonly Seen[]): Check {
  const measured =
    found.length === 0
      ? 0
      : `${found.length}: ${found
          .slice(0, 12)
          .map(({ what: where, canaries }) => `${where} ${canaries[0]}`)
          .join(' | ')}`
  return { what, measured, wanted: '0', isMet: found.length === 0 }
}

function check(what: string, measured: number | string, wanted: string, isMet: boolean): Check {
  return { what, measured, wanted, isMet }
}
