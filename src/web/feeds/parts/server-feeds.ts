import type { OfferedFeed } from '../../../operations/views.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { articleListPath, hostOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Feeds that are shown with a checkbox; the others are found by name. */
const mostShown = 60

/** The feeds of other readers of this server, with checkboxes. Their URLs are not shown: one may contain a secret. */
export function serverFeeds(feeds: readonly OfferedFeed[], reader: Reader): Html {
  if (feeds.length === 0) return html``
  const { words } = reader
  const { river } = words
  return html`<section id="house" aria-labelledby="house-title">
<h2 id="house-title">${river.instanceFeeds}</h2>
<div class="line-of">${subscribeToAll(feeds.length, reader)}</div>
<form method="post" action="/feeds/subscribe">${backField(reader)}
<ul class="house-feeds">${feeds.slice(0, mostShown).map(
    ({ id, title, folder, siteUrl }) =>
      html`<li><label><input type="checkbox" name="feed" value="${id}"> ${foreign(title)}</label> <small>${foreign(folder)}</small> <small><a href="${articleListPath({ feedId: id })}" aria-label="${siteUrl ? hostOf(siteUrl) : river.lookIn}: ${title}">${siteUrl ? foreign(hostOf(siteUrl)) : river.lookIn}</a></small></li>
`,
  )}</ul>${feeds.length > mostShown && html`<p class="small">${words.more(feeds.length - mostShown)}</p>`}
<p><button class="btn">${river.subscribeTicked}</button></p>
</form>
</section>
`
}

/** One button for all feeds of this server, each into the folder it has here. */
export function subscribeToAll(count: number, reader: Reader): Html {
  const { words } = reader
  return buttonForm(reader, {
    action: '/feeds/subscribe',
    fields: { all: '1' },
    label: words.river.subscribeAll(words.feedsCount(count)),
    variant: 'solid',
  })
}

/** For the page of a feed the reader is not subscribed to. */
export function subscribeToOne(feed: OfferedFeed, reader: Reader): Html {
  const { river } = reader.words
  return html`<div class="health"><p>${river.notYours}</p>
${buttonForm(reader, { action: '/feeds/subscribe', fields: { feed: feed.id }, label: river.subscribe, variant: 'solid', button: html` aria-label="${river.subscribe}: ${feed.title}"` })}</div>`
}

/** For the owner, when others read a feed too: removes it for everybody. */
export function removeForAll(id: string, readerCount: number, reader: Reader): Html {
  const { river } = reader.words
  return html`<details class="set-feed"><summary>${river.forAll}</summary>
<form method="post" action="/feeds/remove" class="line">${hidden('feed', id)}
${hidden('forAll', '1')}
${hidden('back', '/feeds')}
<label><input type="checkbox" name="sure" value="1" required> ${river.forAllSure(readerCount)}</label> <button class="btn danger">${river.removal}</button>
<p class="note">${river.forAllNote}</p>
</form></details>`
}
