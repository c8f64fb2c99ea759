import type { OpmlImportView } from '../../../operations/feeds/opml-views.ts'
import { bar, percent } from '../../layout/badges.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { opmlImportPath } from '../../layout/links.ts'
import { importingPageOf } from '../../layout/settings-frame.ts'
import { skippedLines } from '../../library/parts/import-report.ts'
import type { Reader } from '../../reader.ts'

/** What the event stream of an import sends: the same texts as on its page. */
export function listImportTexts(list: OpmlImportView, { words }: Reader) {
  const { feedCount, doneCount, added, existing, state } = list
  const { states, counts } = words.listImport
  const share = percent(feedCount === 0 ? 1 : doneCount / feedCount)
  const count = `${words.number(doneCount)} / ${words.number(feedCount)}`
  return {
    rows: [{ count, failed: '', hasFailed: false, share }],
    state: `${states[state]}. ${counts(words.number(added), words.number(existing))}`,
    stories: 0,
  }
}

/** The progress of an OPML import; a live element updates it, and a link reloads it. */
export function listImportPage(list: OpmlImportView, reader: Reader): string {
  const { listImport } = reader.words
  const { title, from, note } = listImport
  const isRunning = list.state === 'running'
  const body = html`${list.name !== '' && html`<p class="facts">${from}${reader.words.colon}${foreign(list.name)}</p>`}
${progressOf(list, reader)}
${isRunning ? html`<p class="note">${note}</p>${controls(list, reader)}` : html`<p><a class="btn main" href="/feeds">${reader.words.firstRun.openFeeds}</a></p>`}
${skippedLines({ kind: 'added', added: 0, existing: 0, titles: [], ids: [], skipped: list.skipped }, reader)}
`
  return importingPageOf(reader, title, body)
}

function progressOf(list: OpmlImportView, reader: Reader): Html {
  const { rows, state } = listImportTexts(list, reader)
  const [{ count, share }] = rows as [(typeof rows)[number]]
  const events = list.state === 'running' && html` data-events="${opmlImportPath(list.id)}/events"`
  return html`<live-progress${events}><div class="progress"><dl><div>
<dt>${reader.words.listImport.feeds}</dt>
<dd><span data-count>${count}</span></dd>${bar(Number.parseFloat(share) / 100)}
</div></dl>
<p role="status" data-state>${state}</p>
</div></live-progress>`
}

function controls({ id }: OpmlImportView, { words }: Reader): Html {
  const { reload } = words.listImport
  return html`<form method="post" action="${opmlImportPath(id)}/cancel" class="line"><a class="btn" href="${opmlImportPath(id)}">${reload}</a> <button class="btn">${words.frame.stop}</button></form>`
}
