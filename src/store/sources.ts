import { sql } from 'kysely'
import type { SourceId } from '../core/ids.ts'
import { ownerOfHost } from '../core/outlet-families.ts'
import type { Source } from '../core/source.ts'
import type { Engine, Reader } from './engine.ts'
import { selectFeeds, toFeedRow } from './feed-rows.ts'
import { fromNumber } from './row-ids.ts'
import type { SourceRow } from './store.ts'

type Figures = {
  readonly source_id: number
  readonly articles: number
  readonly edited: number
  readonly own: number | null
  readonly stories: number
}

/** Sources with their feeds and figures, by name: all of them, or the one with the given number. */
export async function findSources(engine: Engine, only?: number): Promise<readonly SourceRow[]> {
  const { reader } = engine
  const sources = await reader
    .selectFrom('source')
    .select(['id', 'name', 'home_url', 'family'])
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .orderBy('name')
    .orderBy('id')
    .execute()
  if (sources.length === 0) return []
  const feeds = await selectFeeds(engine)
    .$if(only !== undefined, (query) => query.where('source_id', '=', only!))
    .orderBy('title')
    .execute()
  const feedsBySource = Map.groupBy(feeds, (feed) => feed.source_id)
  const figures = new Map((await figuresOf(reader, only)).map((row) => [row.source_id, row]))
  const firsts = new Map((await firstCounts(reader, only)).map((row) => [row.source_id, row.firsts]))
  return sources.map((source) => {
    const of = figures.get(source.id)
    return {
      ...toSource(source),
      feeds: (feedsBySource.get(source.id) ?? []).map(toFeedRow),
      articleCount: of?.articles ?? 0,
      ...(of?.own == null ? {} : { ownShare: of.own }),
      firstCount: firsts.get(source.id) ?? 0,
      storyCount: of?.stories ?? 0,
      editedCount: of?.edited ?? 0,
    }
  })
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

async function figuresOf(reader: Reader, only: number | undefined): Promise<readonly Figures[]> {
  const rows = await reader
    .selectFrom('article')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select('article.source_id')
    .select([
      sql<number>`count(*)`.as('articles'),
      sql<number>`count(case when article.revision_count > 1 then 1 end)`.as('edited'),
      sql<number | null>`avg(membership.own)`.as('own'),
      sql<number>`count(distinct membership.story_id)`.as('stories'),
    ])
    .$if(only !== undefined, (query) => query.where('article.source_id', '=', only!))
    .groupBy('article.source_id')
    .execute()
  return rows
}

async function firstCounts(reader: Reader, only: number | undefined) {
  const rows = await reader
    .selectFrom('story')
    .select(['first_source_id', sql<number>`count(*)`.as('firsts')])
    .where('outlet_count', '>=', 2)
    .where('first_source_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('first_source_id', '=', only!))
    .groupBy('first_source_id')
    .execute()
  return rows.map((row) => ({ source_id: row.first_source_id!, firsts: row.firsts }))
}
