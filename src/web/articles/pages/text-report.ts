import { nth } from '../../../core/nth.ts'
import type { AccountLine, TextAccount } from '../../../core/reading/text-account.ts'
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
import { leftOutReason } from '../parts/left-out-reason.ts'
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
    return html`<rect class="${isKept ? 'kept-part' : 'left-part'}" x="${percent(start)}" y="${isKept ? 0 : tall - low}" width="${percent(width)}" height="${isKept ? tall : low}">${!isKept && html`<title>${leftOutReason(line.step, reader)}</title>`}</rect>`
  })
  return html`<figure class="account-strip"><svg width="100%" height="${tall}" aria-hidden="true">${bars}</svg>
<figcaption>${words.drawingText(share(kept))}</figcaption></figure>
`
}

export type TextReportResult = 'told' | 'told-no-page' | 'too-many' | 'withdrawn'

/** How the text of an article was extracted: which lines of its page are in it and which aren't, each with the reason. */
export function textReportPage(view: TextReportView, reader: Reader, result?: TextReportResult): string {
  const { textReport: words } = reader.words
  const { document, account } = view
  const path = articlePath(view.articleId, view.isCurrent ? {} : { revision: document.id })
  const body = html`<div class="single text-report"><header class="pagehead"><h1>${words.title}</h1>
<p><a href="${path}"${languageAttributes(document.language)}>${document.title}</a> <small>${foreign(view.sourceName)}</small></p></header>
${result && resultLine(result, reader)}${!view.isCurrent && html`<p class="notice">${reader.words.notCurrent}</p>`}
${made(view, reader)}
${account ? section('page', words.order, pageInOrder(account, view, reader)) : section('left', reader.words.leftOut, known(view, reader))}
${section('tell', words.tell.title, telling(view, reader))}</div>
`
  return layout(reader, { title: `${words.title} · ${document.title}`, body })
}

function resultLine(result: TextReportResult, { words }: Reader): Html {
  const { tell } = words.textReport
  const text = { told: tell.told, 'told-no-page': tell.told, 'too-many': tell.tooMany, withdrawn: tell.withdrawn }
  return html`<p class="notice${result !== 'too-many' && ' done'}" role="${result === 'too-many' ? 'alert' : 'status'}">${text[result]}</p>`
}

function made({ account, completeness, rule }: TextReportView, reader: Reader): Html {
  const { words } = reader
  const { textReport } = words
  return html`<dl class="facts-list"><div><dt>${textReport.held}</dt><dd>${words.completeness[completeness.kind]}${completeness.kind !== 'complete' && html`${words.colon}${whyIncomplete(completeness.reason, reader)}`}</dd></div>
${account && html`<div><dt>${textReport.chosenBy}</dt><dd>${textReport.chooser[account.chosenBy]}</dd></div>`}
${rule && html`<div><dt>${textReport.rule}</dt><dd><code dir="ltr">${joined([rule.keep && `keep: ${rule.keep}`, rule.remove && `remove: ${rule.remove}`], ' · ')}</code></dd></div>`}</dl>
`
}

function pageInOrder({ lines, unlisted }: TextAccount, view: TextReportView, reader: Reader): Html {
  return html`${accountStrip(lines, reader)}
<ol class="account">${inParts(lines).map((part) => (nth(part, 0).block === undefined ? leftOut(part, reader) : partInText(part, view, reader)))}</ol>
${unlisted > 0 && html`<p class="note">${reader.words.more(unlisted)}</p>`}`
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
  const note = { lead: words.putBack, 'site rule': words.rule } as Readonly<Record<string, string>>
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
    return html`<details><summary>${leftOutReason(step, reader)}${count > 1 && html` <small>${number(count)}</small>`}</summary>
<ul>${own.map(({ text = '', pages }) => html`<li>${foreign(text)}${pages !== undefined && html` <small>${words.pages(number(pages))}</small>`}</li>`)}</ul></details>`
  })}</li>
`
}

function firstWords(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text
}

function known({ removals }: TextReportView, reader: Reader): Html {
  return html`<ol class="account">${removals.map(({ step, text }) => html`<li class="left-part">${leftOutReason(step, reader)}${reader.words.colon}${foreign(text)}</li>`)}</ol>`
}

function telling({ articleId, told, mayTell }: TextReportView, reader: Reader): Html {
  const { textReport: words } = reader.words
  if (!mayTell) return html`<p>${words.tell.signIn}</p>`
  return html`${
    told &&
    html`<div class="notice"><p><b>${words.wrong[told.wrong]}</b> · ${when(told.at, reader)} · ${words.state[told.state]}</p>
<form method="post" action="/told/withdraw" class="inline">${hidden('id', told.id)}${hidden('article', articleId)}<button class="btn quiet">${words.tell.withdraw}</button></form></div>`
  }${problemReportForm(articleId, told, reader)}`
}
