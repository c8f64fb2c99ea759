import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import type { TitleStore } from '../library/mark-stores.ts'
import { currentIds } from './story-aliases.ts'

/** What articles and stories are called now. */
export function titleStore(engine: Engine): TitleStore {
  const { reader } = engine
  return {
    async articles(ids) {
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

    async stories(ids) {
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
