import type { Note } from '../../core/marks.ts'
import type { PlacedNote } from '../../operations/library/library-views.ts'
import type { Reader } from '../reader.ts'
import { backField, buttonClass, hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { when } from './time.ts'

/** The text of a note: plain text with its line breaks, in any language. */
export function noteBody({ body }: Note): Html {
  return html`<p class="note-body" dir="auto">${body}</p>`
}

/** Changing and deleting a note. Deleting asks first without script, and can be undone with it. */
export function noteTools(note: Note, reader: Reader): Html {
  const { mine } = reader.words
  const { id, articleId, documentId, selector, body, at } = note
  const fields = {
    id,
    article: articleId,
    revision: documentId,
    start: String(selector.span.start),
    end: String(selector.span.end),
    body,
    at,
  }
  return html`<span class="note-tools"><a href="/notes/${encodeURIComponent(id)}/edit" class="btn quiet" aria-label="${mine.edit}${reader.words.colon}${firstWords(body)}">${mine.edit}</a>
<details class="sure"><summary aria-label="${mine.deleteNote}${reader.words.colon}${firstWords(body)}">${mine.deleteNote}</summary><form method="post" action="/notes/remove" class="inline" data-undo="/notes" data-hides=".note-item" data-said="${mine.noteDeleted}">${Object.entries(fields).map(([name, value]) => hidden(name, value))}${backField(reader)}
<button class="${buttonClass('quiet')} bad">${mine.deleteSure}</button></form></details></span>`
}

/** A note under its paragraph. */
export function noteUnderText({ note }: PlacedNote, reader: Reader): Html {
  return html`<div class="margin-note note-item" role="note" id="note-${note.id}" aria-label="${reader.words.mine.yourNote}">${noteBody(note)}
<div class="meta"><span>${when(note.changedAt, reader)}</span>${noteTools(note, reader)}</div></div>
`
}

function firstWords(body: string): string {
  return body.length > 40 ? `${body.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : body
}
