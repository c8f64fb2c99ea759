import { sql } from 'kysely'
import type { EntityKind } from '../core/annotation.ts'
import { type ArticleId, asId, type EntityId, type FeedId, type SourceId } from '../core/ids.ts'
import type { Engine, Reader } from './engine.ts'
import type { OutletReport, OutletSpeed, OutletStore } from './outlet-store.ts'
import { readPolls } from './poll-marks.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { normalizedTime } from './times.ts'

const mostListed = 12

/** How outlets stand among others, as the dossiers have it. */
export function outletStore(engine: Engine): OutletStore {
  const { reader } = engine
  return {
    listSpeeds: async (since) => {
      const bySource = Map.groupBy(await behindRows(reader, utc(since)), (row) => row.source_id)
      return [...bySource].map(([id, rows]) => speedOf(id, rows))
    },

    async languages(since) {
      const feeds = await reader.selectFrom('feed').select(['source_id', 'language']).orderBy('id').execute()
      const declared = new Map(
        feeds.flatMap((row) => (row.language ? [[row.source_id, baseOf(row.language)] as const] : [])),
      )
      const told = await reader
        .selectFrom('story_source')
        .innerJoin('story', 'story.id', 'story_source.story_id')
        .select(['source_id', 'language', sql<number>`count(*)`.as('stories')])
        .where('story_source.first_at', '>=', utc(since))
        .$if(declared.size > 0, (query) =>
          query.where(sql<boolean>`not ${engine.isIn('source_id', [...declared.keys()])}`),
        )
        .groupBy(['source_id', 'language'])
        .orderBy('stories')
        .execute()
      const all = [...told.map((row) => [row.source_id, baseOf(row.language)] as const), ...declared]
      return new Map(all.map(([id, language]) => [fromNumber<SourceId>(id), language]))
    },

    async report(sourceId, since) {
      const id = toNumber(sourceId)
      const from = utc(since)
      const [rows, ownByDay, copiesFrom, copiedBy, languages, sections, spoken, edited, polls] = await Promise.all([
        behindRows(reader, from, id),
        ownByDayOf(reader, id, from),
        originsOf(reader, id, from),
        copiersOf(reader, id, from),
        storiesBy(reader, 'language', id, from),
        storiesBy(reader, 'section', id, from),
        speakersOf(reader, id, from),
        editedOf(engine, id),
        reader.selectFrom('feed').select(['id', 'recent_polls']).where('source_id', '=', id).execute(),
      ])
      return {
        speed: speedOf(id, rows),
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

function utc(time: string): string {
  return normalizedTime(time) ?? time
}

/** `en` of `en-GB`. */
function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? language
}

type Behind = { readonly source_id: number; readonly is_first: number; readonly behind_minutes: number | null }

function behindRows(reader: Reader, since: string, only?: number): Promise<readonly Behind[]> {
  return reader
    .selectFrom('story_source')
    .select(['source_id', 'is_first', 'behind_minutes'])
    .where('behind_minutes', 'is not', null)
    .where('first_at', '>=', since)
    .$if(only !== undefined, (query) => query.where('source_id', '=', only!))
    .execute()
}

function speedOf(id: number, rows: readonly Behind[]): OutletSpeed {
  const behind = rows.filter((row) => row.is_first === 0).map((row) => row.behind_minutes ?? 0)
  return {
    sourceId: fromNumber<SourceId>(id),
    storyCount: rows.length,
    firstCount: rows.length - behind.length,
    behindMinutes: behind.sort((a, b) => a - b),
  }
}

async function ownByDayOf(reader: Reader, id: number, since: string): Promise<OutletReport['ownByDay']> {
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

async function originsOf(reader: Reader, id: number, since: string): Promise<OutletReport['copiesFrom']> {
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
    ...(row.origin_id === null ? {} : { sourceId: fromNumber<SourceId>(row.origin_id) }),
    storyCount: row.stories,
  }))
}

async function copiersOf(reader: Reader, id: number, since: string): Promise<OutletReport['copiedBy']> {
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
  reader: Reader,
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

async function speakersOf(
  reader: Reader,
  id: number,
  since: string,
): Promise<Pick<OutletReport, 'speakers' | 'quoteCount'>> {
  const rows = await reader
    .selectFrom('article')
    .innerJoin('quote', 'quote.article_id', 'article.id')
    .select(['speaker_id', sql<string>`max(speaker_name)`.as('name'), sql<number>`count(*)`.as('quotes')])
    .where('article.source_id', '=', id)
    .where('article.published_at', '>=', since)
    .where('speaker_id', 'is not', null)
    .groupBy('speaker_id')
    .orderBy('quotes', 'desc')
    .orderBy('speaker_id')
    .execute()
  return {
    quoteCount: rows.reduce((sum, row) => sum + row.quotes, 0),
    speakers: rows.slice(0, mostListed).map((row) => ({
      entity: { id: asId<EntityId>(row.speaker_id!), kind: kindOf(row.speaker_id!), name: row.name },
      quoteCount: row.quotes,
    })),
  }
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
