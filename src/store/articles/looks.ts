import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { type ArticleId, asId, type EntryId } from '../../core/ids.ts'
import type { RecheckOutcome } from '../../core/reading/revision-cause.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import type { Ingested } from './articles.ts'

/** Of a story with more articles than this, no more are asked after. */
const MOST_ASKED = 5000

/** The page of an article that is to be looked at again. */
export type DueLook = {
  readonly articleId: ArticleId
  readonly entryId: EntryId
  readonly url: string
  readonly validators: Validators
  /** How many looks there were, those passed over among them. */
  readonly lookCount: number
}

/** What a look came to. `dueAt`: when the next is; absent: it was the last. */
export type LookDone = Pick<DueLook, 'articleId' | 'lookCount'> & {
  /** Absent: nobody looked, it was put off or passed over. */
  readonly looked?: { readonly at: string; readonly outcome: RecheckOutcome; readonly validators?: Validators }
  readonly dueAt?: string
}

/** Pages of articles, looked at again for a while after they were read. */
export function lookStore(engine: Engine) {
  const { reader } = engine
  return {
    /** At-least-once: those that are due, put off by the lease before they are handed out, so that who dies with one loses none. */
    async claimDue(now: string, limit: number, leaseMs: number): Promise<readonly DueLook[]> {
      const due = await reader
        .selectFrom('article_look')
        .select('article_id')
        .where('due_at', '<=', now)
        .limit(1)
        .execute()
      // Looked at first without writing: who asks often must cost nothing.
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
    async save({ articleId, lookCount, looked, dueAt }: LookDone): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('article_look')
          .set({
            look_count: lookCount,
            due_at: dueAt ?? null,
            ...(looked && { looked_at: looked.at, outcome: looked.outcome }),
            ...defined({ validators: looked?.validators && JSON.stringify(looked.validators) }),
          })
          .where('article_id', '=', articleId)
          .execute(),
      )
    },

    /** Those of the articles whose page was taken away for good when it was last looked at. */
    goneOf: (articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>> =>
      lookedAs(engine, articleIds, ['gone']),

    /** Those at whose address there was no page, or that of something else, when it was last looked at. */
    absentOf: (articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>> =>
      lookedAs(engine, articleIds, ['missing', 'other-page']),

    /** The last look at an article, and what it found; undefined while there was none. */
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

export type LookStore = ReturnType<typeof lookStore>

/** Those of the articles whose last look came to one of these. */
async function lookedAs(
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
 * Writes down which pages are to be looked at again, in the transaction that keeps their articles. An article whose page is
 * known keeps its turns: only what to ask with is new.
 */
export async function saveLooks(engine: Engine, tx: Tx, ingested: readonly Ingested[]): Promise<void> {
  await engine.insertMany(
    tx,
    'article_look',
    ingested.flatMap(({ article, entryIds, look }) =>
      look && entryIds[0] !== undefined
        ? {
            article_id: article.id as string,
            entry_sequence: toNumber(entryIds[0]),
            url: look.url,
            validators: JSON.stringify(look.validators),
            look_count: 0,
            looked_at: null,
            outcome: null,
            due_at: look.dueAt,
          }
        : [],
    ),
    { ifExists: 'on conflict (article_id) do update set url = excluded.url, validators = excluded.validators' },
  )
}
