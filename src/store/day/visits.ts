import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Visit, VisitKind } from '../../core/marks.ts'
import { targetKey } from '../../core/marks.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import type { VisitTable } from '../library/mark-schema.ts'
import { markedTargets } from '../stories/story-aliases.ts'

/** A repeated look within this time is the same visit. */
const SAME_VISIT_MS = 30 * 60_000
/** A repeated look within this time isn't written: what arrives meanwhile is shown as new twice rather than never. */
const SAME_LOOK_MS = 60_000

const keepLater = `on conflict (reader_id, kind, target) do update set at = excluded.at, previous_at = excluded.previous_at
  where excluded.at >= visit.at`

/** When readers looked at what: one row per thing, with the last visit and the end of the one before. */
export function visitStore(engine: Engine) {
  const { reader } = engine
  return {
    /**
     * Records a look, and returns when the previous visit ended, undefined on the first. A repeated look within 30 minutes is the same
     * visit and returns the same; within a minute it isn't even written. `at` is ISO 8601, UTC.
     */
    async touch(readerId: string, kind: VisitKind, target: string, at: string): Promise<string | undefined> {
      const known = await latest(engine, reader, readerId, kind, target)
      if (known?.target === target && isSameLook(known, at)) return known.previous_at ?? undefined
      return engine.write(async (tx) => {
        const before = visitBefore(await latest(engine, tx, readerId, kind, target), at)
        const row = { reader_id: readerId, kind, target, at, previous_at: before ?? null }
        await engine.insertMany(tx, 'visit', [row], { ifExists: keepLater })
        return before
      })
    },

    /** The same for many things in one write. Returns those visited before, each with the end of that visit. */
    touchMany: (
      readerId: string,
      kind: VisitKind,
      targets: readonly string[],
      at: string,
    ): Promise<ReadonlyMap<string, string>> =>
      engine.write((tx) => touchVisits(engine, tx, readerId, kind, targets, at)),

    /** The last look at each thing; never visited ones are left out. */
    async lastOf(readerId: string, kind: VisitKind, targets: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (targets.length === 0) return new Map()
      const rows = await reader
        .selectFrom('visit')
        .select(['target', 'at'])
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where(engine.isIn('target', targets))
        .execute()
      return new Map(rows.map((row) => [row.target, row.at]))
    },

    /** What `touch` would return, without recording anything. */
    lastBefore: async (readerId: string, kind: VisitKind, target: string, at: string): Promise<string | undefined> =>
      visitBefore(await latest(engine, reader, readerId, kind, target), at),

    /** Latest first, for some kinds. */
    async list(readerId: string, kinds: readonly VisitKind[], limit: number, cursor?: string): Promise<Page<Visit>> {
      const after = fromCursor(cursor, 3)
      const rows = await reader
        .selectFrom('visit')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where(engine.isIn('kind', kinds))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(at, kind, target) < (${after![0]}, ${after![1]}, ${after![2]})`),
        )
        .orderBy('at', 'desc')
        .orderBy('kind', 'desc')
        .orderBy('target', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(rows, limit, ({ at, kind, target }) => [at, kind, target], toVisit)
    },

    /** Imports visits; the later of two stays. */
    async add(readerId: string, visits: readonly Visit[]): Promise<void> {
      if (visits.length === 0) return
      const rows = visits.map(({ kind, target, at, previousAt }) => ({
        reader_id: readerId,
        kind,
        target,
        at,
        previous_at: previousAt ?? null,
      }))
      const once = new Map(rows.map((row) => [targetKey(row), row]))
      await engine.write((tx) => engine.insertMany(tx, 'visit', [...once.values()], { ifExists: keepLater }))
    },

    /** Deletes visits to these things, and all of their kind before a time, in one write. */
    forget: (readerId: string, kind: VisitKind, targets: readonly string[], before?: string): Promise<void> =>
      engine.write(async (tx) => {
        const isOfKind = tx.deleteFrom('visit').where('reader_id', '=', readerId).where('kind', '=', kind)
        if (targets.length > 0) await isOfKind.where(engine.isIn('target', targets)).execute()
        if (before !== undefined) await isOfKind.where('at', '<', before).execute()
      }),

    /** Deletes visits of some kinds, or to one thing. */
    clear: (readerId: string, kinds: readonly VisitKind[], target?: string): Promise<number> =>
      engine.write(async (tx) => {
        const rows = await tx
          .deleteFrom('visit')
          .where('reader_id', '=', readerId)
          .where(engine.isIn('kind', kinds))
          .$if(target !== undefined, (query) => query.where('target', '=', target!))
          .returning('target')
          .execute()
        return rows.length
      }),
  }
}

/** Records looks at many things in a write. Returns those visited before, each with the end of that visit. */
export async function touchVisits(
  engine: Engine,
  tx: Tx,
  readerId: string,
  kind: VisitKind,
  targets: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, string>> {
  if (targets.length === 0) return new Map()
  const found = await tx
    .selectFrom('visit')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where('kind', '=', kind)
    .where(engine.isIn('target', targets))
    .execute()
  const last = new Map(found.map((row) => [row.target, row]))
  const rows = [...new Set(targets)].map((target) => ({
    reader_id: readerId,
    kind,
    target,
    at,
    previous_at: visitBefore(last.get(target), at) ?? null,
  }))
  await engine.insertMany(tx, 'visit', rows, { ifExists: keepLater })
  return new Map(rows.flatMap(({ target, previous_at }) => (previous_at === null ? [] : [[target, previous_at]])))
}

export type VisitStore = ReturnType<typeof visitStore>

/** The latest visit to a thing; for a story also to those merged into it. */
async function latest(
  engine: Engine,
  reader: Db,
  readerId: string,
  kind: VisitKind,
  target: string,
): Promise<VisitTable | undefined> {
  const targets = await markedTargets(reader, kind, target)
  return reader
    .selectFrom('visit')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where('kind', '=', kind)
    .where(engine.isIn('target', targets))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function visitBefore(last: VisitTable | undefined, at: string): string | undefined {
  if (!last) return undefined
  const isSame = Date.parse(at) - Date.parse(last.at) < SAME_VISIT_MS
  return isSame ? (last.previous_at ?? undefined) : last.at
}

function isSameLook(last: VisitTable, at: string): boolean {
  const passed = Date.parse(at) - Date.parse(last.at)
  return passed >= 0 && passed < SAME_LOOK_MS
}

function toVisit({ kind, target, at, previous_at }: VisitTable): Visit {
  return { kind: kind as VisitKind, target, at, ...defined({ previousAt: previous_at ?? undefined }) }
}
