import { maxLength } from '../../../core/text/max-length.ts'
import type { ArticleAdded } from '../../../operations/articles/add-article.ts'
import type { FoundPage } from '../../../operations/library/find-page.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, entryPath, hostOf, outLink } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Asks whether to save a page, before anything is fetched or stored. */
export function savePage(found: FoundPage, title: string, reader: Reader): string {
  const { importing } = reader.words
  const body = html`<div class="single">
<header class="pagehead"><h1>${importing.saveIt}</h1></header>
${
  found.kind === 'no-address'
    ? html`<p>${importing.noAddress}</p>
<p class="actions"><a class="btn" href="/settings/import">${importing.title}</a></p>`
    : html`${title !== '' && html`<p><b>${foreign(title)}</b></p>`}${addressLine(found.url)}
${found.kind === 'known' && html`<p class="note">${importing.isHere} <a href="${articlePath(found.articleId)}">${importing.openKept}</a></p>`}
<form method="post" action="/articles" class="stack">${hidden('url', found.url)}${hidden('title', title)}
<label for="page-tags">${reader.words.formAgain.fields.tags}</label>
<div class="line"><input id="page-tags" name="names" maxlength="${maxLength.tags}" dir="auto"></div>
<p class="actions"><button class="btn main">${importing.saveIt}</button></p><p class="note">${importing.pageLead}</p></form>`
}
</div>
`
  return layout(reader, { title: importing.saveIt, body })
}

/** Why a page could not be saved. */
export function notSavedPage(result: Exclude<ArticleAdded, { kind: 'saved' }>, url: string, reader: Reader): string {
  const { importing } = reader.words
  const why = html`<span lang="en" dir="ltr">${result.message}</span>`
  const body = html`<div class="single">
<header class="pagehead"><h1>${result.kind === 'kept' ? importing.kept : importing.refused}</h1></header>
${addressLine(url)}
${
  result.kind === 'kept'
    ? html`<p class="notice" role="status">${importing.keptNote} ${why}</p>
<p class="actions"><a class="btn" href="${entryPath(result.entryId)}">${importing.openKept}</a></p>`
    : html`<p class="notice warn" role="alert">${why}</p>
<p class="actions"><a class="btn" href="/settings/import">${importing.title}</a></p>`
}
</div>
`
  return layout(reader, { title: result.kind === 'kept' ? importing.kept : importing.refused, body })
}

function addressLine(url: string): Html {
  return html`<p class="shared-address">${outLink(url, foreign(hostOf(url)))} <span class="small">${foreign(url)}</span></p>`
}

/** A link shared to the app that isn't here yet: save that page, or add its feed. */
export function sharePage(found: Exclude<FoundPage, { kind: 'known' }>, reader: Reader, refused?: string): string {
  const { app } = reader.words
  const body = html`<div class="single">
<header class="pagehead"><h1>${app.shared}</h1></header>${refused !== undefined && html`<p class="notice warn" role="alert"><b>${app.readFailed}</b>${reader.words.colon}<span dir="auto">${refused}</span></p>`}
${found.kind === 'no-address' ? nothing(reader) : choices(found.url, reader)}
</div>
`
  return layout(reader, { title: app.shared, body })
}

function nothing({ words }: Reader): Html {
  return html`<p>${words.app.sharedNothing}</p>
<p class="actions"><a class="btn" href="/add">${words.frame.places.add}</a></p>`
}

function choices(url: string, { words }: Reader): Html {
  const { app } = words
  return html`<p>${app.sharedUnknown}</p>
<p class="shared-address">${outLink(url, foreign(hostOf(url)))} <span class="small">${foreign(url)}</span></p>
<form method="post" action="/articles" class="stack">${hidden('url', url)}<p class="actions"><button class="btn main">${words.importing.saveIt}</button></p><p class="note">${words.importing.pageLead}</p></form>
<form method="post" action="/share" class="stack">${hidden('url', url)}<p class="actions"><button class="btn">${app.readPage}</button></p><p class="note">${app.readPageNote}</p></form>
<form method="post" action="/feeds" class="stack">${hidden('url', url)}<p class="actions"><button class="btn">${app.addItsFeed}</button></p><p class="note">${words.addByUrlHint}</p></form>`
}
