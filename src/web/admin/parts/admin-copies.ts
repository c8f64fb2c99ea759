import type { AdminView } from '../../../operations/admin/admin.ts'
import type { Backup } from '../../../operations/admin/backup-folder.ts'
import type { HouseTask } from '../../../operations/admin/house-desk.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** Copies of the database: making one while everything goes on, those there are, and how to put one back. */
export function backups({ backup }: AdminView, reader: Reader): Html {
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

/** Whether every page of the database is sound, the last time somebody looked. */
export function soundness({ check, store }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  return html`<p class="note">${words.checkNote}</p>
${taskLine(check, { running: words.checking, failed: words.unsound, done: () => words.sound }, reader)}
${!check && html`<p class="small">${store.isOk ? html`<b>${reader.words.storeOk}</b>` : html`<b class="bad">${reader.words.storeBad}</b> ${foreign(store.detail)}`}</p>`}
${!isRunning(check) && buttonForm(reader, { action: '/admin/check', label: words.checkNow })}`
}

function isRunning(task: HouseTask | undefined): boolean {
  return task !== undefined && task.endedAt === undefined
}

function taskLine(
  task: HouseTask | undefined,
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
