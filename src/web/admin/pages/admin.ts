import { nth } from '../../../core/nth.ts'
import type { AdminView, Decision } from '../../../operations/admin/admin.ts'
import type { Backup } from '../../../operations/admin/backup-folder.ts'
import type { MaintenanceTask, QueueSample } from '../../../operations/admin/server-maintenance.ts'
import type { JobsView } from '../../../operations/views.ts'
import { problemReportsPath } from '../../articles/pages/problem-reports.ts'
import { feedTrouble } from '../../feeds/parts/feed-trouble.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import {
  articleListPath,
  articlePath,
  choicePath,
  entryPath,
  queryOf,
  serverAuditPath,
  storyPath,
} from '../../layout/links.ts'
import { progressBlock } from '../../layout/progress.ts'
import { section } from '../../layout/section.ts'
import { brief, longDay, shortWhen, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { choiceText } from '../../stories/parts/choice-line.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'

type Job = JobsView['jobs'][number]

const waitingShown = 20

/** Jobs that failed for good, with what each was about and a button to try again. */
function failures(failed: readonly Job[], reader: Reader): Html {
  const { words } = reader
  if (failed.length === 0) return html`<p class="note">${words.noFailures}</p>`
  return html`${failed.length > 1 && buttonForm(reader, { action: '/jobs/retry', fields: { all: '1' }, label: words.retryAll })}
<ul class="jobs">${failed.map((job) => jobItem(job, reader))}
</ul>`
}

/** Jobs in the queue or running. */
function waitingJobs(waiting: readonly Job[], reader: Reader): Html {
  const { admin: words } = reader.words
  if (waiting.length === 0) return html`<p class="note">${words.queueEmpty}</p>`
  const rest = waiting.length - waitingShown
  return html`<ul class="jobs short">${waiting.slice(0, waitingShown).map((job) => jobItem(job, reader))}
</ul>${rest > 0 && html`<p class="small">${words.queueRest(rest)}</p>`}`
}

/** Feeds that cannot be read, why, and what to do. */
function failingFeeds({ failingFeeds }: JobsView, reader: Reader): Html {
  if (failingFeeds.length === 0) return html`<p class="note">${reader.words.admin.feedsFine}</p>`
  return html`<ul class="jobs">${failingFeeds.map(
    (feed) => html`<li>
<p><b><a href="${articleListPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></b></p>${feedTrouble(feed, reader)}
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

/** Backups of the database: making one, those that exist, and how to restore one. */
function backups({ backup }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  if (!backup.isHere)
    return html`<p class="note">${words.serverNote}</p>
<pre class="command" dir="ltr">pg_dump --format=custom --schema=twosource --file=twosource.dump "$TWOSOURCE_DATABASE"</pre>
<p class="note">${words.serverRestore}</p>
<pre class="command" dir="ltr">pg_restore --clean --if-exists --dbname="$TWOSOURCE_DATABASE" twosource.dump</pre>`
  const { backups: own } = reader.words
  const { schedule } = backup
  return html`<p class="note">${words.backupNote} ${schedule ? own.schedule(schedule.everyHours, schedule.kept) : own.noSchedule}</p>
${taskLine(backup.task, { running: words.copying, failed: words.copyFailed, done: () => words.copied }, reader)}
${!isRunning(backup.task) && buttonForm(reader, { action: '/admin/backup', label: words.makeCopy, variant: 'solid' })}
<h3>${words.copies}</h3>
${backup.copies.length === 0 ? html`<p class="small">${words.noCopies}</p>` : html`<ul class="copies">${backup.copies.map((copy) => copyItem(copy, reader))}</ul>`}
<p class="small">${words.where}${reader.words.colon}<code dir="ltr">${backup.folder}</code></p>
<details><summary>${words.restore}</summary><ol class="plain">${words.restoreSteps.map((step, index) => html`<li>${step}${index === 1 && html` <code dir="ltr">npm start restore ${backup.folder}/${backup.copies[0]?.name ?? 'twosource-….db'}</code>`}</li>`)}</ol></details>`
}

function copyItem({ name, sizeBytes, at, isByItself }: Backup, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`<li><p>${when(at, reader)} <small>${words.bytes(sizeBytes)}${isByItself && html` · ${reader.words.backups.byItself}`}</small></p>
<a class="btn ghost" href="/admin/backups/${name}" download aria-label="${words.download}${reader.words.colon}${name}">${words.download}</a>
<details><summary aria-label="${words.removeCopy}${reader.words.colon}${name}">${words.removeCopy}</summary><form method="post" action="/admin/backups/remove" class="line">${hidden('name', name)}<label><input type="checkbox" name="sure" value="1" required> ${words.removeCopySure}</label> <button class="btn danger">${words.removeCopy}</button></form></details></li>
`
}

/** The last integrity check of the database. */
function soundness({ check, store }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`<p class="note">${words.checkNote}</p>
${taskLine(check, { running: words.checking, failed: words.unsound, done: () => words.sound }, reader)}
${!check && html`<p class="small">${store.isOk ? html`<b>${reader.words.storeOk}</b>` : html`<b class="bad">${reader.words.storeBad}</b> ${foreign(store.detail)}`}</p>`}
${!isRunning(check) && buttonForm(reader, { action: '/admin/check', label: words.checkNow })}`
}

function isRunning(task: MaintenanceTask | undefined): boolean {
  return task !== undefined && task.endedAt === undefined
}

function taskLine(
  task: MaintenanceTask | undefined,
  said: { readonly running: string; readonly failed: string; readonly done: () => string },
  reader: Reader,
): Html {
  const { admin: words } = reader.words
  if (!task) return html``
  if (!task.endedAt)
    return html`<div class="notice" role="status"><p><b>${said.running}</b> · ${when(task.startedAt, reader)} ${task.share !== undefined && words.copyShare(reader.words.percent(task.share))}</p><progress${task.share !== undefined && html` value="${Math.round(task.share * 100)}" max="100"`} aria-label="${said.running}"></progress>
<p><a href="/admin#backup">${words.lookAgain}</a></p></div>`
  const { outcome } = task
  if (outcome?.kind === 'done')
    return html`<p class="notice" role="status"><b>${said.done()}</b> · ${when(task.endedAt, reader)}</p>`
  if (outcome?.kind === 'no-room')
    return html`<p class="notice warn" role="alert"><b>${said.failed}</b> ${words.noRoom(words.bytes(outcome.neededBytes), words.bytes(outcome.freeBytes))}</p>`
  return html`<div class="notice warn" role="alert"><p><b>${said.failed}</b> · ${when(task.endedAt, reader)}</p>${outcome && html`<p class="small">${foreign(outcome.detail)}</p>`}</div>`
}

const tenYears = 3650

/** Size of the store, its contents, its growth, and how long the disk will last. */
function storage(view: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const { counts, storage, store } = view
  return html`<p class="sizes"><b>${words.size(words.bytes(store.sizeBytes))}</b>${storage.freeBytes !== undefined && html` · ${words.free(words.bytes(storage.freeBytes))}`}</p>
${storage.freeBytes !== undefined && storage.freeBytes < store.sizeBytes * 1.1 && html`<p class="notice warn">${words.lowDisk}</p>`}
<p class="small">${words.holds}${reader.words.colon}${joined([reader.words.feedsCount(counts.feeds), words.entries(counts.entries), reader.words.articles(counts.articles), reader.words.stories(counts.stories)], ', ')}.</p>
<p class="small">${retention(view, reader)}</p>
<p class="small">${words.where}${reader.words.colon}<code dir="ltr">${storage.databaseFile ?? store.dialect}</code></p>
${growth(view, reader)}`
}

/** How long things are kept, and what was deleted. */
function retention({ keeping: { days, gone } }: AdminView, reader: Reader): string {
  const { admin, keeping: words, articles } = reader.words
  const standing = days === undefined ? words.forGood : words.forDays(admin.days(days))
  if (!gone) return standing
  const [since, last] = [gone.firstAt, gone.at].map((at) => longDay(at.slice(0, 10), reader)) as [string, string]
  return `${standing} ${words.gone(admin.entries(gone.entries), articles(gone.articles), since, last)}`
}

function growth({ storage, store, counts }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const { perDay, freeBytes } = storage
  const total = perDay.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return html`<p class="small">${words.perDayNone}</p>`
  const perEntry = counts.entries === 0 ? 0 : store.sizeBytes / counts.entries
  // The first day imports the back catalog of feeds; empty days before the first article say nothing about growth.
  const days = perDay.length - perDay.findIndex(({ count }) => count > 0)
  const entriesADay = total / Math.max(1, days)
  const bytesADay = entriesADay * perEntry
  const left = freeBytes === undefined || bytesADay === 0 ? undefined : freeBytes / bytesADay
  const [first, last] = [Date.parse(nth(perDay, 0).day), Date.parse(perDay.at(-1)!.day) + 86_400_000]
  const most = Math.max(...perDay.map(({ count }) => count))
  return html`${columnsPlot(
    {
      id: 'growth-plot',
      title: words.perDayTitle,
      caption: words.perDayCaption(words.entries(Math.round(entriesADay)), words.entries(most)),
      columns: perDay.map(({ day, count }) => ({
        value: count,
        title: `${longDay(day, reader)}: ${words.entries(count)}`,
        row: [longDay(day, reader), reader.words.number(count)],
      })),
      heads: [reader.words.plots.day, words.perDayTitle],
      peak: reader.words.number(most),
      axis: { ticks: timeTicks(first, last, reader, 'UTC'), shareOf: scaleOf(first, last) },
    },
    reader,
  )}<p class="small">${words.growthDay(words.bytes(bytesADay), words.bytes(perEntry))} ${left !== undefined && words.lasts(left > tenYears ? words.yearsMore : words.days(Math.floor(left)))}</p>`
}

const columnsAtMost = 48

/** Queue length over the last day, in as many columns as can be told apart; each shows the maximum of its samples. */
function queuePlot(samples: readonly QueueSample[], reader: Reader): Html {
  const { admin: words } = reader.words
  if (samples.length < 2) return html`<p class="small">${words.queueNone}</p>`
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
      heads: [words.moment, words.sections.queue],
      peak: reader.words.number(most),
      axis: { ticks: timeTicks(first, last, reader), shareOf: scaleOf(first, last) },
    },
    reader,
  )
}

