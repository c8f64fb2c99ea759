import type { ReportedPageView, RulePreview } from '../../../operations/articles/text-report-views.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, outLink } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { problemReportsPath } from './problem-reports.ts'

type Page = NonNullable<ReportedPageView['page']>

/** The state of the form. */
type ReportForm = { readonly id: string; readonly path?: string; readonly refused?: string }

/** A reported page: which of its lines are in the text, with checkboxes to change that, the rule for it, and the rule's effect. */
export function problemReportPage(view: ReportedPageView, asked: ReportForm, reader: Reader): string {
  const { textReport: words } = reader.words
  const { page, told, title, language, articleId } = view
  const body = html`<div class="single text-report"><header class="pagehead"><h1>${words.page.title}</h1>
<p><a href="${articlePath(articleId)}/text"${languageAttributes(language)}>${title}</a> <small>${foreign(view.sourceName)} · ${words.state[view.state]}</small></p></header>
<ul class="plain">${told.map((one) => html`<li>${words.wrong[one.wrong]}${one.words && html`: ${foreign(one.words)}`} <small>${when(one.at, reader)}</small></li>`)}</ul>
${asked.refused && html`<p class="notice warn" role="alert"><b>${words.page.refused}</b>${reader.words.colon}<span dir="auto">${asked.refused}</span></p>`}
${page ? html`${ruleForm(page, asked, reader)}${blockForm(page, asked, reader)}` : html`<p class="notice">${words.page.noPage}</p>`}
<p class="small"><a href="${problemReportsPath}">${words.desk.title}</a></p></div>
`
  return layout(reader, { title: `${words.page.title} · ${title}`, place: 'server', body })
}

function ruleForm(page: Page, { id, path = '' }: ReportForm, reader: Reader): Html {
  const { page: words } = reader.words.textReport
  const { rule, problem, unmet, previews } = page
  const field = (name: string, label: string, value: string, most: number) =>
    html`<p class="field"><label for="rule-${name}">${label}</label> <input id="rule-${name}" name="${name}" value="${value}" maxlength="${most}" spellcheck="false" autocomplete="off" autocapitalize="off" dir="ltr"></p>`
  return section(
    'rule',
    reader.words.pageFeeds.rule,
    html`${!rule && html`<p class="note">${words.nothingProposed}</p>`}${unmet.length > 0 && html`<p class="notice">${words.unmet(unmet.length)}</p>`}
${problem && html`<p class="notice warn" role="alert">${words.problem}${reader.words.colon}<code dir="ltr">${problem}</code></p>`}
<form method="post" action="${problemReportsPath}/${id}/rule" class="rule-fields">${field('keep', words.keep, rule?.keep ?? '', 400)}
${field('remove', words.remove, rule?.remove ?? '', 400)}
${field('path', words.path, path, 200)}
<p><button class="btn" formaction="${problemReportsPath}/${id}">${reader.words.pageFeeds.look}</button> <button class="btn">${words.save}</button></p></form>
${previews.length > 0 && html`<h3>${reader.words.pageFeeds.look}</h3><ul class="plain previews">${previews.map((one, index) => preview(one, index === 0, reader))}</ul>`}`,
  )
}

function preview({ url, title, before, after, gone, come }: RulePreview, isThis: boolean, reader: Reader): Html {
  const { page: words } = reader.words.textReport
  const { number } = reader.words
  const lines = (label: string, all: readonly string[]) =>
    all.length > 0 &&
    html`<p class="small">${label}</p><ul class="removed">${all.map((line) => html`<li>${foreign(line)}</li>`)}</ul>`
  return html`<li><p>${isThis ? html`<b>${words.thisPage}</b>` : outLink(url, foreign(title))} <small>${words.words(number(before), number(after))}</small></p>
${gone.length + come.length === 0 && html`<p class="small">${reader.words.revised.nothing}</p>`}${lines(reader.words.revised.kinds.removed, gone)}${lines(reader.words.revised.kinds.added, come)}</li>
`
}

function blockForm(page: Page, { id }: ReportForm, reader: Reader): Html {
  const { page: words } = reader.words.textReport
  const unmet = new Set(page.unmet)
  return section(
    'blocks',
    words.blocks,
    html`<p class="note">${words.keptAt}${reader.words.colon}${outLink(page.url, foreign(new URL(page.url).host))}, ${when(page.at, reader)}</p>
<form method="post" action="${problemReportsPath}/${id}" class="ticks">${page.blocks.map(
      ({ at, text, isTicked, kind }) =>
        html`<label class="${kind === 'heading' && 'head-block'}${unmet.has(at) && ' unmet'}"><input type="checkbox" name="in" value="${at}"${isTicked && html` checked`}> ${foreign(text)}</label>
`,
    )}<p><button class="btn" name="ticked" value="1">${words.propose}</button></p></form>`,
  )
}
