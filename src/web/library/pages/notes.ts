import type { HighlightsView, HighlightView, NotesView, NoteView } from '../../../operations/library/library-views.ts'
import { highlightTools } from '../../articles/parts/article-highlights.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, citationPath, queryOf } from '../../layout/links.ts'
import { noteBody, noteTools } from '../../layout/note.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** All notes, latest first, each with its words; then highlights without a note. */
export function notesPage(view: NotesView, marked: HighlightsView, reader: Reader): string {
  const { words } = reader
  const { mine } = words
  const body = html`<div class="single wide"><header class="day"><h1>${words.frame.notes}</h1></header>
${
  view.notes.length === 0 && marked.highlights.length === 0
    ? html`<div class="empty"><h2>${mine.emptyNotes}</h2><p>${mine.emptyNotesNote}</p></div>`
    : view.notes.length > 0 && html`<ul class="notes">${view.notes.map((note) => noteLine(note, reader))}</ul>`
}
${view.next && html`<p class="older"><a class="btn ghost" rel="next" href="/notes${queryOf({ cursor: view.next })}">${mine.nextPage}</a></p>`}
${highlightList(marked, reader)}
${(view.notes.length > 0 || marked.highlights.length > 0) && html`<p class="small take">${mine.takeAway}${reader.words.colon}<a href="/notes/export/md">Markdown</a> · <a href="/notes/export/jsonld">JSON-LD (Web Annotation)</a></p>`}
</div>
`
  return layout(reader, { title: words.frame.notes, place: 'library', body })
}

function highlightList({ highlights, next }: HighlightsView, reader: Reader): Html {
  const { mine, marking } = reader.words
  if (highlights.length === 0) return html``
  return html`<section aria-labelledby="highlights-h"><h2 id="highlights-h">${marking.highlights}</h2>
<ul class="notes">${highlights.map((each) => highlightLine(each, reader))}</ul>
${next && html`<p class="older"><a class="btn ghost" rel="next" href="/notes${queryOf({ highlights: next })}#highlights-h">${mine.nextPage}</a></p>`}</section>`
}

function highlightLine({ highlight, citation, article }: HighlightView, reader: Reader): Html {
  const language = languageAttributes(article?.language)
  return html`<li data-item><blockquote${language}><p><a href="${citationPath(citation)}"><mark class="highlighted ${highlight.color}">${citation.exact}</mark></a></p></blockquote>
<p class="small">${article ? html`<a class="cite" href="${citationPath(citation)}">${foreign(article.sourceName)}</a> <a href="${articlePath(article.id)}"${language}>${article.title}</a>` : reader.words.mine.gone}</p>
<div class="meta"><span>${when(highlight.at, reader)}</span><span>${highlightTools(highlight, reader)}</span></div></li>
`
}

function noteLine({ note, citation, article }: NoteView, reader: Reader): Html {
  const { mine } = reader.words
  const language = languageAttributes(article?.language)
  return html`<li class="note-item" data-item id="note-${note.id}"><blockquote${language}><p><a href="${citationPath(citation)}">${citation.exact}</a></p></blockquote>
<p class="small">${joined(
    [
      article && html`<a class="cite" href="${citationPath(citation)}">${foreign(article.sourceName)}</a>`,
      article && html`<a href="${articlePath(article.id)}#note-${note.id}"${language}>${article.title}</a>`,
      article ? false : mine.gone,
    ],
    ' ',
  )}</p>
${noteBody(note)}
<div class="meta"><span>${when(note.at, reader)}${note.changedAt !== note.at && html` · ${mine.noteChanged('')}${when(note.changedAt, reader)}`}</span>${noteTools(note, reader)}</div></li>
`
}
