import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type DocumentId, type FeedId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryOutline } from '../../core/story-outline.ts'
import type { StoredArticle } from '../articles/articles.ts'
import type { IngestSettings } from '../articles/save-ingested.ts'
import { storedArticles } from '../articles/stored-articles.ts'
import type { Engine } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { sequenceSince } from '../engine/sequence-since.ts'
import { normalizedTime } from '../engine/times.ts'
import { toFeatures, toWeights } from '../engine/vectors.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { type DossierCache, dossierCache, saveDossier } from './dossiers.ts'
import { hasDossier, hasTime } from './has-dossier.ts'
import { documentsBetween, markRepaired, repairMarks, type Spelling, spellings } from './lane-documents.ts'
import type { Lanes } from './lanes.ts'
import { moveDocuments } from './move-documents.ts'
import { hideStory, type PrivateStoryView, privateFeedSetsOf, savePrivateViews } from './private-story-views.ts'
import { relatedList } from './relations.ts'
import { currentIds } from './story-aliases.ts'
import { newStoryId, storyIdsBetween, storyIdsIn, storyNews } from './story-ids.ts'
import { dayCounts, newsAround, outlineList } from './story-outlines.ts'
import { type StoryPage, storyIdsAfter, type WalkFilter } from './story-pages.ts'

/** The number of fortnights whose story counts are cached until the next write. */
const keptDays = 20

/** A document vector of the clustering window, in order of storing. */
type WindowRow = {
  readonly sequence: number
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly language: string
  readonly at: string
  readonly isRunning?: boolean
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** `sequence` is where the next page continues. Skipped older documents make a page shorter. */
type WindowPage = { readonly rows: readonly WindowRow[]; readonly sequence: number; readonly isLast: boolean }

export type StoryMember = StoredArticle & {
  readonly addedAt: string
}

export type StoryFilter = {
  readonly from: string
  readonly until: string
  readonly language?: string
  readonly section?: string
  readonly sourceId?: SourceId
}

export type StoryRow = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  readonly articleCount: number
  readonly reportCount: number
  readonly dossier?: Dossier
}

/** A story as lists need it: its own row and the outline of its dossier. */
export type OutlinedStory = Omit<StoryRow, 'dossier'> & { readonly outline: StoryOutline }

