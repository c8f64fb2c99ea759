import type { JobsView } from '../../operations/views.ts'
import { feedHealth } from '../parts/feed-health.ts'
import { buttonForm } from '../parts/forms.ts'
import { type Html, html } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { riverPath } from '../parts/links.ts'
import { progressBlock } from '../parts/progress.ts'
import { section } from '../parts/section.ts'
import { when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

type Job = JobsView['jobs'][number]

/** What is being done, what failed and can be tried again, which feeds cannot be read, and the state of the store. */
export function jobsPage(view: JobsView, reader: Reader): string {
  const { words } = reader
  const failed = view.jobs.filter(({ state }) => state === 'failed')
  const pending = view.jobs.filter(({ state }) => state !== 'failed')
  const body = html`<div class="cols"><div><h1>${words.jobs}</h1>
${section('failures', words.failures, failures(failed, reader), failed.length || undefined)}
${view.failingFeeds.length > 0 && section('failing-feeds', words.failingFeeds, failingFeeds(view, reader), view.failingFeeds.length)}
${
  pending.length > 0 &&
  section(
    'queue',
    words.queue,
    html`<ul class="jobs">${pending.map((job) => jobItem(job, reader))}
</ul>`,
  )
}
</div>
<aside aria-label="${words.progress}">${section('progress', words.progress, progressBlock(view.progress, reader))}
${section('store', words.store, store(view, reader))}
</aside>
</div>
`
  return layout(reader, { title: words.jobs, place: 'jobs', body })
}

function failures(failed: readonly Job[], reader: Reader): Html {
  const { words } = reader
  if (failed.length === 0) return html`<p class="note">${words.noFailures}</p>`
  return html`${failed.length > 1 && buttonForm(reader, { action: '/jobs/retry', fields: { all: '1' }, label: words.retryAll })}
<ul class="jobs">${failed.map((job) => jobItem(job, reader))}
</ul>`
}

function jobItem(job: Job, reader: Reader): Html {
  const { words } = reader
  const name = words.jobKinds[job.kind] ?? job.kind
  return html`<li>
<p><b>${name}</b> <code>${job.key}</code>
<span class="small">${words[job.state]} · ${words.attempts(job.attempts)} · ${when(job.runAt, reader)}</span></p>
${job.lastError && html`<p class="small bad" dir="auto">${job.lastError}</p>`}
${job.state === 'failed' && retryForm('/jobs/retry', { job: job.id }, `${name} ${job.key}`, reader)}
</li>
`
}

function failingFeeds({ failingFeeds }: JobsView, reader: Reader): Html {
  return html`<ul class="jobs">${failingFeeds.map(
    (feed) =>
      html`<li>
<p><b><a href="${riverPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></b></p>${feedHealth(feed, reader)}
${retryForm('/feeds/refresh', { feed: feed.id }, feed.title, reader)}
</li>
`,
  )}</ul>`
}

/** A button that tries one thing again; its spoken name says which. */
function retryForm(action: string, fields: Record<string, string>, name: string, reader: Reader): Html {
  const label = reader.words.retry
  return buttonForm(reader, { action, fields, label, button: html` aria-label="${label}: ${name}"` })
}

function store({ store }: JobsView, reader: Reader): Html {
  const { words } = reader
  const megabytes = Math.round(store.sizeBytes / 104_857.6) / 10
  return html`<p>${store.isOk ? html`<b>${words.storeOk}</b>` : html`<b class="bad">${words.storeBad}</b>`} · ${store.dialect} · ${words.number(megabytes)} MB</p>
<p class="small">${store.detail}</p>`
}
