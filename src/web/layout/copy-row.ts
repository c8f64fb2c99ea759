import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { icon } from './icon.ts'

/** A value to take elsewhere, with its name and a button that copies it. */
export function copyRow(name: string, value: string, reader: Reader): Html {
  const { copy, copied } = reader.words.settings.apps
  return html`<div class="copyrow"><span>${name}</span><code dir="ltr">${value}</code><button class="btn" type="button" data-copy="${value}" data-copied="${copied}" aria-label="${copy}${reader.words.colon}${name}">${icon('copy')}<span>${copy}</span></button></div>
`
}
