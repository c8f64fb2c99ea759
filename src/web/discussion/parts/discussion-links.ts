import type { Discussed } from '../../../core/comment.ts'
import type { SentenceView } from '../../../operations/discussion/discussion-views.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** The discussion of a story or an article, or of one of its sentences. */
export function discussionPath({ kind, id }: Discussed, sentence?: Pick<SentenceView, 'documentId' | 'span'>): string {
  const folder = kind === 'story' ? 'stories' : 'articles'
  const { documentId, span } = sentence ?? {}
  return `/${folder}/${encodeURIComponent(id)}/discussion${queryOf({ revision: documentId, start: span?.start, end: span?.end })}`
}

export const commentPath = (id: string): string => `/comments/${encodeURIComponent(id)}`

export const answerPath = (id: string): string => `/comments/new${queryOf({ answers: id })}`

/** The form for a comment on words of an article. */
export function sentenceCommentPath(
  articleId: string,
  { documentId, span }: Pick<SentenceView, 'documentId' | 'span'>,
): string {
  return `/comments/new${queryOf({ article: articleId, revision: documentId, start: span.start, end: span.end })}`
}

/** The link to a discussion, with its number of comments; nothing when discussion is disabled. */
export function discussionLink(on: Discussed, counted: { readonly count: number } | undefined, reader: Reader): Html {
  if (!counted) return html``
  return html`<a class="btn quiet" href="${discussionPath(on)}">${reader.words.discussion.link(counted.count)}</a>`
}
