import { saveArticleRule, withdrawArticleRule } from './article-rules.ts'
import { getTextReport } from './get-text-report.ts'
import { closeTold, getTold, listTold } from './problem-reports.ts'
import { tellWrongText, withdrawTold } from './report-problem.ts'

/** Operations on how texts were extracted, and on fixing wrong ones. */
export const textReportOperations = [
  getTextReport,
  tellWrongText,
  withdrawTold,
  listTold,
  getTold,
  closeTold,
  saveArticleRule,
  withdrawArticleRule,
] as const
