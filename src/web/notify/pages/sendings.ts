import type { SendFormView, SendingsView } from '../../../operations/notify/destination-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { sendingLine } from '../parts/sending-line.ts'
import { occasionFields, type SendingResult, sendingNotice } from './destinations.ts'

/** One destination: what was sent, is queued or failed; its name and what goes there automatically. */
export function sendingsPage(view: SendingsView, reader: Reader, result?: SendingResult): string {
  const { sending: words, alerts } = reader.words
  const { destination, form, sendings, next } = view
  const path = `/settings/send/${destination.id}`
  const hasFailed = sendings.some(({ state }) => state === 'failed')
  const log = html`${
    sendings.length === 0
      ? html`<p>${words.noLog}</p>`
      : html`<ul class="own-list">${sendings.map((sending) => sendingLine(sending, reader))}</ul>`
  }${hasFailed && html`<form method="post" action="${path}/again">${hidden('all', '1')}<p><button class="btn">${reader.words.retryAll}</button></p></form>`}${
    next !== undefined &&
    html`<p class="more"><a class="btn" href="${path}${queryOf({ cursor: next })}">${reader.words.olderEntries}</a></p>`
  }`
  const settings = html`<form method="post" action="${path}" class="choosers"><div class="field"><label>${reader.words.accounts.name} <input type="text" name="name" value="${destination.name}" maxlength="60" autocomplete="off"></label></div>
${occasionFields(form.occasions, destination.occasions, reader)}<p><button class="btn">${reader.words.save}</button></p></form>${
    destination.kind === 'webhook' &&
    html`<form method="post" action="${path}/secret"><p><button class="btn">${words.renewSecret}</button></p></form>`
  }<details class="open-form"><summary class="btn bad">${reader.words.ways.remove}</summary><form method="post" action="${path}/remove"><p><button class="btn bad">${words.removeSure}</button></p></form></details>`
  const body = html`${result && sendingNotice(result, reader)}${destination.lastError !== undefined && html`<p class="notice warn">${alerts.failing(destination.lastError)}</p>`}${settings}
${section('log', words.log, log)}`
  const parent = { path: '/settings/send', name: words.title }
  return settingsPageOf(reader, {
    in: 'advanced',
    title: destination.name,
    heading: foreign(destination.name),
    parent,
    body,
  })
}

/** Where one article can be sent, and the results of sending it so far. */
export function sendPageOf(view: SendFormView, reader: Reader, isSent: boolean): string {
  const { sending: words } = reader.words
  const { title, about, isSendable, destinations, sendings } = view
  const [field = '', id = ''] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  const names = new Map(destinations.map((each) => [each.id, each.name]))
  const on = destinations.filter(({ isOn }) => isOn)
  const body = html`<div class="single sending"><h1>${words.sendTitle}</h1>
<p dir="auto"><a href="/${field === 'entry' ? 'entries' : 'articles'}/${encodeURIComponent(id)}"><b>${title}</b></a></p>
${isSent && html`<p class="notice done" role="status">${words.onItsWay}</p>`}${!isSendable && html`<p class="notice warn">${words.notSendable}</p>`}
${destinations.length === 0 && html`<div class="empty"><h2>${words.none}</h2></div>`}${
  isSendable &&
  on.length > 0 &&
  html`<div class="actions send-to">${on.map(({ id: destination, name }) => html`<form method="post" action="/send" class="inline">${hidden(field, id)}${hidden('destination', destination)}<button class="btn">${words.sendTo(name)}</button></form>`)}</div>`
}<p><a href="/settings/send">${words.manage}</a></p>
${sendings.length > 0 && section('so-far', words.soFar, html`<ul class="own-list">${sendings.map((sending) => sendingLine(sending, reader, names.get(sending.destinationId)))}</ul>`)}
</div>
`
  return layout(reader, { title: words.sendTitle, body })
}
