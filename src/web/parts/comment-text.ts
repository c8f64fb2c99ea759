import type { CommentBlock, CommentInline } from '../../core/comment-text.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { citationPath, isWebUrl } from './links.ts'

/** The text of a comment as markup of our own: nothing a reader wrote is ever more than text or the address of a link. */
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

/** A single paragraph in a list stands without one. */
function itemPart(item: readonly CommentBlock[], reader: Reader): Html {
  const [first] = item
  return item.length === 1 && first?.kind === 'paragraph'
    ? html`${first.content.map((inline) => inlinePart(inline, reader))}`
    : commentText(item, reader)
}

/** Whether the quoted words stand in the article; those that do lead to their place. */
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
      // Where it leads is read before it is followed.
      return html`<a href="${inline.url}" rel="nofollow ugc noreferrer">${content}</a> <small dir="ltr">(${inline.host})</small>`
    }
  }
}
