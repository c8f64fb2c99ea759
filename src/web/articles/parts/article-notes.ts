import type { Block } from '../../../core/document.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import { notePath } from '../../layout/links.ts'
import { noteUnderText } from '../../layout/note.ts'
import type { Reader } from '../../reader.ts'
import type { PlacedBlock } from './block-groups.ts'
import type { Mark } from './marked-text.ts'

/** Where a block begins in the text, for the script that offers a note on selected words. */
export function startOf(block: Block, { marks }: ArticleView): Html {
  return marks ? html` data-start="${block.start}"` : html``
}

export function noteMarks({ marks }: ArticleView): readonly Mark[] {
  return (marks?.notes ?? []).flatMap(({ span, note }) =>
    span
      ? [{ ...span, rank: 4, wrap: (content) => html`<mark class="noted" data-note="${note.id}">${content}</mark>` }]
      : [],
  )
}

/** A link to add a note to a paragraph without selecting anything. */
export function noteLink(block: PlacedBlock, view: ArticleView, reader: Reader): Html {
  if (!view.marks) return html``
  const { mine } = reader.words
  const place = { documentId: view.document.id, span: block }
  return html`<a class="add-note" href="${notePath(view.article.id, place)}" lang="${reader.language}" title="${mine.addNote}" aria-label="${mine.addNoteTo(block.place)}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M3 3h10v7l-3.5 3.5H3zM9.500 13v-3.500H13M5.500 6h5M5.500 8.500h3" fill="none" stroke="currentColor" stroke-width="1.1"/></svg></a>`
}

/** The notes that end in a block, under it, in the language of the page. */
export function notesUnder(block: Block, { marks }: ArticleView, reader: Reader): Html {
  const notes = (marks?.notes ?? []).filter(({ span }) => span && span.end > block.start && span.end <= block.end)
  return notes.length === 0
    ? html``
    : html`<div class="margin" lang="${reader.language}" dir="${reader.words.direction}">${notes.map((note) => noteUnderText(note, reader))}</div>`
}

/** Notes whose words are not in the text shown, each with the words it was written on. */
export function lostNotes({ marks, document }: ArticleView, reader: Reader): Html {
  const notes = (marks?.notes ?? []).filter(({ span }) => span === undefined)
  if (notes.length === 0) return html``
  return html`<section class="lost-notes" aria-labelledby="lost-notes-h"><h2 id="lost-notes-h">${reader.words.mine.lostNotes}</h2>${notes.map(
    (placed) =>
      html`<blockquote${languageAttributes(document.language)}><p>${placed.note.selector.exact}</p></blockquote>${noteUnderText(placed, reader)}`,
  )}</section>
`
}
