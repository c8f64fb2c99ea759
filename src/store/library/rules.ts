import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { EntryId, FeedId, RuleId } from '../../core/ids.ts'
import type { RuleNeeds } from '../../core/rules/compile-rules.ts'
import type { Rule } from '../../core/rules/rule.ts'
import type { Page } from '../engine/cursor.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { carryOut } from './carry-out-rules.ts'
import { type EntryFacts, ruleFacts } from './rule-facts.ts'
import { undoEffects } from './undo-rules.ts'

/** Entries undone in one write, so that nobody waits long. */
const undoneAtOnce = 500
/** How `awaits` counts what is still to be made. */
const awaitedBy = { alert: 1, send: 2 } as const

/** What a rule did to an entry. */
export type RuleEffect = {
  readonly entryId: EntryId
  readonly feedId: FeedId
  readonly title: string
  readonly at: string
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly tags: readonly string[]
  readonly hiddenUntil?: string
  readonly undoneAt?: string
}

/** What is made of a match later, in a job. */
export type RuleEvent = 'alert' | 'send'

/** A match whose alert or message is still to be made. */
export type AwaitedEffect = { readonly ruleId: RuleId; readonly entryId: EntryId }

/** Readers' rules, and what they did. */
export function ruleStore(engine: Engine) {
  const { reader } = engine
  const list = whileUnchanged(engine, async (readerId: string): Promise<readonly Rule[]> => {
    const row = await reader.selectFrom('rule_list').select('body').where('reader_id', '=', readerId).executeTakeFirst()
    return row ? (JSON.parse(row.body) as readonly Rule[]) : []
  })
  // Read by every list.
  const hiding = whileUnchanged(engine, async (readerId: string) =>
    reader
      .selectFrom('rule_effect')
      .select(['rule_id', 'sequence', 'hidden_until'])
      .where('reader_id', '=', readerId)
      .where('hidden_until', 'is not', null)
      .where('undone_at', 'is', null)
      .execute(),
  )
  return {
    /** In the order in which they apply. */
    list,

    /** Changes the list in one transaction, from what it then is. Returns the new list; undefined from `change` leaves it. */
    change: (
      readerId: string,
      at: string,
      change: (rules: readonly Rule[]) => readonly Rule[] | undefined,
    ): Promise<readonly Rule[] | undefined> =>
      engine.write(async (tx) => {
        // Whoever changes it at the same time waits here.
        await engine.insertMany(tx, 'rule_list', [{ reader_id: readerId, version: '', body: '[]', at }], {
          ifExists: 'on conflict (reader_id) do update set at = excluded.at',
        })
        const row = await tx
          .selectFrom('rule_list')
          .select('body')
          .where('reader_id', '=', readerId)
          .executeTakeFirstOrThrow()
        const changed = change(JSON.parse(row.body) as readonly Rule[])
        if (changed)
          await tx
            .updateTable('rule_list')
            .set({ version: randomUUID(), body: JSON.stringify(changed), at })
            .where('reader_id', '=', readerId)
            .execute()
        return changed
      }),

    /** The facts of entries, for a preview. */
    facts: (readerId: string, ids: readonly EntryId[], needs: RuleNeeds): Promise<readonly EntryFacts[]> =>
      ruleFacts(engine, reader, readerId, ids.map(toNumber), needs),

    /** Applies a rule to stored entries because its reader asks for it. Nothing is sent. Returns how many it newly applied to. */
    apply: (readerId: string, rule: Rule, sequences: readonly number[], at: string): Promise<number> =>
      engine.write((tx) =>
        carryOut(
          engine,
          tx,
          readerId,
          sequences.map((sequence) => ({ rule, sequence })),
          { at, isAsked: true, isNew: false, maySend: () => false },
        ),
      ),

    /** Undoes everything a rule did, or what it did to one entry. Returns how many entries that were. */
    async undo(readerId: string, ruleId: RuleId, at: string, entryId?: EntryId): Promise<number> {
      const of = { at, most: undoneAtOnce, ...defined({ sequence: entryId && toNumber(entryId) }) }
      for (let count = 0; ; ) {
        const undone = await engine.write((tx) => undoEffects(engine, tx, readerId, ruleId, of))
        count += undone
        if (undone < undoneAtOnce) return count
      }
    },

    /** Whether entries are read is the reader's own from now on: undoing what a rule marked read leaves it. Most calls write nothing. */
    async leaveReading(readerId: string, ids: readonly EntryId[]): Promise<void> {
      const marking = (await list(readerId)).flatMap(({ id, actions }) => (actions.read ? [id] : []))
      if (marking.length === 0 || ids.length === 0) return
      const isMarked = sql<boolean>`reader_id = ${readerId} and is_read = 1 and ${engine.isIn('rule_id', marking)}
        and ${engine.isIn('sequence', ids.map(toNumber))}`
      const some = await reader.selectFrom('rule_effect').select('sequence').where(isMarked).limit(1).execute()
      if (some.length > 0)
        await engine.write((tx) => tx.updateTable('rule_effect').set({ is_read: 2 }).where(isMarked).execute())
    },

    /** How many entries each rule applied to since a time, without what was undone. */
    async counts(readerId: string, since: string): Promise<ReadonlyMap<string, number>> {
      const rows = await reader
        .selectFrom('rule_effect')
        .select(['rule_id', sql<number>`count(*)`.as('count')])
        .where('reader_id', '=', readerId)
        .where('at', '>=', since)
        .where('undone_at', 'is', null)
        .groupBy('rule_id')
        .execute()
      return new Map(rows.map((row) => [row.rule_id, Number(row.count)]))
    },

    /** What a rule did, the newest entries first. */
    async effects(readerId: string, ruleId: RuleId, limit: number, cursor?: string): Promise<Page<RuleEffect>> {
      const rows = await reader
        .selectFrom('rule_effect')
        .innerJoin('entry', 'entry.sequence', 'rule_effect.sequence')
        .selectAll('rule_effect')
        .select(['entry.title', 'entry.feed_id'])
        .where('rule_effect.reader_id', '=', readerId)
        .where('rule_effect.rule_id', '=', ruleId)
        .$if(cursor !== undefined, (query) => query.where('rule_effect.sequence', '<', Number(cursor) || 0))
        .orderBy('rule_effect.sequence', 'desc')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      return {
        rows: shown.map((row) => ({
          entryId: fromNumber<EntryId>(row.sequence),
          feedId: fromNumber<FeedId>(row.feed_id),
          title: row.title,
          at: row.at,
          isRead: row.is_read > 0,
          isStarred: row.is_starred === 1,
          tags: row.tags === null ? [] : (JSON.parse(row.tags) as readonly string[]),
          ...defined({ hiddenUntil: row.hidden_until ?? undefined, undoneAt: row.undone_at ?? undefined }),
        })),
        ...defined({ next: rows.length > limit ? String(shown.at(-1)?.sequence) : undefined }),
      }
    },

    /** The entries that rules hide at a time, each with the rule that does. */
    async hidden(readerId: string, at: string): Promise<ReadonlyMap<EntryId, string>> {
      const rows = await hiding(readerId)
      return new Map(
        rows
          .filter((row) => (row.hidden_until ?? '') > at)
          .map((row) => [fromNumber<EntryId>(row.sequence), row.rule_id]),
      )
    },

    /** Matches whose alert or message is still to be made, oldest first. What is under embargo waits for its end. */
    async awaited(readerId: string, event: RuleEvent, limit: number): Promise<readonly AwaitedEffect[]> {
      const rows = await reader
        .selectFrom('rule_effect')
        .select(['rule_id', 'sequence'])
        .where('reader_id', '=', readerId)
        .where('awaits', 'in', [awaitedBy[event], 3])
        .where(sql<boolean>`not exists (select 1 from entry join embargo on embargo.feed_id = entry.feed_id
          where entry.sequence = rule_effect.sequence and embargo.ended_at is null)`)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ruleId: row.rule_id as RuleId, entryId: fromNumber<EntryId>(row.sequence) }))
    },

    async setDone(readerId: string, event: RuleEvent, effects: readonly AwaitedEffect[]): Promise<void> {
      for (const [ruleId, some] of Map.groupBy(effects, (effect) => effect.ruleId))
        await engine.write((tx) =>
          tx
            .updateTable('rule_effect')
            .set({ awaits: sql`awaits - ${awaitedBy[event]}` })
            .where('reader_id', '=', readerId)
            .where('awaits', 'in', [awaitedBy[event], 3])
            .where('rule_id', '=', ruleId)
            .where(
              engine.isIn(
                'sequence',
                some.map(({ entryId }) => toNumber(entryId)),
              ),
            )
            .execute(),
        )
    },
  }
}

export type RuleStore = ReturnType<typeof ruleStore>

/** A rule about a folder follows it to its new name. */
export async function renameInRules(tx: Tx, readerId: string, from: string, to: string): Promise<void> {
  // Without a name the folder is gone: a rule about no folder would apply to more than was meant.
  if (to === '') return
  const row = await tx.selectFrom('rule_list').select('body').where('reader_id', '=', readerId).executeTakeFirst()
  if (!row) return
  const rules = JSON.parse(row.body) as readonly Rule[]
  if (!rules.some(({ conditions }) => conditions.folder === from)) return
  const renamed = rules.map((rule) =>
    rule.conditions.folder === from ? { ...rule, conditions: { ...rule.conditions, folder: to } } : rule,
  )
  await tx
    .updateTable('rule_list')
    .set({ version: randomUUID(), body: JSON.stringify(renamed) })
    .where('reader_id', '=', readerId)
    .execute()
}
