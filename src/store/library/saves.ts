import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type EntryId } from '../../core/ids.ts'
import type { Saved, SavedKind } from '../../core/marks.ts'
import { askToKeep, setAllStarred, starredAtSql } from '../articles/reading-marks.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { markedTargets, onPresentStories } from '../stories/story-aliases.ts'
import { starredArticles, starSaved } from './star-saved.ts'

type StarredEntry = {
  readonly id: EntryId
  readonly title: string
  readonly sourceName: string
  readonly publishedAt: string
  /** When it was starred. */
  readonly at: string
  readonly url?: string
  readonly articleId?: ArticleId
}

/** Readers' saved stories and articles. An article is saved when it is here, or one of its entries has the reader's star. */
export function saveStore(engine: Engine) {
  const { reader } = engine
  return {
    /**
     * Saving again keeps the first time; an article's entries in the reader's feeds get a star. Returns how many weren't saved before,
     * as an article or by a star.
     */
    async add(readerId: string, saved: readonly Saved[]): Promise<number> {
      if (saved.length === 0) return 0
      const rows = saved.map(({ kind, target, title, at }) => ({ reader_id: readerId, kind, target, title, at }))
      const ifExists = 'on conflict (reader_id, kind, target) do nothing'
      const articles = saved.filter(({ kind }) => kind === 'article').map(({ target }) => target)
      return engine.write(async (tx) => {
        const starred = await starredArticles(engine, tx, readerId, articles)
        const added = await engine.insertMany(tx, 'saved', rows, { ifExists, returning: ['target'] })
        await starSaved(engine, tx, readerId, articles)
        await askToKeep(engine, tx, articles, saved[0]!.at)
        return added.filter(({ target }) => !starred.has(String(target))).length
      })
    },

    remove: (readerId: string, kind: SavedKind, target: string): Promise<Saved | undefined> =>
      engine.write(async (tx) => {
        const star =
          kind === 'article' ? (await starredArticles(engine, tx, readerId, [target])).get(target) : undefined
        if (star) {
          const stars = star.entries.map((id) => ({ id, at: star.at }))
          await setAllStarred(engine, tx, readerId, stars, false)
        }
        const targets = await markedTargets(tx, kind, target)
        const rows = await tx
          .deleteFrom('saved')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .returning(['title', 'at'])
          .execute()
        const last = rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? (star && { title: star.title, at: star.at })
        return last && { kind, target, ...last }
      }),

    /** Latest first. */
    async list(readerId: string): Promise<readonly Saved[]> {
      const rows = await reader
        .selectFrom('saved')
        .select(['kind', 'target', 'title', 'at'])
        .where('reader_id', '=', readerId)
        .orderBy('at', 'desc')
        .orderBy('kind')
        .orderBy('target')
        .execute()
      return onPresentStories(
        engine,
        reader,
        rows.map((row) => ({ ...row, kind: row.kind as SavedKind })),
      )
    },

    /** Which of these are saved. */
    async among(readerId: string, kind: SavedKind, targets: readonly string[]): Promise<ReadonlySet<string>> {
      if (targets.length === 0) return new Set()
      const rows = await reader
        .selectFrom('saved')
        .select('target')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where(engine.isIn('target', [...targets]))
        .execute()
      return new Set(rows.map(({ target }) => target))
    },

    async has(readerId: string, kind: SavedKind, target: string): Promise<boolean> {
      const targets = await markedTargets(reader, kind, target)
      const row = await reader
        .selectFrom('saved')
        .select('target')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where(engine.isIn('target', targets))
        .limit(1)
        .executeTakeFirst()
      if (row || kind === 'story') return row !== undefined
      return (await starredArticles(engine, reader, readerId, [target])).size > 0
    },

    /** Starred entries, latest star first. */
    async listStarred(readerId: string, limit: number): Promise<readonly StarredEntry[]> {
      const rows = await reader
        .selectFrom('reading_mark')
        .innerJoin('entry', 'entry.sequence', 'reading_mark.sequence')
        .innerJoin('feed', 'feed.id', 'entry.feed_id')
        .innerJoin('source', 'source.id', 'feed.source_id')
        .select(['entry.sequence', 'entry.title', 'entry.published_at', 'entry.url', 'entry.article_id'])
        .select(['source.name', starredAtSql.as('at')])
        .where('reading_mark.reader_id', '=', readerId)
        .where('reading_mark.is_starred', '=', 1)
        .orderBy(starredAtSql, 'desc')
        .orderBy('entry.sequence', 'desc')
        .limit(Math.max(0, limit))
        .execute()
      return rows.map((row) => ({
        id: fromNumber<EntryId>(row.sequence),
        title: row.title,
        sourceName: row.name,
        publishedAt: row.published_at,
        at: row.at,
        ...defined({
          url: row.url ?? undefined,
          articleId: row.article_id === null ? undefined : asId<ArticleId>(row.article_id),
        }),
      }))
    },
  }
}

export type SaveStore = ReturnType<typeof saveStore>
