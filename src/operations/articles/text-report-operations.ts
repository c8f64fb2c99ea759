import { saveArticleRule, withdrawArticleRule } from './article-rules.ts'
import { getTextReport } from './get-text-report.ts'
import { tellWrongText, withdrawTold } from './tell-wrong-text.ts'
import { closeTold, getTold, listTold } from './told-desk.ts'

/** What can be asked of how texts came about, and done about those that are wrong. */
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
