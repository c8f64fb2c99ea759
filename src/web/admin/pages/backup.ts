import { nth } from '../../../core/nth.ts'
import type { AdminView } from '../../../operations/admin/admin.ts'
import type { Backup } from '../../../operations/admin/backup-folder.ts'
import type { MaintenanceTask } from '../../../operations/admin/server-maintenance.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { menu } from '../../layout/menu.ts'
import { section } from '../../layout/section.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { longDay, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'
import { pageLinks, pageOf } from '../parts/page-links.ts'

const backupsShown = 10

/** Backups, the check of the database, and how long the disk will last. */
export function backupPage(view: AdminView, reader: Reader, page: number): string {
  const { admin: words, frame } = reader.words
  const isBusy = [view.backup.task, view.check].some(isRunning)
  const body = html`<await-work id="work" data-every="1500"${isBusy && html` data-busy`}>${section('backup', words.sections.backup, backups(view, reader, page))}${section('check', words.sections.check, soundness(view, reader))}${section('storage', words.sections.storage, storage(view, reader))}</await-work>`
  const parent = { path: '/server', name: frame.places.server }
  return settingsPageOf(reader, { in: 'server', title: words.backupTitle, parent, body })
}

/** Backups of the database: making one, those that exist, and how to restore one. */
function backups({ backup }: AdminView, reader: Reader, page: number): Html {
  const { admin: words } = reader.words
  if (!backup.isHere)
    return html`<p class="note">${words.serverNote}</p>
<pre class="command" dir="ltr">pg_dump --format=custom --schema=twosource --file=twosource.dump "$TWOSOURCE_DATABASE"</pre>
<p class="note">${words.serverRestore}</p>
<pre class="command" dir="ltr">pg_restore --clean --if-exists --dbname="$TWOSOURCE_DATABASE" twosource.dump</pre>`
  const { backups: own } = reader.words
  const { schedule } = backup
  const shown = pageOf(backup.copies, page, backupsShown)
  return html`<p class="note">${schedule ? own.schedule(schedule.everyHours, schedule.kept) : own.noSchedule}</p>
${taskLine(backup.task, { running: words.copying, failed: words.copyFailed, done: () => words.copied }, reader)}
${!isRunning(backup.task) && buttonForm(reader, { action: '/server/backup', label: words.makeCopy, variant: 'solid' })}
${shown.items.map((copy) => copyRow(copy, reader))}${pageLinks('/server/backup', shown, reader)}
<p class="note">${reader.words.listening.where}${reader.words.colon}<code dir="ltr">${backup.folder}</code></p>
<details class="open-form"><summary>${words.restore}</summary><ol class="plain">${words.restoreSteps.map((step, index) => html`<li>${step}${index === 1 && html` <code dir="ltr">npm start restore ${backup.folder}/${backup.copies[0]?.name ?? 'twosource-….db'}</code>`}</li>`)}</ol></details>`
}

function copyRow({ name, sizeBytes, at, isByItself }: Backup, reader: Reader): Html {
  const { admin: words } = reader.words
  const remove = menu(
    html`<form method="post" action="/server/backups/remove">${hidden('name', name)}${hidden('sure', '1')}<button class="bad">${words.removeCopySure}</button></form>`,
    { name: `${reader.words.accounts.remove}${reader.words.colon}${name}`, isAtEnd: true },
  )
  const actions = html`<span class="acts"><a class="btn" href="/server/backups/${name}" download aria-label="${words.download}${reader.words.colon}${name}">${words.download}</a>${remove}</span>`
  return settingRow(when(at, reader), actions, {
    help: joined([words.bytes(sizeBytes), isByItself && reader.words.backups.byItself], ' · '),
  })
}

/** The last integrity check of the database. */
function soundness({ check, store }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`${taskLine(check, { running: words.checking, failed: words.unsound, done: () => words.sound }, reader)}
${!check && html`<p class="note">${store.isOk ? html`<b>${reader.words.storeOk}</b>` : html`<b class="bad">${reader.words.storeBad}</b> ${foreign(store.detail)}`}</p>`}
${!isRunning(check) && buttonForm(reader, { action: '/server/check', label: words.checkNow })}`
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
<p><a href="/server/backup">${reader.words.refresh}</a></p></div>`
  const { outcome } = task
  if (outcome?.kind === 'done')
    return html`<p class="notice" role="status"><b>${said.done()}</b> · ${when(task.endedAt, reader)}</p>`
  if (outcome?.kind === 'no-room')
    return html`<p class="notice warn" role="alert"><b>${said.failed}</b> ${words.noRoom(words.bytes(outcome.neededBytes), words.bytes(outcome.freeBytes))}</p>`
  return html`<div class="notice warn" role="alert"><p><b>${said.failed}</b> · ${when(task.endedAt, reader)}</p>${outcome && html`<p class="note">${foreign(outcome.detail)}</p>`}</div>`
}

/** True when a copy of the database would hardly fit. */
export function isDiskLow({ storage, store }: AdminView): boolean {
  return storage.freeBytes !== undefined && storage.freeBytes < store.sizeBytes * 1.1
}

const tenYears = 3650

/** Size of the store, its contents, its growth, and how long the disk will last. */
function storage(view: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const { counts, storage, store } = view
  return html`<p class="sizes"><b>${words.size(words.bytes(store.sizeBytes))}</b>${storage.freeBytes !== undefined && html` · ${words.free(words.bytes(storage.freeBytes))}`}</p>
${isDiskLow(view) && html`<p class="notice warn">${words.lowDisk}</p>`}
<p class="note">${words.holds}${reader.words.colon}${joined([reader.words.feedsCount(counts.feeds), words.entries(counts.entries), reader.words.articles(counts.articles), reader.words.stories(counts.stories)], ', ')}.</p>
<p class="note">${retention(view, reader)}</p>
<p class="note">${reader.words.listening.where}${reader.words.colon}<code dir="ltr">${storage.databaseFile ?? store.dialect}</code></p>
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
  if (total === 0) return html`<p class="note">${words.perDayNone}</p>`
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
  )}<p class="note">${words.growthDay(words.bytes(bytesADay), words.bytes(perEntry))} ${left !== undefined && words.lasts(left > tenYears ? words.yearsMore : words.days(Math.floor(left)))}</p>`
}
