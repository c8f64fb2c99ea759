import type { ArticleKind, Completeness, Removal } from '../../core/article.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { ProblemReportState, TextAccount, TextProblem } from '../../core/reading/text-account.ts'
import type { TickedBlock } from '../../extract/rules/propose-article-rule.ts'

/** A reader's report of a problem with a text. */
export type ProblemReportView = {
  readonly id: string
  readonly wrong: TextProblem
  readonly words: string
  readonly state: ProblemReportState
  readonly at: string
}

/** How the text of an article was extracted. */
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
  /** Absent for texts older than this feature, or whose account was deleted. */
  readonly account?: TextAccount
  /** Known omissions, if there is no account. */
  readonly removals: readonly Removal[]
  /** The active rule for its URL. */
  readonly rule?: ArticleRule
  /** The reader's own problem report. */
  readonly told?: ProblemReportView
  readonly mayTell: boolean
}

export type ReportResult =
  /** `isPageKept` is false when the page couldn't be fetched or was too large; `why` is the reason in English. */
  | { readonly kind: 'told'; readonly told: ProblemReportView; readonly isPageKept: boolean; readonly why?: string }
  | { readonly kind: 'too-many' }

/** An article with all its problem reports. */
export type ReportedArticle = {
  readonly articleId: ArticleId
  readonly title: string
  readonly language: string
  readonly sourceName: string
  readonly url: string
  /** The first one's id identifies the article in requests. */
  readonly told: readonly ProblemReportView[]
}

export type ArticleRuleView = {
  readonly id: string
  readonly host: string
  readonly path: string
  readonly keep: string
  readonly remove: string
  readonly at: string
  readonly withdrawnAt?: string
}

/** Open problem reports, and the rules made from earlier ones. */
export type ProblemReportsView = {
  readonly open: readonly ReportedArticle[]
  readonly rules: readonly ArticleRuleView[]
}

/** What a rule extracts from a page: word counts before and after, lines removed and added. */
export type RulePreview = {
  readonly url: string
  readonly title: string
  readonly before: number
  readonly after: number
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** A reported page, its blocks, and what a rule would extract. */
export type ReportedPageView = ReportedArticle & {
  readonly state: ProblemReportState
  readonly page?: {
    readonly url: string
    readonly at: string
    readonly blocks: readonly (TickedBlock & { readonly isTicked: boolean })[]
    /** Ticked blocks that no rule can separate. */
    readonly unmet: readonly number[]
    /** The rule in the preview: proposed from the ticks, or as written. */
    readonly rule?: ArticleRule
    /** Why a written rule can't be used. */
    readonly problem?: string
    /** This page first, then other stored pages of its site. */
    readonly previews: readonly RulePreview[]
  }
}

export type RuleSaved =
  /** `outcome`: the result of extracting the article again with the rule. */
  | { readonly kind: 'saved'; readonly id: string; readonly outcome: 'same' | 'revised' | 'not-there' | 'failed' }
  | { readonly kind: 'refused'; readonly message: string }
