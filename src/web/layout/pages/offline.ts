import type { Reader } from '../../reader.ts'
import { type Html, html } from '../html.ts'
import { layout } from '../layout.ts'
import { section } from '../section.ts'

/**
 * What can be read offline. A device stores this page and shows it instead of a page without a copy; the service worker then reveals the
 * line that says why.
 */
export function offlinePage(reader: Reader): string {
  const { app } = reader.words
  const body = html`<div class="single">
<header class="pagehead"><h1>${app.offline}</h1><p>${app.offlineLead}</p></header>
<p class="notice warn" role="alert" data-not-kept hidden>${app.notKept}</p><p class="notice warn" role="alert" data-not-sent hidden>${app.notSent}</p>
${offlineCopies(reader)}
${section('install', app.install, html`<p class="note">${app.installHint}</p>`)}
</div>
`
  return layout(reader, { title: app.offline, body })
}

/** The copies on this device, filled in by a script from the service worker, with a button that deletes them all. */
export function offlineCopies({ words, locale, timeZone }: Reader): Html {
  const { app } = words
  return html`<offline-copies data-locale="${locale}" data-zone="${timeZone}" data-cleared="${app.copiesCleared}">
<noscript><p class="note">${app.needsScript}</p></noscript>
<p class="note" data-insecure hidden>${app.needsHttps}</p>
<div data-body hidden>
<dl class="counts"><div><dt>${app.copiesKept}</dt><dd data-count>0</dd></div><div><dt>${app.copiesSize}</dt><dd data-size></dd></div><div data-some="waiting" hidden><dt>${app.changesWaiting}</dt><dd data-waiting></dd></div><div data-some="refused" hidden><dt>${app.changesRefused}</dt><dd data-refused></dd></div></dl>
<p class="actions"><button type="button" class="btn" data-ask="ahead-now">${app.keepNow}</button><button type="button" class="btn" data-ask="send" data-some="waiting" hidden>${app.sendNow}</button><button type="button" class="btn" data-ask="forget" data-some="refused" hidden>${app.forgetRefused}</button><button type="button" class="btn danger" data-ask="clear" data-some="count" hidden>${app.clearCopies}</button></p>
<output class="note" data-said></output>
<p class="note" data-none hidden>${app.noCopies}</p>
<div data-some="count" data-list hidden><p><b>${app.keptPages}</b></p><ul class="copies-kept"></ul></div>
</div></offline-copies>
`
}
