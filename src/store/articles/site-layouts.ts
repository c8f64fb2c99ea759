import { addPage, type FeedTeaser, type SeenBlock, type SiteBlock } from '../../core/feed/site-block.ts'
import type { FeedId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'

/** One page of a site: its identifying mark, and its blocks. */
export type SitePage = { readonly host: string; readonly mark: string; readonly blocks: readonly SiteBlock[] }

/** Which blocks several pages of a site share. */
export function siteLayoutStore(engine: Engine) {
  return {
    /** The blocks found on at least this many of a site's pages. */
    async seenOn(host: string, fewestPages: number): Promise<readonly SeenBlock[]> {
      const rows = await engine.reader
        .selectFrom('site_block')
        .select(['fingerprint', 'pages'])
        .where('host', '=', host)
        .where('page_count', '>=', fewestPages)
        .orderBy('page_count', 'desc')
        .limit(500)
        .execute()
      return rows.map(toSeen)
    },

    /** Titles and first words of the newest entries of a feed, without an entry itself: its site shows them beside its articles. */
    async teasersOf(feedId: FeedId, without: string | undefined, most: number): Promise<readonly FeedTeaser[]> {
      const rows = await engine.reader
        .selectFrom('entry')
        .select(['url', 'title', 'excerpt'])
        .where('feed_id', '=', toNumber(feedId))
        .orderBy('published_at', 'desc')
        .limit(most)
        .execute()
      return rows.filter(({ url }) => url !== without).map(({ title, excerpt }) => ({ title, excerpt }))
    },

    /** Deletes blocks not seen since, and for each site all but the latest. Returns how many. */
    prune: (before: string, mostOfSite: number): Promise<number> =>
      engine.write(async (tx) => {
        const old = await tx.deleteFrom('site_block').where('at', '<', before).executeTakeFirst()
        const large = await tx
          .selectFrom('site_block')
          .select('host')
          .groupBy('host')
          .having((eb) => eb.fn.countAll(), '>', mostOfSite)
          .execute()
        let removed = Number(old.numDeletedRows)
        for (const { host } of large) {
          const oldest = await tx
            .selectFrom('site_block')
            .select('at')
            .where('host', '=', host)
            .orderBy('at', 'desc')
            .offset(mostOfSite)
            .limit(1)
            .executeTakeFirst()
          if (!oldest) continue
          const { numDeletedRows } = await tx
            .deleteFrom('site_block')
            .where('host', '=', host)
            .where('at', '<=', oldest.at)
            .executeTakeFirst()
          removed += Number(numDeletedRows)
        }
        return removed
      }),
  }
}

export type SiteLayoutStore = ReturnType<typeof siteLayoutStore>

/** Adds one page to its site's blocks, within the transaction that stores its article. The same page twice makes the same rows. */
export async function savePage(engine: Engine, tx: Tx, { host, mark, blocks }: SitePage, at: string): Promise<void> {
  if (blocks.length === 0) return
  const matches = blocks.map(({ fingerprint }) => ({ host, fingerprint }))
  const known = await engine.findMany(tx, 'site_block', matches, ['fingerprint', 'pages'])
  const seen = addPage(blocks, known.map(toSeen), mark)
  await engine.insertMany(
    tx,
    'site_block',
    seen.map(({ fingerprint, pages }) => ({ host, fingerprint, page_count: pages.length, pages: pages.join(' '), at })),
    {
      ifExists:
        'on conflict (host, fingerprint) do update set page_count = excluded.page_count, pages = excluded.pages, at = excluded.at',
    },
  )
}

function toSeen({ fingerprint, pages }: { readonly fingerprint: number; readonly pages: string }): SeenBlock {
  return { fingerprint, pages: pages.split(' ').filter(Boolean) }
}
