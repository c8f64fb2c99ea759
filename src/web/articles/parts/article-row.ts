import type { ListedEntry } from '../../../operations/views.ts'
import { type SheetNeeds, sheetNeeds, withNeeds } from '../../assets.ts'
import { feedHtml } from '../../feeds/parts/feed-html.ts'
import { backField, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, raw } from '../../layout/html.ts'
import { articleListPath, articlePath, entryPath, isWebUrl, outLink, storyPath } from '../../layout/links.ts'
import { shortAge, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { shortened } from '../../stories/parts/plot-parts.ts'
import type { ArticleListLook } from './article-list-tools.ts'
import { entryMarks } from './entry-marks.ts'

/** The most that two lines can contain. */
const excerptLetters = 200

/** The title of an entry, or its URL: many, such as short notes, have no title. */
export function titleOf({ title, url }: Pick<ListedEntry, 'title' | 'url'>): string {
  return title.trim() || url || '—'
}

type Options = { readonly level?: 'h2' | 'h3'; readonly look?: ArticleListLook; readonly text?: string | undefined }

/** Rendered rows without the back link, which differs on every page. */
const written = new WeakMap<ListedEntry, Written>()
type Written = { readonly as: string; readonly parts: readonly string[]; readonly needs: SheetNeeds }

/**
 * One row of the article list. When a list is made again, most of its rows were rendered before: such a row is reused as long as its entry
 * is the same and it would look the same.
 */
export function articleRow(entry: ListedEntry, reader: Reader, options: Options = {}): Html {
  if (options.text) return writeRow(entry, reader, options)
  const { level, look } = options
  const as = `${mayMark(reader)} ${level} ${look} ${shortAge(entry.publishedAt, reader)}`
  const known = written.get(entry)
  const row = known?.as === as ? known : cutRow(as, entry, reader, options)
  if (row !== known) written.set(entry, row)
  return withNeeds(raw(row.parts.join(String(backField(reader)))), row.needs)
}

/** A row split at each back link. Content from outside cannot look like one, since its markup is escaped. */
function cutRow(as: string, entry: ListedEntry, reader: Reader, options: Options): Written {
  const elsewhere = { ...reader, path: '/' }
  const markup = String(writeRow(entry, elsewhere, options))
  return { as, parts: markup.split(String(backField(elsewhere))), needs: sheetNeeds(markup) }
}

/**
 * It opens the article if there is one, else the feed's text, which can also be shown in place. In the compact view an entry is one line:
 * title, feed, time.
 */
function writeRow(entry: ListedEntry, reader: Reader, options: Options): Html {
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
<div class="meta"><a href="${articleListPath({ feedId: entry.feedId })}"><b>${foreign(entry.feedTitle)}</b></a> ${shortWhen(entry.publishedAt, reader)}${entry.storyId && html` <a href="${storyPath(entry.storyId)}">${words.inStory}</a>`}${isWebUrl(entry.url) && html` ${outLink(entry.url, words.opensElsewhere, html` data-original`)}`}
${entryMarks(entry, reader, title)}</div>
</article>
`
}
