import { type SqlBool, sql } from 'kysely'
import type { AskArticle, AskScope } from '../../core/answer.ts'
import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { Block, Cue, Document } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Annotations, LayerName } from '../../core/layers.ts'
import type { Engine } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { isInFolder } from '../feeds/feed-folders.ts'
import { askPostings } from './ask-postings.ts'
import type { SearchBacklog } from './search-backlog.ts'
import type { MatchFilter } from './search-index.ts'

/** The layers that answers are made from. */
const layers: readonly LayerName[] = ['sentences', 'mentions', 'times', 'quotes', 'figures', 'signals', 'amendments']
/** Entries to read per candidate: several can be one article. */
const entriesPerCandidate = 2

/** The scope of a question; all given conditions must match. Times are ISO 8601, the start included, the end excluded. */
export type AskFilter = Omit<AskScope, 'folder'> & {
  /** A reader's folder with its sub-folders. */
  readonly folder?: { readonly readerId: string; readonly name: string }
}

/** A word to search, in any of its forms. The first is the word itself; the others count the same. */
export type AskTermForms = {
  readonly forms: readonly string[]
  /** Synonyms: searched too, with less weight. */
  readonly others: readonly string[]
  /** Its weight relative to the others. */
  readonly weight: number
}

/** An article that matches a question; more and rarer matching words make a higher score. */
type AskCandidate = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly publishedAt: string
  readonly score: number
}

export type AskCandidates = {
  /** Best first. */
  readonly rows: readonly AskCandidate[]
  /** For each term the number of entries with it, an estimate for large numbers. */
  readonly counts: readonly number[]
  /** The total number of entries. */
  readonly total: number
  /** How many matched any rare word, before the best were selected. */
  readonly matched: number
  /** True when there were more matches than were read. */
  readonly isCut: boolean
}

/** A text before its layers are read. */
export type AskText = Pick<Document, 'id' | 'articleId' | 'language' | 'title' | 'text' | 'publishedAt'>

/** Articles for questions, the same on both databases. */
export function questionStore(engine: Engine, backlog: SearchBacklog) {
  const { reader } = engine
  return {
    /**
     * The articles with most of the words. Of common words only the newest entries are read, and those with a rare word, so that a
     * question of common words costs no more than another. Of a whole story all articles are candidates, up to `limit`.
     */
    async candidates(terms: readonly AskTermForms[], filter: AskFilter, limit: number): Promise<AskCandidates> {
      await backlog.catchUp()
      const found = await askPostings(engine, terms, onlyIn(filter))
      const best = [...found.scores].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, limit * entriesPerCandidate)
      const scores = new Map(best)
      const matching = best.length === 0 ? [] : await rowsOf(engine, [...scores.keys()])
      const rows = bestOfEach(matching.map((row) => ({ ...row, score: scores.get(row.sequence) ?? 0 })))
      const isWholeStory = filter.storyId !== undefined && filter.folder === undefined
      const all = isWholeStory ? withRest(rows, await membersOf(engine, filter.storyId, limit)) : rows
      return {
        rows: all.slice(0, limit),
        counts: found.counts,
        total: found.total,
        matched: Math.max(found.scores.size, all.length),
        isCut: found.isCut || all.length > limit,
      }
    },

    async texts(ids: readonly DocumentId[]): Promise<readonly AskText[]> {
      if (ids.length === 0) return []
      const rows = await reader
        .selectFrom('document')
        .select(['id', 'article_id', 'language', 'title', 'text', 'published_at'])
        .where(engine.isIn('id', ids))
        .execute()
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.flatMap((id) => {
        const row = byId.get(id)
        if (!row) return []
        return [
          {
            id,
            articleId: asId<ArticleId>(row.article_id),
            language: row.language,
            title: row.title,
            text: row.text,
            publishedAt: row.published_at,
          },
        ]
      })
    },

    /** The existing ones, in the given order. */
    documents: (ids: readonly DocumentId[]): Promise<readonly AskArticle[]> => readDocuments(engine, ids),

    /** The publication time of the newest article: what counts as now for a question without a date. */
    async newestAt(): Promise<string | undefined> {
      const row = await reader
        .selectFrom('entry')
        .select('published_at')
        .where('article_id', 'is not', null)
        .orderBy('sequence', 'desc')
        .limit(200)
        .execute()
      return row
        .map((one) => one.published_at)
        .sort()
        .at(-1)
    },
  }
}

export type QuestionStore = ReturnType<typeof questionStore>

