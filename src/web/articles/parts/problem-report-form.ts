import { textProblems } from '../../../core/reading/text-account.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { ProblemReportView } from '../../../operations/articles/text-report-views.ts'
import { type Html, html } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** The page about how a text was extracted, for one of its revisions. */
export function textReportPath(id: string, revision?: string): string {
  const [path, query] = articlePath(id, revision === undefined ? {} : { revision }).split('?')
  return `${path}/text${query === undefined ? '' : `?${query}`}`
}

/** The form for reporting a problem with a text; works without script. */
export function problemReportForm(articleId: string, told: ProblemReportView | undefined, reader: Reader): Html {
  const { textReport: words } = reader.words
  return html`<form method="post" action="${textReportPath(articleId)}" class="stack">
<label>${words.tell.what} <select name="wrong" required>${textProblems.map(
    (wrong) => html`<option value="${wrong}"${told?.wrong === wrong && html` selected`}>${words.wrong[wrong]}</option>`,
  )}</select></label>
<label>${reader.words.discussion.inWords} <textarea name="words" rows="2" maxlength="${maxLength.wrongText}" dir="auto">${told?.words ?? ''}</textarea></label>
<p><button class="btn">${words.tell.send}</button></p></form>
<p class="note">${words.tell.note}</p>
`
}
