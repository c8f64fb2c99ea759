import { sql } from 'kysely'
import type { Amendment, Sentence } from '../../core/annotation.ts'
import { type ArticleId, asId, type DocumentId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { isOpenSource } from './sources.ts'

/** A time from which, and the first one that no longer counts: ISO 8601, UTC. */
type Period = { readonly from: string; readonly until: string }

/** A story of which one or both of two outlets published something in a period. */
export type StoryOfPair = {
  readonly id: StoryId
  readonly title: string
  readonly lastAt: string
  /** Outlets of the whole story. */
  readonly outletCount: number
  /** False for one that only some readers see. */
  readonly isPublic: boolean
  /** Which of the two have an article in it, whenever published. */
  readonly sources: readonly SourceId[]
}

/** An article with the notes of its outlet on it. `seenAt`: when its text first had one, if an earlier version had none. */
export type NotedArticle = {
  readonly id: ArticleId
  readonly sourceId: SourceId
  readonly title: string
  readonly publishedAt: string
  readonly documentId: DocumentId
  readonly notes: readonly Amendment[]
  readonly seenAt?: string
}

/** What a comparison of two outlets reads, apart from the dossiers of their stories. */
export function outletPairs(engine: Engine) {
  const { reader } = engine

  async function layerOf<Item>(layer: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Item[]>> {
    const rows = await reader
      .selectFrom('annotation')
      .select(['document_id', 'items', 'packed'])
      .where('layer', '=', layer)
      .where(engine.isIn('document_id', ids))
      .execute()
    return new Map(rows.map((row) => [row.document_id, JSON.parse(textOf(row.items, row.packed)) as readonly Item[]]))
  }

  return {
    /** The outlets with most articles in a period, and some others by id, in the order of their names. What is no id finds nothing. */
    async outletsOf(
      readerId: string,
      { from, until }: Period,
      also: readonly string[],
      most: number,
    ): Promise<readonly { readonly id: SourceId; readonly name: string }[]> {
      const articles = sql<number>`(select count(*) from article where article.source_id = source.id
        and article.published_at >= ${from} and article.published_at < ${until})`
      const rows = await reader
        .selectFrom('source')
        .select(['id', 'name', articles.as('articles')])
        .where(isOpenSource(readerId))
        .execute()
      const wanted = new Set(also.map((id) => toNumber(asId<SourceId>(id))))
      const busiest = rows
        .filter((row) => row.articles > 0)
        .sort((a, b) => b.articles - a.articles || a.id - b.id)
        .slice(0, most)
      const shown = new Map([...busiest, ...rows.filter(({ id }) => wanted.has(id))].map((row) => [row.id, row]))
      return [...shown.values()]
        .sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id)
        .map(({ id, name }) => ({ id: fromNumber<SourceId>(id), name }))
    },

    /** The stories of two outlets, the latest first. */
    async storiesOfPair(outlets: readonly SourceId[], { from, until }: Period): Promise<readonly StoryOfPair[]> {
      const ids = outlets.map(toNumber)
      const inPeriod = await reader
        .selectFrom('article')
        .innerJoin('membership', 'membership.article_id', 'article.id')
        .select('membership.story_id')
        .distinct()
        .where(engine.isIn('article.source_id', ids))
        .where('article.published_at', '>=', from)
        .where('article.published_at', '<', until)
        .execute()
      const storyIds = inPeriod.map((row) => row.story_id)
      const members = await reader
        .selectFrom('membership')
        .select(['story_id', 'source_id'])
        .distinct()
        .where(engine.isIn('source_id', ids))
        .where(engine.isIn('story_id', storyIds))
        .execute()
      const sourcesOf = Map.groupBy(members, (row) => row.story_id)
      const rows = await reader
        .selectFrom('story')
        .select(['id', 'title', 'last_at', 'outlet_count', 'has_dossier'])
        .where(engine.isIn('id', storyIds))
        .orderBy('last_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: asId<StoryId>(row.id),
        title: row.title,
        lastAt: row.last_at,
        outletCount: row.outlet_count,
        isPublic: row.has_dossier === 1,
        sources: (sourcesOf.get(row.id) ?? []).map(({ source_id }) => fromNumber<SourceId>(source_id)),
      }))
    },

    /** Articles of a period with notes of their outlets, the latest first. */
    async notedArticles(outlets: readonly SourceId[], { from, until }: Period): Promise<readonly NotedArticle[]> {
      const rows = await reader
        .selectFrom('article')
        .innerJoin('annotation', 'annotation.document_id', 'article.document_id')
        .select(['article.id', 'source_id', 'title', 'published_at', 'article.document_id', 'items', 'packed'])
        .where(engine.isIn('article.source_id', outlets.map(toNumber)))
        .where('published_at', '>=', from)
        .where('published_at', '<', until)
        .where('annotation.layer', '=', 'amendments')
        .where('annotation.items', '<>', '[]')
        .orderBy('published_at', 'desc')
        .orderBy('article.id')
        .execute()
      const versions = await reader
        .selectFrom('document')
        .select(['id', 'article_id', 'at'])
        .where(
          engine.isIn(
            'article_id',
            rows.map(({ id }) => id),
          ),
        )
        .orderBy('at')
        .orderBy('sequence')
        .execute()
      const notes = await layerOf<Amendment>(
        'amendments',
        versions.map(({ id }) => id),
      )
      const versionsOf = Map.groupBy(versions, (row) => row.article_id)
      return rows.map((row) => {
        const all = versionsOf.get(row.id) ?? []
        const noted = all.findIndex(({ id }) => (notes.get(id) ?? []).length > 0)
        return {
          id: asId<ArticleId>(row.id),
          sourceId: fromNumber<SourceId>(row.source_id),
          title: row.title,
          publishedAt: row.published_at,
          documentId: asId<DocumentId>(row.document_id),
          notes: JSON.parse(textOf(row.items, row.packed)) as readonly Amendment[],
          ...(noted > 0 && { seenAt: all[noted]!.at }),
        }
      })
    },

    /** The texts of some documents, without what was found in them. */
    async textsOf(
      ids: readonly DocumentId[],
    ): Promise<readonly { readonly id: DocumentId; readonly language: string; readonly text: string }[]> {
      const rows = await reader
        .selectFrom('document')
        .select(['id', 'language', 'text'])
        .where(engine.isIn('id', ids))
        .execute()
      return rows.map((row) => ({ ...row, id: asId<DocumentId>(row.id) }))
    },

    sentencesOf: (ids: readonly DocumentId[]): Promise<ReadonlyMap<string, readonly Sentence[]>> =>
      layerOf<Sentence>('sentences', ids),
  }
}
