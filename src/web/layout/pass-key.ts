import type { Reader } from '../reader.ts'
import { hidden } from './forms.ts'
import { type Html, html, type Piece } from './html.ts'

/** Whether passkeys can be used at the URL of this page: else where, or that they cannot. */
export type PasskeyPlace =
  | { readonly kind: 'here' }
  | { readonly kind: 'at'; readonly origin: string }
  | { readonly kind: 'nowhere' }

/** A form the device's passkey fills in. Without script, or without passkeys in the browser, it says what is needed. */
export function passKey(
  reader: Reader,
  place: PasskeyPlace,
  form: {
    readonly kind: 'new' | 'use'
    readonly action: string
    readonly fields?: Piece
    readonly button: string
  },
): Html {
  const { ways: words } = reader.words
  if (place.kind === 'nowhere') return html`<p class="note">${words.onlySecure}</p>`
  if (place.kind === 'at')
    return html`<p class="note">${words.onlyAt} <a href="${reader.baseUrl ?? place.origin}" dir="ltr">${reader.baseUrl ?? place.origin}</a></p>`
  return html`<pass-key data-kind="${form.kind}" data-options="${form.action}/options" data-asking="${words.asking}" data-failed="${words.notMade}" data-known="${words.alreadyHere}">
<form method="post" action="${form.action}" class="choosers" hidden>${hidden('answer', '')}${form.fields}
<p><button class="btn">${form.button}</button></p></form>
<p class="note" data-needs>${words.needsScript}</p>
<output class="small"></output></pass-key>`
}
