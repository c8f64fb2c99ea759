import { maxCommentLength } from '../../../core/comment.ts'
import type { CommentBlock, CommentInline } from '../../../core/text/comment-text.ts'
import type { CommentView, SentenceView } from '../../../operations/discussion/discussion-views.ts'
import { writerField } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { citationPath, isWebUrl } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { answerPath, commentPath, discussionPath } from './discussion-links.ts'

/** A comment with its author and time; a hidden one only as a placeholder with the reason. */
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
        html`<a href="${answerPath(id)}" aria-label="${discussion.answer}${reader.words.colon}${name}">${discussion.answer}</a>`,
      comment.editableUntil && html`<a href="${commentPath(id)}/edit">${reader.words.mine.edit}</a>`,
      hasText &&
        html`<a href="${commentPath(id)}#do" aria-label="${reader.words.frame.more}${reader.words.colon}${name}">${reader.words.frame.more}</a>`,
    ],
    ' ',
  )
  return html`<article class="comment d${comment.depth}${options.isChosen && ' chosen'}" id="c-${id}">${comment.sentence && sentencePart(comment.sentence, comment, reader, options.language)}
${
  hasText
    ? html`<p class="by"><b>${foreign(name)}</b>${isOwn && html` <span class="tag">${discussion.you}</span>`} <a href="${commentPath(id)}">${shortWhen(at, reader)}</a>${editedAt && html` · ${discussion.edited}`}</p>`
    : ''
}${state !== 'shown' && stateLine(comment, reader)}
${hasText && html`<div class="said-here">${commentText(blocks, reader)}</div>`}
${tools.length > 0 && html`<p class="its-tools small">${tools}</p>`}</article>
`
}

/** Why a comment is not visible to everybody. */
function stateLine({ state, holdReasons, isOwn }: CommentView, reader: Reader): Html {
  const { discussion } = reader.words
  if (state === 'shown') return html``
  const reasons = holdReasons.map((reason) => discussion.holdReasons[reason])
  const why = reasons.length > 0 && `${reader.words.colon}${reasons.join('; ')}`
  return html`<p class="small in-state">${discussion.states[state]}${why}${isOwn && state === 'held' && `. ${discussion.heldOwn}`}</p>`
}

/** The words of the article a comment is about, linked, and a link to other comments about them. */
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

/** The form for a comment, with hidden fields that say where it goes. */
export function commentForm(fields: Html, reader: Reader, body = ''): Html {
  const { discussion } = reader.words
  return html`<form method="post" action="/comments" class="note-form comment-form">${writerField(reader)}${fields}
<label for="comment-body">${discussion.yourComment}</label>
<textarea id="comment-body" name="body" rows="6" maxlength="${maxCommentLength}" required dir="auto" aria-describedby="comment-help">${body}</textarea>
<p class="note" id="comment-help">${discussion.help}</p>
<p class="actions"><button class="btn main">${discussion.send}</button></p></form>`
}

/** The text of a comment as our own markup: what a reader wrote is only ever text or the URL of a link. */
export function commentText(blocks: readonly CommentBlock[], reader: Reader): Html {
  return html`${blocks.map((block) => blockPart(block, reader))}`
}

function blockPart(block: CommentBlock, reader: Reader): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p dir="auto">${block.content.map((inline) => inlinePart(inline, reader))}</p>`
    case 'code':
      return html`<pre tabindex="0" dir="ltr"><code>${block.text}</code></pre>`
    case 'list': {
      const items = block.items.map((item) => html`<li dir="auto">${itemPart(item, reader)}</li>`)
      if (!block.isOrdered) return html`<ul>${items}</ul>`
      return html`<ol${block.start !== 1 && html` start="${block.start}"`}>${items}</ol>`
    }
    case 'quote':
      return html`<blockquote dir="auto">${commentText(block.content, reader)}${checkPart(block, reader)}</blockquote>`
  }
}

/** A single paragraph in a list item has no `p` of its own. */
function itemPart(item: readonly CommentBlock[], reader: Reader): Html {
  const [first] = item
  return item.length === 1 && first?.kind === 'paragraph'
    ? html`${first.content.map((inline) => inlinePart(inline, reader))}`
    : commentText(item, reader)
}

/** Whether the quoted words are in the article; if so, linked to their place. */
function checkPart({ check }: CommentBlock & { readonly kind: 'quote' }, reader: Reader): Html {
  const { discussion } = reader.words
  const around = html` lang="${reader.language}" dir="${reader.words.direction}"`
  switch (check?.kind) {
    case 'found': {
      const { documentId, start, end } = check
      return html`<p class="small"${around}><a class="cite" href="${citationPath({ documentId, span: { start, end } })}">${discussion.inArticle}</a></p>`
    }
    case 'not-found':
      return html`<p class="small bad"${around}>${discussion.notInArticle}</p>`
    case 'comment':
      return html`<p class="small"${around}>${discussion.fromComment}</p>`
    case undefined:
      return html``
  }
}

function inlinePart(inline: CommentInline, reader: Reader): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`
    case 'code':
      return html`<code dir="ltr">${inline.text}</code>`
    case 'break':
      return html`<br>`
    case 'emphasis':
      return html`<em>${inline.content.map((part) => inlinePart(part, reader))}</em>`
    case 'strong':
      return html`<strong>${inline.content.map((part) => inlinePart(part, reader))}</strong>`
    case 'mention':
      return html`<b class="mention"><bdi>@${inline.name}</bdi></b>`
    case 'link': {
      const content = inline.content.map((part) => inlinePart(part, reader))
      if (!isWebUrl(inline.url)) return html`${content}`
      // The reader sees where the link leads before following it.
      return html`<a href="${inline.url}" rel="nofollow ugc noreferrer">${content}</a> <small dir="ltr">(${inline.host})</small>`
    }
  }
}
