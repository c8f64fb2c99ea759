import { saveArticleRule, withdrawArticleRule } from './article-rules.ts'
import { getTextReport } from './get-text-report.ts'
import { closeTextReport, listTextReports, previewTextReport } from './problem-reports.ts'
import { reportText, withdrawTextReport } from './report-problem.ts'

/** Operations on how texts were extracted, and on fixing wrong ones. */
export const textReportOperations = [
  getTextReport,
  reportText,
  withdrawTextReport,
  listTextReports,
  previewTextReport,
  closeTextReport,
  saveArticleRule,
  withdrawArticleRule,
] as const
