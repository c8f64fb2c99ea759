import type { EntryId } from '../../core/ids.ts'
import type { Rule } from '../../core/rules/rule.ts'
import type { RuleEffect } from '../../store/library/rules.ts'

export type { RuleEffect } from '../../store/library/rules.ts'

/** A rule, and how many articles it applied to in the last 30 days. */
export type RuleView = { readonly rule: Rule; readonly appliedCount: number }

/** Articles of the last 30 days that a rule applies to: how many of how many, and the newest of them. */
export type RulePreview = {
  readonly matched: number
  readonly total: number
  /** True where there are more articles than were looked at: the newest were. */
  readonly isCut: boolean
  readonly first: readonly {
    readonly id: EntryId
    readonly title: string
    readonly feedTitle: string
    readonly publishedAt: string
  }[]
}

/** What one rule did, the newest articles first. */
export type RuleLog = { readonly rule?: Rule; readonly effects: readonly RuleEffect[]; readonly next?: string }

/** What a form for a rule offers, and the rule that it changes. */
export type RuleForm = {
  readonly rule?: Rule
  readonly feeds: readonly { readonly id: string; readonly title: string }[]
  readonly folders: readonly string[]
  readonly tags: readonly string[]
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** Of the source that the rule names. */
  readonly sourceName?: string
}
