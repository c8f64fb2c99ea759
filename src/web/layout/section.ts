import { type Html, html, type Piece } from './html.ts'

/** A titled part of a page, labeled for screen readers by its heading. */
export function section(id: string, title: Piece, body: Piece, count?: number): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}${count !== undefined && html` <span class="n">${count}</span>`}</h2>${body}
</section>
`
}
