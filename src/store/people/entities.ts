import { type SqlBool, sql } from 'kysely'
import type { Entity, EntityKind } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { asId, type EntityId, type StoryId } from '../../core/ids.ts'
import type { Db, Engine } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { foldedName } from '../stories/dossier-rows.ts'
import { fillStoryFacts } from '../stories/story-facts.ts'

/** How many matching names are counted; a search that matches more is too vague. */
const mostMatches = 400
/** How many name searches are cached until the next write, some 10 kB each. */
const cachedNames = 40

/** How much an entity is in the news, of all time or in a period. Times are ISO 8601, UTC. */
export type Presence = {
  readonly entity: Entity
  readonly storyCount: number
  readonly quoteCount: number
  /** When the newest quote was first published; absent without quotes. */
  readonly saidAt?: string
  /** The time of the newest article in its newest story. */
  readonly lastAt: string
}

/** All figures of an entity. */
type EntityTotals = Presence & {
  readonly firstAt: string
  /** Its spellings in the texts, those of the newest stories first. */
  readonly names: readonly string[]
}

export type EntityOrder = 'stories' | 'quotes' | 'name'

/** Entities of a kind in the news since a time, or of a name. */
type EntityQuery = {
  readonly kind: EntityKind
  readonly since: string
  readonly query?: string
  readonly order?: EntityOrder
  readonly skip?: number
}

/** A story that names an entity. */
export type EntityStoryRow = {
  readonly storyId: StoryId
  readonly title: string
  readonly language: string
  readonly lastAt: string
  readonly articleCount: number
  readonly reportCount: number
  /** How many of the story's articles name the entity, and how many quotes it has. */
  readonly namedCount: number
  readonly quoteCount: number
}

/** A story in which somebody said, promised or withdrew something; `at` is when the newest quote was published. */
type SpokenRow = { readonly storyId: StoryId; readonly at: string; readonly quoteCount: number }

