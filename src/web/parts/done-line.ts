import { readDone } from '../done.ts'
import type { Reader } from '../reader.ts'
import { buttonForm } from './forms.ts'
import { type Html, html } from './html.ts'

/** Says what a form just did, with the form that takes it back; nothing when the address says nothing we know. */
export function doneLine(reader: Reader): Html {
  const found = readDone(reader.done)
  if (!found) return html``
  const { done, value } = found
  return html`<div class="notice done" role="status"><p>${done.said(reader.words, value)}</p> ${buttonForm(reader, {
    action: done.action,
    fields: { ...done.fields, [done.field]: value },
    label: reader.words.undo,
    variant: 'quiet',
  })}</div>
`
}
