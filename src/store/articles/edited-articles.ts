import { type ArticleId, asId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'

/** For this many days at most, the edited articles are cached until the next write. */
const keptDays = 20

/** Lists articles whose text changed after it was first stored, newest change first; `from` and `until` are ISO 8601, both included. */
export function editedArticles(engine: Engine): (
  from: string,
  until: string,
  limit: number,
) => Promise<
  readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly title: string
    readonly at: string
  }[]
> {
  return whileUnchanged(
    engine,
    async (from: string, until: string, limit: number) => {
      // Starts from the texts of that time: SQLite keeps the order of a cross join.
      const rows = await engine.reader
        .selectFrom('document')
        .crossJoin('article')
        .crossJoin('source')
        .select(['article.id', 'source.name', 'article.title', 'document.at'])
        .whereRef('article.id', '=', 'document.article_id')
        .whereRef('article.document_id', '=', 'document.id')
        .whereRef('source.id', '=', 'article.source_id')
        .where('article.revision_count', '>', 1)
        .where('document.at', '>=', from)
        .where('document.at', '<=', until)
        .orderBy('document.at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, name, title, at }) => ({ articleId: asId<ArticleId>(id), sourceName: name, title, at }))
    },
    keptDays,
  )
}
