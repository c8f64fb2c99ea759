import type { AdminView } from '../../../operations/admin/admin.ts'
import { mostKeptMegabytes } from '../../../operations/admin/kept-pages.ts'
import type { SettingInForce } from '../../../operations/admin/server-maintenance.ts'
import { linkRow } from '../../accounts/parts/link-row.ts'
import { problemReportsPath } from '../../articles/pages/problem-reports.ts'
import { buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { serverAuditPath } from '../../layout/links.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { isDiskLow } from './backup.ts'
import { workNames } from './jobs.ts'

/** The server: what fails and what to do, its state, and where everything about running it is. */
export function serverPage(view: AdminView, reader: Reader, isSaved = false): string {
  const { words } = reader
  const found = problems(view, reader)
  const body = html`${found.length === 0 ? html`<p class="notice" role="status">${words.admin.allWell}</p>` : html`<section aria-labelledby="problems-h"><h2 class="hd first" id="problems-h">${words.admin.toDo(found.length)}</h2>${found}</section>`}
<h2 class="hd">${words.admin.sections.status}</h2>
${status(view, reader)}
<h2 class="hd">${words.admin.sections.people}</h2>
${linkRow('/server/people', words.accounts.people)}${linkRow('/admin/discussion', words.frame.places.discussion)}${linkRow(problemReportsPath, words.textReport.desk.title)}
<h2 class="hd">${words.admin.sections.accuracy}</h2>
${linkRow('/labels', words.labels.title)}${linkRow('/server/decisions', words.admin.sections.decisions)}${linkRow(serverAuditPath(), words.audit.instance.link)}
<h2 class="hd">${words.admin.sections.setup}</h2>
${linkRow('/settings/brief#mail-server', words.ownBrief.server.title)}${linkRow('/admin/speech', words.listening.title)}${keptPages(view, reader, isSaved)}
<details class="open-form"><summary>${words.admin.sections.settings}</summary>${environment(view, reader)}</details>`
  return settingsPageOf(reader, { in: 'server', title: words.frame.places.server, body })
}

/** What needs somebody, most urgent first. */
function problems(view: AdminView, reader: Reader): readonly Html[] {
  const { words } = reader
  const { admin, processes } = words
  const { store, storage, failingFeeds, failing, unattended, failedLayers } = view
  const failed = view.jobs.filter(({ state }) => state === 'failed').length
  const button = (path: string) => html`<a class="btn" href="${path}">${words.river.seeWhy}</a>`
  const retry = buttonForm(reader, { action: '/jobs/retry', fields: { all: '1' }, label: words.retryAll })
  const rows: readonly (Html | false)[] = [
    !store.isOk && settingRow(admin.damaged, button('/server/backup#check'), { help: foreign(store.detail) }),
    isDiskLow(view) &&
      settingRow(admin.lowDisk, button('/server/backup#storage'), {
        help: admin.free(admin.bytes(storage.freeBytes ?? 0)),
      }),
    unattended.length > 0 &&
      settingRow(processes.unattended(workNames(unattended, reader)), button('/server/jobs#processes')),
    failing.length > 0 && settingRow(processes.failing(failing.join(', ')), button('/server/jobs#processes')),
    failedLayers.length > 0 &&
      settingRow(admin.notAllFound, html``, {
        help: joined(
          failedLayers.map(
            ({ layer, articles }) => html`${words.articles(articles)}${words.colon}<code dir="ltr">${layer}</code>`,
          ),
          ' · ',
        ),
      }),
    failed > 0 && settingRow(html`<a href="/server/jobs">${admin.jobsFailed(failed)}</a>`, retry),
    failingFeeds.length > 0 && settingRow(admin.feedsFail(failingFeeds.length), button('/server/feeds')),
  ]
  return rows.filter((row) => row !== false)
}

function status(view: AdminView, reader: Reader): Html {
  const { words } = reader
  const { admin } = words
  const { counts, storage, store, versions, backup } = view
  const open = view.jobs.filter(({ state }) => state !== 'failed').length
  const holds = joined(
    [words.feedsCount(counts.feeds), admin.entries(counts.entries), words.stories(counts.stories)],
    ' · ',
  )
  const size = joined(
    [
      admin.size(admin.bytes(store.sizeBytes)),
      storage.freeBytes !== undefined && admin.free(admin.bytes(storage.freeBytes)),
    ],
    ' · ',
  )
  const newest = backup.copies[0]
  return html`${linkRow('/server/jobs', admin.sections.queue, open === 0 ? words.isIdle : `${words.isBusy} · ${words.number(open)}`)}${linkRow('/server/backup', admin.backupTitle, html`${size}${newest && html` · ${admin.lastBackup} ${when(newest.at, reader)}`}`)}${settingRow(admin.holds, html`<span></span>`, { help: holds })}${settingRow(
    html`Twosource <bdi>${versions.twosource}</bdi>`,
    html`<span></span>`,
    {
      help: joined(
        [
          `Node.js ${versions.node}`,
          versions.system,
          `${store.dialect} ${view.schemaVersion}`,
          html`${words.accounts.since} ${when(versions.startedAt, reader)}`,
        ],
        ' · ',
      ),
    },
  )}`
}

/** How much of the pages of saved articles is kept. */
function keptPages({ keptPages: { megabytes, count, bytes } }: AdminView, reader: Reader, isSaved: boolean): Html {
  const { admin, save, number, settings } = reader.words
  const help = html`${admin.keptPages.help}${count > 0 && html` ${admin.keptPages.now(number(count), admin.bytes(bytes))}`}`
  const units = new Intl.NumberFormat(reader.locale, { style: 'unit', unit: 'megabyte' }).formatToParts(megabytes)
  const unit = units.find(({ type }) => type === 'unit')?.value
  const field = html`<div><form method="post" action="/server/kept-pages" class="inline"><input name="megabytes" type="number" inputmode="numeric" min="0" max="${mostKeptMegabytes}" step="1" value="${megabytes}" required aria-labelledby="kept-pages"> ${unit} <button class="btn">${save}</button></form></div>`
  const said = isSaved ? settings.saved : undefined
  return settingRow(admin.keptPages.title, field, { id: 'kept-pages', help, isSaving: false, said })
}

/** The environment variables: those that were set first. Their help is in English, as in the code. */
function environment({ settings }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const rows = [...settings.filter(isChanged), ...settings.filter((setting) => !isChanged(setting))]
  return html`<p class="note">${words.settingsNote}</p>
<dl class="env">${rows.map(
    (setting) =>
      html`<div><dt><code dir="ltr">${setting.name}</code> ${shownValue(setting, reader)}</dt><dd lang="en" dir="ltr">${setting.help}</dd></div>
`,
  )}</dl>`
}

function isChanged({ isDefault, isSecret, value }: SettingInForce): boolean {
  return isSecret || (!isDefault && value !== '')
}

function shownValue(setting: SettingInForce, reader: Reader): Html {
  const { admin: words } = reader.words
  if (setting.isSecret) return html`<i>${words.secret}</i>`
  if (setting.value === '') return html`<i>${words.notSet}</i>`
  return html`<b><bdi>${setting.value}</bdi></b>${setting.isDefault && html` <i>${words.standing}</i>`}`
}
