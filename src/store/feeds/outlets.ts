import { sql } from 'kysely'
import type { Entity, EntityKind } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type EntityId, type FeedId, type SourceId } from '../../core/ids.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { Db, Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { hasDossier } from '../stories/has-dossier.ts'
import { outletPairs } from './outlet-pair.ts'
import { readPolls } from './poll-marks.ts'

const mostListed = 12

/** An outlet's speed in the stories with at least two independent reports. */
export type OutletSpeed = {
  readonly sourceId: SourceId
  /** How many such stories it is in, and how many it had first. */
  readonly storyCount: number
  readonly firstCount: number
  /** Minutes after the first report, for each such story that another outlet had first; ascending. */
  readonly behindMinutes: readonly number[]
}

/** The result of one poll of a feed: the number of new entries, nothing new, or a failure. */
export type PollMark = number | 'unchanged' | 'failed'

/** Figures of one outlet since a time. Times are ISO 8601, UTC. */
export type OutletReport = {
  readonly speed: OutletSpeed
  /** Per day (`YYYY-MM-DD`) of publication: articles that are in a story, and the mean share of original text. */
  readonly ownByDay: readonly { readonly day: string; readonly articleCount: number; readonly ownShare: number }[]
  /** Whose texts it copies and who copies it, with the number of stories. An agency that isn't an outlet here has no id. */
  readonly copiesFrom: readonly { readonly name: string; readonly sourceId?: SourceId; readonly storyCount: number }[]
  readonly copiedBy: readonly { readonly name: string; readonly sourceId: SourceId; readonly storyCount: number }[]
  /** Of its stories, most frequent first. */
  readonly languages: readonly { readonly name: string; readonly storyCount: number }[]
  readonly sections: readonly { readonly name: string; readonly storyCount: number }[]
  /** Whom its newest articles quote most, and how many articles that covers. `quoteCount` counts all quotes with a known speaker. */
  readonly quotedArticleCount: number
  readonly speakers: readonly { readonly entity: Entity; readonly quoteCount: number }[]
  readonly quoteCount: number
  /** Articles whose text changed after it was first stored; newest change first. */
  readonly edited: readonly {
    readonly articleId: ArticleId
    readonly title: string
    readonly at: string
    readonly revisionCount: number
  }[]
  /** The last polls of each feed, newest last. */
  readonly polls: ReadonlyMap<FeedId, readonly PollMark[]>
}

/** Comparison of outlets, from the dossiers. */
export function outletStore(engine: Engine) {
  const { reader } = engine
  return {
    ...outletPairs(engine),

    /** For every outlet that has such a story since then. */
    listSpeeds: (since: string): Promise<readonly OutletSpeed[]> => speedsOf(engine, utc(since)),

    /** Each outlet's base language: the one its feed declares, otherwise that of most of its stories since then. */
    async languages(since: string): Promise<ReadonlyMap<SourceId, string>> {
      const feeds = await reader.selectFrom('feed').select(['source_id', 'language']).orderBy('id').execute()
      const declared = new Map(
        feeds.flatMap((row) => (row.language ? [[row.source_id, primaryLanguage(row.language)] as const] : [])),
      )
      const told = await reader
        // From that period's stories, which have an index (SQLite keeps the order of a cross join): nobody joins a story after its last
        // report.
        .selectFrom('story')
        .crossJoin('story_source')
        .select(['source_id', 'language', sql<number>`count(*)`.as('stories')])
        .whereRef('story_source.story_id', '=', 'story.id')
        .where(hasDossier)
        .where('story.last_at', '>=', utc(since))
        .where('story_source.first_at', '>=', utc(since))
        .$if(declared.size > 0, (query) =>
          query.where(sql<boolean>`not ${engine.isIn('source_id', [...declared.keys()])}`),
        )
        .groupBy(['source_id', 'language'])
        .orderBy('stories')
        .execute()
      const all = [...told.map((row) => [row.source_id, primaryLanguage(row.language)] as const), ...declared]
      return new Map(all.map(([id, language]) => [fromNumber<SourceId>(id), language]))
    },

    async report(sourceId: SourceId, since: string): Promise<OutletReport> {
      const id = toNumber(sourceId)
      const from = utc(since)
      const [speeds, ownByDay, copiesFrom, copiedBy, languages, sections, spoken, edited, polls] = await Promise.all([
        speedsOf(engine, from, id),
        ownByDayOf(reader, id, from),
        originsOf(reader, id, from),
        copiersOf(reader, id, from),
        storiesBy(reader, 'language', id, from),
        storiesBy(reader, 'section', id, from),
        speakersOf(engine, id, from),
        editedOf(engine, id),
        reader.selectFrom('feed').select(['id', 'recent_polls']).where('source_id', '=', id).execute(),
      ])
      return {
        speed: speeds[0] ?? { sourceId, storyCount: 0, firstCount: 0, behindMinutes: [] },
        ownByDay,
        copiesFrom,
        copiedBy,
        languages,
        sections,
        ...spoken,
        edited,
        polls: new Map(polls.map((row) => [fromNumber<FeedId>(row.id), readPolls(row.recent_polls)])),
      }
    },
  }
}

