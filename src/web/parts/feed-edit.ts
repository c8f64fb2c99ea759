import { longest } from '../../core/longest.ts'
import type { RiverView } from '../../operations/river-views.ts'
import type { FeedHealth } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { backField, hidden } from './forms.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { hostOf, outLink, sourcePath } from './links.ts'

/** Name, folder and removal of one feed. */
export function feedEdit(feed: FeedHealth, folders: RiverView['folders'], reader: Reader): Html {
  const { words } = reader
  const { river } = words
  const names = folders.map(({ name }) => name).filter((name) => name !== '')
  return html`<details class="settings">
<summary>${river.edit}</summary>
<p class="small">${joined(
    [
      feed.url !== undefined && outLink(feed.url, foreign(feed.url)),
      html`<a href="${sourcePath(feed.sourceId)}">${words.sources}</a>`,
      feed.siteUrl && outLink(feed.siteUrl, foreign(hostOf(feed.siteUrl))),
    ],
    ' · ',
  )}</p>
<form method="post" action="/feeds/edit" class="line">${hidden('feed', feed.id)}
${backField(reader)}
<label>${river.name} <input name="title" value="${feed.title}" maxlength="${longest.feedName}" autocomplete="off" aria-describedby="name-note"></label>
<label>${river.folder} <input name="folder" value="${feed.folder}" list="folders" maxlength="${longest.folder}" autocomplete="off"></label>
<datalist id="folders">${names.map((name) => html`<option value="${name}"></option>`)}</datalist> <button class="btn ghost">${words.save}</button>
<p class="note" id="name-note">${river.nameNote}</p>
</form>
<form method="post" action="/feeds/remove" class="line">${hidden('feed', feed.id)}
${hidden('back', '/feeds')}
<label><input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label> <button class="btn danger">${river.removal}</button>
<p class="note">${river.removalNote}</p>
</form>
</details>`
}
