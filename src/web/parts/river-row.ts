import type { RiverEntry } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { entryMarks } from './entry-marks.ts'
import { feedHtml } from './feed-html.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { articlePath, entryPath, isWebUrl, outLink, riverPath, storyPath } from './links.ts'
import { shortened } from './plot-parts.ts'
import type { RiverLook } from './river-tools.ts'
import { shortWhen } from './time.ts'

/** What two lines hold at their widest. */
const excerptLetters = 200

/** What an entry is called: many, such as short notes, have no title of their own. */
export function titleOf({ title, url }: Pick<RiverEntry, 'title' | 'url'>): string {
  return title.trim() || url || '—'
}

/**
 * One entry of the river. It opens the article when there is one, else the feed's own text, which can also stand in place.
 * As a list an entry is one line: what it is called, whose it is, and when.
 */
export function riverRow(
  entry: RiverEntry,
  reader: Reader,
  options: { readonly level?: 'h2' | 'h3'; readonly look?: RiverLook; readonly text?: string | undefined } = {},
): Html {
  const { words } = reader
  const { level = 'h2', look = 'cards', text } = options
  const path = entry.articleId ? articlePath(entry.articleId) : entryPath(entry.id)
  const title = titleOf(entry)
  const link = html`<a href="${path}" data-open>${title}</a>`
  const heading = level === 'h2' ? html`<h2 dir="auto">${link}</h2>` : html`<h3 dir="auto">${link}</h3>`
  return html`<article class="entry${entry.isRead && ' is-read'}${entry.isStarred && ' is-starred'}" data-item>
${heading}${look !== 'list' && entry.excerpt && html`<p class="excerpt" dir="auto">${shortened(entry.excerpt, excerptLetters)}</p>`}${
  text &&
  html`<details class="in-place"><summary>${words.river.text}</summary><div class="text feed" dir="auto">${feedHtml({ entry, html: text }, reader)}</div></details>`
}
<div class="meta"><a href="${riverPath({ feedId: entry.feedId })}"><b>${foreign(entry.feedTitle)}</b></a> ${shortWhen(entry.publishedAt, reader)}${entry.storyId && html` <a href="${storyPath(entry.storyId)}">${words.inStory}</a>`}${isWebUrl(entry.url) && html` ${outLink(entry.url, words.opensElsewhere, html` data-original`)}`}
${entryMarks(entry, reader, title)}</div>
</article>
`
}