/** The condition on an entry's sequence, looked up by key so that it is cheap for each match. */
function onlyIn({ storyId, entityId, folder, from, until }: AskFilter): MatchFilter | undefined {
  const tests = [
    ...(from === undefined ? [] : [sql`e.published_at >= ${from}`]),
    ...(until === undefined ? [] : [sql`e.published_at < ${until}`]),
    ...(storyId === undefined ? [] : [sql`m.story_id = ${storyId}`]),
    ...(entityId === undefined
      ? []
      : [sql`exists (select 1 from story_entity se where se.story_id = m.story_id and se.entity_id = ${entityId})`]),
  ]
  if (folder !== undefined)
    tests.push(sql`exists (select 1 from subscription where subscription.reader_id = ${folder.readerId}
      and subscription.feed_id = e.feed_id and ${isInFolder(folder.name, 'tree')})`)
  if (tests.length === 0) return undefined
  const membership =
    storyId === undefined && entityId === undefined ? sql`` : sql`join membership m on m.article_id = e.article_id`
  return (sequence) =>
    sql<SqlBool>`exists (select 1 from entry e ${membership} where e.sequence = ${sequence} and ${sql.join(tests, sql` and `)})`
}

type CandidateRow = Omit<AskCandidate, 'score'> & { readonly sequence: number }

/** Entries that were ingested as articles. */
async function rowsOf(engine: Engine, sequences: readonly number[]): Promise<readonly CandidateRow[]> {
  const rows = await engine.reader
    .selectFrom('entry')
    .innerJoin('article', 'article.id', 'entry.article_id')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select(['entry.sequence', 'article.id', 'article.document_id', 'article.published_at', 'membership.story_id'])
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    documentId: asId<DocumentId>(row.document_id),
    articleId: asId<ArticleId>(row.id),
    publishedAt: row.published_at,
    ...defined({ storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id) }),
  }))
}

/** The best entry of each article; best article first, newest on ties. */
function bestOfEach(rows: readonly (CandidateRow & AskCandidate)[]): readonly AskCandidate[] {
  const seen = new Set<string>()
  return rows
    .toSorted((a, b) => b.score - a.score || (a.publishedAt < b.publishedAt ? 1 : -1))
    .filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId))
    .map(({ sequence: _, ...candidate }) => candidate)
}

function withRest(rows: readonly AskCandidate[], members: readonly AskCandidate[]): readonly AskCandidate[] {
  const there = new Set(rows.map(({ articleId }) => articleId))
  return [...rows, ...members.filter(({ articleId }) => !there.has(articleId))]
}

/** A story's articles, newest first, with one more than the limit if there are more. */
async function membersOf(engine: Engine, storyId: StoryId, limit: number): Promise<readonly AskCandidate[]> {
  const rows = await engine.reader
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .select(['article.id', 'article.document_id', 'article.published_at'])
    .where('membership.story_id', '=', storyId)
    .orderBy('article.published_at', 'desc')
    .orderBy('article.id')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({
    documentId: asId<DocumentId>(row.document_id),
    articleId: asId<ArticleId>(row.id),
    publishedAt: row.published_at,
    storyId,
    score: 0,
  }))
}

async function readDocuments(engine: Engine, ids: readonly DocumentId[]): ReturnType<QuestionStore['documents']> {
  if (ids.length === 0) return []
  const rows = await engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .leftJoin('story', 'story.id', 'membership.story_id')
    .select(['document.id', 'document.article_id', 'document.language', 'document.title', 'document.text'])
    .select([
      'document.blocks',
      'document.cues',
      'document.published_at',
      'document.article',
      'article.source_id',
      'source.name',
    ])
    .select(['source.family', 'membership.story_id', 'story.title as story_title'])
    .where(engine.isIn('document.id', ids))
    .execute()
  const found = await engine.reader
    .selectFrom('annotation')
    .select(['document_id', 'layer', 'version', 'items', 'packed'])
    .where(engine.isIn('document_id', ids))
    .where(engine.isIn('layer', layers))
    .execute()
  const annotations = Map.groupBy(found, (row) => row.document_id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { kind, completeness, refusesModels, recording } = JSON.parse(row.article) as Article
    return [
      {
        document: {
          id,
          articleId: asId<ArticleId>(row.article_id),
          language: row.language,
          title: row.title,
          text: row.text,
          blocks: JSON.parse(row.blocks) as Block[],
          ...defined({ cues: row.cues === null ? undefined : (JSON.parse(row.cues) as Cue[]) }),
          publishedAt: row.published_at,
        },
        annotations: Object.fromEntries(
          (annotations.get(id) ?? []).map(({ layer, version, items, packed }) => [
            layer,
            { by: layer, version, items: JSON.parse(textOf(items, packed)) },
          ]),
        ) as Annotations,
        source: {
          id: fromNumber<SourceId>(row.source_id),
          name: row.name,
          ...defined({ family: row.family ?? undefined }),
        },
        kind,
        completeness,
        ...defined({
          refusesModels,
          recording,
          storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id),
          storyTitle: row.story_title ?? undefined,
        }),
      },
    ]
  })
}
