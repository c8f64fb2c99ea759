import { sql } from 'kysely'
import type { SourceId } from '../core/ids.ts'
import { ownerOfHost } from '../core/outlet-families.ts'
import type { Source } from '../core/source.ts'
import type { Engine, Reader } from './engine.ts'
import { selectFeeds, toFeedRow } from './feed-rows.ts'
import { fromNumber } from './row-ids.ts'
import type { SourceRow } from './store.ts'

type Figures = {
  readonly articles: ReadonlyMap<number, number>
  readonly edited: ReadonlyMap<number, number>
  readonly own: ReadonlyMap<number, number>
  readonly stories: ReadonlyMap<number, number>
  readonly firsts: ReadonlyMap<number, number>
}

/** Sources with their feeds, as a reader has them, and figures, by name: all of them, or the one with the given number. */
export async function findSources(engine: Engine, readerId: string, only?: number): Promise<readonly SourceRow[]> {
  const { reader } = engine
  const sources = await reader
    .selectFrom('source')
    .select(['id', 'name', 'home_url', 'family'])
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .where(isOpenSource(readerId))
    .orderBy('name')
    .orderBy('id')
    .execute()
  if (sources.length === 0) return []
  const feeds = await selectFeeds(engine, readerId)
    .$if(only !== undefined, (query) => query.where('feed.source_id', '=', only!))
    .orderBy('title')
    .orderBy('feed.id')
    .execute()
  const feedsBySource = Map.groupBy(feeds, (feed) => feed.source_id)
  const { articles, edited, own, stories, firsts } = await figuresOf(reader, only)
  return sources.map((source) => {
    const ownShare = own.get(source.id)
    return {
      ...toSource(source),
      feeds: (feedsBySource.get(source.id) ?? []).map(toFeedRow),
      articleCount: articles.get(source.id) ?? 0,
      ...(ownShare === undefined ? {} : { ownShare }),
      firstCount: firsts.get(source.id) ?? 0,
      storyCount: stories.get(source.id) ?? 0,
      editedCount: edited.get(source.id) ?? 0,
    }
  })
}

/** Whoever sends letters is a source to their reader alone. */
function isOpenSource(readerId: string) {
  return sql<boolean>`not exists (select 1 from feed where feed.source_id = source.id and feed.intake = 'mail'
    and not exists (select 1 from subscription where subscription.feed_id = feed.id
      and subscription.reader_id = ${readerId}))`
}

/**
 * A row of the source table as the noun it is. A family that is a host, which is all we know when nobody names the owner,
 * becomes the owner of that host when we know it; so an owner added to the list holds for sources already there.
 */
export function toSource(row: { id: number; name: string; home_url: string; family: string | null }): Source {
  return {
    id: fromNumber<SourceId>(row.id),
    name: row.name,
    homeUrl: row.home_url,
    ...(row.family === null ? {} : { family: ownerOfHost(row.family) ?? row.family }),
  }
}

/** One narrow question for each figure: each is answered from an index, where one question for all would read every row. */
async function figuresOf(reader: Reader, only: number | undefined): Promise<Figures> {
  const articles = reader
    .selectFrom('article')
    .select(['source_id as id', sql<number>`count(*)`.as('count')])
    .$if(only !== undefined, (query) => query.where('source_id', '=', only!))
    .groupBy('source_id')
  const memberships = reader
    .selectFrom('membership')
    .$if(only !== undefined, (query) => query.where('source_id', '=', only!))
    .groupBy('source_id')
  const firsts = reader
    .selectFrom('story')
    .select(['first_source_id as id', sql<number>`count(*)`.as('count')])
    .where('outlet_count', '>=', 2)
    .where('first_source_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('first_source_id', '=', only!))
    .groupBy('first_source_id')
  const share = sql<number>`avg(own)`.as('count')
  const stories = sql<number>`count(distinct story_id)`.as('count')
  return {
    articles: counted(await articles.execute()),
    edited: counted(await articles.where('revision_count', '>', 1).execute()),
    own: counted(await memberships.select(['source_id as id', share]).where('own', 'is not', null).execute()),
    stories: counted(await memberships.select(['source_id as id', stories]).execute()),
    firsts: counted(await firsts.execute()),
  }
}

function counted(rows: readonly { readonly id: number | null; readonly count: number }[]): ReadonlyMap<number, number> {
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])))
}
