import { maxReasonLength, reportReasons } from '../../../core/comment.ts'
import type { CommentFormView, CommentThreadView } from '../../../operations/discussion/discussion-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { commentForm, commentPart } from '../parts/comment.ts'
import { commentPath, discussionPath } from '../parts/discussion-links.ts'
import { decideForm, lockForm, logLine } from '../parts/moderation-forms.ts'

const said = ['held', 'reported', 'appealed'] as const

/** One comment in its thread, with everything that can be done with it. */
export function commentPage(view: CommentThreadView, reader: Reader): string {
  const { discussion } = reader.words
  const { on, first, replies, chosen, id, mayWrite } = view
  const mayAnswer = mayWrite === 'yes'
  const thread = [first, ...replies]
  const answered = new URL(reader.path, 'http://self.invalid').searchParams.get('said')
  const told = said.find((known) => known === answered)
  const isElsewhere = !thread.some((comment) => comment.id === id)
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${discussion.thread}</h1></header>
<p>${on.sourceName && html`${foreign(on.sourceName)} · `}<a href="${discussionPath(on)}"${languageAttributes(on.language)}>${on.title}</a></p>
${told && html`<p class="notice" role="status">${discussion.said[told]}</p>`}
${view.lock && html`<p class="notice warn">${discussion.mayNot.locked}${view.lock.reason && html` <bdi>${view.lock.reason}</bdi>`}</p>`}
<section class="thread">${thread.map((comment) => commentPart(comment, reader, { mayAnswer, language: on.language, isChosen: comment.id === id }))}${isElsewhere && commentPart(chosen, reader, { mayAnswer, isChosen: true })}</section>
${view.next && html`<p class="acts"><a class="btn" rel="next" href="${commentPath(id)}${queryOf({ cursor: view.next })}">${reader.words.frame.more}</a></p>`}
${chosen.blocks.length > 0 && doPart(view, reader)}
${view.decisions.length > 0 && html`<section aria-labelledby="decided-h"><h2 id="decided-h">${discussion.decided}</h2><ul class="log-lines">${view.decisions.map((entry) => logLine(entry, reader))}</ul></section>`}</div>
`
  return layout(reader, { title: `${discussion.thread} · ${on.title}`, body })
}

/** What the reader can do with the comment: delete their own, report another's, and moderate. */
function doPart({ chosen, on, first, isThreadLocked }: CommentThreadView, reader: Reader): Html {
  const { discussion } = reader.words
  const isReader = reader.identity !== undefined && reader.identity.role !== 'guest'
  return html`<section id="do" class="do" aria-labelledby="do-h"><h2 id="do-h">${discussion.thisComment}</h2>
${chosen.isOwn && deleteForm(chosen.id, reader)}${chosen.mayAppeal && appealForm(chosen.id, reader)}
${isReader && !chosen.isOwn && chosen.state === 'shown' && reportForm(chosen.id, reader)}
${reader.isModerator && html`${decideForm(chosen, reader)}${lockForm(on, isThreadLocked, reader, first.id)}`}</section>`
}

function deleteForm(id: string, reader: Reader): Html {
  const { discussion } = reader.words
  return html`<form method="post" action="/comments/delete" class="stacked">${hidden('id', id)}
<label><input type="checkbox" name="sure" value="1" required> ${discussion.deleteNote}</label>
<p class="actions"><button class="btn">${discussion.delete}</button></p></form>`
}

function appealForm(id: string, reader: Reader): Html {
  const { discussion } = reader.words
  return html`<form method="post" action="/comments/appeal" class="stacked">${hidden('id', id)}
<label for="appeal">${discussion.appealNote}</label><textarea id="appeal" name="words" rows="3" maxlength="${maxReasonLength}" required dir="auto"></textarea>
<p class="actions"><button class="btn">${discussion.appeal}</button></p></form>`
}

function reportForm(id: string, reader: Reader): Html {
  const { discussion } = reader.words
  const choices = reportReasons.map(
    (reason) =>
      html`<label class="choice"><input type="radio" name="reason" value="${reason}" required> <span>${discussion.reportReasons[reason]}</span></label>`,
  )
  return html`<form method="post" action="/comments/report" class="stacked">${hidden('id', id)}
<fieldset><legend>${discussion.reportNote}</legend>${choices}</fieldset>
<label for="report-words">${discussion.inWords}</label><textarea id="report-words" name="words" rows="2" maxlength="${maxReasonLength}" dir="auto"></textarea>
<p class="actions"><button class="btn">${discussion.report}</button></p></form>`
}

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
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${title}</h1></header>
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
