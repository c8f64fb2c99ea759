import type { AdminView } from '../../../operations/admin/admin.ts'
import { feedTrouble } from '../../feeds/parts/feed-trouble.ts'
import { foreign, html } from '../../layout/html.ts'
import { articleListPath } from '../../layout/links.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { pageLinks, pageOf } from '../parts/page-links.ts'

const feedsShown = 25

/** Feeds that can't load, why, and what to do about each. */
export function failingFeedsPage({ failingFeeds }: AdminView, reader: Reader, page: number): string {
  const { admin: words, frame } = reader.words
  const shown = pageOf(failingFeeds, page, feedsShown)
  const body = html`${
    failingFeeds.length === 0
      ? html`<p class="note">${words.feedsFine}</p>`
      : html`<ul class="failing">${shown.items.map(
          (feed) =>
            html`<li><p><b><a href="${articleListPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></b></p>${feedTrouble(feed, reader)}</li>
`,
        )}</ul>${pageLinks('/server/feeds', shown, reader)}`
  }`
  const parent = { path: '/server', name: frame.places.server }
  return settingsPageOf(reader, { in: 'server', title: words.sections['failing-feeds'], parent, body })
}