export type OutletStore = ReturnType<typeof outletStore>

function utc(time: string): string {
  return normalizedTime(time) ?? time
}

/** One row per outlet: returning tens of thousands of rows would cost more than counting them. */
async function speedsOf(engine: Engine, since: string, only?: number): Promise<readonly OutletSpeed[]> {
  const late = sql`case when is_first = 0 then behind_minutes end`
  const all =
    engine.dialect === 'sqlite' ? sql<string>`json_group_array(${late})` : sql<string>`json_agg(${late})::text`
  // For all outlets, starts from that period's stories as above: after years they are few among all.
  const of =
    only === undefined
      ? sql`story cross join story_source where story_source.story_id = story.id and ${hasDossier} and story.last_at >= ${since}`
      : sql`story_source where source_id = ${only}`
  const { rows } = await sql<{ source_id: number; stories: number; firsts: number; late: string }>`
    select source_id, count(*) as stories, sum(is_first) as firsts, ${all} as late from ${of}
      and behind_minutes is not null and story_source.first_at >= ${since}
    group by source_id`.execute(engine.reader)
  return rows.map((row) => ({
    sourceId: fromNumber<SourceId>(row.source_id),
    storyCount: row.stories,
    firstCount: Number(row.firsts),
    behindMinutes: (JSON.parse(row.late) as (number | null)[]).filter((each) => each !== null).sort((a, b) => a - b),
  }))
}

async function ownByDayOf(reader: Db, id: number, since: string): Promise<OutletReport['ownByDay']> {
  const day = sql<string>`substr(published_at, 1, 10)`
  const rows = await reader
    .selectFrom('article')
    .innerJoin('membership', 'membership.article_id', 'article.id')
    .select([day.as('day'), sql<number>`count(*)`.as('articles'), sql<number>`avg(own)`.as('own')])
    .where('article.source_id', '=', id)
    .where('published_at', '>=', since)
    .where('own', 'is not', null)
    .groupBy(day)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, articleCount: row.articles, ownShare: row.own }))
}

async function originsOf(reader: Db, id: number, since: string): Promise<OutletReport['copiesFrom']> {
  const rows = await reader
    .selectFrom('story_source')
    .select(['origin', 'origin_id', sql<number>`count(*)`.as('stories')])
    .where('source_id', '=', id)
    .where('first_at', '>=', since)
    .where('origin', 'is not', null)
    .groupBy(['origin', 'origin_id'])
    .orderBy('stories', 'desc')
    .orderBy('origin')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({
    name: row.origin!,
    ...defined({ sourceId: row.origin_id === null ? undefined : fromNumber<SourceId>(row.origin_id) }),
    storyCount: row.stories,
  }))
}

async function copiersOf(reader: Db, id: number, since: string): Promise<OutletReport['copiedBy']> {
  const rows = await reader
    .selectFrom('story_source')
    .innerJoin('source', 'source.id', 'story_source.source_id')
    .select(['source_id', 'name', sql<number>`count(*)`.as('stories')])
    .where('origin_id', '=', id)
    .where('first_at', '>=', since)
    .groupBy(['source_id', 'name'])
    .orderBy('stories', 'desc')
    .orderBy('name')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({
    name: row.name,
    sourceId: fromNumber<SourceId>(row.source_id),
    storyCount: row.stories,
  }))
}

