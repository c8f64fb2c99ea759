import type { FeedHealth } from '../../../operations/views.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { shortWhen, timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { intakeLine } from './page-feed-link.ts'

/** When a feed was last read, when it is next, and what went wrong. */
export function feedHealth(feed: FeedHealth, reader: Reader): Html {
  const { words } = reader
  const isLetters = feed.intake === 'mail'
  const lastCame = isLetters ? feed.lastArrivalAt : feed.lastPolledAt
  return html`<p class="small">${joined(
    [
      html`${isLetters ? words.letters.lastLetter : words.lastPolled}${reader.words.colon}${lastCame ? shortWhen(lastCame, reader) : words.never}`,
      nextPoll(feed, reader),
      feed.isStopped && html`<b class="bad">${words.stopped}</b>`,
    ],
    ' · ',
  )}</p>${announcedBy(feed, reader)}${feed.lastError && html`<p class="small bad">${words.failing(feed.lastError.count)}${reader.words.colon}${foreign(feed.lastError.message)}</p>`}${intakeLine(feed, reader)}`
}

/** The hub that announces its news, while it does. */
function announcedBy({ hub, isStopped }: FeedHealth, reader: Reader): Html | false {
  const { hubs } = reader.words
  if (hub === undefined || isStopped || hub.until <= reader.now) return false
  return html`<p class="small">${joined(
    [
      html`${hubs.toldBy} ${foreign(hub.host)} ${hubs.until} ${shortWhen(hub.until, reader)}`,
      hub.pushedAt && html`${hubs.lastTold}: ${shortWhen(hub.pushedAt, reader)}`,
    ],
    ' · ',
  )}</p>`
}

/** When a feed is read next, and why then; nothing for one that is no longer read. */
export function nextPoll(feed: FeedHealth, reader: Reader): Html | '' {
  if (!feed.nextPollAt || feed.isStopped) return ''
  return html`${reader.words.nextPoll}${reader.words.colon}${shortWhen(feed.nextPollAt, reader)}${because(feed, reader)}`
}

/** Why it is read then; nothing when it is the usual interval. */
function because({ nextPollBecause }: FeedHealth, reader: Reader): Html | '' {
  if (!nextPollBecause) return ''
  const { reason, everyMinutes, gapMinutes } = nextPollBecause
  const long = (minutes: number) => timeApart(Math.max(1, minutes) * 60_000, reader) ?? ''
  const said = reader.words.pace[reason](long(everyMinutes), long(gapMinutes ?? everyMinutes))
  return said === '' ? '' : html` – ${said}`
}
