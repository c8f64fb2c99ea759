import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { currentIds } from './story-aliases.ts'

export type ArticleTitle = {
  readonly id: ArticleId
  readonly title: string
  readonly url: string
  readonly language: string
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
        .select('document.language')
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
            sourceName: row.name,
            publishedAt: row.published_at,
          },
        ]),
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
