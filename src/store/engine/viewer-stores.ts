import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import { guest, type ReaderIdentity } from '../../core/reader-identity.ts'
import type { Store } from '../store.ts'
import type { Engine } from './engine.ts'
import { currentRequest, type RequestContext } from './request-context.ts'
import { type FeedAccess, restrictedEngine } from './restricted-engine.ts'
import { toNumber } from './row-ids.ts'
import { whileUnchanged } from './while-unchanged.ts'

/**
 * Who is reading. `feeds`: not one reader, but anyone subscribed to these private feeds and to no others. `isLeaving`: what is read leaves
 * the server, so that nothing under embargo is in it.
 */
export type Viewer = Pick<ReaderIdentity, 'id' | 'role' | 'isInPublic'> & {
  readonly feeds?: readonly FeedId[]
  readonly isLeaving?: true
}

/** These stores contain no article text and are read directly. */
const withoutTexts: ReadonlySet<string> = new Set([
  'accounts',
  'sessions',
  'invitations',
  'accessKeys',
  'programGrants',
  'signInAttempts',
  'securityEvents',
  'instance',
  'instanceSettings',
  'jobs',
  'nodes',
  'folders',
  'preferences',
  'newsletterAddresses',
  'mailboxes',
  'ownHeaders',
] satisfies (keyof Store)[])

/** This many views for readers with private feeds are kept open, each with its cached lists. */
const mostOpen = 16
const mostViewers = 1_000

/**
 * Gives each viewer the store without what is private to others. Without private feeds, or when one person uses the server alone,
 * that is the store itself. `open` makes a store over an engine.
 */
export function viewerStores(
  engine: Engine,
  whole: () => Store,
  open: (engine: Engine, feeds: readonly number[]) => Store,
) {
  const accessOf = whileUnchanged(engine, (viewer: Viewer) => readAccess(engine, viewer), mostViewers)
  const opened = new Map<string, Store>()
  const ofPage = new WeakMap<RequestContext, Map<string, Promise<FeedAccess | 'all'>>>()

  /** Read once for each page, until that page writes: it may change subscriptions. */
  function access(viewer: Viewer): Promise<FeedAccess | 'all'> {
    const page = currentRequest()
    if (!page || page.hasWritten || engine.dataVersion) return accessOf(viewer)
    const known = ofPage.get(page) ?? new Map<string, Promise<FeedAccess | 'all'>>()
    ofPage.set(page, known)
    const key = JSON.stringify(viewer)
    const found = known.get(key) ?? accessOf(viewer)
    known.set(key, found)
    return found
  }

  async function storeFor(viewer: Viewer): Promise<Store> {
    const found = await access(viewer)
    if (found === 'all') return whole()
    const key = JSON.stringify(found)
    const known = opened.get(key)
    opened.delete(key)
    const store = known ?? open(restrictedEngine(engine, found), found.feeds)
    opened.set(key, store)
    const [oldest] = opened.keys()
    if (opened.size > mostOpen && oldest !== undefined) opened.delete(oldest)
    return store
  }

  return (viewer: Viewer): Store => {
    const { id, role, isInPublic, feeds, isLeaving } = viewer
    const who: Viewer = { id, role, ...defined({ isInPublic, feeds, isLeaving }) }
    return through(whole(), () => storeFor(who))
  }
}

/** The store itself, with each call passed to the store that is picked at that moment. */
function through(whole: Store, pick: () => Promise<Store>): Store {
  type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>
  const narrowed = Object.entries(whole).map(([name, part]) => {
    if (typeof part !== 'object' || part === null || withoutTexts.has(name)) return [name, part]
    const methods = Object.keys(part).map((method) => [
      method,
      async (...args: unknown[]) => ((await pick())[name as keyof Store] as Methods)[method]!(...args),
    ])
    return [name, Object.fromEntries(methods)]
  })
  const store = Object.fromEntries(narrowed) as Store
  return {
    ...store,
    stories: { ...store.stories, newId: whole.stories.newId },
    counts: async () => (await pick()).counts(),
  }
}

/**
 * At least how many others there are besides a single account: a second account, or guests who may read. While an embargo runs, whoever is
 * alone is treated as one of several, so that what leaves by itself leaves without it.
 */
const others = sql`((select count(*) from (select 1 as one from account limit 1 offset 1) as a)
  + (select count(*) from house_setting where name = 'guests' and value = 'read')
  + (select count(*) from (select 1 as one from embargo where ended_at is null limit 1) as e))`

const isUnderNoEmbargo = sql<boolean>`not exists (select 1 from embargo
  where embargo.feed_id = subscription.feed_id and embargo.ended_at is null)`

/** `all`: nothing is private to anybody else. */
async function readAccess(
  engine: Engine,
  { id, role, isInPublic, feeds, isLeaving }: Viewer,
): Promise<FeedAccess | 'all'> {
  const { rows } = await sql<{ is_private: number; others: number }>`select ${others} as others,
    case when exists (select 1 from private_feed) or exists (select 1 from private_article) then 1 else 0 end as is_private`.execute(
    engine.reader,
  )
  const [found] = rows
  if (Number(found?.is_private) === 0) return 'all'
  const nobody = id === guest.id || isInPublic === true
  const allFeeds = role === 'owner' && !nobody
  if (feeds) return { feeds: feeds.map(toNumber), allFeeds: true }
  if (nobody) return { feeds: [], allFeeds }
  if (Number(found?.others) === 0) return 'all'
  const own = await engine.reader
    .selectFrom('subscription')
    .innerJoin('private_feed', 'private_feed.feed_id', 'subscription.feed_id')
    .select('subscription.feed_id')
    .where('subscription.reader_id', '=', id)
    .$if(isLeaving === true, (query) => query.where(isUnderNoEmbargo))
    .orderBy('subscription.feed_id')
    .execute()
  return { feeds: own.map((row) => Number(row.feed_id)), allFeeds }
}

/** True when one person uses the server alone and nothing is under embargo: then nothing is private to anybody else. */
export async function isAlone(engine: Pick<Engine, 'reader'>): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`select ${others} as others`.execute(engine.reader)
  return Number(rows[0]?.others) === 0
}
