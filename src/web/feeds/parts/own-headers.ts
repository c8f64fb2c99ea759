import { keptValue } from '../../../core/feed/own-headers.ts'
import { ownValue } from '../../../core/own-value.ts'
import type { HeadersSet, OwnHeadersView } from '../../../operations/feeds/source-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** What was written into the form, without the cookie. */
export type HeadersTyped = { readonly userAgent: string; readonly headers: string }

/** The feed that is meant; `host`: where they are sent. */
export type HeadersOf = {
  readonly id: string
  readonly title: string
  readonly host: string
  readonly view: OwnHeadersView | undefined
}

/** The cookie, user agent and headers of a reader's feed, and the way back to the feed that everybody reads. */
export function ownHeadersForm({ id, title, host, view }: HeadersOf, reader: Reader, typed?: HeadersTyped): Html {
  const { words } = reader
  const { ownHeaders } = words
  const named = html`${hidden('feed', id)}${hidden('title', title)}${hidden('host', host)}`
  return html`<form method="post" action="/feeds/headers">${named}
<p class="note">${ownHeaders.sentTo(host)} ${ownHeaders.isPrivate}</p>
${headerFields(id, reader, view, typed)}
<p><button class="btn">${words.save}</button></p>
</form>${
    view?.mayGoBack &&
    html`<form method="post" action="/feeds/headers" class="line">${named}${hidden('back-to-shared', '1')}
<button class="btn">${ownHeaders.goBack}</button>
<p class="note">${ownHeaders.goBackNote}</p>
</form>`
  }`
}

/** The three fields. What is stored is never shown. */
export function headerFields(prefix: string, reader: Reader, view?: OwnHeadersView, typed?: HeadersTyped): Html {
  const { ownHeaders, models } = reader.words
  const plain = html` dir="ltr" autocapitalize="none" spellcheck="false" autocomplete="off"`
  const kept = (isKept: true | undefined) => isKept && html` placeholder="${models.keyKept}"`
  const drop = (name: string, isKept: true | undefined) =>
    isKept && html`<p><label><input type="checkbox" name="drop" value="${name}"> ${ownHeaders.remove}</label></p>`
  const lines = typed?.headers ?? (view?.names ?? []).map((name) => `${name}: ${keptValue}`).join('\n')
  return html`<div class="tall"><label for="${prefix}-cookie">${ownHeaders.cookie}</label><input id="${prefix}-cookie" name="cookie" type="password" maxlength="10000"${kept(view?.hasCookie)}${plain}>${drop('cookie', view?.hasCookie)}</div>
<div class="tall"><label for="${prefix}-agent">${ownHeaders.userAgent}</label><input id="${prefix}-agent" name="userAgent" value="${typed?.userAgent ?? ''}" maxlength="10000"${kept(view?.hasUserAgent)}${plain}>${drop('userAgent', view?.hasUserAgent)}</div>
<div class="tall"><label for="${prefix}-headers">${ownHeaders.others}</label><textarea id="${prefix}-headers" name="headers" rows="3" maxlength="20000" aria-describedby="${prefix}-headers-note"${plain}>${lines}</textarea><p class="note" id="${prefix}-headers-note">${ownHeaders.othersNote}${view && view.names.length > 0 && ` ${ownHeaders.keptNote(keptValue)}`}</p></div>`
}

/** Why they were not taken, and what to do. */
export function headersRefusal({ reason, name = '' }: Extract<HeadersSet, { kind: 'refused' }>, reader: Reader): Html {
  const { ownHeaders, firstRun, colon } = reader.words
  const own = headerProblem(reason, name, reader)
  if (own !== undefined) return html`${own}`
  const known = Object.hasOwn(firstRun.refused, reason) ? firstRun.refused[reason] : undefined
  const [what, then] = known ?? firstRun.refused.unknown!
  return html`${ownHeaders.unread}${colon}${what} ${then}`
}

/** What is wrong with a header; undefined for other reasons. */
export function headerProblem(reason: string, name: string, { words: { ownHeaders } }: Reader): string | undefined {
  if (reason === 'too-many-headers') return ownHeaders.tooMany
  const problems: Readonly<Record<string, (name: string) => string>> = ownHeaders.problems
  return ownValue(problems, reason)?.(name)
}

/** The name of the feed, as a heading says it. */
export function headersHeading(title: string, { words }: Reader): Html {
  return html`${words.ownHeaders.title}${title && html`${words.colon}${foreign(title)}`}`
}
