import { maxLength } from '../../../core/text/max-length.ts'
import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { hostOf, outLink, queryOf, sourcePath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { embargoForm } from './embargo.ts'
import { ownHeadersForm } from './own-headers.ts'

type Folders = ArticleListView['folders']

/** What a reader may set for one feed: the usual things, then the rest, then its removal. */
export function feedSettings(feed: FeedHealth, view: ArticleListView, reader: Reader): Html {
  const { folders, isOnlyReader } = view
  const { words } = reader
  const { river } = words
  const mayFetch = feed.intake !== 'mail' && (isOnlyReader || reader.isOwner)
  return html`<details class="set-feed">
<summary>${river.edit}</summary>
<p class="small">${joined(
    [
      feed.url !== undefined && outLink(feed.url, foreign(feed.url)),
      html`<a href="${sourcePath(feed.sourceId)}">${words.sources}</a>`,
      feed.siteUrl && outLink(feed.siteUrl, foreign(hostOf(feed.siteUrl))),
    ],
    ' · ',
  )}</p>
<form method="post" action="/feeds/edit">${hidden('feed', feed.id)}${hidden('whole', '1')}
${backField(reader)}
<p><label>${words.formAgain.fields.name} <input name="title" value="${feed.title}" maxlength="${maxLength.feedName}" autocomplete="off"></label></p>
${folderChoice(feed, folders, reader)}
${tick('parked', feed.isParked, river.parked, river.parkedNote)}
${tick('original', feed.opensOriginal, river.original)}
${mayFetch && html`${hidden('fetching', '1')}${tick('own-text', feed.usesOwnText, river.ownText, river.ownTextNote)}`}
<p><button class="btn main">${words.save}</button></p>
</form>
${embargoForm(feed.id, feed.intake === 'mail', view.embargoUntil, reader)}
<p><a href="/settings/rules/new${queryOf({ feed: feed.id, alert: '1' })}" class="u">${river.alertsOfAll}</a></p>
<details class="set-feed"><summary>${words.frame.more}</summary>
${headersPart(feed, view, reader)}
${copyForm(feed, folders, reader)}
<form method="post" action="/feeds/remove" class="line">${hidden('feed', feed.id)}
${hidden('back', '/feeds')}
<label><input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label> <button class="btn danger">${river.removal}</button>
<p class="note">${river.removalNote}</p>
</form>
</details>
</details>`
}

/** The cookie and headers of a feed that is fetched from a site. */
function headersPart(
  { id, title, url, intake }: FeedHealth,
  { ownHeaders }: ArticleListView,
  reader: Reader,
): Html | false {
  const host = url === undefined || intake === 'mail' || !/^https?:/.test(url) ? '' : hostOf(url)
  if (host === '') return false
  return html`<details class="set-feed"><summary>${reader.words.ownHeaders.title}</summary>
${ownHeadersForm({ id, title, host, view: ownHeaders }, reader)}</details>`
}

/** Its folders, any number of them, and a new one. */
function folderChoice(feed: FeedHealth, folders: Folders, { words: { river } }: Reader): Html {
  const own = feed.folders ?? [feed.folder]
  // Its own come first, so that the first of them stays the first.
  const names = [...new Set([...own, ...folders.map(({ name }) => name)])].filter((name) => name !== '')
  return html`<fieldset><legend>${river.folders}</legend>
${names.map((name) => html`<label><input type="checkbox" name="in" value="${name}"${own.includes(name) && html` checked`}> ${foreign(name)}</label>\n`)}<label>${river.newFolder} <input name="folder" placeholder="${river.newFolderExample}" maxlength="${maxLength.folder}" autocomplete="off"></label>
</fieldset>`
}

function tick(name: string, isOn: true | undefined, label: string, note?: string): Html {
  return html`<p><label><input type="checkbox" name="${name}" value="1"${isOn && html` checked`}> ${label}</label>${note !== undefined && html` <small class="note">${note}</small>`}</p>`
}

/** The other feeds that get the same settings: folders, and the feeds beside it. */
function copyForm(feed: FeedHealth, folders: Folders, reader: Reader): Html | false {
  const { river } = reader.words
  const feeds = new Map(folders.flatMap((folder) => folder.feeds).map(({ id, title }) => [id, title]))
  feeds.delete(feed.id)
  const named = folders.filter(({ name, feedCount }) => name !== '' && feedCount > 0)
  if (feeds.size === 0) return false
  return html`<form method="post" action="/feeds/copy-settings">${hidden('feed', feed.id)}
${backField(reader)}
<fieldset><legend>${river.copyTo}</legend>
${named.map(({ name }) => html`<label><input type="checkbox" name="in" value="${name}"> <b>${foreign(name)}</b></label>\n`)}${[
  ...feeds,
].map(
  ([id, title]) => html`<label><input type="checkbox" name="to" value="${id}"> ${foreign(title)}</label>\n`,
)}</fieldset>
<p class="note">${river.copyNote}</p>
<p><button class="btn">${river.copy}</button></p>
</form>`
}
