import { sql } from 'kysely'
import { type ArticleId, asId, type DocumentId, type StoryId } from '../../core/ids.ts'
import type { IngestSettings } from '../articles/save-ingested.ts'
import { storedArticles } from '../articles/stored-articles.ts'
import type { Engine } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { sequenceSince } from '../engine/sequence-since.ts'
import { normalizedTime } from '../engine/times.ts'
import { toFeatures, toWeights } from '../engine/vectors.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { dayCounts, outlineList } from '../feeds/outlines.ts'
import { type DossierCache, dossierCache, saveDossier } from './dossiers.ts'
import { documentsBetween, markRepaired, repairMarks, spellings } from './lane-documents.ts'
import type { Lanes } from './lanes.ts'
import { moveDocuments } from './move-documents.ts'
import { savePrivateTellings, sightsOf, untellStory } from './private-tellings.ts'
import { relatedList } from './relations.ts'
import { currentIds } from './story-aliases.ts'
import { storyIdsBetween, storyIdsIn } from './story-id-lists.ts'
import { newStoryId } from './story-ids.ts'
import { storyNews } from './story-news.ts'
import type { StoryFilter, StoryMember, StoryRow, StoryStore, WindowPage } from './story-store.ts'
import { isTold } from './told-stories.ts'

/** Of so many fortnights how busy their days were is kept until anything is written. */
const keptDays = 20

/** Stories, their members and their dossiers. */
export function storyStore(engine: Engine, lanes: Lanes, settings: IngestSettings): StoryStore {
  const { reader } = engine
  const dossiers = dossierCache(engine)
  const outlines = outlineList(engine)

  async function present(id: StoryId): Promise<StoryId> {
    return asId<StoryId>((await currentIds(engine, reader, [id])).get(id) ?? id)
  }

  return {
    list: (filter, limit) => listStories(engine, dossiers, filter, limit),
    listRelated: relatedList(engine),
    listOutlines: outlines.list,
    findOutlines: outlines.findMany,
    listIds: (period) => storyIdsIn(engine, period),
    idsBetween: (ranges) => storyIdsBetween(engine, ranges),
    dayCounts: whileUnchanged(engine, (from: string, until: string) => dayCounts(engine, from, until), keptDays),

    async find(id) {
      const row = await selectStories(engine)
        .where('id', '=', await present(id))
        .executeTakeFirst()
      return row && (await toStoryRows(dossiers, [row]))[0]
    },

    async findMany(ids) {
      const rows = await selectStories(engine).where(engine.isIn('id', ids)).execute()
      const byId = new Map((await toStoryRows(dossiers, rows)).map((row) => [row.id, row]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    members: async (id) => members(engine, await present(id)),

    async memberIds(ids) {
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

    async saveDossier(id, dossier, row) {
      await engine.write((tx) => saveDossier(engine, tx, id, dossier, row))
    },

    sightsOf: (id) => sightsOf(engine, id),
    savePrivateTellings: (id, tellings) => savePrivateTellings(engine, id, tellings),
    untell: (id) => untellStory(engine, id),

    spellings: () => spellings(engine),
    windowAfter: (...asked) => windowAfter(engine, ...asked),
    repairMarks: () => repairMarks(engine),
    markRepaired: (...asked) => markRepaired(engine, ...asked),
    documentsBetween: (...asked) => documentsBetween(engine, ...asked),

    async move(moves, at) {
      if (moves.length > 0) await engine.write((tx) => moveDocuments(engine, tx, moves, at, settings))
    },

    exclusive: lanes.exclusive,
    ifFree: lanes.ifFree,
    mustStillHold: () => engine.write(async () => {}),
    newId: () => newStoryId(),
    ...storyNews(engine),

    async days() {
      const day = sql<string>`substr(last_at, 1, 10)`
      const rows = await reader
        .selectFrom('story')
        .select([day.as('day'), sql<number>`count(*)`.as('storyCount')])
        .where(isTold)
        .groupBy(day)
        .orderBy('day', 'desc')
        .execute()
      return rows.map((row) => ({ day: row.day, storyCount: row.storyCount }))
    },
  }
}

/** First which stories and in what order, from narrow rows; then their dossiers. */
async function listStories(
  engine: Engine,
  dossiers: DossierCache,
  filter: StoryFilter,
  limit: number,
): Promise<readonly StoryRow[]> {
  const rows = await selectStories(engine)
    .where(isTold)
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

async function toStoryRows(dossiers: DossierCache, rows: readonly StoryColumns[]): Promise<readonly StoryRow[]> {
  const found = await dossiers.get(rows.filter((row) => row.has_dossier === 1).map((row) => row.id))
  return rows.map((row) => {
    const dossier = found.get(row.id)
    return {
      id: asId<StoryId>(row.id),
      title: row.title,
      language: row.language,
      ...(row.section === null ? {} : { section: row.section }),
      firstAt: row.first_at,
      lastAt: row.last_at,
      changedAt: row.changed_at,
      articleCount: row.article_count,
      reportCount: row.report_count,
      ...(dossier === undefined ? {} : { dossier }),
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
  // From the beginning: what is older than the window need not be walked through.
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
    // By the key of the article: a page must not cost a walk through all of them.
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
    // Read from the article's facts as they are kept, so that thousands of them need not be parsed.
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
    ...(row.story_id === null ? {} : { storyId: asId<StoryId>(row.story_id) }),
    language: row.language,
    // A time in the future would keep the document in the window too long.
    at: earlier(row.published_at, row.at),
    ...(row.is_running ? { isRunning: true } : {}),
    features: toFeatures(row.features),
    weights: toWeights(row.weights),
  }))
  return { rows: found, sequence: last, isLast: page.length < limit }
}

function earlier(a: string, b: string): string {
  if (a < b) return a
  return b
}
