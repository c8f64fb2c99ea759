import { nth } from '../../../core/nth.ts'
import type { AdminView } from '../../../operations/admin/admin.ts'
import type { JobsView } from '../../../operations/admin/list-jobs.ts'
import type { QueueSample } from '../../../operations/admin/server-maintenance.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { entryPath, storyPath } from '../../layout/links.ts'
import { progressBlock } from '../../layout/progress.ts'
import { section } from '../../layout/section.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { brief, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'
import { pageLinks, pageOf } from '../parts/page-links.ts'

type Job = JobsView['jobs'][number]

const jobsShown = 20

/** Background jobs: what failed and a button to retry, what is queued, and the processes that do the work. */
export function jobsPage(view: AdminView, reader: Reader, page: number): string {
  const { words } = reader
  const failed = view.jobs.filter(({ state }) => state === 'failed')
  const waiting = view.jobs.filter(({ state }) => state !== 'failed')
  const shown = pageOf(failed, page, jobsShown)
  const retryAll =
    failed.length > 1 && buttonForm(reader, { action: '/jobs/retry', fields: { all: '1' }, label: words.retryAll })
  const body = html`${failed.length > 0 && html`<h2 class="hd" id="failures">${words.admin.sections.failures} <span class="n">${failed.length}</span></h2>${retryAll}${shown.items.map((job) => jobRow(job, reader))}${pageLinks('/server/jobs', shown, reader)}`}
${section('progress', words.admin.sections.queue, html`${progressBlock(view.progress, reader)}${waiting.slice(0, jobsShown).map((job) => jobRow(job, reader))}${queuePlot(view.queue, reader)}`)}
${section('processes', words.admin.sections.processes, processes(view, reader))}`
  const parent = { path: '/server', name: words.frame.places.server }
  return settingsPageOf(reader, { in: 'server', title: words.admin.sections.queue, parent, body })
}

function jobRow(job: Job, reader: Reader): Html {
  const { words } = reader
  const name = words.jobKinds[job.kind] ?? job.kind
  const retry =
    job.state === 'failed'
      ? buttonForm(reader, {
          action: '/jobs/retry',
          fields: { job: job.id },
          label: words.retry,
          button: html` aria-label="${words.retry}${words.colon}${name} ${job.key}"`,
        })
      : html`<span></span>`
  const help = html`${words[job.state]} · ${words.attempts(job.attempts)} · ${shortWhen(job.runAt, reader)}${job.lastError && html`<br><bdi class="bad" lang="en">${job.lastError}</bdi>`}`
  return settingRow(html`${name} ${about(job)}`, retry, { help })
}

function about({ kind, key }: Job): Html {
  const path = kind === 'ingest-entry' ? entryPath(key) : kind === 'refresh-story' ? storyPath(key) : undefined
  return path === undefined ? html`<code>${key}</code>` : html`<a href="${path}"><code>${key}</code></a>`
}

const columnsAtMost = 48

/** Queue length over the last day, in as many columns as can be told apart; each shows the maximum of its samples. */
function queuePlot(samples: readonly QueueSample[], reader: Reader): Html {
  const { admin: words } = reader.words
  if (samples.length < 2) return html``
  const size = Math.ceil(samples.length / columnsAtMost)
  const groups = Array.from({ length: Math.ceil(samples.length / size) }, (_, index) =>
    samples.slice(index * size, (index + 1) * size),
  )
  const [first, last] = [Date.parse(nth(samples, 0).at), Date.parse(samples.at(-1)!.at)]
  const most = Math.max(...samples.map(({ waiting }) => waiting))
  return columnsPlot(
    {
      id: 'queue-plot',
      title: words.queueTitle,
      caption: words.queueCaption(words.waits(most), words.waits(samples.at(-1)!.waiting)),
      columns: groups.map((group) => {
        const value = Math.max(...group.map(({ waiting }) => waiting))
        const at = brief(nth(group, 0).at, reader)
        return {
          value,
          title: `${at}: ${words.waits(value)}`,
          row: [at, reader.words.number(value)],
        }
      }),
      heads: [reader.words.ownBrief.choose.hour, words.sections.queue],
      peak: reader.words.number(most),
      axis: { ticks: timeTicks(first, last, reader), shareOf: scaleOf(first, last) },
    },
    reader,
  )
}

/** What parts of the work are called. */
export function workNames(works: readonly string[], { words }: Reader): string {
  const names: Readonly<Record<string, string>> = words.processes.works
  return works.map((work) => names[work] ?? work).join(', ')
}

/** The processes of this instance: what each does and when it last reported; and work that no process does. */
function processes({ nodes, unattended, failing }: AdminView, reader: Reader): Html {
  const { processes: words } = reader.words
  return html`${failing.length > 0 && html`<p class="notice warn">${words.failing(failing.join(', '))}</p>`}
${unattended.length > 0 && html`<p class="notice warn">${words.unattended(workNames(unattended, reader))}</p>`}
${
  nodes.length === 0
    ? html`<p class="small">${words.none}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${reader.words.admin.sections.processes}"><table class="in-force"><thead><tr><th scope="col">${words.machine}</th><th scope="col">${words.work}</th><th scope="col">${words.version}</th><th scope="col">${words.since}</th><th scope="col">${words.beat}</th><th scope="col">${words.lanes}</th></tr></thead>
<tbody>${nodes.map(
        ({ machine, pid, roles, serves, version, since, seenAt, isSilent, lanes }) =>
          html`<tr><th scope="row"><code dir="ltr">${machine} ${pid}</code></th><td>${workNames([...(serves ? ['serve'] : []), ...roles], reader)}</td><td><bdi>${version}</bdi></td><td>${shortWhen(since, reader)}</td><td>${shortWhen(seenAt, reader)}${isSilent && html` <b class="bad">${words.silent}</b>`}</td><td>${lanes.length > 0 && html`<code dir="ltr">${lanes.join(' ')}</code>`}</td></tr>
`,
      )}</tbody></table></div>`
}`
}
