import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { type ArticleId, asId, type EntryId } from '../../core/ids.ts'
import type { RecheckOutcome } from '../../core/reading/revision-cause.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import type { Ingested } from './articles.ts'

/** In a story with more articles than this, the rest are not checked. */
const MOST_ASKED = 5000

/** The page of an article that is due for a recheck. */
export type DueRecheck = {
  readonly articleId: ArticleId
  readonly entryId: EntryId
  readonly url: string
  readonly validators: Validators
  /** The number of rechecks so far, including skipped ones. */
  readonly lookCount: number
}

/** The result of a recheck. `dueAt`: when the next one is; absent after the last. */
export type RecheckResult = Pick<DueRecheck, 'articleId' | 'lookCount'> & {
  /** Absent when the recheck was postponed or skipped. */
  readonly done?: { readonly at: string; readonly outcome: RecheckOutcome; readonly validators?: Validators }
  readonly dueAt?: string
}

/** Pages of articles, rechecked for a while after they were first read. */
export function recheckStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Claims due pages at least once: each is postponed by the lease before it is returned, so a crash loses none. */
    async claimDue(now: string, limit: number, leaseMs: number): Promise<readonly DueRecheck[]> {
      const due = await reader
        .selectFrom('article_look')
        .select('article_id')
        .where('due_at', '<=', now)
        .limit(1)
        .execute()
      // Checked first without writing, since this is called often.
      if (limit <= 0 || due.length === 0) return []
      return engine.write(async (tx) => {
        const rows = await tx
          .selectFrom('article_look')
          .select(['article_id', 'entry_sequence', 'url', 'validators', 'look_count'])
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .orderBy('article_id')
          .limit(limit)
          .modifyEnd(engine.skipLocked)
          .execute()
        await engine.updateMany(
          tx,
          'article_look',
          'article_id',
          rows.map((row) => ({ article_id: row.article_id, due_at: addMs(now, leaseMs) })),
        )
        return rows.map((row) => ({
          articleId: asId<ArticleId>(row.article_id),
          entryId: fromNumber<EntryId>(row.entry_sequence),
          url: row.url,
          validators: JSON.parse(row.validators) as Validators,
          lookCount: row.look_count,
        }))
      })
    },

    /** Safe to repeat. */
    async save({ articleId, lookCount, done, dueAt }: RecheckResult): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('article_look')
          .set({
            look_count: lookCount,
            due_at: dueAt ?? null,
            ...(done && { looked_at: done.at, outcome: done.outcome }),
            ...defined({ validators: done?.validators && JSON.stringify(done.validators) }),
          })
          .where('article_id', '=', articleId)
          .execute(),
      )
    },

    /** The articles whose page was permanently removed at the last recheck. */
    goneOf: (articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>> =>
      withOutcome(engine, articleIds, ['gone']),

    /** The articles whose URL had no page, or another page, at the last recheck. */
    absentOf: (articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>> =>
      withOutcome(engine, articleIds, ['missing', 'other-page']),

    /** The last recheck of an article and its outcome; undefined before the first. */
    async lastOf(articleId: ArticleId): Promise<{ readonly at: string; readonly outcome: RecheckOutcome } | undefined> {
      const row = await reader
        .selectFrom('article_look')
        .select(['looked_at', 'outcome'])
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row?.looked_at == null ? undefined : { at: row.looked_at, outcome: row.outcome as RecheckOutcome }
    },
  }
}

export type RecheckStore = ReturnType<typeof recheckStore>

/** The articles whose last recheck had one of these outcomes. */
async function withOutcome(
  { reader }: Engine,
  articleIds: readonly ArticleId[],
  outcomes: readonly RecheckOutcome[],
): Promise<ReadonlySet<ArticleId>> {
  if (articleIds.length === 0) return new Set()
  const rows = await reader
    .selectFrom('article_look')
    .select('article_id')
    .where('article_id', 'in', articleIds.slice(0, MOST_ASKED))
    .where('outcome', 'in', outcomes)
    .execute()
  return new Set(rows.map((row) => row.article_id as ArticleId))
}

/**
 * Schedules pages for rechecking, in the transaction that stores their articles. A page already scheduled keeps its schedule and
 * only gets new validators.
 */
export async function scheduleRechecks(engine: Engine, tx: Tx, ingested: readonly Ingested[]): Promise<void> {
  await engine.insertMany(
    tx,
    'article_look',
    ingested.flatMap(({ article, entryIds, recheck }) =>
      recheck && entryIds[0] !== undefined
        ? {
            article_id: article.id,
            entry_sequence: toNumber(entryIds[0]),
            url: recheck.url,
            validators: JSON.stringify(recheck.validators),
            look_count: 0,
            looked_at: null,
            outcome: null,
            due_at: recheck.dueAt,
          }
        : [],
    ),
    { ifExists: 'on conflict (article_id) do update set url = excluded.url, validators = excluded.validators' },
  )
}
