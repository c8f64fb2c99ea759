import { sql } from 'kysely'
import { feedOwnsPage, shownHost } from '../../core/feed/site-ownership.ts'
import type { Source } from '../../core/source.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { familyOf } from './name-sources.ts'
import { namedBy } from './source-name.ts'
import { toSource } from './sources.ts'

/**
 * The outlet whose site a page is on: the one with a feed here whose home page is the nearest above it, otherwise one named after
 * the host, created if missing.
 */
export async function outletAt(engine: Engine, pageUrl: string): Promise<Source> {
  const known = await findOutlet(engine.reader, pageUrl)
  if (known) return known
  return engine.write(async (tx) => (await findOutlet(tx, pageUrl)) ?? makeOutlet(engine, tx, pageUrl))
}

async function findOutlet(reader: Db | Tx, pageUrl: string): Promise<Source | undefined> {
  const rows = await reader
    .selectFrom('source')
    .leftJoin('feed', 'feed.source_id', 'source.id')
    .select(['source.id', 'source.name', 'source.home_url', 'source.family', 'source.is_named'])
    .select(['feed.url', 'feed.intake'])
    .where(sql<boolean>`source.home_url like ${`%${domainOf(pageUrl)}%`}`)
    .orderBy('source.id')
    .execute()
  const outlets = rows.filter(
    ({ home_url, is_named, url, intake }) =>
      intake !== 'mail' &&
      // A feed that wasn't read lately may still have the home page it claimed itself.
      (is_named !== namedBy.feed || (url !== null && feedOwnsPage(url, home_url))) &&
      feedOwnsPage(home_url, pageUrl) &&
      isBelow(pageUrl, home_url),
  )
  const [nearest] = outlets.toSorted(
    (a, b) => pathOf(b.home_url).length - pathOf(a.home_url).length || Number(isImport(a)) - Number(isImport(b)),
  )
  return nearest && toSource(nearest)
}

async function makeOutlet(engine: Engine, tx: Tx, pageUrl: string): Promise<Source> {
  const homeUrl = new URL(pageUrl).origin
  const row = {
    name: shownHost(pageUrl),
    is_named: namedBy.server,
    home_url: homeUrl,
    family: familyOf(homeUrl) ?? null,
  }
  const [made] = await engine.insertMany(tx, 'source', [row], { returning: ['id'] })
  return toSource({ ...row, id: made!.id })
}

/** Other outlets may have pages on the same host, each below its own home page. */
function isBelow(pageUrl: string, homeUrl: string): boolean {
  const home = pathOf(homeUrl)
  return `${pathOf(pageUrl)}/`.startsWith(home === '' ? '/' : `${home}/`)
}

function pathOf(url: string): string {
  return (URL.parse(url)?.pathname ?? '').replace(/\/(?:index\.\w+)?$/, '')
}

/** Limits the sources to search: the last two labels of the host. */
function domainOf(url: string): string {
  const host = shownHost(url)
  return /^[\d.:]+$|^\[/.test(host) ? host : host.split('.').slice(-2).join('.')
}

function isImport({ url }: { readonly url: string | null }): boolean {
  return url === null || !/^https?:/.test(url)
}
