import type { Block, LivePost } from '../../../core/document.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** The posts of a live page as a list of links, in page order. Nothing on other pages. */
export function postList({ document }: ArticleView, reader: Reader): Html {
  const { posts = [] } = document
  const { livePosts } = reader.words
  if (posts.length === 0) return html``
  return html`<details class="posts"><summary>${livePosts.title} <span class="n">${posts.length}</span></summary>
<p class="note">${livePosts.order}</p>
<ol>${posts.map(
    (
      post,
      index,
    ) => html`<li><a href="#post-${index + 1}">${timeOf(post, reader)} ${foreign(headingOf(post, document.text))}</a></li>
`,
  )}</ol></details>
`
}

/** The time of a post above its first block, as a link target. */
export function postHead(block: Block, { document }: ArticleView, reader: Reader): Html {
  const index = document.posts?.findIndex(({ start }) => start === block.start) ?? -1
  const post = document.posts?.[index]
  if (post === undefined) return html``
  const id = `post-${index + 1}`
  return html`<div class="post-at" id="${id}"${languageAttributes(reader.words.locale)}><a href="#${id}" title="${reader.words.livePosts.link}">${timeOf(post, reader)}</a>${post.author && html` · ${foreign(post.author)}`}</div>`
}

function timeOf({ at, stamp }: LivePost, reader: Reader): Html {
  if (at !== undefined) return html`<time datetime="${at}" dir="auto">${brief(at, reader)}</time>`
  return html`${stamp ? foreign(stamp) : reader.words.livePosts.title}`
}

/** Its heading, or how it begins. */
function headingOf({ heading, start, end, stamp = '' }: LivePost, text: string): string {
  if (heading !== undefined) return heading
  const lines = text.slice(start, end).split('\n')
  const line = lines.find((each) => each !== stamp) ?? ''
  return line.length <= 90 ? line : `${line.slice(0, 90).replace(/\s+\S*$/u, '')}…`
}
