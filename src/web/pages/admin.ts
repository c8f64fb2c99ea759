import type { AdminView } from '../../operations/admin.ts'
import { backups, soundness } from '../parts/admin-copies.ts'
import { decisions } from '../parts/admin-decisions.ts'
import { failingFeeds, failures, waitingJobs } from '../parts/admin-jobs.ts'
import { processes } from '../parts/admin-processes.ts'
import { storage } from '../parts/admin-storage.ts'
import { houseAuditPath } from '../parts/audit-links.ts'
import { type Html, html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { progressBlock } from '../parts/progress.ts'
import { queuePlot } from '../parts/queue-plot.ts'
import { section } from '../parts/section.ts'
import { when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'
import { deskPath } from './told-desk.ts'

type SectionName = keyof Reader['words']['admin']['sections']

/** What runs the house: what failed and what to do, how much is kept, copies, soundness, and the settings in force. */
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
<p class="small"><a href="${houseAuditPath()}">${reader.words.audit.house.link}</a> · <a href="${deskPath}">${reader.words.textReport.desk.link}</a></p>
<p class="facts"><b${toLookAt > 0 && html` class="bad"`}>${toLookAt === 0 ? words.allWell : words.toDo(toLookAt)}</b></p>
<await-work id="work" data-every="1500"${isBusy && html` data-busy`}>${sections.map(([name, inside, count]) => section(name, words.sections[name], inside, count || undefined))}</await-work>
</div>
<aside aria-label="${words.sections.now}"><nav class="contents" aria-label="${words.title}"><ul>${sections.map(([name]) => html`<li><a href="#${name}">${words.sections[name]}</a></li>`)}</ul></nav>
${section('progress', words.sections.now, progressBlock(view.progress, reader))}</aside></div>
`
  return layout(reader, { title: words.title, place: 'admin', body })
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
