import type { SummaryLength } from '../core/summary.ts'
import type { SummaryView } from '../operations/summary-views.ts'

/** What the page of a summary asks. */
export type SummaryOperations = {
  summary(input: { readonly id: string; readonly length: SummaryLength }): Promise<SummaryView | undefined>
}
