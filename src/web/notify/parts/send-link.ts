import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import { mayMark } from '../../layout/may-mark.ts'
import type { Reader } from '../../reader.ts'

/** A link to where an article or an entry can be sent. */
export function sendLink(what: { readonly article: string } | { readonly entry: string }, reader: Reader): Html {
  if (!mayMark(reader)) return html``
  return html`<a class="btn quiet" href="/send${queryOf(what)}">${reader.words.sending.send}</a>`
}
