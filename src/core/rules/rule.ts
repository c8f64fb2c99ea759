import type { ArticleKind } from '../article.ts'
import type { RuleId } from '../ids.ts'

/** Kinds of articles that a rule may name. */
export const ruleArticleKinds = [
  'article',
  'opinion',
  'live',
  'video',
  'audio',
  'gallery',
  'newsletter',
] as const satisfies readonly ArticleKind[]
export type RuleArticleKind = (typeof ruleArticleKinds)[number]

/**
 * What an article must be for a rule to apply; all that is given must be true. Words are separated by commas: one of them is enough, in
 * any of its forms. Patterns are regular expressions that ignore case.
 */
export type RuleConditions = {
  readonly title?: string
  readonly titleNot?: string
  readonly titlePattern?: string
  /** In the title, the first words or the text. */
  readonly text?: string
  readonly textNot?: string
  readonly textPattern?: string
  readonly author?: string
  readonly feed?: string
  /** A folder of its feed, or one above that. */
  readonly folder?: string
  readonly source?: string
  /** ISO 639. */
  readonly language?: string
  readonly articleKind?: RuleArticleKind
  /** Whether an earlier article in the reader's feeds has all of its text. */
  readonly isCopy?: boolean
  /** Length of the text in words. */
  readonly longerThan?: number
  readonly shorterThan?: number
}

/** What a rule does with an article. A tag is only shown on what is saved, so tagging saves as well. */
export type RuleActions = {
  readonly read?: true
  readonly save?: true
  readonly tag?: string
  readonly hideDays?: number
  readonly alert?: true
  /** The id of a destination. */
  readonly sendTo?: string
}

/** One rule of a reader. */
export type Rule = {
  readonly id: RuleId
  readonly name?: string
  readonly isOn: boolean
  readonly conditions: RuleConditions
  readonly actions: RuleActions
  /** True where the rules below don't apply to what this one applied to. */
  readonly isLast?: true
  /** Articles that arrived earlier are only changed when the reader asks for it. */
  readonly since: string
}

/** What a rule is called: its name, else what it looks for. */
export function ruleLabel({ name, conditions }: Pick<Rule, 'name' | 'conditions'>): string {
  const { title, text, author, titlePattern, textPattern, folder, titleNot, textNot } = conditions
  return name ?? title ?? text ?? author ?? titlePattern ?? textPattern ?? folder ?? titleNot ?? textNot ?? ''
}

/** Most rules of one reader. */
export const mostRules = 200
/** Days that preview and "apply now" look back, and days that what a rule did is kept. */
export const ruleDays = { back: 30, kept: 90 } as const