/** People, organizations and places, from the dossiers. */
export function entityStore(engine: Engine) {
  const { reader } = engine
  // A search by name covers all time.
  const listNamed = whileUnchanged(
    engine,
    async (kind: EntityKind, query: string, limit: number) => {
      const matching = await matches(reader, kind, query)
      if (matching.length === 0) return []
      return named(
        engine,
        await mostNamed(reader, limit).where(engine.isIn('story_entity.entity_id', matching)).execute(),
      )
    },
    cachedNames,
  )
  return {
    /** In the given order, by stories at first, from row `skip` on. With a query: of all time, those whose name contains its words. */
    async list(
      { kind, since, query, order = 'stories', skip = 0 }: EntityQuery,
      limit: number,
    ): Promise<readonly Presence[]> {
      if (query !== undefined) return listNamed(kind, query, limit)
      const wanted = mostNamed(reader, limit, order)
        .where(isOfKind('story_entity.entity_id', kind))
        .where('last_at', '>=', normalizedTime(since) ?? since)
        .offset(skip)
      return named(engine, await wanted.execute())
    },

    /** The people quoted since a time, those in most stories of it first. */
    async speaking(since: string, limit: number): Promise<readonly Presence[]> {
      const from = normalizedTime(since) ?? since
      const wanted = mostNamed(reader, limit)
        .where(isOfKind('story_entity.entity_id', 'person'))
        .where('last_at', '>=', from)
        .having(sql<SqlBool>`max(said_at) >= ${from}`)
      return named(engine, await wanted.execute())
    },

    /** Which of these are in a story. */
    async presenceOf(ids: readonly EntityId[]): Promise<readonly Presence[]> {
      return named(engine, await countedIn(reader).where(engine.isIn('entity_id', ids)).groupBy('entity_id').execute())
    },

    /** Which of these ids, as articles use them, are in a story or are a name for something that is. */
    async withPage(ids: readonly EntityId[]): Promise<ReadonlySet<EntityId>> {
      if (ids.length === 0) return new Set()
      const { rows } = await sql<{ id: string }>`
        select entity_id as id from story_entity where ${engine.isIn('entity_id', ids)} union
        select entity_alias.id as id from entity_alias
          join story_entity on story_entity.entity_id = entity_alias.entity_id
          where ${engine.isIn('entity_alias.id', ids)}`.execute(reader)
      return new Set(rows.map((row) => asId<EntityId>(row.id)))
    },

    async find(id: EntityId): Promise<EntityTotals | undefined> {
      const [counted] = await countedIn(reader)
        .select(sql<string>`min(last_at)`.as('oldest'))
        .where('entity_id', '=', id)
        .groupBy('entity_id')
        .execute()
      const [presence] = counted ? await named(engine, [counted]) : []
      return counted && presence && { ...presence, firstAt: counted.oldest, names: await namesOf(reader, id) }
    },

    /** The entities that articles mean by an id, as their stories resolved it: several for a shared name. */
    async knownAs(id: EntityId): Promise<readonly EntityId[]> {
      const rows = await reader.selectFrom('entity_alias').select('entity_id').where('id', '=', id).execute()
      return rows.map((row) => asId<EntityId>(row.entity_id))
    },

    /** Newest first. */
    async stories(id: EntityId, limit: number): Promise<readonly EntityStoryRow[]> {
      const rows = await reader
        .selectFrom('story_entity')
        .innerJoin('story', 'story.id', 'story_entity.story_id')
        .select(['story_id', 'title', 'language', 'story.last_at', 'story.article_count', 'report_count'])
        .select(['story_entity.article_count as named_count', 'quote_count'])
        .where('entity_id', '=', id)
        .orderBy('story_entity.last_at', 'desc')
        .orderBy('story_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        storyId: asId<StoryId>(row.story_id),
        title: row.title,
        language: row.language,
        lastAt: row.last_at,
        articleCount: row.article_count,
        reportCount: row.report_count,
        namedCount: row.named_count,
        quoteCount: row.quote_count,
      }))
    },

    /** The number of its stories by the day (`YYYY-MM-DD`, UTC) they were last in the news, earliest first, without empty days. */
    async days(id: EntityId): Promise<readonly { readonly day: string; readonly storyCount: number }[]> {
      const day = sql<string>`substr(last_at, 1, 10)`
      const rows = await reader
        .selectFrom('story_entity')
        .select([day.as('day'), sql<number>`count(*)`.as('stories')])
        .where('entity_id', '=', id)
        .groupBy(day)
        .orderBy('day')
        .execute()
      return rows.map((row) => ({ day: row.day, storyCount: row.stories }))
    },

    /** Stories with quotes, newest quote first, after a row of the list if given. */
    async spoken(
      id: EntityId,
      limit: number,
      after?: Pick<SpokenRow, 'at' | 'storyId'>,
    ): Promise<readonly SpokenRow[]> {
      const rows = await reader
        .selectFrom('story_entity')
        .select(['story_id', 'said_at', 'quote_count'])
        .where('entity_id', '=', id)
        .where('said_at', 'is not', null)
        .$if(after !== undefined, (query) =>
          query.where(sql<SqlBool>`(said_at, story_id) < (${after?.at}, ${after?.storyId})`),
        )
        .orderBy('said_at', 'desc')
        .orderBy('story_id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        storyId: asId<StoryId>(row.story_id),
        at: row.said_at!,
        quoteCount: row.quote_count,
      }))
    },

    /** The newest stories with a promise by it, or with conflicting statements. */
    async storiesWith(id: EntityId, what: 'promised' | 'changed', limit: number): Promise<readonly StoryId[]> {
      const rows = await reader
        .selectFrom('story_entity')
        .select('story_id')
        .where('entity_id', '=', id)
        .where(what === 'promised' ? 'promise_count' : 'change_count', '>', 0)
        .orderBy('last_at', 'desc')
        .orderBy('story_id')
        .limit(limit)
        .execute()
      return rows.map((row) => asId<StoryId>(row.story_id))
    },

    /**
     * Who else is in its newest stories, itself first, with the number of stories and quotes: the most frequent and the most quoted.
     * `quoteCount` is the total.
     */
    async around(
      id: EntityId,
      storyLimit: number,
    ): Promise<{ readonly rows: readonly Presence[]; readonly quoteCount: number }> {
      const newest = reader
        .selectFrom('story_entity')
        .select('story_id')
        .where('entity_id', '=', id)
        .orderBy('last_at', 'desc')
        .orderBy('story_id')
        .limit(storyLimit)
      const ids = (await newest.execute()).map((row) => row.story_id)
      const counted = await countedIn(reader).where(engine.isIn('story_id', ids)).groupBy('entity_id').execute()
      const others = counted.filter((row) => row.entity_id !== id)
      const first = (by: 'stories' | 'quotes') =>
        others.toSorted((a, b) => b[by] - a[by] || b.quotes - a.quotes || (a.entity_id < b.entity_id ? -1 : 1))
      const shown = new Set([...first('stories').slice(0, mostAround), ...first('quotes').slice(0, mostAround)])
      return {
        rows: await named(engine, [...counted.filter((row) => row.entity_id === id), ...shown]),
        quoteCount: counted.reduce((sum, { quotes }) => sum + Number(quotes), 0),
      }
    },

    /** Fills in facts of older dossiers, one batch at a time; returns where to continue. */
    fill: (after: string, limit: number): Promise<string | undefined> => fillStoryFacts(engine, after, limit),
  }
}