const longest = 140

/** The log of corrections and merges, latest first; each links to where it can be undone. */
function decisions({ decisions }: AdminView, reader: Reader): Html {
  const { admin: words, labels } = reader.words
  if (decisions.length === 0) return html`<p class="note">${words.noDecisions}</p>`
  return html`<ul class="jobs">${decisions.map((decision) => html`<li>${line(decision)}<p class="small">${when(decision.at, reader)}</p></li>\n`)}</ul>
<p class="small"><a href="/labels">${labels.title}</a></p>`

  function line(decision: Decision): Html {
    if (decision.kind === 'choice') {
      const { choice } = decision
      return html`<p>${choiceText(choice, reader)}${choice.undoneAt !== undefined && html` <span class="tag plain">${words.undone}</span>`} <a href="${choicePath(choice.id)}">${reader.words.arranging.takeBack}</a></p>`
    }
    const { correction, title, sourceName, language } = decision
    const { exact } = correction.selector
    const short = exact.length > longest ? `${exact.slice(0, longest).toWellFormed()}…` : exact
    return html`<p class="words"${languageAttributes(language)}>${short}</p><p class="small"><b>${words.correctionKinds[correction.verdict.kind]}</b> · <a href="${articlePath(correction.articleId)}">${joined([sourceName && foreign(sourceName), title && foreign(title, language)], ': ')}</a> · <a href="/labels${queryOf({ article: correction.articleId })}">${labels.correctThis}</a></p>`
  }
}

