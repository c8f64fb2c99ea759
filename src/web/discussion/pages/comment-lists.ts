import type { CommentListView, OwnCommentsView } from '../../../operations/discussion/discussion-views.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { commentPart } from '../parts/comment.ts'
import { discussionPath } from '../parts/discussion-links.ts'

/** The newest comments on this server. */
export function commentListPage(view: CommentListView, reader: Reader): string {
  const { discussion } = reader.words
  const isReader = reader.identity !== undefined && reader.identity.role !== 'guest'
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${reader.words.frame.places.discussion}</h1></header>
<ul class="ways small">${isReader && html`<li><a href="/mentions">${discussion.mentions}</a></li>`}<li><a href="/moderation/log">${discussion.log}</a></li>${reader.isModerator && html`<li><a href="/moderation">${discussion.queue}</a></li>`}<li>${feedLink({ kind: 'discussion', target: '' }, reader)}</li></ul>
${list(view, reader, discussion.empty)}
${view.next && html`<p class="acts"><a class="btn" rel="next" href="/discussion${queryOf({ cursor: view.next })}">${reader.words.olderEntries}</a></p>`}</div>
`
  return layout(reader, {
    title: reader.words.frame.places.discussion,
    place: 'discussion',
    feed: { kind: 'discussion', target: '' },
    body,
  })
}

/** Who mentioned the reader, and what they wrote. */
export function ownCommentsPage({ mentions, own, isBlocked }: OwnCommentsView, reader: Reader): string {
  const { discussion } = reader.words
  const older = (name: 'mentions' | 'own', next: string | undefined) =>
    next &&
    html`<p class="acts"><a class="btn" rel="next" href="/mentions${queryOf({ [name]: next })}#${name}">${reader.words.olderEntries}</a></p>`
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${discussion.mentions}</h1></header>
${isBlocked && html`<p class="notice warn">${discussion.mayNot.blocked}</p>`}
<section id="mentions">${list(mentions, reader, discussion.nothing)}${older('mentions', mentions.next)}</section>
<section id="own" aria-labelledby="own-h"><h2 id="own-h">${discussion.ownComments}</h2>${list(own, reader, discussion.nothing)}${older('own', own.next)}</section></div>
`
  return layout(reader, { title: discussion.mentions, place: 'discussion', body })
}

function list({ comments }: CommentListView, reader: Reader, nothing: string): Html {
  if (comments.length === 0) return html`<p class="note">${nothing}</p>`
  return html`<ul class="comments">${comments.map(
    (comment) =>
      html`<li><p class="small"><a href="${discussionPath(comment.on)}"${languageAttributes(comment.language)}>${comment.title}</a></p>${commentPart({ ...comment, depth: 0 }, reader, { language: comment.language })}</li>`,
  )}</ul>`
}
