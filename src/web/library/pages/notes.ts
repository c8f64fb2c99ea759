import type { HighlightsView, HighlightView, NotesView, NoteView } from '../../../operations/library/library-views.ts'
import { highlightTools } from '../../articles/parts/article-highlights.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { articlePath, citationPath, queryOf } from '../../layout/links.ts'
import { noteBody, noteTools } from '../../layout/note.ts'
import { section } from '../../layout/section.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { exportLinks, libraryPage, libraryPaths } from '../parts/library-head.ts'

const files = [
  ['/notes/export/md', 'Markdown'],
  ['/notes/export/jsonld', 'JSON-LD (Web Annotation)'],
] as const

/** All notes, latest first, each with its words; then highlights without a note. */
export function notesPage(view: NotesView, marked: HighlightsView, reader: Reader): string {
  const { mine } = reader.words
  const hasAny = view.notes.length > 0 || marked.highlights.length > 0
  const body = html`<div class="single">${
    hasAny
      ? html`<ul class="notes">${view.notes.map((note) => noteLine(note, reader))}</ul>`
      : html`<div class="empty"><h2>${mine.emptyNotes}</h2><p>${mine.emptyNotesNote}</p></div>`
  }
${view.next && older({ cursor: view.next }, '', reader)}
${marked.highlights.length > 0 && highlightList(marked, reader)}</div>
`
  return libraryPage({ tab: 'notes', body, more: hasAny && exportLinks(files, reader) }, reader)
}

function highlightList({ highlights, next }: HighlightsView, reader: Reader): Html {
  return section(
    'highlights',
    reader.words.marking.highlights,
    html`<ul class="notes">${highlights.map((each) => highlightLine(each, reader))}</ul>
${next && older({ highlights: next }, '#highlights', reader)}`,
  )
}

function older(query: Readonly<Record<string, string>>, anchor: string, { words }: Reader): Html {
  return html`<p class="actions"><a class="btn" rel="next" href="${libraryPaths.notes}${queryOf(query)}${anchor}">${words.olderEntries}</a></p>`
}

function highlightLine({ highlight, citation, article }: HighlightView, reader: Reader): Html {
  return html`<li data-item><blockquote${languageAttributes(article?.language)}><a href="${citationPath(citation)}"><mark class="highlighted ${highlight.color}">${citation.exact}</mark></a></blockquote>
${sourceLine(article, citationPath(citation), '', highlight.at, reader)}
<div class="meta">${highlightTools(highlight, reader)}</div></li>
`
}

function noteLine({ note, citation, article }: NoteView, reader: Reader): Html {
  const { mine } = reader.words
  const edited = note.changedAt !== note.at && html` · ${mine.noteChanged('')}${shortWhen(note.changedAt, reader)}`
  return html`<li class="note-item" data-item id="note-${note.id}"><blockquote${languageAttributes(article?.language)}><a href="${citationPath(citation)}">${citation.exact}</a></blockquote>
${noteBody(note)}
${sourceLine(article, citationPath(citation), `#note-${note.id}`, note.at, reader, edited)}
<div class="meta">${noteTools(note, reader)}</div></li>
`
}

/** The article of a note, its outlet as the citation of the words, and the time of the note. */
function sourceLine(
  article: NoteView['article'],
  cited: string,
  anchor: string,
  at: string,
  reader: Reader,
  more?: Piece,
): Html {
  return html`<p class="by">${
    article
      ? html`<a class="cite" href="${cited}">${foreign(article.sourceName)}</a> <a href="${articlePath(article.id)}${anchor}"${languageAttributes(article.language)}>${article.title}</a>`
      : reader.words.mine.gone
  } <span>${shortWhen(at, reader)}${more}</span></p>`
}
