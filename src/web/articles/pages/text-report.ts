import { nth } from '../../../core/nth.ts'
import { type AccountLine, markedFields, type TextAccount } from '../../../core/reading/text-account.ts'
import type { TextReportView } from '../../../operations/articles/text-report-views.ts'
import { percent } from '../../layout/badges.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { whyIncomplete } from '../../stories/parts/why-incomplete.ts'
import { problemReportForm } from '../parts/problem-report-form.ts'

const [tall, low] = [34, 22]

/**
 * A page as a strip in reading order, each line as wide as its number of words: tall if it is in the text, low if it was left out. The
 * numbers beside it say the same in words.
 */
function accountStrip(lines: readonly AccountLine[], reader: Reader): Html {
  const { textReport: words, direction } = reader.words
  const total = lines.reduce((sum, line) => sum + line.words, 0)
  if (total === 0) return html``
  const share = (part: number) => reader.words.percent(part / total)
  const kept = lines.reduce((sum, line) => sum + (line.block === undefined ? 0 : line.words), 0)
  let at = 0
  const bars = lines.map((line) => {
    const width = line.words / total
    const start = direction === 'rtl' ? 1 - at - width : at
    at += width
    const isKept = line.block !== undefined
    const label = isKept ? words.inText : (words.steps[line.step] ?? words.otherStep)
    return html`<rect class="${isKept ? 'kept-part' : 'left-part'}" x="${percent(start)}" y="${isKept ? 0 : tall - low}" width="${percent(width)}" height="${isKept ? tall : low}"><title>${label}</title></rect>`
  })
  return html`<figure class="account-strip"><svg width="100%" height="${tall}" role="img" aria-label="${words.drawing}. ${words.drawingText(share(kept), share(total - kept))}">${bars}</svg>
<figcaption>${words.drawing}. ${words.drawingText(share(kept), share(total - kept))}</figcaption></figure>
`
}

export type TextReportResult = 'told' | 'told-no-page' | 'too-many' | 'withdrawn'

/** How the text of an article was extracted: which lines of its page are in it and which aren't, each with the reason. */
export function textReportPage(view: TextReportView, reader: Reader, result?: TextReportResult): string {
  const { textReport: words } = reader.words
  const { document, account } = view
  const path = articlePath(view.articleId, view.isCurrent ? {} : { revision: document.id })
  const body = html`<div class="single text-report"><header class="day"><h1>${words.title}</h1></header>
<p><a href="${path}"${languageAttributes(document.language)}>${document.title}</a> <small>${foreign(view.sourceName)}</small></p>
<p class="note">${words.lead}</p>
${result && resultLine(result, reader)}${!view.isCurrent && html`<p class="notice">${words.revision}</p>`}
${section('made', words.sections.made, made(view, reader))}
${account ? section('page', words.sections.page, pageInOrder(account, view, reader)) : section('left', words.sections.left, known(view, reader))}
${section('tell', words.sections.tell, telling(view, reader))}</div>
`
  return layout(reader, { title: `${words.title} · ${document.title}`, body })
}

function resultLine(result: TextReportResult, { words }: Reader): Html {
  const { tell } = words.textReport
  const text = { told: tell.told, 'told-no-page': tell.toldNoPage, 'too-many': tell.tooMany, withdrawn: tell.withdrawn }
  return html`<p class="notice${result !== 'too-many' && ' done'}" role="${result === 'too-many' ? 'alert' : 'status'}">${text[result]}</p>`
}

function made(view: TextReportView, reader: Reader): Html {
  const { words } = reader
  const { textReport } = words
  const { account, completeness, rule } = view
  const value = {
    title: foreign(view.document.title),
    authors: foreign(view.authors.join(', ')),
    publishedAt: when(view.publishedAt, reader),
    updatedAt: view.updatedAt && when(view.updatedAt, reader),
  }
  const marks = (field: (typeof markedFields)[number]) => {
    const found = account?.found[field]
    if (found === undefined) return html``
    if (found.length === 0) return html`<small>${textReport.noMark}</small>`
    return html`<small>${textReport.foundIn}${reader.words.colon}${new Intl.ListFormat(words.locale, { type: 'unit' }).format(found.map((mark) => textReport.marks[mark]))}</small>`
  }
  const fields = markedFields.filter((field) => (field === 'authors' ? view.authors.length > 0 : value[field]))
  return html`<dl class="facts-list">${fields.map((field) => html`<div><dt>${textReport.fields[field]}</dt><dd>${value[field]} ${marks(field)}</dd></div>`)}
<div><dt>${textReport.kind}</dt><dd>${words.kinds[view.kind]}</dd></div>
<div><dt>${textReport.held}</dt><dd>${words.completeness[completeness.kind]}${completeness.kind !== 'complete' && html`: ${whyIncomplete(completeness.reason, reader)}`}</dd></div>
${account && html`<div><dt>${textReport.chosenBy}</dt><dd>${textReport.chooser[account.chosenBy]}</dd></div>`}
${rule && html`<div><dt>${textReport.rule}</dt><dd><code dir="ltr">${joined([rule.keep && `keep: ${rule.keep}`, rule.remove && `remove: ${rule.remove}`], ' · ')}</code></dd></div>`}</dl>
`
}

