import type { ListedEntry } from '../../../operations/views.ts'
import { type SheetNeeds, sheetNeeds, withNeeds } from '../../assets.ts'
import { backField, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, raw } from '../../layout/html.ts'
import {
  articleListPath,
  articlePath,
  entryPath,
  isWebUrl,
  originalPath,
  outLink,
  storyTabPath,
} from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isMissing, thumb } from '../../layout/thumb.ts'
import { shortAge, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { shortened } from '../../stories/parts/plot-parts.ts'
import { rowMarks } from './entry-marks.ts'

/** The most that two lines can contain. */
const excerptLetters = 200

/** The title of an entry, or its URL: many, such as short notes, have no title. */
export function titleOf({ title, url }: Pick<ListedEntry, 'title' | 'url'>): string {
  return title.trim() || url || '—'
}

type Options = {
  /** The picture beside the words, or above them. */
  readonly picture?: 'row' | 'card' | 'none'
  /** A box to select it with, for the form of this id. */
  readonly form?: string
}

/** Rendered rows without the back link, which differs on every page. */
const written = new WeakMap<ListedEntry, Written>()
type Written = { readonly as: string; readonly parts: readonly string[]; readonly needs: SheetNeeds }

/**
 * One row of the article list, an `<li>`. When a list is made again, most of its rows were rendered before: such a row is reused as long as
 * its entry is the same and it would look the same.
 */
export function articleRow(entry: ListedEntry, reader: Reader, options: Options = {}): Html {
  const { picture = 'row', form } = options
  const look = `${mayMark(reader)} ${picture} ${form} ${reader.preferences.images}`
  const as = `${look} ${pictureState(entry, picture, reader)} ${shortAge(entry.publishedAt, reader)}`
  const known = written.get(entry)
  const row = known?.as === as ? known : cutRow(as, entry, reader, options)
  if (row !== known) written.set(entry, row)
  return withNeeds(raw(row.parts.join(String(backField(reader)))), row.needs)
}

/** What is known of its picture and the icon of its outlet. */
function pictureState(
  { picture, sourceId }: ListedEntry,
  size: NonNullable<Options['picture']>,
  reader: Reader,
): string {
  const isLost = picture && size !== 'none' && isMissing(picture, size, reader)
  return `${sourceId && reader.pictures?.iconOf(sourceId)} ${isLost}`
}

/** A row split at each back link. Content from outside cannot look like one, since its markup is escaped. */
function cutRow(as: string, entry: ListedEntry, reader: Reader, options: Options): Written {
  const elsewhere = { ...reader, path: '/' }
  const markup = String(writeRow(entry, elsewhere, options))
  return { as, parts: markup.split(String(backField(elsewhere))), needs: sheetNeeds(markup) }
}

/** It opens the article if there is one, else the feed's text, or the outlet's page where its reader set that. The link to the original is for the key `v`. */
function writeRow(entry: ListedEntry, reader: Reader, { picture = 'row', form }: Options): Html {
  const { words } = reader
  const isAway = entry.opensOriginal && isWebUrl(entry.url)
  const path = isAway ? originalPath(entry.id) : entry.articleId ? articlePath(entry.articleId) : entryPath(entry.id)
  const title = titleOf(entry)
  const { feedTitle, sourceId } = entry
  return html`<li class="it${entry.isRead && ' rd'}" data-item data-entry="${entry.id}">${
    form &&
    html`<input class="sel" type="checkbox" name="entry" value="${entry.id}" form="${form}" aria-label="${words.river.select}${words.colon}${title}">`
  }${picture !== 'none' && thumb(entry.picture, picture, reader, { href: path })}<div class="bd"><p class="src"><span class="dot">${!entry.isRead && !entry.isUnsubscribed && html`<span class="sr">${words.shows.unread}</span>`}</span>${outletMark({ id: sourceId, name: feedTitle }, reader)}<a href="${articleListPath({ feedId: entry.feedId })}"><b>${foreign(feedTitle)}</b></a>${shortWhen(entry.publishedAt, reader)}${copiesOf(entry, reader)}</p><h3 dir="auto"><a href="${path}" data-open${isAway && html` rel="noreferrer external"`}>${title}</a></h3>${entry.excerpt && html`<p class="ex" dir="auto">${shortened(entry.excerpt, excerptLetters)}</p>`}${isWebUrl(entry.url) && outLink(entry.url, words.opensElsewhere, html` data-original hidden`)}</div>${rowMarks(entry, reader, title)}</li>
`
}

/** How many copies are folded under it, and the way to who copied whom. */
function copiesOf({ copyCount, storyId }: ListedEntry, { words }: Reader): Html {
  if (copyCount === undefined) return html``
  const label = `+${words.copies(copyCount)}`
  return storyId ? html` <a href="${storyTabPath(storyId, 'coverage')}">${label}</a>` : html` <span>${label}</span>`
}
