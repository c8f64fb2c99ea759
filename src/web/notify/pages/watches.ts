import { watchOccasions } from '../../../core/alert.ts'
import type { AlertSettingsView, WatchLogView, WatchView } from '../../../operations/notify/alert-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, listed, type Piece } from '../../layout/html.ts'
import { followedPath, watchPath } from '../../layout/links.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { savedNotice, settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { shortWhen } from '../../layout/time.ts'
import { kindOfMark } from '../../library/parts/follow-button.ts'
import type { Reader } from '../../reader.ts'

const home = '/settings/alerts/watches'

/** What the form of a watch has chosen; `refused`: why it could not be saved. */
export type WatchChoices = Pick<WatchView, 'occasions' | 'isShared'> & { readonly refused?: 'none-chosen' | 'too-many' }

const fresh: WatchChoices = { occasions: ['second'], isShared: false }

/** Own and shared watches, each with who took it, and a form for another on something followed. */
export function watchList(watches: readonly WatchView[], { follows }: AlertSettingsView, reader: Reader): Html {
  const { watch: words } = reader.words.alerts
  const free = follows.filter(
    ({ follow: { kind, target } }) =>
      kind !== 'search' && !watches.some((watch) => watch.isMine && watch.kind === kind && watch.target === target),
  )
  const subjects = free.map(
    ({ follow }) =>
      html`<option value="${JSON.stringify([follow.kind, follow.target, follow.label])}">${follow.label} (${kindOfMark(follow, reader)})</option>`,
  )
  return html`<h2 class="hd" id="watches">${words.title}</h2><p class="small">${words.lead}</p>
${watches.map((watch) => watchRow(watch, reader))}${
  free.length > 0 &&
  html`<details class="open-form"><summary>${words.add}</summary><form method="post" action="${home}" class="choosers"><div class="field"><label>${words.subject} <select name="subject">${subjects}</select></label></div>
${choices(fresh, reader)}<p><button class="btn main">${reader.words.add}</button></p></form></details>`
}`
}

/** A subject that isn't watched yet, reached from its own page, or its form again after it was refused. */
export function newWatchPage(
  subject: Pick<WatchView, 'kind' | 'target' | 'label'>,
  reader: Reader,
  chosen: WatchChoices = fresh,
): string {
  const { alerts, settings } = reader.words
  const { kind, target, label } = subject
  const body = html`<form method="post" action="${home}" class="choosers">${hidden('subject', JSON.stringify([kind, target, label]))}${choices(chosen, reader)}<p><button class="btn main">${reader.words.add}</button></p></form>`
  const parent = { path: '/settings/alerts', name: settings.pages.alerts }
  const title = `${alerts.watch.subject}${reader.words.colon}${label}`
  return settingsPageOf(reader, {
    in: 'alerts',
    title,
    heading: subjectLink(subject),
    parent,
    lead: html`<p class="small">${alerts.watch.title}</p>`,
    body,
  })
}

function subjectLink({ kind, target, label }: Pick<WatchView, 'kind' | 'target' | 'label'>): Html {
  return html`<a href="${followedPath(kind, target)}">${foreign(label)}</a>`
}

function watchRow(watch: WatchView, reader: Reader): Html {
  const by = watch.isShared && html`<br>${sharedLine(watch, reader)}`
  return settingRow(html`<a href="${watchPath(watch.id)}">${foreign(watch.label)}</a>`, takeButton(watch, reader), {
    help: html`${occasionsOf(watch, reader)}${by}`,
  })
}

function occasionsOf({ occasions }: WatchView, reader: Reader): Piece {
  const { watch: words } = reader.words.alerts
  return listed(
    occasions.map((each) => words.occasions[each]),
    reader,
  )
}

function sharedLine({ ownerName, taken }: WatchView, reader: Reader): Html {
  const { watch: words } = reader.words.alerts
  const by =
    taken !== undefined && html` · <b>${words.taken(named(taken.name, reader))}</b> ${shortWhen(taken.at, reader)}`
  return html`${words.sharedBy(named(ownerName, reader))}${by}`
}

