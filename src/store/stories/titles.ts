import { type ArticleId, asId, type EntryId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import { shownPicture } from '../articles/entry-pictures.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { currentIds } from './story-aliases.ts'

export type ArticleTitle = {
  readonly id: ArticleId
  readonly title: string
  readonly url: string
  readonly language: string
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
}

export type StoryTitle = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly articleCount: number
  readonly reportCount: number
  readonly changedAt: string
}

/** The current titles of marked articles and stories, for lists; deleted ones are left out. */
export function titleStore(engine: Engine) {
  const { reader } = engine
  return {
    async articles(ids: readonly ArticleId[]): Promise<ReadonlyMap<string, ArticleTitle>> {
      if (ids.length === 0) return new Map()
      const rows = await reader
        .selectFrom('article')
        .innerJoin('source', 'source.id', 'article.source_id')
        .innerJoin('document', 'document.id', 'article.document_id')
        .select(['article.id', 'article.title', 'article.url', 'article.published_at', 'source.name'])
        .select(['document.language', 'source.id as source_id'])
        .where(engine.isIn('article.id', ids))
        .execute()
      return new Map(
        rows.map((row) => [
          row.id,
          {
            id: asId<ArticleId>(row.id),
            title: row.title,
            url: row.url,
            language: row.language,
            sourceId: fromNumber<SourceId>(row.source_id),
            sourceName: row.name,
            publishedAt: row.published_at,
          },
        ]),
      )
    },

    /** The pictures of articles in lists; those without one are left out. */
    async pictures(ids: readonly ArticleId[]): Promise<ReadonlyMap<string, ListPicture>> {
      if (ids.length === 0) return new Map()
      const rows = await reader
        .selectFrom('entry')
        .select(['sequence', 'article_id', 'picture'])
        .where(engine.isIn('article_id', ids))
        .where('picture', 'is not', null)
        .execute()
      return new Map(
        rows.flatMap(({ sequence, article_id, picture }) => {
          const articleId = asId<ArticleId>(article_id ?? '')
          const shown = shownPicture({ id: fromNumber<EntryId>(sequence), articleId, picture: picture ?? '' })
          // A picture of the feed may be that of a private one.
          return shown && 'articleId' in shown.of ? [[articleId, shown] as const] : []
        }),
      )
    },

    /** Also finds merged stories by their old ids. */
    async stories(ids: readonly StoryId[]): Promise<ReadonlyMap<string, StoryTitle>> {
      if (ids.length === 0) return new Map()
      const present = await currentIds(engine, reader, ids)
      const rows = await reader
        .selectFrom('story')
        .select(['id', 'title', 'language', 'article_count', 'report_count', 'changed_at'])
        .where(engine.isIn('id', [...new Set(ids.map((id) => present.get(id) ?? id))]))
        .execute()
      const byId = new Map(rows.map((row) => [row.id, row]))
      return new Map(
        ids.flatMap((id) => {
          const row = byId.get(present.get(id) ?? id)
          if (!row) return []
          const { title, language, article_count, report_count, changed_at } = row
          const counts = { articleCount: article_count, reportCount: report_count, changedAt: changed_at }
          return [[id, { id: asId<StoryId>(row.id), title, language, ...counts }]]
        }),
      )
    },
  }
}

export type TitleStore = ReturnType<typeof titleStore>
