import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type RuleId } from '../../core/ids.ts'
import { mostRules, type Rule, ruleDays } from '../../core/rules/rule.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { ruleActions, ruleConditions, ruleId, ruleName } from './rule-input.ts'
import type { RuleView } from './rule-views.ts'

const DAY_MS = 86_400_000

/** The time that the preview, the counts and “apply now” go back to. */
export function ruleSince(now: Date): string {
  return new Date(now.getTime() - ruleDays.back * DAY_MS).toISOString()
}

export const getRules = defineOperation({
  name: 'get_rules',
  minRole: 'reader',
  summary: 'The reader’s rules in order, each with the number of articles it applied to in the last 30 days',
  input: z.strictObject({}),
  async run({ store, reader, now }): Promise<readonly RuleView[]> {
    const rules = await store.rules.list(reader.id)
    if (rules.length === 0) return []
    const counts = await store.rules.counts(reader.id, ruleSince(now()))
    return rules.map((rule) => ({ rule, appliedCount: counts.get(rule.id) ?? 0 }))
  },
})

export const saveRule = defineOperation({
  name: 'save_rule',
  minRole: 'reader',
  summary: 'Adds a rule at the end, or changes one; it applies to articles that arrive from now on',
  input: z.strictObject({
    id: ruleId.optional(),
    name: ruleName.optional(),
    isOn: z.boolean().default(true),
    conditions: ruleConditions,
    actions: ruleActions,
    /** The rules below don't apply to what this one applied to. */
    isLast: z.boolean().default(false),
  }),
  async run({ store, reader, now }, { id, name, isLast, ...given }): Promise<Rule | undefined> {
    const { sendTo } = given.actions
    if (sendTo !== undefined && !(await store.destinations.find(reader.id, sendTo))) return undefined
    const at = now().toISOString()
    const rule: Rule = {
      id: id ?? asId<RuleId>(randomUUID()),
      ...given,
      ...defined({ name: name || undefined, isLast: isLast || undefined }),
      since: at,
    }
    const changed = await store.rules.change(reader.id, at, (rules) => {
      if (id !== undefined && !rules.some((each) => each.id === id)) return undefined
      if (id === undefined && rules.length >= mostRules) return undefined
      return id === undefined
        ? [...rules, rule]
        : rules.map((each) => (each.id === id ? changedRule(each, rule) : each))
    })
    return changed?.find((each) => each.id === rule.id)
  },
})

/** Another name doesn't make a rule a new one. */
function changedRule(before: Rule, after: Rule): Rule {
  const isSame =
    before.isOn && isDeepStrictEqual([before.conditions, before.actions], [after.conditions, after.actions])
  return isSame ? { ...after, since: before.since } : after
}

export const switchRule = defineOperation({
  name: 'switch_rule',
  minRole: 'reader',
  summary: 'Turns a rule on or off',
  input: z.strictObject({ id: ruleId, isOn: z.boolean() }),
  run: (context, { id, isOn }): Promise<Rule | undefined> =>
    changeOne(context, id, (rule) =>
      rule.isOn === isOn ? rule : { ...rule, isOn, since: context.now().toISOString() },
    ),
})

export const moveRule = defineOperation({
  name: 'move_rule',
  minRole: 'reader',
  summary: 'Moves a rule one place up or down',
  input: z.strictObject({ id: ruleId, to: z.enum(['up', 'down']) }),
  async run({ store, reader, now }, { id, to }): Promise<readonly Rule[] | undefined> {
    return store.rules.change(reader.id, now().toISOString(), (rules) => {
      const from = rules.findIndex((rule) => rule.id === id)
      const moved = rules[from]
      if (!moved) return undefined
      const others = rules.toSpliced(from, 1)
      return others.toSpliced(Math.max(0, to === 'up' ? from - 1 : from + 1), 0, moved)
    })
  },
})

export const removeRule = defineOperation({
  name: 'remove_rule',
  minRole: 'reader',
  summary: 'Deletes a rule; what it did stays. Returns the rule',
  input: z.strictObject({ id: ruleId }),
  async run({ store, reader, now }, { id }): Promise<Rule | undefined> {
    let removed: Rule | undefined
    await store.rules.change(reader.id, now().toISOString(), (rules) => {
      removed = rules.find((rule) => rule.id === id)
      return removed && rules.filter((rule) => rule.id !== id)
    })
    return removed
  },
})

async function changeOne(
  { store, reader, now }: Pick<OperationContext, 'store' | 'reader' | 'now'>,
  id: RuleId,
  change: (rule: Rule) => Rule,
): Promise<Rule | undefined> {
  const changed = await store.rules.change(reader.id, now().toISOString(), (rules) =>
    rules.some((rule) => rule.id === id) ? rules.map((rule) => (rule.id === id ? change(rule) : rule)) : undefined,
  )
  return changed?.find((rule) => rule.id === id)
}
