import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { queryOf } from './links.ts'
import { mayMark } from './may-mark.ts'

/** Leads to where an article or an entry may be sent. */
export function sendLink(what: { readonly article: string } | { readonly entry: string }, reader: Reader): Html {
  if (!mayMark(reader)) return html``
  return html`<a class="btn quiet" href="/send${queryOf(what)}">${reader.words.sending.send}</a>`
}