function pageInOrder({ lines, unlisted }: TextAccount, view: TextReportView, reader: Reader): Html {
  const { textReport: words, number } = reader.words
  const sum = (isKept: boolean) => {
    const own = lines.filter(({ block }) => (block !== undefined) === isKept)
    return [
      number(own.reduce((all, { count = 1 }) => all + count, 0)),
      number(own.reduce((all, line) => all + line.words, 0)),
    ] as const
  }
  return html`<p>${words.kept(...sum(true))}<br>${words.left(...sum(false))}</p>
${accountStrip(lines, reader)}
<ol class="account">${inParts(lines).map((part) => (nth(part, 0).block === undefined ? leftOut(part, reader) : partInText(part, view, reader)))}</ol>
${unlisted > 0 && html`<p class="note">${words.unlisted(number(unlisted))}</p>`}`
}

/** Alternating runs of lines in the text and lines left out. */
function inParts(lines: readonly AccountLine[]): readonly (readonly AccountLine[])[] {
  const parts: AccountLine[][] = []
  for (const line of lines) {
    const last = parts.at(-1)
    const isSame = last !== undefined && (nth(last, 0).block === undefined) === (line.block === undefined)
    if (isSame) last.push(line)
    else parts.push([line])
  }
  return parts
}

function partInText(part: readonly AccountLine[], { document }: TextReportView, reader: Reader): Html {
  const { textReport: words } = reader.words
  const blocks = part.flatMap(({ block = 0, count = 1, step }) =>
    document.blocks
      .slice(block, block + count)
      .map((span) => ({ step, text: document.text.slice(span.start, span.end) })),
  )
  const note = { lead: words.putBack, 'site rule': words.byRule } as Readonly<Record<string, string>>
  return html`<li class="kept-part">${blocks.map(
    ({ step, text }) =>
      html`<p${languageAttributes(document.language)}>${firstWords(text)}</p>${note[step] && html`<small>${note[step]}</small>`}`,
  )}</li>
`
}

/** Folded by reason, in the order in which the reasons first appear. */
function leftOut(part: readonly AccountLine[], reader: Reader): Html {
  const { textReport: words, number } = reader.words
  return html`<li class="left-part">${[...Map.groupBy(part, ({ step }) => step)].map(([step, own]) => {
    const count = own.reduce((sum, line) => sum + (line.count ?? 1), 0)
    return html`<details><summary>${reasonOf(step, reader)} <small>${words.blocks(count, number(count))}</small></summary>
<ul>${own.map(({ text = '', pages }) => html`<li>${foreign(text)}${pages !== undefined && html` <small>${words.pages(number(pages))}</small>`}</li>`)}</ul></details>`
  })}</li>
`
}

function reasonOf(step: string, { words }: Reader): Html {
  const { steps, otherStep } = words.textReport
  return Object.hasOwn(steps, step) ? html`${steps[step]}` : html`${otherStep}${words.colon}${foreign(step, 'en')}`
}

function firstWords(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text
}

function known({ removals }: TextReportView, reader: Reader): Html {
  return html`<p class="note">${reader.words.textReport.noAccount}</p>
<ol class="account">${removals.map(({ step, text }) => html`<li class="left-part">${reasonOf(step, reader)}: ${foreign(text)}</li>`)}</ol>`
}

function telling({ articleId, told, mayTell }: TextReportView, reader: Reader): Html {
  const { textReport: words } = reader.words
  if (!mayTell) return html`<p>${words.tell.signIn}</p>`
  return html`${
    told &&
    html`<div class="notice"><p>${words.tell.yours}${reader.words.colon}<b>${words.wrong[told.wrong]}</b> · ${when(told.at, reader)} · ${words.state[told.state]}</p>
<form method="post" action="/told/withdraw" class="inline">${hidden('id', told.id)}${hidden('article', articleId)}<button class="btn quiet">${words.tell.withdraw}</button></form></div>`
  }${problemReportForm(articleId, told, reader)}`
}