async function storiesBy(
  reader: Db,
  column: 'language' | 'section',
  id: number,
  since: string,
): Promise<OutletReport['languages']> {
  const rows = await reader
    .selectFrom('story_source')
    .innerJoin('story', 'story.id', 'story_source.story_id')
    .select([`story.${column} as name`, sql<number>`count(*)`.as('stories')])
    .where('source_id', '=', id)
    .where('story_source.first_at', '>=', since)
    .where(`story.${column}`, 'is not', null)
    .groupBy(`story.${column}`)
    .orderBy('stories', 'desc')
    .orderBy(`story.${column}`)
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({ name: row.name!, storyCount: row.stories }))
}

/** Enough to show whom an outlet quotes; for one that publishes hundreds a day, a whole season would take too long. */
const articlesQuoted = 600

function quotesOf(reader: Db, sourceId: number, since: string) {
  return reader
    .selectFrom((from) =>
      from
        .selectFrom('article')
        .select('id')
        .where('source_id', '=', sourceId)
        .where('published_at', '>=', since)
        .orderBy('published_at', 'desc')
        .limit(articlesQuoted)
        .as('article'),
    )
    .innerJoin('quote', 'quote.article_id', 'article.id')
    .where('speaker_id', 'is not', null)
    .groupBy('speaker_id')
}

async function speakersOf(
  engine: Engine,
  id: number,
  since: string,
): Promise<Pick<OutletReport, 'speakers' | 'quoteCount' | 'quotedArticleCount'>> {
  const rows = await quotesOf(engine.reader, id, since)
    .select(['speaker_id', sql<number>`count(*)`.as('quotes')])
    .execute()
  const first = rows
    .toSorted((a, b) => b.quotes - a.quotes || (a.speaker_id! < b.speaker_id! ? -1 : 1))
    .slice(0, mostListed)
  const names = await namesOf(
    engine,
    id,
    since,
    first.map((row) => row.speaker_id!),
  )
  const { articles } = await engine.reader
    .selectFrom('article')
    .select(sql<number>`count(*)`.as('articles'))
    .where('source_id', '=', id)
    .where('published_at', '>=', since)
    .executeTakeFirstOrThrow()
  return {
    quotedArticleCount: Math.min(articles, articlesQuoted),
    quoteCount: rows.reduce((sum, row) => sum + row.quotes, 0),
    speakers: first.map(({ speaker_id, quotes: quoteCount }) => ({
      entity: { id: asId<EntityId>(speaker_id!), kind: kindOf(speaker_id!), name: names.get(speaker_id!) ?? '' },
      quoteCount,
    })),
  }
}

/** Names from stories, otherwise from one of the quotes. */
async function namesOf(
  { reader, isIn }: Engine,
  sourceId: number,
  since: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await reader.selectFrom('entity').select(['id', 'name']).where(isIn('id', ids)).execute()
  const names = new Map(known.map((row) => [row.id, row.name]))
  const missing = ids.filter((id) => !names.has(id))
  if (missing.length === 0) return names
  const quoted = await quotesOf(reader, sourceId, since)
    .select(['speaker_id', sql<string>`max(speaker_name)`.as('name')])
    .where(isIn('speaker_id', missing))
    .execute()
  for (const { speaker_id, name } of quoted) names.set(speaker_id!, name)
  return names
}

function kindOf(id: string): EntityKind {
  const kind = id.split(':', 1)[0]
  return kind === 'organization' || kind === 'place' ? kind : 'person'
}

async function editedOf(engine: Engine, id: number): Promise<OutletReport['edited']> {
  const rows = await engine.reader
    .selectFrom('article')
    .innerJoin('document', 'document.id', 'article.document_id')
    .select(['article.id', 'article.title', 'document.at', 'revision_count'])
    .where('article.source_id', '=', id)
    .where('revision_count', '>', 1)
    .orderBy('article.published_at', 'desc')
    .limit(60)
    .execute()
  return rows
    .map((row) => ({
      articleId: asId<ArticleId>(row.id),
      title: row.title,
      at: row.at,
      revisionCount: row.revision_count,
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostListed)
}
