import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { SourceId } from '../../core/ids.ts'
import { ownerOfHost } from '../../core/names/outlet-families.ts'
import type { Source } from '../../core/source.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { type FeedRow, selectFeeds, toFeedRow } from './feed-rows.ts'
import { cachedFigures, figuresOf, figuresOfAll, type SourceFigures } from './source-figures.ts'

export type SourceRow = Source & {
  readonly feeds: readonly FeedRow[]
  readonly articleCount: number
  /** Mean share of original text in its articles, 0 to 1; absent without articles. */
  readonly ownShare?: number
  /** How many of its stories with at least two outlets it had first, and how many those are. */
  readonly firstCount: number
  readonly storyCount: number
  /** Articles changed after publication. */
  readonly editedCount: number
}

/** All sources with their figures and the reader's feeds, by name. */
export function sourceLists(engine: Engine): (readerId: string) => Promise<readonly SourceRow[]> {
  const figures = cachedFigures(() => figuresOfAll(engine))
  return (readerId) => findSources(engine, readerId, figures)
}

/** The same for one source. */
export async function findSource(engine: Engine, readerId: string, only: number): Promise<SourceRow | undefined> {
  return (await findSources(engine, readerId, () => figuresOf(engine, [only]), only))[0]
}

async function findSources(
  engine: Engine,
  readerId: string,
  figures: () => Promise<SourceFigures>,
  only?: number,
): Promise<readonly SourceRow[]> {
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
  const { articles, edited, own, stories, firsts } = await figures()
  return sources.map((source) => {
    const ownShare = own.get(source.id)
    return {
      ...toSource(source),
      feeds: (feedsBySource.get(source.id) ?? []).map((row) => toFeedRow(row)),
      articleCount: articles.get(source.id) ?? 0,
      ...defined({ ownShare }),
      firstCount: firsts.get(source.id) ?? 0,
      storyCount: stories.get(source.id) ?? 0,
      editedCount: edited.get(source.id) ?? 0,
    }
  })
}

/** Only their reader sees the source of a newsletter. */
export function isOpenSource(readerId: string) {
  return sql<boolean>`not exists (select 1 from feed where feed.source_id = source.id and feed.intake = 'mail'
    and not exists (select 1 from subscription where subscription.feed_id = feed.id
      and subscription.reader_id = ${readerId}))`
}

/**
 * Converts a row of the source table. A family that is a host, the default when nobody names the owner, becomes the owner of that
 * host when known; so a new owner in the list also applies to existing sources.
 */
export function toSource(row: { id: number; name: string; home_url: string; family: string | null }): Source {
  return {
    id: fromNumber<SourceId>(row.id),
    name: row.name,
    homeUrl: row.home_url,
    ...defined({ family: row.family === null ? undefined : (ownerOfHost(row.family) ?? row.family) }),
  }
}
