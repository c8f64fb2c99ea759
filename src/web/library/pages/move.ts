import { type MoveCounts, moveKinds } from '../../../core/feed/moved-entry.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { MoveView } from '../../../operations/library/move.ts'
import { bar, percent } from '../../layout/badges.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { movePath } from '../../layout/links.ts'
import { importingPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { notImported } from '../parts/import-report.ts'

/** What somebody typed, without the password. */
export type MoveTyped = { readonly from: string; readonly address: string; readonly user: string }

/** In display order; those without any aren't shown. */
const shown: readonly (keyof MoveCounts)[] = ['feeds', 'feedsHere', 'articles', 'read', 'stars', 'tagged', 'links']

/** What the event stream of a move sends: the same texts as on its page. */
export function moveTexts({ share, state }: MoveView, { words }: Reader) {
  const shareText = percent(share)
  return {
    rows: [{ count: shareText, failed: '', hasFailed: false, share: shareText }],
    state: words.moving.states[state],
    stories: 0,
  }
}

/** Moving here from another reader: how far the latest move is and what came, and the form unless one is running. */
export function movePage(
  reader: Reader,
  { move, refused, typed }: { readonly move?: MoveView; readonly refused?: string; readonly typed?: MoveTyped },
): string {
  const { moving, importing, colon } = reader.words
  const isRunning = move?.state === 'running'
  const body = html`${refused !== undefined && html`<p class="notice warn" role="alert"><b>${importing.refused}</b>${colon}<span lang="en" dir="ltr">${refused}</span></p>`}
${move && moveState(move, reader)}
${!isRunning && (move?.state === 'done' && refused === undefined ? html`<details class="open-form"><summary>${moving.start}</summary>${moveForm(reader)}</details>` : moveForm(reader, typed))}
`
  return importingPageOf(reader, moving.title, body)
}

function moveState(move: MoveView, reader: Reader): Html {
  const { words } = reader
  const { address, state, counts, skipped, trouble } = move
  const isRunning = state === 'running'
  const { rows, state: stateText } = moveTexts(move, reader)
  const [{ count }] = rows as [(typeof rows)[number]]
  const labels = { ...words.importing.counts, ...words.moving.counts }
  const came = shown.filter((name) => counts[name] > 0)
  return html`<p class="facts">${words.listImport.from}${words.colon}${foreign(address)}</p>
<live-progress${isRunning && html` data-events="${movePath}/events"`}><div class="progress"><dl><div>
<dt>${words.moving.progress}</dt>
<dd><span data-count>${count}</span></dd>${bar(move.share)}
</div></dl>
<p role="status" data-state>${stateText}</p>
</div></live-progress>
${trouble !== undefined && html`<p class="notice warn"><span lang="en" dir="ltr">${trouble}</span></p>`}
<dl class="kept">${came.map((name) => html`<div><dd>${words.number(counts[name])}</dd> <dt>${labels[name]}</dt></div>`)}</dl>
${notImported(skipped, reader)}
${
  isRunning
    ? html`<p class="note">${words.listImport.note}</p>
<form method="post" action="${movePath}/stop" class="line"><a class="btn" href="${movePath}">${words.listImport.reload}</a> <button class="btn">${words.frame.stop}</button></form>`
    : html`<p><a class="btn" href="/feeds">${words.firstRun.openFeeds}</a></p>`
}`
}

function moveForm({ words }: Reader, { from, address = '', user = '' }: Partial<MoveTyped> = {}): Html {
  const { moving, listImport, sending } = words
  return html`<p>${moving.lead}</p>
<form method="post" action="${movePath}" class="choosers halves">
<div class="field"><label for="move-from">${listImport.from}</label><select id="move-from" name="from">${moveKinds.map((kind) => html`<option value="${kind}"${kind === from && html` selected`}>${moving.readers[kind]}</option>`)}</select></div>
<div class="field"><label for="move-address">${words.address}</label><input id="move-address" name="address" value="${address}" type="text" inputmode="url" required maxlength="${maxLength.address}" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="https://" dir="ltr"></div>
<div class="field"><label for="move-user">${sending.fields.user}</label><input id="move-user" name="user" value="${user}" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false"></div>
<div class="field"><label for="move-password">${moving.secret}</label><input id="move-password" name="password" type="password" required dir="ltr" autocomplete="off" aria-describedby="move-note"></div>
<p class="note" id="move-note">${moving.secretNote}</p>
<p class="acts"><button class="btn main">${moving.start}</button></p></form>`
}