/** The processes of this instance: what each does and when it last reported; and work that no process does. */
function processes({ nodes, unattended, failing }: AdminView, reader: Reader): Html {
  const { processes: words } = reader.words
  const named = (works: readonly string[]) =>
    works.map((work) => words.works[work as keyof typeof words.works] ?? work).join(', ')
  return html`<p class="note">${words.note}</p>
${failing.length > 0 && html`<p class="notice warn">${words.failing(failing.join(', '))}</p>`}
${unattended.length > 0 && html`<p class="notice warn">${words.unattended(named(unattended))}</p>`}
${
  nodes.length === 0
    ? html`<p class="small">${words.none}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${words.section}"><table class="in-force"><thead><tr><th scope="col">${words.machine}</th><th scope="col">${words.work}</th><th scope="col">${words.version}</th><th scope="col">${words.since}</th><th scope="col">${words.beat}</th><th scope="col">${words.lanes}</th></tr></thead>
<tbody>${nodes.map(
        ({ machine, pid, roles, serves, version, since, seenAt, isSilent, lanes }) =>
          html`<tr><th scope="row"><code dir="ltr">${machine} ${pid}</code></th><td>${named([...(serves ? ['serve'] : []), ...roles])}</td><td><bdi>${version}</bdi></td><td>${shortWhen(since, reader)}</td><td>${shortWhen(seenAt, reader)}${isSilent && html` <b class="bad">${words.silent}</b>`}</td><td>${lanes.length > 0 && html`<code dir="ltr">${lanes.join(' ')}</code>`}</td></tr>
`,
      )}</tbody></table></div>`
}`
}

