import type { AddResult, AddView, ProgressView, StarterPack } from '../../operations/views.ts'
import { hidden } from '../parts/forms.ts'
import { type Html, html, joined } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { hostOf } from '../parts/links.ts'
import { progressBlock } from '../parts/progress.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

const packFeedsShown = 5

export type AddOutcome = AddResult | { readonly kind: 'done'; readonly added: number; readonly existing: number }

/** Ways to add sources: an address, a file from another reader, starter packs. */
export function addPage(
  view: AddView,
  reader: Reader,
  options: { readonly outcome?: AddOutcome; readonly url?: string; readonly progress?: ProgressView } = {},
): string {
  const { words } = reader
  const body = html`<div class="cols">
<div>
<h1>${words.addTitle}</h1>${view.feedCount > 0 && html`<p class="facts">${words.youHave(words.feedsCount(view.feedCount))}</p>`}
${options.outcome && outcomePart(options.outcome, reader)}
${section('address', words.addByUrl, urlForm(options.url ?? '', reader))}
${view.packs.length > 0 && section('packs', words.packsTitle, packForm(view.packs, reader))}
</div>
<aside aria-label="${words.importTitle}">${options.progress?.isBusy && section('progress', words.progress, progressBlock(options.progress, reader))}
${section('opml', words.importTitle, opmlForm(reader))}
<p class="note">${words.demoHint} <code>npm run demo</code>: ${words.demoAfter}</p></aside></div>
`
  return layout(reader, { title: words.addTitle, place: 'add', body })
}

function urlForm(url: string, reader: Reader): Html {
  const { words } = reader
  return html`<form method="post" action="/feeds" class="stack">
<label for="url">${words.address}</label>
<div class="line">
<input id="url" type="text" inputmode="url" name="url" value="${url}" required autocomplete="url" spellcheck="false" placeholder="https://" aria-describedby="url-hint">
<input name="folder" aria-label="${words.folderOptional}" placeholder="${words.folderOptional}">
<button class="btn">${words.addFeed}</button>
</div>
<p class="note" id="url-hint">${words.addByUrlHint}</p>
</form>`
}

function opmlForm(reader: Reader): Html {
  const { words } = reader
  return html`<form method="post" action="/opml" enctype="multipart/form-data" class="stack">
<p class="note">${words.importHint}</p>
<label for="opml-file">${words.opmlFile}</label>
<input id="opml-file" type="file" name="file" accept=".opml,.xml,text/x-opml,application/xml,text/xml" required>
<button class="btn ghost">${words.importButton}</button>
</form>`
}

function packForm(packs: readonly StarterPack[], reader: Reader): Html {
  const { words } = reader
  return html`<form method="post" action="/packs">
<p class="note">${words.packsHint}</p>
<ul class="packs">${packs.map(packItem)}</ul>
<button class="btn">${words.addPacks}</button>
</form>`

  function packItem({ id, name, language, feeds }: StarterPack): Html {
    const titles = feeds.slice(0, packFeedsShown).map(({ title }) => foreign(title))
    const rest = feeds.length - titles.length
    return html`<li>
<label><input type="checkbox" name="pack" value="${id}"> <b>${foreign(name, language)}</b>
<span class="small">${words.feedsCount(feeds.length)}</span></label>
<p class="small">${joined(titles, ', ')}${rest > 0 && `, ${words.more(rest)}`}</p>
</li>
`
  }
}

/** What became of the last request, announced to screen readers. */
function outcomePart(outcome: AddOutcome, reader: Reader): Html {
  const { words } = reader
  switch (outcome.kind) {
    case 'refused':
      return html`<p class="notice warn" role="alert"><b>${words.notAdded}</b>: <span dir="auto">${outcome.message}</span></p>`
    case 'choose':
      return html`<div class="notice" role="status">
<p><b>${words.chooseFeed}</b> ${foreign(hostOf(outcome.pageUrl))}</p>
<ul class="choose">${outcome.candidates.map(
        ({ url, title }) =>
          html`<li>
<form method="post" action="/feeds" class="line">${hidden('url', url)}<span><b>${foreign(title || url)}</b> <small>${foreign(url)}</small></span>
<button class="btn ghost" aria-label="${words.addFeed}: ${title || url}">${words.addFeed}</button>
</form></li>`,
      )}</ul></div>`
    case 'added':
    case 'done':
      return html`<p class="notice" role="status"><b>${words.added(words.feedsCount(outcome.added))}</b>
${outcome.existing > 0 && words.alreadyHere(outcome.existing)}
${outcome.added > 0 && html`${words.addedNote} <a href="/">${words.backToToday}</a>`}</p>`
  }
}
