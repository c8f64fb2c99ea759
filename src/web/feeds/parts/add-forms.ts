import type { StarterPack } from '../../../operations/views.ts'
import { foreign, type Html, html, joined, languageName } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import type { Reader } from '../../reader.ts'
import { type HeadersTyped, headerFields } from './own-headers.ts'

const packFeedsShown = 6

/** What was typed into the form of a URL. */
export type UrlTyped = HeadersTyped & { readonly url: string; readonly folder: string; readonly cookie: string }

/** The URL of a page or feed, with a folder. */
export function urlForm(typed: UrlTyped | undefined, reader: Reader): Html {
  const { words } = reader
  return html`<form method="post" action="/feeds" class="stack">
<label for="url">${words.address}</label>
<div class="line">
<input id="url" type="text" inputmode="url" name="url" value="${typed?.url ?? ''}" required autocomplete="url" spellcheck="false" placeholder="https://" dir="ltr" aria-describedby="url-hint">
<input name="folder" value="${typed?.folder ?? ''}" aria-label="${words.formAgain.fields.folder}" placeholder="${words.formAgain.fields.folder}">
<button class="btn main">${words.add}</button>
</div>
<p class="note" id="url-hint">${words.addByUrlHint}</p>
<details class="set-feed"${(typed?.userAgent || typed?.headers) && html` open`}><summary>${words.ownHeaders.title}</summary>
<p class="note">${words.ownHeaders.isPrivate}</p>
${headerFields('add', reader, undefined, typed)}</details>
<p class="acts"><a class="btn" href="/feeds/page">${icon('plus')}${words.pageFeeds.title}</a></p>
</form>`
}

/** An OPML file from another reader, previewed before anything is added. */
export function opmlForm(reader: Reader): Html {
  const { words } = reader
  return html`<form method="post" action="/opml" enctype="multipart/form-data" class="stack">
<p class="note">${words.importHint}</p>
<label for="opml-file">${words.opmlFile}</label>
<input id="opml-file" type="file" name="file" accept=".opml,.xml,text/x-opml,application/xml,text/xml" required>
<div class="line"><button class="btn" name="look" value="1">${words.pageFeeds.look}</button> <button class="btn">${words.importing.title}</button></div>
</form>`
}

/** Starter packs as cards to tick: those in the reader's language first, the others folded by language. */
export function packChoice(
  packs: readonly StarterPack[],
  reader: Reader,
  options: { readonly button: string; readonly isChosen?: boolean },
): Html {
  const { words } = reader
  const byLanguage = Map.groupBy(packs, ({ language }) => language)
  const own = byLanguage.get(reader.language) ?? []
  const others = [...byLanguage].filter(([language]) => language !== reader.language)
  return html`<form method="post" action="/packs">
<p class="note">${words.firstRun.chooseNote}</p>
<ul class="packs">${own.map((pack, index) => card(pack, options.isChosen === true && index === 0))}</ul>
${
  others.length > 0 &&
  html`<details class="other-packs"${own.length === 0 && html` open`}><summary>${words.relations.inOtherLanguages}</summary>${others.map(
    ([language, list]) =>
      html`<h3>${languageName(language, words.locale)}</h3><ul class="packs">${list.map((pack) => card(pack, false))}</ul>`,
  )}</details>`
}
<p><button class="btn main">${options.button}</button></p>
</form>`

  function card({ id, name, language, feeds }: StarterPack, isTicked: boolean): Html {
    const titles = feeds.slice(0, packFeedsShown).map(({ title }) => foreign(title))
    const rest = feeds.length - titles.length
    return html`<li><label><input type="checkbox" name="pack" value="${id}"${isTicked && html` checked`}><span><b>${foreign(name, language)}</b> <span class="small">${words.feedsCount(feeds.length)}</span>
<span class="small outlets">${joined(titles, ', ')}${rest > 0 && `, ${words.more(rest)}`}</span></span></label></li>
`
  }
}
