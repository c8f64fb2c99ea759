import { saveArticleRule, withdrawArticleRule } from './operations/article-rules.ts'
import { getTextReport } from './operations/get-text-report.ts'
import type { Ask, Need } from './operations/operation.ts'
import { tellWrongText, withdrawTold } from './operations/tell-wrong-text.ts'
import { closeTold, getTold, listTold } from './operations/told-desk.ts'
import type { TextReportOperations } from './web/text-report-operations.ts'

/** Joins the pages to how texts came about and to the desk where wrong ones are mended. */
export function textReportFace(ask: Ask, need: Need): TextReportOperations {
  return {
    textReport: ask(getTextReport),
    tellWrongText: ask(tellWrongText),
    withdrawTold: ask(withdrawTold),
    toldDesk: need(listTold),
    toldPage: ask(getTold),
    closeTold: ask(closeTold),
    saveArticleRule: ask(saveArticleRule),
    withdrawArticleRule: ask(withdrawArticleRule),
  }
}
