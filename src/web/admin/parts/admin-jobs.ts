import type { JobsView } from '../../../operations/views.ts'
import { feedTrouble } from '../../feeds/parts/feed-trouble.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { entryPath, riverPath, storyPath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

type Job = JobsView['jobs'][number]

const waitingShown = 20

/** Work that was given up after several tries, each with what it was about and a way to try again. */
export function failures(failed: readonly Job[], reader: Reader): Html {
  const { words } = reader
  if (failed.length === 0) return html`<p class="note">${words.noFailures}</p>`
  return html`${failed.length > 1 && buttonForm(reader, { action: '/jobs/retry', fields: { all: '1' }, label: words.retryAll })}
<ul class="jobs">${failed.map((job) => jobItem(job, reader))}
</ul>`
}

/** What waits or is being done now. */
export function waitingJobs(waiting: readonly Job[], reader: Reader): Html {
  const { admin: words } = reader.words
  if (waiting.length === 0) return html`<p class="note">${words.queueEmpty}</p>`
  const rest = waiting.length - waitingShown
  return html`<ul class="jobs short">${waiting.slice(0, waitingShown).map((job) => jobItem(job, reader))}
</ul>${rest > 0 && html`<p class="small">${words.queueRest(rest)}</p>`}`
}

/** Feeds that cannot be read, why, and what to do. */
export function failingFeeds({ failingFeeds }: JobsView, reader: Reader): Html {
  if (failingFeeds.length === 0) return html`<p class="note">${reader.words.admin.feedsFine}</p>`
  return html`<ul class="jobs">${failingFeeds.map(
    (feed) => html`<li>
<p><b><a href="${riverPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></b></p>${feedTrouble(feed, reader)}
</li>
`,
  )}</ul>`
}

function jobItem(job: Job, reader: Reader): Html {
  const { words } = reader
  const name = words.jobKinds[job.kind] ?? job.kind
  return html`<li>
<p><b>${name}</b> ${about(job, reader)} <span class="small">${words[job.state]} · ${words.attempts(job.attempts)} · ${when(job.runAt, reader)}</span></p>
${job.lastError && html`<p class="small bad" dir="auto">${job.lastError}</p>`}
${
  job.state === 'failed' &&
  buttonForm(reader, {
    action: '/jobs/retry',
    fields: { job: job.id },
    label: words.retry,
    button: html` aria-label="${words.retry}${reader.words.colon}${name} ${job.key}"`,
  })
}
</li>
`
}

function about({ kind, key }: Job, reader: Reader): Html {
  const { admin: words } = reader.words
  if (kind === 'ingest-entry') return html`<a href="${entryPath(key)}">${words.aboutArticle}</a>`
  if (kind === 'refresh-story') return html`<a href="${storyPath(key)}">${words.aboutStory}</a>`
  return html`<code>${key}</code>`
}