/** Stories, their members and their dossiers. */
export function storyStore(engine: Engine, lanes: Lanes, settings: IngestSettings) {
  const { reader } = engine
  const dossiers = dossierCache(engine)
  const outlines = outlineList(engine)

  async function present(id: StoryId): Promise<StoryId> {
    return asId<StoryId>((await currentIds(engine, reader, [id])).get(id) ?? id)
  }

  return {
    /** Stories active in the period, with dossiers, most important first (independent reports, then articles, then time). */
    list: (filter: StoryFilter, limit: number): Promise<readonly StoryRow[]> =>
      listStories(engine, dossiers, filter, limit),
    /** The stories of a period, most important first, with what relates them; much cheaper than `list`. Filters by period only. */
    listRelated: relatedList(engine),
    /** All stories in the news in a period, unordered: cheap enough to rank and count a whole day at once. */
    listOutlines: outlines.list,
    /** The existing ones, unordered. */
    findOutlines: outlines.findMany,
    /** Only the ids of these stories, most important first. */
    listIds: (period: Pick<StoryFilter, 'from' | 'until'>): Promise<readonly StoryId[]> => storyIdsIn(engine, period),
    /** All stories between two ids, both included; merged ones count under the ids they had. */
    idsBetween: (ranges: readonly (readonly [StoryId, StoryId])[]): Promise<readonly StoryId[]> =>
      storyIdsBetween(engine, ranges),
    /** How many stories were in the news on each day of a time zone (`YYYY-MM-DD`), both ends included, without empty days. */
    dayCounts: whileUnchanged(
      engine,
      (from: string, until: string, timeZone: string) => dayCounts(engine, from, until, timeZone),
      keptDays,
    ),
    /** When a story was in the news last before a period, and first after it, ISO 8601. */
    newsAround: (from: string, until: string) => newsAround(engine, from, until),

    /** A page of stories with dossiers in the order of their ids, after one; nothing of it is cached. */
    async walk(filter: WalkFilter, after: string, limit: number): Promise<StoryPage> {
      const ids = await storyIdsAfter(engine, filter, after, limit)
      const rows = await selectStories(engine).where(engine.isIn('id', ids)).orderBy('id').execute()
      const next = ids.length < limit ? undefined : ids.at(-1)
      return {
        rows: await toStoryRows({ get: dossiers.read }, rows),
        ...(next !== undefined && { next: asId<StoryId>(next) }),
      }
    },

    async find(id: StoryId): Promise<StoryRow | undefined> {
      const row = await selectStories(engine)
        .where('id', '=', await present(id))
        .executeTakeFirst()
      return row && (await toStoryRows(dossiers, [row]))[0]
    },

    /** The existing ones, in the given order. */
    async findMany(ids: readonly StoryId[]): Promise<readonly StoryRow[]> {
      const rows = await selectStories(engine).where(engine.isIn('id', ids)).execute()
      const byId = new Map((await toStoryRows(dossiers, rows)).map((row) => [row.id, row]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    members: async (id: StoryId): Promise<readonly StoryMember[]> => members(engine, await present(id)),

    /** The articles in some stories, earliest first, under the ids given. */
    async memberIds(ids: readonly StoryId[]): Promise<ReadonlyMap<string, readonly ArticleId[]>> {
      const current = await currentIds(engine, reader, ids)
      const rows = await reader
        .selectFrom('membership')
        .innerJoin('article', 'article.id', 'membership.article_id')
        .select(['membership.story_id', 'membership.article_id'])
        .where(engine.isIn('membership.story_id', [...new Set(ids.map((id) => current.get(id) ?? id))]))
        .orderBy('article.published_at')
        .orderBy('article.id')
        .execute()
      const byStory = Map.groupBy(rows, (row) => row.story_id)
      return new Map(
        ids.map((id) => [id, (byStory.get(current.get(id) ?? id) ?? []).map((row) => asId<ArticleId>(row.article_id))]),
      )
    },

    async saveDossier(id: StoryId, dossier: Dossier, row: Omit<StoryRow, 'id' | 'dossier'>): Promise<void> {
      await engine.write((tx) => saveDossier(engine, tx, id, dossier, row))
    },

    /** The sets of private feeds that the story's readers have: each gets its own version. */
    privateFeedSetsOf: (id: StoryId): Promise<readonly (readonly FeedId[])[]> => privateFeedSetsOf(engine, id),
    /** Replaces the story's versions for subscribers of private feeds. */
    savePrivateViews: (id: StoryId, tellings: readonly PrivateStoryView[]): Promise<void> =>
      savePrivateViews(engine, id, tellings),
    /** Hides a story with only private articles left from everybody else. */
    hide: (id: StoryId): Promise<void> => hideStory(engine, id),

    /** All language codes in documents, with the lane and the latest document of each. */
    spellings: (): Promise<readonly Spelling[]> => spellings(engine),
    /**
     * A page of the vectors with these language codes, stored after `sequence` and not older than `since`, for a clustering lane to
     * catch up. `hasPrivate`: includes private articles.
     */
    windowAfter: (
      ...asked: [languages: readonly string[], sequence: number, since: string, limit: number, hasPrivate?: boolean]
    ): Promise<WindowPage> => windowAfter(engine, ...asked),
    /** Up to which document each lane was last repaired, by lane; `''` for lanes that never were. */
    repairMarks: (): Promise<ReadonlyMap<string, number>> => repairMarks(engine),
    markRepaired: (...asked: [lane: string, sequence: number]): Promise<void> => markRepaired(engine, ...asked),
    /** The documents with these language codes after one and up to another, not older than `since`. */
    documentsBetween: (
      ...asked: [languages: readonly string[], between: readonly [number, number], since: string]
    ): Promise<readonly DocumentId[]> => documentsBetween(engine, ...asked),

    /** Moves documents to stories in one transaction and schedules a refresh of every affected story (merge, split, repair). */
    async move(moves: readonly { readonly documentId: DocumentId; readonly to: StoryId }[], at: string): Promise<void> {
      if (moves.length > 0) await engine.write((tx) => moveDocuments(engine, tx, moves, at, settings))
    },

    /** Runs `work` while holding one or several lanes; nobody else holds them, on any machine. */
    exclusive: lanes.exclusive,
    /** Runs `work` if nobody holds the lane, on any machine; otherwise returns `busy` at once. */
    ifFree: lanes.ifFree,
    /** Throws LaneLostError when a lane this runs in was lost: what was read in it may then be incomplete. */
    mustStillHold: (): Promise<void> => engine.write(async () => {}),
    newId: (): StoryId => newStoryId(),
    ...storyNews(engine),

    async days(): Promise<readonly { readonly day: string; readonly storyCount: number }[]> {
      const day = sql<string>`substr(last_at, 1, 10)`
      const rows = await reader
        .selectFrom('story')
        .select([day.as('day'), sql<number>`count(*)`.as('storyCount')])
        .where(hasDossier)
        .where(hasTime)
        .groupBy(day)
        .orderBy('day', 'desc')
        .execute()
      return rows.map((row) => ({ day: row.day, storyCount: row.storyCount }))
    },
  }
}

export type StoryStore = ReturnType<typeof storyStore>

/** First reads ids and order from narrow rows, then the dossiers. */
async function listStories(
  engine: Engine,
  dossiers: DossierCache,
  filter: StoryFilter,
  limit: number,
): Promise<readonly StoryRow[]> {
  const rows = await selectStories(engine)
    .where(hasDossier)
    .where(hasTime)
    .where('last_at', '>=', normalizedTime(filter.from) ?? filter.from)
    .where('first_at', '<=', normalizedTime(filter.until) ?? filter.until)
    .$if(filter.language !== undefined, (query) => query.where('language', '=', filter.language!))
    .$if(filter.section !== undefined, (query) => query.where('section', '=', filter.section!))
    .$if(filter.sourceId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('membership')
            .select('membership.story_id')
            .whereRef('membership.story_id', '=', 'story.id')
            .where('membership.source_id', '=', toNumber(filter.sourceId!)),
        ),
      ),
    )
    .orderBy('report_count', 'desc')
    .orderBy('article_count', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('id')
    .limit(Math.max(0, limit))
    .execute()
  return toStoryRows(dossiers, rows)
}

function selectStories(engine: Engine) {
  return engine.reader
    .selectFrom('story')
    .select(['id', 'title', 'language', 'section', 'first_at', 'last_at', 'changed_at'])
    .select(['article_count', 'report_count', 'has_dossier'])
}

type StoryColumns = Awaited<ReturnType<ReturnType<typeof selectStories>['execute']>>[number]

async function toStoryRows(
  dossiers: Pick<DossierCache, 'get'>,
  rows: readonly StoryColumns[],
): Promise<readonly StoryRow[]> {
  const found = await dossiers.get(rows.filter((row) => row.has_dossier === 1).map((row) => row.id))
  return rows.map((row) => {
    const dossier = found.get(row.id)
    return {
      id: asId<StoryId>(row.id),
      title: row.title,
      language: row.language,
      ...defined({ section: row.section ?? undefined }),
      firstAt: row.first_at,
      lastAt: row.last_at,
      changedAt: row.changed_at,
      articleCount: row.article_count,
      reportCount: row.report_count,
      ...defined({ dossier }),
    }
  })
}

/** The articles of a story, earliest first. */
async function members(engine: Engine, id: StoryId): Promise<readonly StoryMember[]> {
  const rows = await engine.reader
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .select(['membership.article_id', 'membership.added_at', 'article.document_id'])
    .where('membership.story_id', '=', id)
    .orderBy('article.published_at')
    .orderBy('article.id')
    .execute()
  const addedAt = new Map(rows.map((row) => [row.article_id, row.added_at]))
  const articles = await storedArticles(
    engine,
    rows.map((row) => asId<DocumentId>(row.document_id)),
  )
  return articles.map((stored) => ({ ...stored, addedAt: addedAt.get(stored.article.id)! }))
}

/** Only the newest document of an article is in the window. */
async function windowAfter(
  engine: Engine,
  languages: readonly string[],
  after: number,
  since: string,
  limit: number,
  hasPrivate = true,
): Promise<WindowPage> {
  // From the start: skip what is older than the window.
  const sequence = after === 0 ? Math.max(0, (await sequenceSince(engine, since)) - 1) : after
  const page = await engine.reader
    .selectFrom('document')
    .select('sequence')
    .where(engine.isIn('language', languages))
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  const last = page.at(-1)?.sequence
  if (last === undefined) return { rows: [], sequence, isLast: true }
  const rows = await engine.reader
    .selectFrom('vector')
    .innerJoin('document', 'document.sequence', 'vector.sequence')
    // By the article's key, so that a page doesn't scan all articles.
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'document.article_id').onRef('article.document_id', '=', 'document.id'),
    )
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select([
      'vector.sequence',
      'document.id',
      'document.article_id',
      'document.language',
      'article.published_at',
      'document.at',
    ])
    .select(['membership.story_id', 'vector.features', 'vector.weights'])
    // Matched in the stored JSON, so that thousands of articles needn't be parsed.
    .select((on) => on('document.article', 'like', '%"kind":"live"%').as('is_running'))
    .where(
      engine.isIn(
        'vector.sequence',
        page.map((row) => row.sequence),
      ),
    )
    .where('document.at', '>=', since)
    .$if(!hasPrivate, (query) =>
      query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('private_article')
              .select('private_article.article_id')
              .whereRef('private_article.article_id', '=', 'document.article_id'),
          ),
        ),
      ),
    )
    .orderBy('vector.sequence')
    .execute()
  const found = rows.map((row) => ({
    sequence: row.sequence,
    documentId: asId<DocumentId>(row.id),
    articleId: asId<ArticleId>(row.article_id),
    ...defined({ storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id) }),
    language: row.language,
    // A time in the future would keep the document in the window too long.
    at: earlier(row.published_at, row.at),
    ...defined({ isRunning: row.is_running ? true : undefined }),
    features: toFeatures(row.features),
    weights: toWeights(row.weights),
  }))
  return { rows: found, sequence: last, isLast: page.length < limit }
}

function earlier(a: string, b: string): string {
  if (a < b) return a
  return b
}
