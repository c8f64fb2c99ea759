import type { CommentFormView } from '../../../operations/discussion/discussion-views.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'
import { commentForm, commentPart } from '../parts/comment.ts'
import { discussionPath } from '../parts/discussion-links.ts'

/** The form for a comment on words of an article, a reply, or an edit. `problem`: what was wrong with a comment that was sent. */
export function commentFormPage(
  view: CommentFormView,
  reader: Reader,
  problem?: { readonly body: string; readonly message: string },
): string {
  const { discussion } = reader.words
  const { on, changes, answers, mayWrite } = view
  const title = changes ? discussion.change : answers ? discussion.answer : discussion.write
  const form = commentForm(fieldsOf(view, reader), reader, problem?.body ?? changes?.body ?? '')
  const refusal = mayWrite === 'yes' || problem ? undefined : discussion.mayNot[mayWrite]
  const body = html`<div class="single discussion"><h1>${title}</h1>
<p class="small">${on.sourceName && html`${foreign(on.sourceName)} · `}<a href="${discussionPath(on)}"${languageAttributes(on.language)}>${on.title}</a></p>
${problem && html`<p class="notice warn" role="alert">${problem.message}</p>`}
${answers && commentPart(answers, reader, { language: on.language })}
${changes && html`<p class="note">${discussion.changeNote}</p>`}
${refusal === undefined ? form : html`<p class="notice warn">${refusal}</p>`}</div>
`
  return layout(reader, { title, body })
}

/** Where the comment goes, as hidden fields of the form. */
function fieldsOf({ on, sentence, answers, changes }: CommentFormView, reader: Reader): Html {
  if (changes) return hidden('id', changes.id)
  if (answers) return hidden('answers', answers.id)
  const place = html`${hidden('kind', on.kind)}${hidden('on', on.id)}`
  if (!sentence) return place
  const { chosen, others } = sentence
  const choice = (span: typeof chosen, words: string, isOn: boolean) =>
    html`<label class="choice"><input type="radio" name="span" value="${span.start}-${span.end}"${isOn && html` checked`}> <span${languageAttributes(on.language)}>${words}</span></label>
`
  const rest = others.filter(({ span }) => span.start !== chosen.start || span.end !== chosen.end)
  return html`${place}${hidden('revision', sentence.documentId)}
<fieldset class="choices-of-words"><legend>${reader.words.mine.whichWords}</legend>${choice(chosen, sentence.exact, true)}${rest.map(({ span, exact }) => choice(span, exact, false))}</fieldset>`
}
