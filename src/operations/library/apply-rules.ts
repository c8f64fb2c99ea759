import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type EntryId, type RuleId } from '../../core/ids.ts'
import { compileRules } from '../../core/rules/compile-rules.ts'
import type { Rule, RuleConditions } from '../../core/rules/rule.ts'
import { entryId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { ruleConditions, ruleId } from './rule-input.ts'
import type { RuleLog, RulePreview } from './rule-views.ts'
import { ruleSince } from './rules.ts'

/** The newest articles that are looked at; fewer where their texts must be read. */
const MOST = 10_000
const MOST_TEXTS = 2_000
const AT_ONCE = 500
const SHOWN = 10
const LOG_PAGE = 50

export const previewRule = defineOperation({
  name: 'preview_rule',
  minRole: 'reader',
  summary: 'How many articles of the last 30 days some conditions match, and the newest of them; changes nothing',
  input: z.strictObject({ conditions: ruleConditions }),
  async run(context, { conditions }): Promise<RulePreview> {
    const { store, reader } = context
    const { sequences, total, isCut } = await matching(context, conditions)
    const first = await store.entries.rows(
      reader.id,
      sequences.slice(0, SHOWN).map((sequence) => asId<EntryId>(String(sequence))),
    )
    return {
      matched: sequences.length,
      total,
      isCut,
      first: first.map(({ id, title, feedTitle, publishedAt }) => ({ id, title, feedTitle, publishedAt })),
    }
  },
})

export const applyRule = defineOperation({
  name: 'apply_rule',
  minRole: 'reader',
  summary: 'Applies a rule to the articles of the last 30 days; nothing is sent. Returns how many it newly applied to',
  input: z.strictObject({ id: ruleId }),
  async run(context, { id }): Promise<{ readonly count: number } | undefined> {
    const { store, reader, now } = context
    const rule = await findRule(context, id)
    if (!rule) return undefined
    const { sequences } = await matching(context, rule.conditions)
    let count = 0
    for (let from = 0; from < sequences.length; from += AT_ONCE)
      count += await store.rules.apply(reader.id, rule, sequences.slice(from, from + AT_ONCE), now().toISOString())
    return { count }
  },
})

export const undoRule = defineOperation({
  name: 'undo_rule',
  minRole: 'reader',
  summary: 'Undoes what a rule did in the last 90 days, to all articles or one. Returns how many',
  input: z.strictObject({ id: ruleId, entryId: entryId.optional() }),
  run: async ({ store, reader, now }, { id, entryId }): Promise<{ readonly count: number }> => ({
    count: await store.rules.undo(reader.id, id, now().toISOString(), entryId),
  }),
})

export const getRuleLog = defineOperation({
  name: 'get_rule_log',
  minRole: 'reader',
  summary: 'A rule, and what it did in the last 90 days, newest articles first',
  input: z.strictObject({ id: ruleId, cursor: z.string().max(40).optional() }),
  async run(context, { id, cursor }): Promise<RuleLog | undefined> {
    const rule = await findRule(context, id)
    const { rows, next } = await context.store.rules.effects(context.reader.id, id, LOG_PAGE, cursor)
    return rule || rows.length > 0 ? { effects: rows, ...defined({ rule, next }) } : undefined
  },
})

async function findRule(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  id: RuleId,
): Promise<Rule | undefined> {
  return (await store.rules.list(reader.id)).find((rule) => rule.id === id)
}

/** The articles of the last 30 days that match, newest first. */
async function matching(
  { store, reader, now }: Pick<OperationContext, 'store' | 'reader' | 'now'>,
  conditions: RuleConditions,
): Promise<{ readonly sequences: readonly number[]; readonly total: number; readonly isCut: boolean }> {
  const at = now()
  const rule = { id: asId<RuleId>('preview'), isOn: true, conditions, actions: {}, since: '' }
  const { decide, needs } = compileRules([rule])
  const most = needs.text ? MOST_TEXTS : MOST
  const sequences: number[] = []
  let total = 0
  let cursor: string | undefined
  do {
    const limit = Math.min(AT_ONCE, most - total)
    const { rows, next } = await store.entries.listArrivals(reader.id, { arrivedFrom: ruleSince(at) }, limit, cursor)
    const facts = await store.rules.facts(reader.id, rows, needs)
    for (const each of facts.toReversed()) if (decide(each).length > 0) sequences.push(each.sequence)
    total += rows.length
    cursor = next
  } while (cursor !== undefined && total < most)
  return { sequences, total, isCut: cursor !== undefined }
}
