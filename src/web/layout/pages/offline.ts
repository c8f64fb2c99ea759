import type { Reader } from '../../reader.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'
import { offlineCopies } from '../offline-copies.ts'
import { section } from '../section.ts'

/**
 * What can be read offline. A device stores this page and shows it instead of a page without a copy; the service worker then reveals the
 * line that says why.
 */
export function offlinePage(reader: Reader): string {
  const { app } = reader.words
  const body = html`<div class="single">
<h1>${app.offline}</h1>
<p class="notice warn" role="alert" data-not-kept hidden>${app.notKept}</p><p class="notice warn" role="alert" data-not-sent hidden>${app.notSent}</p>
<p>${app.offlineLead}</p>
${offlineCopies(reader)}
${section('install', app.install, html`<p class="note">${app.installHint}</p>`)}
</div>
`
  return layout(reader, { title: app.offline, body })
}
