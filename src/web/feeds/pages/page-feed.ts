import { maxSelectorLength, type PageRule, type PageRuleField, pageRuleFields } from '../../../core/feed/page-rule.ts'
import { ownValue } from '../../../core/own-value.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { NoPageFeed, PageFeedView, PreviewEntry } from '../../../operations/feeds/page-feeds.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { outLink, queryOf } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

export type PageFeedForm = {
  readonly url: string
  readonly title: string
  readonly folder: string
  readonly rule?: PageRule
}

/** A page as a feed: what a rule finds on it, and the rule, which can be changed and previewed before anything is added. */
export function pageFeedPage(asked: PageFeedForm, reader: Reader, view?: PageFeedView | NoPageFeed): string {
  const words = reader.words.pageFeeds
  const url = view?.url ?? asked.url
  const rule = view?.kind === 'preview' ? view.rule : asked.rule
  const body = html`<div class="single page-feed"><header class="pagehead"><h1>${words.title}</h1><p>${words.lead}</p></header>
<form action="/feeds/page" class="stack"><label for="page-url">${words.address}</label>
<div class="line"><input id="page-url" type="text" inputmode="url" name="url" value="${url}" required maxlength="${maxLength.pageAddress}" autocomplete="url" spellcheck="false" placeholder="https://" dir="ltr"> <button class="btn main">${words.look}</button></div></form>
${view?.kind === 'refused' && refusal(view, reader)}${view?.kind === 'preview' && found(view, reader)}
${view && section('rule', words.rule, ruleForm({ ...asked, url }, rule, view, reader))}
${view?.kind === 'preview' && view.others.length > 0 && section('others', words.others, others(view, reader))}</div>
`
  return layout(reader, { title: words.title, place: 'add', body })
}

/** Why there is no preview, announced to screen readers; the technical message is folded below. */
function refusal({ reason, message, field }: NoPageFeed, reader: Reader): Html {
  const { pageFeeds: words, firstRun } = reader.words
  const said = { ...firstRun.refused, ...words.problems, ...words.refused }
  const [what, then] = ownValue(said, reason) ?? firstRun.refused.unknown!
  const isOpen = field !== undefined
  return html`<div class="notice warn" role="alert"><p><b>${words.noPreview}</b>${reader.words.colon}${what} ${then}</p>
<details${isOpen && html` open`}><summary>${reader.words.storyPage.details}</summary><p class="small" dir="auto">${message}</p></details></div>`
}

function found(view: PageFeedView, reader: Reader): Html {
  const words = reader.words.pageFeeds
  const { number } = reader.words
  const rest = view.entryCount - view.entries.length
  return section(
    'finds',
    words.finds(number(view.entryCount)),
    html`${rest > 0 && html`<p class="note">${words.shown(number(view.entries.length))}</p>`}
<ol class="plain finds">${view.entries.map((entry) => row(entry, reader))}</ol>`,
  )
}

function row(entry: PreviewEntry, reader: Reader): Html {
  const { pageFeeds: words } = reader.words
  const { title, url, publishedAt, summary, author, hasImage } = entry
  const facts = joined(
    [publishedAt && when(publishedAt, reader), author && foreign(author), hasImage && words.picture],
    ' · ',
  )
  return html`<li><b>${outLink(url, foreign(title))}</b>${facts.length > 0 && html` <small>${facts}</small>`}${summary && html`<p class="small">${foreign(summary)}</p>`}</li>
`
}

/** The selectors; the same form previews and subscribes. */
function ruleForm(
  { url, title, folder }: PageFeedForm,
  rule: PageRule | undefined,
  view: PageFeedView | NoPageFeed,
  reader: Reader,
): Html {
  const { words } = reader
  const { pageFeeds } = words
  const wrong = view.kind === 'refused' ? view.field : undefined
  const field = (
    name: PageRuleField,
    _at: number,
    _all: unknown,
    hint = pageFeeds.hints[name],
  ) => html`<p class="field"><label for="rule-${name}">${pageFeeds.fields[name]}</label>
<input id="rule-${name}" name="${name}" value="${rule?.[name] ?? ''}" maxlength="${maxSelectorLength}" spellcheck="false" autocomplete="off" autocapitalize="off" dir="ltr"${hint !== undefined && html` aria-describedby="rule-${name}-hint"`}${name === 'items' && html` required`}${wrong === name && html` aria-invalid="true"`}>
${hint !== undefined && html`<span class="note" id="rule-${name}-hint">${hint}</span>`}</p>
`
  return html`<form method="post" action="/feeds/page">${hidden('url', url)}
<p class="note">${pageFeeds.ruleNote}</p>
<div class="rule-fields">${pageRuleFields.map(field)}</div>
<p><button class="btn" formmethod="get">${pageFeeds.again}</button></p>
<div class="rule-fields"><p class="field"><label for="feed-name">${pageFeeds.name}</label>
<input id="feed-name" name="name" value="${title || (view.kind === 'preview' ? view.title : '')}" maxlength="${maxLength.feedName}" autocomplete="off"></p>
<p class="field"><label for="feed-folder">${words.formAgain.fields.folder}</label>
<input id="feed-folder" name="folder" value="${folder}" maxlength="${maxLength.folder}" autocomplete="off"></p></div>
<p><button class="btn main">${words.river.subscribe}</button></p></form>`
}

function others({ url, others: rules }: PageFeedView, reader: Reader): Html {
  const words = reader.words.pageFeeds
  return html`<ul class="plain">${rules.map(
    (rule, at) =>
      html`<li><a href="/feeds/page${queryOf({ url, ...rule })}">${words.other(reader.words.number(at + 2))}</a> <small dir="ltr">${rule.items}</small></li>
`,
  )}</ul>`
}
