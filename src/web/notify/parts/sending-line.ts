import type { Sending } from '../../../operations/notify/destination-views.ts'
import { hidden, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { queryOf } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** One message: its subject, its result, and a button to send it again. */
export function sendingLine(sending: Sending, reader: Reader, where?: string): Html {
  const { sending: words } = reader.words
  const { id, destinationId, event, title, state, tries, madeAt, nextAt, doneAt, lastError } = sending
  const facts = joined(
    [
      where !== undefined && foreign(where),
      words.events[event],
      html`<b${state === 'failed' && html` class="bad"`}>${words.states[state]}</b>`,
      shortWhen(doneAt ?? madeAt, reader),
      (state !== 'sent' || tries > 1) && tries > 0 && reader.words.attempts(tries),
      state === 'waiting' && tries > 0 && html`${words.next} ${shortWhen(nextAt, reader)}`,
    ],
    ' · ',
  )
  return html`<li><div id="sending-${id}"><p dir="auto">${title}</p><p class="small">${facts}</p>${lastError !== undefined && html`<p class="small bad" dir="auto">${lastError}</p>`}</div>${
    state !== 'waiting' &&
    html`<div class="actions"><form method="post" action="/settings/send/${destinationId}/again" class="inline">${hidden('sending', id)}<button class="btn quiet" aria-describedby="sending-${id}">${reader.words.retry}</button></form></div>`
  }</li>
`
}

/** A link to where an article or an entry can be sent. */
export function sendLink(what: { readonly article: string } | { readonly entry: string }, reader: Reader): Html {
  if (!mayMark(reader)) return html``
  return html`<a href="/send${queryOf(what)}">${icon('send')}${reader.words.sending.send}</a>`
}
