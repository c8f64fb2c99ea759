import { ownValue } from '../../../core/own-value.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { nextPoll } from './feed-health.ts'
import { intakeLine } from './page-feed-link.ts'

/** Why a feed cannot be read, in plain words, and what to do; nothing when it can. */
export function feedTrouble(feed: FeedHealth, reader: Reader): Html {
  const { lastError, lastOkAt } = feed
  if (!lastError && !feed.isStopped) return html``
  const { river: words } = reader.words
  const [what, then] = problemOf(feed, reader)
  return html`<div class="trouble">
<p><b class="bad">${what}</b> ${then}</p>
<p class="small">${lastError && words.since(lastError.count)} ${lastOkAt && html`${words.lastGood}${reader.words.colon}${when(lastOkAt, reader)}.`} ${nextPoll(feed, reader)}</p>${
    lastError?.message &&
    html`<details><summary>${reader.words.storyPage.details}</summary><p class="small">${foreign(lastError.message)}</p></details>`
  }
${feed.intake && intakeLine(feed, reader)}${
  feed.intake !== 'mail' &&
  buttonForm(reader, {
    action: '/feeds/refresh',
    fields: { feed: feed.id },
    label: reader.words.app.tryAgain,
    button: html` aria-label="${reader.words.app.tryAgain}${reader.words.colon}${feed.title}"`,
  })
}</div>
`
}

/** What went wrong and what to do, as two sentences. */
export function problemOf({ lastError, isStopped }: FeedHealth, reader: Reader): readonly [string, string] {
  if (lastError?.reason === 'letter-unreadable') return reader.words.letters.unreadable
  const problems = { ...reader.words.river.problems, ...reader.words.pageFeeds.problems }
  const reason = lastError?.reason.split(':')[0] ?? (isStopped ? 'gone' : 'unknown')
  const [what, then = reader.words.river.retried] = ownValue(problems, reason) ?? problems.unknown!
  return [what, then]
}
