import { discussedIn } from '../../../core/feed/feed-subject.ts'
import type { PublishedFeed } from '../../../core/feed/published-feed.ts'
import { commentWords } from '../../../core/text/comment-text.ts'
import { listComments } from '../../../operations/discussion/list-comments.ts'
import { commentPath, discussionPath } from '../../discussion/parts/discussion-links.ts'
import { html } from '../../layout/html.ts'
import {
  entryLanguage,
  type FeedContext,
  feedIdOf,
  feedOf,
  nonEmptyTitle,
  publishedAndUpdated,
} from './feed-context.ts'

/** The newest comments on this server, or on one story or article. */
export async function commentFeed(making: FeedContext, target: string): Promise<PublishedFeed | undefined> {
  const { run, base, reader } = making
  const { discussion } = reader.words
  const on = discussedIn(target)
  if (target !== '' && !on) return undefined
  const view = await run(listComments, on ? { on } : {})
  if (!view) return undefined
  const told = {
    id: await feedIdOf(making, 'discussion', ...(on ? [on.kind, on.id] : [])),
    title: view.on
      ? `${reader.words.frame.places.discussion}${reader.words.colon}${view.on.title}`
      : reader.words.frame.places.discussion,
    path: view.on ? discussionPath(view.on) : '/discussion',
  }
  const entries = view.comments.map(({ id, title, language, author, at, editedAt, blocks, sentence }) => {
    const name = author === undefined ? discussion.gone : author || discussion.owner
    const words = commentWords(blocks)
    return {
      id: `urn:uuid:${id}`,
      title: nonEmptyTitle(`${name}: ${title}`),
      url: `${base}${commentPath(id)}`,
      ...publishedAndUpdated(at, editedAt ?? at),
      author: nonEmptyTitle(name),
      ...entryLanguage(language),
      summary: words,
      content: String(
        html`${sentence && html`<blockquote dir="auto">${sentence.exact}</blockquote>`}${words.split('\n').map((part) => html`<p dir="auto">${part}</p>`)}`,
      ),
    }
  })
  return feedOf(making, told, entries)
}