type SectionName = keyof Reader['words']['admin']['sections']

/** The server page: failures and what to do, storage, backups, integrity, and active settings. */
export function adminPage(view: AdminView, reader: Reader): string {
  const { admin: words } = reader.words
  const failed = view.jobs.filter(({ state }) => state === 'failed')
  const waiting = view.jobs.filter(({ state }) => state !== 'failed')
  const toLookAt = failed.length + view.failingFeeds.length + (view.store.isOk ? 0 : 1)
  const isBusy = [view.backup.task, view.check].some((task) => task !== undefined && task.endedAt === undefined)
  const sections: readonly (readonly [SectionName, Html, number?])[] = [
    ['failures', failures(failed, reader), failed.length],
    ['failing-feeds', failingFeeds(view, reader), view.failingFeeds.length],
    ['queue', html`${waitingJobs(waiting, reader)}${queuePlot(view.queue, reader)}`],
    ['processes', processes(view, reader)],
    ['storage', storage(view, reader)],
    ['backup', backups(view, reader)],
    ['check', soundness(view, reader)],
    ['decisions', decisions(view, reader)],
    ['settings', settings(view, reader)],
    ['versions', versions(view, reader)],
  ]
  const body = html`<div class="cols house"><div>
<h1>${words.title}</h1>
<p class="note">${words.lead}</p>
<p class="small"><a href="/admin/people">${reader.words.accounts.people}</a> · <a href="/admin/discussion">${reader.words.discussion.title}</a> · <a href="/settings/model">${reader.words.models.title}</a> · <a href="/admin/speech">${reader.words.listening.title}</a></p>
<p class="small"><a href="${serverAuditPath()}">${reader.words.audit.house.link}</a> · <a href="${problemReportsPath}">${reader.words.textReport.desk.title}</a></p>
<p class="facts"><b${toLookAt > 0 && html` class="bad"`}>${toLookAt === 0 ? words.allWell : words.toDo(toLookAt)}</b></p>
<await-work id="work" data-every="1500"${isBusy && html` data-busy`}>${sections.map(([name, inside, count]) => section(name, words.sections[name], inside, count || undefined))}</await-work>
</div>
<aside aria-label="${words.sections.now}"><nav class="contents" aria-label="${words.title}"><ul>${sections.map(([name]) => html`<li><a href="#${name}">${words.sections[name]}</a></li>`)}</ul></nav>
${section('progress', words.sections.now, progressBlock(view.progress, reader))}</aside></div>
`
  return layout(reader, { title: words.title, place: 'server', body })
}

function settings({ settings }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`<p class="note">${words.settingsNote}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.sections.settings}"><table class="in-force"><thead><tr><th scope="col">${words.setting}</th><th scope="col">${words.value}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${settings.map(
    ({ name, value, isDefault, isSecret, help }) =>
      html`<tr><th scope="row"><code dir="ltr">${name}</code></th><td>${isSecret ? html`<i>${words.secret}</i>` : value === '' ? html`<i>${words.notSet}</i>` : html`<code dir="ltr">${value}</code>`}${isDefault && value !== '' && html` <small>${words.standing}</small>`}</td><td>${words.help[name] ?? help}</td></tr>
`,
  )}</tbody></table></div>`
}

function versions({ versions, schemaVersion, store }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`<dl class="facts-list"><div><dt>${words.version}</dt><dd>${versions.twosource}</dd></div>
<div><dt>${words.node}</dt><dd>${versions.node}</dd></div>
<div><dt>${words.system}</dt><dd><bdi>${versions.system}</bdi></dd></div>
<div><dt>${words.schema}</dt><dd>${reader.words.number(schemaVersion)} (${store.dialect})</dd></div>
<div><dt>${words.startedAt}</dt><dd>${when(versions.startedAt, reader)}</dd></div></dl>`
}
