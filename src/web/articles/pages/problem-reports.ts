import type {
  ArticleRuleView,
  ProblemReportsView,
  ReportedArticle,
} from '../../../operations/articles/text-report-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

export type ReportsResult = 'closed' | 'withdrawn' | 'same' | 'revised' | 'not-there' | 'failed'

export const problemReportsPath = '/admin/texts'

/** Where the owner finds the texts that readers reported as wrong, and the rules made from them. */
export function problemReportsPage(desk: ProblemReportsView, reader: Reader, result?: ReportsResult): string {
  const { textReport } = reader.words
  const { desk: words, page } = textReport
  const done = {
    ...page.saved,
    closed: textReport.state.closed,
    withdrawn: words.withdrawn,
    'not-there': page.saved.failed,
  }
  const body = html`<div class="single text-report"><header class="pagehead"><h1>${words.title}</h1></header>
${result && html`<p class="notice done" role="status">${done[result]}</p>`}
${desk.open.length > 0 ? html`<ul class="own-list">${desk.open.map((one) => reportLine(one, reader))}</ul>` : html`<p class="empty">${words.none}</p>`}
${desk.rules.length > 0 && section('rules', words.rules, html`<ul class="own-list">${desk.rules.map((rule) => ruleLine(rule, reader))}</ul>`)}</div>
`
  return layout(reader, { title: words.title, place: 'server', body })
}

function reportLine({ articleId, title, language, sourceName, told }: ReportedArticle, reader: Reader): Html {
  const { textReport } = reader.words
  const [first] = told
  if (first === undefined) return html``
  return html`<li data-item><h2${languageAttributes(language)}><a href="${problemReportsPath}/${first.id}" aria-label="${textReport.desk.look}${reader.words.colon}${title}">${title}</a></h2>
<p class="small">${foreign(sourceName)} · <a href="${articlePath(articleId)}/text">${textReport.title}</a></p>
<ul class="plain">${told.map(({ wrong, words, at }) => html`<li>${textReport.wrong[wrong]}${words && html`${reader.words.colon}${foreign(words)}`} <small>${when(at, reader)}</small></li>`)}</ul>
<form method="post" action="${problemReportsPath}/${first.id}/close" class="inline"><button class="btn quiet" aria-label="${reader.words.close}${reader.words.colon}${title}">${reader.words.close}</button></form></li>
`
}

function ruleLine({ id, host, path, keep, remove, at, withdrawnAt }: ArticleRuleView, reader: Reader): Html {
  const { page, tell } = reader.words.textReport
  return html`<li><p><b dir="ltr">${host}${path}</b> <small>${withdrawnAt ? html`${reader.words.revised.withdrawn} ${when(withdrawnAt, reader)}` : html`${reader.words.accounts.since} ${when(at, reader)}`}</small></p>
<p class="small">${joined([keep && html`${page.keep} <code dir="ltr">${keep}</code>`, remove && html`${page.remove} <code dir="ltr">${remove}</code>`], ' · ')}</p>
${!withdrawnAt && html`<form method="post" action="${problemReportsPath}/rules/withdraw" class="inline">${hidden('id', id)}<button class="btn quiet bad" aria-label="${tell.withdraw}${reader.words.colon}${host}${path}">${tell.withdraw}</button></form>`}</li>
`
}
