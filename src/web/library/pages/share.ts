import type { FoundPage } from '../../../operations/library/find-page.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { layout } from '../../layout/layout.ts'
import { hostOf, outLink } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** A link shared to the app that isn't here yet: save that page, or add its feed. */
export function sharePage(found: Exclude<FoundPage, { kind: 'known' }>, reader: Reader, refused?: string): string {
  const { app } = reader.words
  const body = html`<div class="single">
<h1>${app.shared}</h1>${refused !== undefined && html`<p class="notice warn" role="alert"><b>${app.readFailed}</b>${reader.words.colon}<span dir="auto">${refused}</span></p>`}
${found.kind === 'no-address' ? nothing(reader) : choices(found.url, reader)}
</div>
`
  return layout(reader, { title: app.shared, body })
}

function nothing({ words }: Reader): Html {
  return html`<p>${words.app.sharedNothing}</p>
<p class="actions"><a class="btn ghost" href="/add">${words.addTitle}</a></p>`
}

function choices(url: string, { words }: Reader): Html {
  const { app } = words
  return html`<p>${app.sharedUnknown}</p>
<p class="shared-address">${outLink(url, foreign(hostOf(url)))} <span class="small">${foreign(url)}</span></p>
<form method="post" action="/articles" class="stack">${hidden('url', url)}<p class="actions"><button class="btn">${words.importing.saveIt}</button></p><p class="note">${words.importing.pageLead}</p></form>
<form method="post" action="/share" class="stack">${hidden('url', url)}<p class="actions"><button class="btn ghost">${app.readPage}</button></p><p class="note">${app.readPageNote}</p></form>
<form method="post" action="/feeds" class="stack">${hidden('url', url)}<p class="actions"><button class="btn ghost">${app.addItsFeed}</button></p><p class="note">${words.addByUrlHint}</p></form>`
}
