import type { FollowKind } from '../../../core/marks.ts'
import type { AlertRow, AlertsView } from '../../../operations/notify/alert-views.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { followedPath, queryOf, rulePath, watchPath } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { reasonIn, whatHappened } from '../alert-text.ts'

/** Past alerts, latest first, each with its reason and the words it is based on; and an end. */
export function alertsPage(view: AlertsView, reader: Reader): string {
  const { alerts: words } = reader.words
  const body = html`<div class="single"><header class="pagehead"><h1>${reader.words.settings.pages.alerts}</h1>
<p><a class="u" href="/settings/alerts">${words.toSettings}</a></p></header>
${view.alerts.length === 0 ? nothing(reader) : html`<ul class="own-list">${view.alerts.map((alert) => line(alert, reader))}</ul>${ending(view, reader)}`}
</div>
`
  return layout(reader, { title: reader.words.settings.pages.alerts, place: 'following', body })
}

function nothing(reader: Reader): Html {
  const { alerts: words } = reader.words
  return html`<div class="empty"><h2>${words.none}</h2></div>`
}

function line(alert: AlertRow, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { title, language, path, words: cited, citationPath, sourceName, at, seenAt, cause } = alert
  return html`<li data-item><p class="small">${seenAt === undefined && html`<span class="tag new">${words.fresh}</span> `}<b>${whatHappened(alert, words)}</b> · ${shortWhen(at, reader)}</p>
<h2${languageAttributes(language)}><a href="${path}" data-open>${title}</a></h2>
${cited !== undefined && html`<p class="words"><span${languageAttributes(language)}>${cited}</span>${citationPath !== undefined && html` <a class="small" href="${citationPath}">${foreign(sourceName)}</a>`}</p>`}
${cause.kind !== 'feeds' && html`<p class="small">${because(cause, cause.kind, reader)}</p>`}</li>
`
}

/** The sentence with the reason, with its subject linked. */
function because(
  { target, label: name }: AlertRow['cause'],
  kind: FollowKind | 'rule' | 'watch',
  reader: Reader,
): Html {
  const { alerts: words } = reader.words
  const path = kind === 'rule' ? rulePath(target) : kind === 'watch' ? watchPath(target) : followedPath(kind, target)
  const label = html`<a href="${path}">${foreign(name)}</a>`
  const [before = '', after = ''] = reasonIn(kind, words)('\u0000').split('\u0000')
  return html`${before}${label}${after}`
}

function ending({ next }: AlertsView, reader: Reader): Html {
  return next === undefined
    ? html``
    : html`<p class="actions"><a class="btn" rel="next" href="/alerts${queryOf({ cursor: next })}">${reader.words.olderEntries}</a></p>`
}

/** Ends alerts by mail, or says that they have ended: opened from the link in such a mail, signed in or not. */
export function alertStopPage(isStopped: boolean, reader: Reader): string {
  const { alerts: words } = reader.words
  const title = isStopped ? words.stopped : words.stopTitle
  const body = html`<div class="single"><h1>${title}</h1>
<p>${isStopped ? words.stoppedNote : words.stopNote}</p>
${!isStopped && html`<form method="post" action="${reader.path}"><button class="btn main">${words.stop}</button></form>`}
</div>
`
  return layout(reader, { title, body })
}