export type EntityStore = ReturnType<typeof entityStore>

const mostAround = 24

/** Those in most stories, up to a limit; or those most quoted, or by name. */
function mostNamed(reader: Db, limit: number, order: EntityOrder = 'stories') {
  return countedIn(reader)
    .groupBy('entity_id')
    .$if(order === 'name', (rows) => rows.orderBy(sql`(select folded from entity where id = entity_id)`))
    .$if(order === 'quotes', (rows) => rows.orderBy('quotes', 'desc'))
    .orderBy('stories', 'desc')
    .orderBy('quotes', 'desc')
    .orderBy('newest', 'desc')
    .orderBy('entity_id')
    .limit(Math.max(0, limit))
}

function countedIn(reader: Db) {
  return reader
    .selectFrom('story_entity')
    .select('entity_id')
    .select([
      sql<number>`count(*)`.as('stories'),
      sql<number>`sum(quote_count)`.as('quotes'),
      sql<string | null>`max(said_at)`.as('said'),
      sql<string>`max(last_at)`.as('newest'),
    ])
}

type Counted = {
  readonly entity_id: string
  readonly stories: number
  readonly quotes: number
  readonly said: string | null
  readonly newest: string
}

/** An id starts with its kind. */
function isOfKind(column: string, kind: EntityKind) {
  return sql<SqlBool>`${sql.ref(column)} > ${`${kind}:`} and ${sql.ref(column)} < ${`${kind};`}`
}

async function named(engine: Engine, counted: readonly Counted[]): Promise<readonly Presence[]> {
  const rows = await engine.reader
    .selectFrom('entity')
    .select(['id', 'name', 'wikidata_id'])
    .where(
      engine.isIn(
        'id',
        counted.map((row) => row.entity_id),
      ),
    )
    .execute()
  const entities = new Map(rows.map((row) => [row.id, toEntity(row)]))
  return counted.flatMap((row) => {
    const entity = entities.get(row.entity_id)
    if (!entity) return []
    return {
      entity,
      storyCount: row.stories,
      quoteCount: Number(row.quotes),
      ...defined({ saidAt: row.said ?? undefined }),
      lastAt: row.newest,
    }
  })
}

function toEntity(row: { id: string; name: string; wikidata_id: string | null }): Entity {
  return {
    id: asId<EntityId>(row.id),
    kind: row.id.split(':', 1)[0] as EntityKind,
    name: row.name,
    ...defined({ wikidataId: row.wikidata_id ?? undefined }),
  }
}

/** Ids of a kind whose names contain every word of a query, or a word starting with it; short names first. */
async function matches(reader: Db, kind: EntityKind, query: string): Promise<readonly string[]> {
  const words = foldedName(query).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const rows = await reader
    .selectFrom('entity')
    .select('id')
    .where(isOfKind('id', kind))
    .where((eb) => eb.and(words.map((word) => sql<SqlBool>`' ' || folded like ${`% ${escaped(word)}%`} escape '!'`)))
    .orderBy(sql`length(name)`)
    .orderBy('id')
    .limit(mostMatches)
    .execute()
  return rows.map((row) => row.id)
}

function escaped(word: string): string {
  return word.replace(/[!%_]/g, '!$&')
}

/** The spellings in the newest stories that use more than one; each once. */
async function namesOf(reader: Db, id: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('story_entity')
    .select('names')
    .where('entity_id', '=', id)
    .where('names', 'is not', null)
    .orderBy('last_at', 'desc')
    .limit(60)
    .execute()
  return [...new Set(rows.flatMap((row) => JSON.parse(row.names ?? '[]') as string[]))].slice(0, 12)
}
