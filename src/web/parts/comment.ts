import { longestComment } from '../../core/comment.ts'
import type { CommentView, SentenceView } from '../../operations/discussion-views.ts'
import type { Reader } from '../reader.ts'
import { commentText } from './comment-text.ts'
import { answerPath, commentPath, discussionPath } from './discussion-links.ts'
import { type Html, html, joined } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { citationPath } from './links.ts'
import { when } from './time.ts'
import { writerField } from './writer-field.ts'

/** A comment with who wrote it and when; of one that is not shown to the reader its place, and why. */
export function commentPart(
  comment: CommentView,
  reader: Reader,
  options: { readonly mayAnswer?: boolean; readonly language?: string; readonly isChosen?: boolean } = {},
): Html {
  const { discussion } = reader.words
  const { id, isOwn, state, at, editedAt, blocks } = comment
  const hasText = blocks.length > 0
  const name = comment.author === undefined ? discussion.gone : comment.author || discussion.owner
  const tools = joined(
    [
      options.mayAnswer &&
        state === 'shown' &&
        html`<a href="${answerPath(id)}" aria-label="${discussion.answerTo(name)}">${discussion.answer}</a>`,
      comment.editableUntil && html`<a href="${commentPath(id)}/edit">${reader.words.mine.edit}</a>`,
      hasText && html`<a href="${commentPath(id)}#do" aria-label="${discussion.moreOf(name)}">${discussion.more}</a>`,
    ],
    ' ',
  )
  return html`<article class="comment d${comment.depth}${options.isChosen && ' chosen'}" id="c-${id}">${comment.sentence && sentencePart(comment.sentence, comment, reader, options.language)}
${
  hasText
    ? html`<p class="by"><b>${foreign(name)}</b>${isOwn && html` <span class="tag">${discussion.you}</span>`} <a href="${commentPath(id)}">${when(at, reader)}</a>${editedAt && html` · ${discussion.edited} ${when(editedAt, reader)}`}</p>`
    : ''
}${state !== 'shown' && stateLine(comment, reader)}
${hasText && html`<div class="said-here">${commentText(blocks, reader)}</div>`}
${tools.length > 0 && html`<p class="its-tools small">${tools}</p>`}</article>
`
}

/** Why a comment is not there for everybody. */
function stateLine({ state, holdReasons, isOwn }: CommentView, reader: Reader): Html {
  const { discussion } = reader.words
  if (state === 'shown') return html``
  const reasons = holdReasons.map((reason) => discussion.holdReasons[reason])
  const said = isOwn && state === 'held' ? discussion.heldOwn : discussion.states[state]
  return html`<p class="small in-state">${said}${reasons.length > 0 && `: ${reasons.join('; ')}`}</p>`
}

/** The words of the article a comment is on, with the way to them and to what else is said of them. */
export function sentencePart(
  sentence: SentenceView,
  { on }: Pick<CommentView, 'on'>,
  reader: Reader,
  language?: string,
): Html {
  const { discussion } = reader.words
  return html`<blockquote class="its-words"${languageAttributes(language)}><p><a href="${citationPath(sentence.now ?? sentence)}">${sentence.exact}</a></p></blockquote>
<p class="small">${!sentence.now && html`${discussion.changedSince} `}<a href="${discussionPath(on, sentence)}">${discussion.onSentence}</a></p>`
}

/** The form for a comment, with whatever says where it goes. */
export function commentForm(fields: Html, reader: Reader, body = ''): Html {
  const { discussion } = reader.words
  return html`<form method="post" action="/comments" class="note-form comment-form">${writerField(reader)}${fields}
<label for="comment-body">${discussion.yourComment}</label>
<textarea id="comment-body" name="body" rows="6" maxlength="${longestComment}" required dir="auto" aria-describedby="comment-help">${body}</textarea>
<p class="note" id="comment-help">${discussion.help}</p>
<p class="actions"><button class="btn">${discussion.send}</button></p></form>`
}