/** The owner of a server needs no account, and then has no name. */
function named(name: string, reader: Reader): string {
  return isolated(name || reader.words.alerts.watch.owner)
}

/** Takes a shared watch, or gives it back; nothing while somebody else has it. */
function takeButton({ id, label, isShared, isMine, taken }: WatchView, reader: Reader): Html | false {
  const { watch: words } = reader.words.alerts
  if (!isShared || (taken && !taken.isMe && !isMine)) return false
  const does = taken ? words.giveBack : words.take
  return buttonForm(reader, {
    action: `${watchPath(id)}/taken`,
    fields: { taken: taken ? '0' : '1' },
    label: does,
    button: html` aria-label="${does}${reader.words.colon}${label}"`,
  })
}

function choices({ occasions, isShared, refused }: WatchChoices, reader: Reader): Html {
  const { watch: words, refused: reasons } = reader.words.alerts
  const isEmpty = refused === 'none-chosen'
  return html`${refused === 'too-many' && html`<p class="notice warn" role="alert">${reasons[refused]}</p>`}<fieldset${isEmpty && html` aria-describedby="no-moment"`}><legend>${words.when}</legend>${isEmpty && html`<p class="notice warn" id="no-moment" role="alert">${words.noneChosen}</p>`}${watchOccasions.map(
    (each) =>
      html`<p><label class="check"><input type="checkbox" name="occasion" value="${each}"${occasions.includes(each) && html` checked`}> ${words.occasions[each]}</label></p>`,
  )}</fieldset>
<p><label class="check"><input type="checkbox" name="shared" value="1"${isShared && html` checked`}> ${words.share}</label></p><p class="note">${words.shareNote}</p>`
}

/** One watch: what its owner may change, who took it, and its log. */
export function watchPage(
  { watch, log }: WatchLogView,
  reader: Reader,
  { isSaved = false, chosen = watch }: { readonly isSaved?: boolean; readonly chosen?: WatchChoices },
): string {
  const { alerts, sending } = reader.words
  const { watch: words } = alerts
  const path = watchPath(watch.id)
  const settings = html`<form method="post" action="${home}" class="choosers">${hidden('subject', JSON.stringify([watch.kind, watch.target, watch.label]))}${choices(chosen, reader)}<p><button class="btn">${reader.words.save}</button></p></form><details class="open-form"><summary class="btn bad">${reader.words.ways.remove}</summary><form method="post" action="${path}/remove"><p><button class="btn bad">${words.removeSure}</button></p></form></details>`
  const occasions = !watch.isMine && html`<p>${occasionsOf(watch, reader)}</p>`
  const shared =
    watch.isShared && html`${occasions}<p class="small">${sharedLine(watch, reader)}</p>${takeButton(watch, reader)}`
  const lines =
    log.length === 0
      ? html`<p>${words.noLog}</p>`
      : html`<ul class="own-list">${log.map((row) => logLine(row, reader))}</ul>`
  const body = html`${savedNotice(isSaved, reader)}${shared}${watch.isMine && settings}
${section('log', sending.log, lines)}`
  const parent = { path: '/settings/alerts', name: reader.words.settings.pages.alerts }
  return settingsPageOf(reader, { in: 'alerts', title: watch.label, heading: subjectLink(watch), parent, body })
}

function logLine(row: WatchLogView['log'][number], reader: Reader): Html {
  const { watch: words } = reader.words.alerts
  const when = shortWhen(row.at, reader)
  switch (row.kind) {
    case 'sent':
      return html`<li><p class="small"><b>${words.occasions[row.occasion]}</b> · ${foreign(row.sourceName)} · ${when}</p><p${languageAttributes(row.language)}><a href="${row.path}">${row.title}</a></p></li>
`
    case 'taken':
    case 'returned':
      return html`<li><p class="small">${words[row.kind](named(row.name, reader))} · ${when}</p></li>
`
  }
}
