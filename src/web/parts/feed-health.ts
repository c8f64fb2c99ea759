import type { FeedHealth } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { when } from './time.ts'

/** When a feed was last read, when it is next, and what went wrong. */
export function feedHealth(feed: FeedHealth, reader: Reader): Html {
  const { words } = reader
  const lastCame = feed.isLetters ? feed.lastArrivalAt : feed.lastPolledAt
  return html`<p class="small">${joined(
    [
      html`${feed.isLetters ? words.letters.lastLetter : words.lastPolled}: ${lastCame ? when(lastCame, reader) : words.never}`,
      feed.nextPollAt && !feed.isStopped && html`${words.nextPoll}: ${when(feed.nextPollAt, reader)}`,
      feed.isStopped && html`<b class="bad">${words.stopped}</b>`,
    ],
    ' · ',
  )}</p>${feed.lastError && html`<p class="small bad">${words.failing(feed.lastError.count)}: ${foreign(feed.lastError.message)}</p>`}`
}
