import { compilePattern } from '../../core/rules/linear-pattern.ts'
import type { RuleActions, RuleConditions } from '../../core/rules/rule.ts'
import { phrasesOf } from '../../core/rules/word-finder.ts'
import { type Form, text } from '../form.ts'

/** The fields of the form for a rule, as typed: what is absent or empty is no condition, and no action. */
export type RuleFields = Readonly<Partial<Record<RuleFieldName, string>>>

export const wordFields = ['title', 'text', 'author', 'titleNot', 'textNot'] as const
export const patternFields = ['titlePattern', 'textPattern'] as const
export const choiceFields = ['feed', 'folder', 'source', 'language', 'articleKind'] as const
const lengthFields = ['longerThan', 'shorterThan'] as const
const actionFields = ['read', 'save', 'tag', 'hideDays', 'alert', 'sendTo'] as const
const names = [
  ...(['id', 'name', 'off', 'isLast', 'isCopy'] as const),
  ...wordFields,
  ...patternFields,
  ...choiceFields,
  ...lengthFields,
  ...actionFields,
] as const
export type RuleFieldName = (typeof names)[number]

/** Why a form can't be saved, and the field that says so. */
export type RuleFault = {
  readonly why: 'condition' | 'action' | 'words' | 'pattern' | 'other'
  readonly field?: RuleFieldName
}

/** The fields of a form, or of a URL that fills one in. */
export function readRuleFields(form: Form): RuleFields {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(form, name)?.trim()
      return value ? [[name, value]] : []
    }),
  )
}

/** What the fields mean, and whether something is wrong with them. */
export function ruleOf(fields: RuleFields): {
  readonly conditions: RuleConditions
  readonly actions: RuleActions
  readonly fault?: RuleFault
} {
  const texts = [...wordFields, ...patternFields, ...choiceFields].flatMap((name) =>
    fields[name] === undefined ? [] : [[name, fields[name]] as const],
  )
  const lengths = lengthFields.flatMap((name) =>
    fields[name] === undefined ? [] : [[name, Number(fields[name])] as const],
  )
  const conditions: RuleConditions = {
    ...Object.fromEntries([...texts, ...lengths]),
    ...(fields.isCopy !== undefined && { isCopy: fields.isCopy === 'yes' }),
  }
  const actions: RuleActions = {
    ...(fields.read && { read: true }),
    ...(fields.save && { save: true }),
    ...(fields.tag !== undefined && { tag: fields.tag }),
    ...(fields.hideDays !== undefined && { hideDays: Number(fields.hideDays) }),
    ...(fields.alert && { alert: true }),
    ...(fields.sendTo !== undefined && { sendTo: fields.sendTo }),
  }
  const fault = faultOf(fields, conditions, actions)
  return { conditions, actions, ...(fault && { fault }) }
}

function faultOf(fields: RuleFields, conditions: RuleConditions, actions: RuleActions): RuleFault | undefined {
  const wordless = wordFields.find((name) => fields[name] !== undefined && phrasesOf(fields[name]).length === 0)
  if (wordless) return { why: 'words', field: wordless }
  const refused = patternFields.find(
    (name) => fields[name] !== undefined && compilePattern(fields[name]).kind === 'refused',
  )
  if (refused) return { why: 'pattern', field: refused }
  const isCount = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value > 0)
  const miscounted = lengthFields.find((name) => !isCount(conditions[name]))
  if (miscounted) return { why: 'other', field: miscounted }
  if (!isCount(actions.hideDays) || (actions.hideDays ?? 1) > 365) return { why: 'other', field: 'hideDays' }
  if (Object.keys(conditions).length === 0) return { why: 'condition' }
  if (Object.keys(actions).length === 0) return { why: 'action' }
  return undefined
}

/** A rule as the fields of its form. */
export function fieldsOfRule(rule: {
  readonly id: string
  readonly name?: string
  readonly isOn: boolean
  readonly isLast?: true
  readonly conditions: RuleConditions
  readonly actions: RuleActions
}): RuleFields {
  const { id, name, isOn, isLast, conditions, actions } = rule
  const { isCopy, ...others } = conditions
  const written = Object.entries({ ...others, ...actions }).map(([key, value]) => [
    key,
    value === true ? '1' : String(value),
  ])
  return {
    ...Object.fromEntries(written),
    id,
    ...(name !== undefined && { name }),
    ...(!isOn && { off: '1' }),
    ...(isLast && { isLast: '1' }),
    ...(isCopy !== undefined && { isCopy: isCopy ? 'yes' : 'no' }),
  }
}
