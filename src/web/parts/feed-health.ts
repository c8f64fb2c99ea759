import type { FeedHealth } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { intakeLine } from './page-feed-link.ts'
import { when } from './time.ts'

/** When a feed was last read, when it is next, and what went wrong. */
export function feedHealth(feed: FeedHealth, reader: Reader): Html {
  const { words } = reader
  return html`<p class="small">${joined(
    [
      html`${words.lastPolled}: ${feed.lastPolledAt ? when(feed.lastPolledAt, reader) : words.never}`,
      feed.nextPollAt && !feed.isStopped && html`${words.nextPoll}: ${when(feed.nextPollAt, reader)}`,
      feed.isStopped && html`<b class="bad">${words.stopped}</b>`,
    ],
    ' · ',
  )}</p>${feed.lastError && html`<p class="small bad">${words.failing(feed.lastError.count)}: ${foreign(feed.lastError.message)}</p>`}${intakeLine(feed, reader)}`
}
