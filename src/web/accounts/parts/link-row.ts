import { type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'

/** A row that leads to a page of its own. `action`: what pressing it does, for a download. */
export function linkRow(path: string, name: Piece, help?: Piece, options: { readonly download?: Piece } = {}): Html {
  const isDownload = options.download !== undefined
  return html`<div class="st"><b>${isDownload ? name : html`<a href="${path}">${name}</a>`}</b>${help !== undefined && html`<p>${help}</p>`}${
    isDownload
      ? html`<a class="btn" href="${path}" download aria-label="${options.download}: ${name}">${icon('down')}${options.download}</a>`
      : icon('next')
  }</div>
`
}
