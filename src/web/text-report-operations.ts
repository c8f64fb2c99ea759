import type { RuleSaved, TellResult, TextReportView, ToldDesk, ToldPageView } from '../operations/text-report-views.ts'

/** How texts came about, and what is done about those that are wrong. Undefined: what was asked for is not there. */
export type TextReportOperations = {
  textReport(input: { readonly id: string; readonly revision?: string }): Promise<TextReportView | undefined>
  tellWrongText(input: {
    readonly id: string
    readonly wrong: string
    readonly words: string
  }): Promise<TellResult | undefined>
  withdrawTold(input: { readonly id: string }): Promise<true | undefined>
  toldDesk(): Promise<ToldDesk>
  toldPage(input: {
    readonly id: string
    readonly inText?: readonly number[]
    readonly keep?: string
    readonly remove?: string
  }): Promise<ToldPageView | undefined>
  closeTold(input: { readonly id: string }): Promise<true | undefined>
  saveArticleRule(input: {
    readonly id: string
    readonly keep: string
    readonly remove: string
    readonly path: string
  }): Promise<RuleSaved | undefined>
  withdrawArticleRule(input: { readonly id: string }): Promise<true | undefined>
}
