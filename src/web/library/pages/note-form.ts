import type { Note } from '../../../core/marks.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { NoteFormView } from '../../../operations/library/library-views.ts'
import { highlightChoice } from '../../articles/parts/article-highlights.ts'
import { sentenceCommentPath } from '../../discussion/parts/discussion-links.ts'
import { backField, hidden, writerField } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Adds a note to words of an article, or changes one. `problem`: why a note that was sent was not saved. */
export function noteFormPage(
  view: NoteFormView,
  reader: Reader,
  problem?: { readonly body: string; readonly kind: 'refused' | 'elsewhere' | 'other-reader' },
): string {
  const { mine, close } = reader.words
  const { article, note } = view
  const back = { ...reader, path: articlePath(article.id) }
  const title = note ? mine.editNote : mine.addNote
  const body = html`<div class="single"><header class="pagehead"><h1>${title}</h1>
<p>${foreign(article.sourceName)} · <a href="${back.path}"${languageAttributes(article.language)}>${article.title}</a></p></header>
${problem && html`<p class="notice warn" role="alert">${problemText(problem.kind, reader)}</p>`}${problem?.kind === 'elsewhere' && html`<p class="note-body" dir="auto">${note?.body}</p>`}
<form method="post" action="/notes" class="note-form">${writerField(reader)}${backField(back)}${note && changed(note)}
${note ? html`<blockquote${languageAttributes(article.language)}><p>${view.exact}</p></blockquote>` : choices(view, reader)}
<label for="note-body">${mine.yourNote}</label>
<textarea id="note-body" name="body" rows="8" maxlength="${maxLength.note}" required dir="auto">${problem?.body ?? note?.body ?? ''}</textarea>
<p class="note">${mine.notePrivate}</p>
<p class="actions"><button class="btn main">${reader.words.save}</button> <a class="btn" href="${back.path}">${close}</a></p>${!note && highlightChoice(reader)}</form>${!note && reader.hasDiscussion && html`<p class="note"><a href="${sentenceCommentPath(article.id, { documentId: view.documentId, span: view.chosen })}">${reader.words.discussion.commentOnWords}</a></p>`}</div>
`
  return layout(reader, { title, place: 'library', body })
}

function problemText(kind: 'refused' | 'elsewhere' | 'other-reader', { words }: Reader): string {
  if (kind === 'other-reader') return words.otherReaderNote
  return kind === 'elsewhere' ? words.mine.noteElsewhere : words.mine.noteRefused
}

/** The note being changed, and its place, so that it can be restored if it is deleted elsewhere meanwhile. */
function changed({ id, changedAt, articleId, documentId, selector: { span } }: Note): Html {
  return html`${hidden('id', id)}${hidden('was', changedAt)}${hidden('article', articleId)}${hidden('revision', documentId)}${hidden('span', `${span.start}-${span.end}`)}`
}

/** The selected words, and each sentence of their paragraph to select instead. */
function choices({ article, documentId, chosen, exact, sentences }: NoteFormView, reader: Reader): Html {
  const { mine } = reader.words
  const isChosen = ({ start, end }: NoteFormView['chosen']) => start === chosen.start && end === chosen.end
  const others = sentences.filter(({ span }) => !isChosen(span))
  const choice = (span: NoteFormView['chosen'], words: string, isOn: boolean) =>
    html`<label class="choice"><input type="radio" name="span" value="${span.start}-${span.end}"${isOn && html` checked`}> <span${languageAttributes(article.language)}>${words}</span></label>
`
  return html`${hidden('article', article.id)}${hidden('revision', documentId)}
<fieldset class="choices-of-words"><legend>${mine.whichWords}</legend>${choice(chosen, exact, true)}${others.map(({ span, exact: words }) => choice(span, words, false))}</fieldset>`
}
