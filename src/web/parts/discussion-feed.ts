import { commentWords } from '../../core/comment-text.ts'
import type { CommentListView, DiscussedView } from '../../operations/discussion-views.ts'
import type { Reader } from '../reader.ts'
import { commentPath, discussionPath } from './discussion-links.ts'

/** The newest comments as a feed (Atom, RFC 4287), each as plain text. `origin` is the address of this server. */
export function discussionFeed(
  view: CommentListView & { readonly on?: DiscussedView },
  reader: Reader,
  origin: string,
): string {
  const { discussion } = reader.words
  const path = view.on ? discussionPath(view.on) : '/discussion'
  const title = view.on ? `${discussion.title}: ${view.on.title}` : discussion.title
  const newest =
    view.comments
      .map(({ at, editedAt }) => editedAt ?? at)
      .sort()
      .at(-1) ?? reader.now
  const entries = view.comments.map(({ id, title: of, author, at, editedAt, blocks, sentence }) => {
    const name = author === undefined ? discussion.gone : author || discussion.owner
    const words = `${sentence ? `“${sentence.exact}”\n\n` : ''}${commentWords(blocks)}`
    return `<entry><id>urn:uuid:${xml(id)}</id><title>${xml(`${name}: ${of}`)}</title><author><name>${xml(name)}</name></author>
<published>${xml(at)}</published><updated>${xml(editedAt ?? at)}</updated><link rel="alternate" href="${xml(origin + commentPath(id))}"/>
<content type="text">${xml(words)}</content></entry>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(origin + path)}</id><title>${xml(title)}</title><updated>${xml(newest)}</updated>
<link rel="self" href="${xml(`${origin}${path}.atom`)}"/><link rel="alternate" href="${xml(origin + path)}"/>
${entries.join('')}</feed>
`
}

/** Text in XML, in an element or an attribute; what XML 1.0 cannot hold is left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
