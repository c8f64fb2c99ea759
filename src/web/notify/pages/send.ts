import type { SendFormView } from '../../../operations/notify/destination-views.ts'
import { hidden } from '../../layout/forms.ts'
import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import { sendingLine } from '../parts/sending-line.ts'

/** Where one article can be sent, and the results of sending it so far. */
export function sendPageOf(view: SendFormView, reader: Reader, isSent: boolean): string {
  const { sending: words } = reader.words
  const { title, about, isSendable, destinations, sendings } = view
  const [field = '', id = ''] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  const names = new Map(destinations.map((each) => [each.id, each.name]))
  const on = destinations.filter(({ isOn }) => isOn)
  const body = html`<div class="single alert-settings sending"><h1>${words.sendTitle}</h1>
<p dir="auto"><a href="/${field === 'entry' ? 'entries' : 'articles'}/${encodeURIComponent(id)}"><b>${title}</b></a></p>
${isSent && html`<p class="notice done" role="status">${words.onItsWay}</p>`}${!isSendable && html`<p class="notice warn">${words.notSendable}</p>`}
${destinations.length === 0 && html`<div class="empty"><h2>${words.none}</h2><p>${words.lead}</p></div>`}${
  isSendable &&
  on.length > 0 &&
  html`<div class="actions send-to">${on.map(({ id: destination, name }) => html`<form method="post" action="/send" class="inline">${hidden(field, id)}${hidden('destination', destination)}<button class="btn ghost">${words.sendTo(name)}</button></form>`)}</div>`
}<p><a href="/settings/send">${words.manage}</a></p>
${sendings.length > 0 && section('so-far', words.soFar, html`<ul class="own-list">${sendings.map((sending) => sendingLine(sending, reader, names.get(sending.destinationId)))}</ul>`)}
</div>
`
  return layout(reader, { title: words.sendTitle, body })
}
