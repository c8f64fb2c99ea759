import type { CompareView } from '../operations/compare-articles.ts'

/** What the page asks that puts two articles side by side. */
export type CompareOperations = {
  /** Without a choice: the first article and the next with reporting of its own. */
  compareArticles(input: {
    readonly id: string
    readonly a?: string
    readonly b?: string
  }): Promise<CompareView | undefined>
}
