import type { ArticleKind, Completeness, Removal } from '../../core/article.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { ProblemReportState, TextAccount, TextProblem } from '../../core/reading/text-account.ts'
import type { TickedBlock } from '../../extract/rules/propose-article-rule.ts'

/** What a reader told of a text. */
export type ToldView = {
  readonly id: string
  readonly wrong: TextProblem
  readonly words: string
  readonly state: ProblemReportState
  readonly at: string
}

/** How the text of an article came about. */
export type TextReportView = {
  readonly articleId: ArticleId
  readonly url: string
  readonly sourceName: string
  readonly document: Pick<Document, 'id' | 'title' | 'text' | 'blocks' | 'language'>
  readonly isCurrent: boolean
  readonly authors: readonly string[]
  readonly publishedAt: string
  readonly updatedAt?: string
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** Absent where the text is older than these accounts, or its account was let go. */
  readonly account?: TextAccount
  /** What is known to be left out where there is no account. */
  readonly removals: readonly Removal[]
  /** The rule in force for its address. */
  readonly rule?: ArticleRule
  /** What the reader told of it. */
  readonly told?: ToldView
  readonly mayTell: boolean
}

export type TellResult =
  /** `isPageKept`: false where the page could not be fetched or was too large; `why` says so in English. */
  | { readonly kind: 'told'; readonly told: ToldView; readonly isPageKept: boolean; readonly why?: string }
  | { readonly kind: 'too-many' }

/** An article that was told of, with all that was told. */
export type ToldArticle = {
  readonly articleId: ArticleId
  readonly title: string
  readonly language: string
  readonly sourceName: string
  readonly url: string
  /** By the first of these it is asked for. */
  readonly told: readonly ToldView[]
}

export type HouseRuleView = {
  readonly id: string
  readonly host: string
  readonly path: string
  readonly keep: string
  readonly remove: string
  readonly at: string
  readonly withdrawnAt?: string
}

/** What waits at the desk, and the rules that were made there. */
export type ToldDesk = { readonly open: readonly ToldArticle[]; readonly rules: readonly HouseRuleView[] }

/** What a rule makes of a page: its words before and after, and the lines that went and came. */
export type RulePreview = {
  readonly url: string
  readonly title: string
  readonly before: number
  readonly after: number
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** A page that was told of, its blocks, and what a rule would make of it. */
export type ToldPageView = ToldArticle & {
  readonly state: ProblemReportState
  readonly page?: {
    readonly url: string
    readonly at: string
    readonly blocks: readonly (TickedBlock & { readonly isTicked: boolean })[]
    /** What was ticked and no rule can do. */
    readonly unmet: readonly number[]
    /** The rule looked at: proposed from the ticks, or as it was written. */
    readonly rule?: ArticleRule
    /** Why a written rule cannot be used. */
    readonly problem?: string
    /** Of this page first, then of others of its site that are kept. */
    readonly previews: readonly RulePreview[]
  }
}

export type RuleSaved =
  /** `outcome`: what came of reading the article again by it. */
  | { readonly kind: 'saved'; readonly id: string; readonly outcome: 'same' | 'revised' | 'not-there' | 'failed' }
  | { readonly kind: 'refused'; readonly message: string }
