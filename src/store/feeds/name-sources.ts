import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { feedOwnsSite } from '../../core/feed/site-ownership.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { refreshJobs } from '../jobs/refresh-jobs.ts'
import type { SourceClaim } from './source-name.ts'
import { namedBy, nameSource, withHost } from './source-name.ts'

/** A source as stored, with what its feed now says about it. */
export type ClaimingSource = {
  readonly id: number
  readonly name: string
  readonly homeUrl: string
  readonly family: string | null
  readonly isNamed: number
  /** The stored value of `isNamed`. */
  readonly wasNamed: number
  /** Its feed was read before, so its name reflects what the feed said then. */
  readonly wasRead: boolean
  readonly claim: Pick<SourceClaim, 'feedUrl' | 'title' | 'siteUrl' | 'links'>
}

const REFRESHED_STORIES = 500

/**
 * Names unnamed sources after their feeds, with the host appended where the name alone could mean another outlet. Stories that show
 * the old name are refreshed.
 */
export async function nameSources(
  engine: Engine,
  tx: Tx,
  sources: readonly ClaimingSource[],
  at: string,
): Promise<void> {
  const claimed = sources.map((source) => ({ source, ...claimOf(source) }))
  const fresh = claimed.filter(({ source, name, isFinal }) => name !== source.name && !isFinal)
  const doubles = await findDuplicateNames(
    engine,
    tx,
    fresh.map(({ source, name, homeUrl }) => ({ id: source.id, name, homeUrl })),
  )
  const changed = claimed.flatMap(({ source, name: given, beside, homeUrl }) => {
    const name = doubles.has(source.id) ? beside : given
    if (name === source.name && homeUrl === source.homeUrl && source.isNamed === source.wasNamed) return []
    const family = homeUrl === source.homeUrl ? source.family : (familyOf(homeUrl) ?? null)
    return [{ id: source.id, name, home_url: homeUrl, family, is_named: source.isNamed }]
  })
  await engine.updateMany(tx, 'source', 'id', changed)
  const renamed = new Map(claimed.map(({ source }) => [source.id, source]))
  const shown = changed.filter(({ id, name }) => renamed.get(id)!.wasRead && renamed.get(id)!.name !== name)
  await refreshStoriesOf(engine, tx, shown, at)
}

/** A source's name according to its feed. `isFinal`: it doesn't matter whether others have the same name. */
function claimOf({ name, homeUrl, isNamed, wasRead, claim }: ClaimingSource) {
  const siteUrl = claim.siteUrl ?? (feedOwnsSite(claim.feedUrl, homeUrl) ? homeUrl : undefined)
  if (isNamed === namedBy.server) return { name, beside: name, homeUrl: claim.siteUrl ?? homeUrl, isFinal: true }
  const vouched = isNamed === namedBy.site ? { vouchedBy: homeUrl } : {}
  const named = nameSource({ ...claim, ...vouched, ...defined({ siteUrl }) })
  const beside = withHost(named)
  // A name with a host keeps it, since earlier articles were published under it.
  const keepsHost = wasRead && isNamed === namedBy.feed && name.endsWith(` (${named.host})`)
  if (claim.title === '') return { name, beside, homeUrl: named.homeUrl, isFinal: true }
  if (named.isBeside || keepsHost) return { name: beside, beside, homeUrl: named.homeUrl, isFinal: true }
  return { name: named.title, beside, homeUrl: named.homeUrl, isFinal: named.host === '' }
}

/** Records that a page links to a feed; if the feed also names the page's site as its own, it belongs to that site. */
export async function vouch(engine: Engine, feedUrl: string, pageUrl: string): Promise<void> {
  const at = new Date().toISOString()
  await engine.write(async (tx) => {
    const row = await tx
      .selectFrom('feed')
      .innerJoin('source', 'source.id', 'feed.source_id')
      .select(['source.id', 'source.name', 'source.home_url', 'source.family', 'source.is_named'])
      .select(['feed.url', 'feed.title', 'feed.site_url', 'feed.last_ok_at'])
      .where('feed.url', '=', feedUrl)
      .where('source.is_named', '=', namedBy.feed)
      .executeTakeFirst()
    const siteUrl = row?.site_url ?? ''
    if (!row || feedOwnsSite(row.url, siteUrl) || !isOfOneSite(pageUrl, siteUrl)) return
    const source = { id: row.id, name: row.name, homeUrl: siteUrl, family: familyOf(siteUrl) ?? null }
    const claim = { feedUrl: row.url, title: row.title, siteUrl }
    const standing = { isNamed: namedBy.site, wasNamed: row.is_named, wasRead: row.last_ok_at !== null }
    await nameSources(engine, tx, [{ ...source, ...standing, claim }], at)
  })
}

function isOfOneSite(one: string, other: string): boolean {
  return feedOwnsSite(one, other) || feedOwnsSite(other, one)
}

type Naming = { readonly id: number; readonly name: string; readonly homeUrl: string }

/** Which of these names, by id, a source of another host already has, ignoring case. */
export async function findDuplicateNames(
  engine: Engine,
  tx: Tx,
  names: readonly Naming[],
): Promise<ReadonlySet<number>> {
  if (names.length === 0) return new Set()
  // SQLite lower-cases only Latin letters.
  const wanted = [...new Set(names.flatMap(({ name }) => [name, name.toLowerCase()]))]
  const rows = await tx
    .selectFrom('source')
    .select(['id', 'name', 'home_url'])
    .where((is) => is.or([engine.isIn('name', wanted), engine.isIn(sql`lower(name)`, wanted)]))
    .execute()
  const bearers = new Map<string, (readonly [id: number, homeUrl: string])[]>()
  for (const { id, name, home_url } of rows) bearersOf(bearers, name).push([id, home_url])
  const doubles = new Set<number>()
  for (const { id, name, homeUrl } of names) {
    const others = bearersOf(bearers, name)
    if (others.some(([other, home]) => other !== id && !isOfOneSite(home, homeUrl))) doubles.add(id)
    others.push([id, homeUrl])
  }
  return doubles
}

function bearersOf<Bearer>(bearers: Map<string, Bearer[]>, name: string): Bearer[] {
  const key = name.toLowerCase()
  const known = bearers.get(key) ?? []
  bearers.set(key, known)
  return known
}

async function refreshStoriesOf(engine: Engine, tx: Tx, sources: readonly { id: number }[], at: string) {
  if (sources.length === 0) return
  const stories = await tx
    .selectFrom('article')
    .innerJoin('membership', 'membership.article_id', 'article.id')
    .select('story_id')
    .distinct()
    .where(
      engine.isIn(
        'article.source_id',
        sources.map(({ id }) => id),
      ),
    )
    .limit(REFRESHED_STORIES)
    .execute()
  const changes = stories.flatMap(({ story_id: storyId }) => (storyId === null ? [] : [{ storyId, at }]))
  await enqueue(engine, tx, await refreshJobs(engine, tx, changes, 0))
}

/** The family of an outlet about which nothing else is known: the host of its URL. A bare IP address shows no owner. */
export function familyOf(url: string): string | undefined {
  const name = URL.parse(url)?.hostname.replace(/^www\./, '')
  return name === undefined || /^[\d.]+$|^\[/.test(name) ? undefined : name
}
