import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'

/** Where to look for an outlet's icon: its front page, and the icon one of its feeds names. */
export type IconSite = { readonly page: string; readonly iconUrl?: string }

/** Where an outlet's icon may be found; undefined for an unknown outlet and for newsletters. Never a feed URL, which may contain a key. */
export async function iconSite(engine: Engine, source: number): Promise<IconSite | undefined> {
  const row = await engine.reader
    .selectFrom('source')
    .leftJoin('feed', 'feed.source_id', 'source.id')
    .select(['source.home_url', 'feed.site_url', 'feed.icon_url', 'feed.intake'])
    .where('source.id', '=', source)
    .orderBy('feed.id')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.intake === 'mail') return undefined
  const page = [row.site_url, row.home_url].find(
    (url) => url !== null && /^https?:$/.test(URL.parse(url)?.protocol ?? ''),
  )
  return page ? { page, ...defined({ iconUrl: row.icon_url ?? undefined }) } : undefined
}

/** Whether a reader may know of an outlet: it has a feed that isn't private, or one they subscribe to, or no feed at all. */
export async function isOutletOpen(engine: Engine, readerId: string, source: number): Promise<boolean> {
  const { rows } = await sql<{ is_open: number }>`select case
      when not exists (select 1 from feed where source_id = source.id) then 1
      when exists (select 1 from feed where source_id = source.id and intake <> 'mail'
        and not exists (select 1 from private_feed where private_feed.feed_id = feed.id)) then 1
      when exists (select 1 from feed join subscription on subscription.feed_id = feed.id
        where feed.source_id = source.id and subscription.reader_id = ${readerId}) then 1
      else 0 end as is_open from source where id = ${source}`.execute(engine.reader)
  return Number(rows[0]?.is_open) === 1
}
