import { mayCarry } from '../../../core/feed/own-headers.ts'
import { ownValue } from '../../../core/own-value.ts'
import { completeAddress } from '../../../operations/articles/complete-address.ts'
import type { OpmlPreview } from '../../../operations/feeds/opml-views.ts'
import type { AddResult, AddView, ProgressView } from '../../../operations/views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { hostOf } from '../../layout/links.ts'
import { progressBlock } from '../../layout/progress.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import { opmlForm, packChoice, type UrlTyped, urlForm } from '../parts/add-forms.ts'
import { headerProblem } from '../parts/own-headers.ts'
import { foundKind, pageFeedLink } from '../parts/page-feed-link.ts'

const namesShown = 12

/** The feeds of an OPML file, folder by folder, to be ticked or not. The form carries the file itself. */
function opmlPreview(file: Extract<OpmlPreview, { kind: 'preview' }>, text: string, reader: Reader): Html {
  const { words } = reader
  const { firstRun } = words
  const count = file.folders.reduce((sum, { feeds }) => sum + feeds.length, 0)
  return section(
    'preview',
    firstRun.inside(words.feedsCount(count)),
    html`<form method="post" action="/opml">
<p class="note" role="status">${firstRun.insideNote}</p>
<textarea name="file" hidden aria-label="${words.opmlFile}">${text}</textarea>
<input type="hidden" name="isChosen" value="1">
<ul class="packs">${file.folders.map(({ name, feeds }) => {
      const here = feeds.filter(({ isHere }) => isHere).length
      const rest = feeds.length - namesShown
      return html`<li><label><input type="checkbox" name="folder" value="${name}" checked><span><b>${foreign(name || words.noFolder)}</b> <span class="small">${words.feedsCount(feeds.length)}${here > 0 && html` · ${words.number(here)} ${firstRun.isHere}`}</span>
<span class="small outlets">${joined(
        feeds.slice(0, namesShown).map(({ title }) => foreign(title)),
        ', ',
      )}${rest > 0 && `, ${words.more(rest)}`}</span></span></label></li>
`
    })}</ul>
${
  file.skipped.length > 0 &&
  html`<details><summary>${firstRun.skipped(file.skipped.length)}</summary><ul class="plain">${file.skipped.map((line) => html`<li>${foreign(line)}</li>`)}</ul></details>`
}<p><button class="btn main">${firstRun.takeIn}</button></p>
</form>`,
  )
}

export type AddOutcome = AddResult | { readonly kind: 'done'; readonly added: number; readonly existing: number }

/** Ways to add sources: a URL, a file from another reader, starter packs. */
export function addPage(
  view: AddView,
  reader: Reader,
  options: {
    readonly outcome?: AddOutcome
    readonly typed?: UrlTyped
    readonly progress?: ProgressView
    /** The preview of a file, and its text, to be sent again. */
    readonly preview?: { readonly file: Extract<OpmlPreview, { kind: 'preview' }>; readonly text: string }
  } = {},
): string {
  const { words } = reader
  const { preview } = options
  const body = html`<header class="pagehead"><h1>${words.frame.places.add}</h1></header>
<div class="adding"><div>
${options.outcome && outcomePart(options.outcome, reader, options.typed)}
${preview && opmlPreview(preview.file, preview.text, reader)}
${section('address', words.addByUrl, urlForm(options.typed, reader))}
${view.packs.length > 0 && section('packs', words.packsTitle, packChoice(view.packs, reader, { button: words.addPacks }))}
</div>
<aside>${options.progress?.isBusy && section('progress', words.progress, progressBlock(options.progress, reader))}
${section('opml', words.importing.title, opmlForm(reader))}
${section('newsletters', words.letters.title, html`<p class="note">${words.mailboxes.lead}</p><p class="acts"><a class="btn" href="/newsletters">${icon('mail')}${words.mailboxes.open}</a></p>`)}</aside></div>
`
  return layout(reader, { title: words.frame.places.add, place: 'add', body })
}

/** The result of the last request, announced to screen readers. */
function outcomePart(outcome: AddOutcome, reader: Reader, typed?: UrlTyped): Html {
  const { words } = reader
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome, reader)
    case 'choose':
      return html`<div class="notice" role="status">
<p><b>${outcome.candidates.every(({ intake, isBridged }) => intake !== undefined || isBridged) ? words.pageFeeds.offers : words.chooseFeed}</b> ${foreign(hostOf(outcome.pageUrl))}</p>
<ul class="choose">${outcome.candidates.map(
        ({ url, title, ...kind }) =>
          html`<li>
<form method="post" action="/feeds" class="line">${hidden('url', url)}${typed && alsoTyped(typed, url)}<span><b>${foreign(title || url)}</b> <small>${foreign(url)}</small>${foundKind(kind, reader)}</span>
<button class="btn" aria-label="${words.add}${reader.words.colon}${title || url}">${words.add}</button>
</form></li>`,
      )}</ul>
<p>${pageFeedLink(outcome.pageUrl, reader)}</p></div>`
    case 'added':
    case 'done':
      return html`<p class="notice" role="status"><b>${words.added(words.feedsCount(outcome.added))}</b>
${outcome.existing > 0 && words.alreadyHere(outcome.existing)}
${outcome.added > 0 && html`${words.addedNote} <a href="/start">${words.firstRun.first}</a>`}</p>`
  }
}

/** The rest of what was typed, for one of the feeds found: headers only for the site that they were typed for. */
function alsoTyped({ url, folder, cookie, userAgent, headers }: UrlTyped, found: string): Html {
  const meant = URL.parse(completeAddress(url) ?? '')
  const to = URL.parse(found)
  const sent = meant && to && mayCarry(meant.origin, to) ? { cookie, userAgent, headers } : {}
  return html`${Object.entries({ folder, ...sent }).map(([name, value]) => value && hidden(name, value))}`
}

/** Why it was not added and what to do, in the reader's language; the technical message is folded below. */
function refusal(
  { reason = 'unknown', message, pageUrl, header }: Extract<AddResult, { kind: 'refused' }>,
  reader: Reader,
): Html {
  const { words } = reader
  const { details } = words.storyPage
  const refused = { ...words.firstRun.refused, ...words.pageFeeds.problems, ...words.pageFeeds.refused }
  const [what, then] = ownValue(refused, reason) ?? words.firstRun.refused.unknown!
  const problem = headerProblem(reason, header ?? '', reader)
  return html`<div class="notice warn" role="alert"><p><b>${words.notAdded}</b>${reader.words.colon}${problem ?? `${what} ${then}`}</p>${
    pageUrl &&
    html`
<p>${pageFeedLink(pageUrl, reader)}</p>`
  }
<details><summary>${details}</summary><p class="small" dir="auto">${message}</p></details></div>`
}
