import type { Words } from '../words/en.ts'
import { type Html, html, type Piece } from './html.ts'

/** A titled part of a page, labeled for screen readers by its heading. */
export function section(id: string, title: Piece, body: Piece, count?: number): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}${count !== undefined && html` <span class="n">${count}</span>`}</h2>${body}
</section>
`
}

/** The name of a section in the reader's language; an unknown section keeps its name. */
export function sectionName(name: string, { sectionNames }: Pick<Words, 'sectionNames'>): string {
  return Object.hasOwn(sectionNames, name) ? sectionNames[name as keyof typeof sectionNames] : name
}
