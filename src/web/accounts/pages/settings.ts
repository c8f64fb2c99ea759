import { type PreferenceName, preferenceValues } from '../../../core/preferences.ts'
import type { SettingsView } from '../../../operations/accounts/preferences.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { offlineCopies } from '../../layout/pages/offline.ts'
import { keyList } from '../../layout/places.ts'
import { section } from '../../layout/section.ts'
import { absolute } from '../../layout/time.ts'
import { interfaceLanguages, type Reader } from '../../reader.ts'

type Chosen = Exclude<PreferenceName, 'timeZone' | 'language'>

/** One setting: its values as radio buttons under its name, with a line of help. */
function chooser(name: Chosen, reader: Reader): Html {
  const { settings: words } = reader.words
  const labels: Readonly<Record<string, string>> = words.values[name]
  const chosen: string = reader.preferences[name]
  return html`<fieldset aria-describedby="${name}-note"><legend>${words.names[name]}</legend>
<p class="note" id="${name}-note">${words.notes[name]}</p>
<div class="options">${ordered(name).map(
    (value) =>
      html`<label><input type="radio" name="${name}" value="${value}"${value === chosen && html` checked`}> ${labels[value] ?? value}</label> `,
  )}</div>
</fieldset>
`
}

function languageChooser(reader: Reader): Html {
  const { settings: words } = reader.words
  const chosen = reader.preferences.language
  return html`<fieldset aria-describedby="language-note"><legend>${words.names.language}</legend>
<p class="note" id="language-note">${words.notes.language}</p>
<div class="options"><label><input type="radio" name="language" value="auto"${chosen === 'auto' && html` checked`}> ${words.values.language.auto}</label> ${interfaceLanguages.map(
    ({ code, name }) =>
      html`<label><input type="radio" name="language" value="${code}"${code === chosen && html` checked`}> <bdi lang="${code}">${name}</bdi></label> `,
  )}</div>
</fieldset>
`
}

/** A time zone to type or pick; empty means the server's. */
function zoneChooser(reader: Reader, bad?: string): Html {
  const { settings: words } = reader.words
  const zone = bad ?? reader.preferences.timeZone
  return html`<div class="field"><label for="time-zone"><b>${words.names.timeZone}</b></label>
<div id="time-zone-note"><p class="note">${words.notes.timeZone} ${words.clock(absolute(reader.now, reader))} ${words.zoneHint}</p>${bad !== undefined && html`<p class="bad" role="alert">${words.zoneUnknown(bad)}</p>`}</div>
<input id="time-zone" name="timeZone" value="${zone}" list="zones" dir="ltr" autocomplete="off" spellcheck="false" placeholder="${words.asServer(reader.timeZone)}" aria-describedby="time-zone-note"${bad !== undefined && html` aria-invalid="true"`}>
<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((name) => html`<option value="${name}"></option>`)}</datalist></div>
`
}

/** Sizes from small to large; otherwise the default first. */
function ordered(name: Chosen): readonly string[] {
  if (name === 'textSize') return ['small', 'medium', 'large', 'largest']
  return preferenceValues(name)
}

/** Restores a file saved from `/marks.json`, here or on another server; the answer says how much of it was new. */
function marksFile(reader: Reader): Html {
  const { mine, importing, marksFile: words } = reader.words
  return html`<form method="post" action="/marks" enctype="multipart/form-data" class="line"><label>${mine.bringMarks} <input type="file" name="file" accept=".json,application/json" required aria-describedby="marks-larger"></label> <button class="btn ghost">${mine.bringMarksNow}</button></form>
<p class="small" id="marks-larger">${words.larger} <a href="/settings/import">${importing.title}</a>${reader.isOwner && html`<br>${words.command} <code dir="ltr">npm start import marks.json</code>`}</p>
`
}

export type SettingsResult = {
  /** The former values by name, so that they can be restored. */
  readonly was?: Readonly<Record<string, string>>
  readonly section?: string
  /** An unknown time zone. */
  readonly badZone?: string
}

type SectionName = keyof Reader['words']['settings']['sections']

/** Everything the reader can choose, what is stored about them, and how to export it. */
export function settingsPage(view: SettingsView, reader: Reader, result: SettingsResult = {}): string {
  const { settings: words } = reader.words
  const sections: readonly (readonly [SectionName, Html])[] = [
    [
      'appearance',
      form('appearance', html`${chooser('theme', reader)}${chooser('density', reader)}${chooser('textSize', reader)}`),
    ],
    [
      'reading',
      form(
        'reading',
        html`${chooser('typeface', reader)}${chooser('home', reader)}${chooser('riverOrder', reader)}${chooser('riverShow', reader)}${chooser('riverLook', reader)}${chooser('markRead', reader)}${chooser('storiesInApps', reader)}<p class="small"><a href="/settings/brief">${reader.words.ownBrief.choose.title}</a> · <a href="/settings/ranking">${reader.words.ownBrief.ranking.title}</a></p>`,
      ),
    ],
    [
      'language',
      form(
        'language',
        html`${languageChooser(reader)}${zoneChooser(reader, result.badZone)}${chooser('weekStart', reader)}<p class="small"><a href="/settings/translation">${reader.words.translation.settings.title}</a></p>`,
      ),
    ],
    ['pictures', form('pictures', chooser('images', reader))],
    ['privacy', html`${form('privacy', chooser('history', reader))}${storedData(view, reader)}${leavingLinks(reader)}`],
    ['keyboard', html`${form('keyboard', chooser('keys', reader))}${shortcuts(reader)}`],
    ['data', yourData(reader)],
    ['offline', html`<p class="note">${reader.words.app.offlineLead}</p>${offlineCopies(reader)}`],
  ]
  // On a phone the table of contents is above: it comes first so that nothing moves while the rest loads.
  const body = html`<div class="cols house"><nav class="contents" aria-label="${words.on}"><ul>${sections.map(([name]) => html`<li><a href="#${name}">${words.sections[name]}</a></li>`)}</ul></nav>
<div>
<h1>${words.title}</h1>
<p class="note">${words.lead} <a href="/settings/alerts">${reader.words.alerts.settingsTitle}</a> · <a href="/settings/send">${reader.words.sending.title}</a>${reader.isOwner && html` · <a href="/settings/model">${reader.words.models.title}</a>`}</p>${sections.map(([name, inside]) => section(name, words.sections[name], inside))}
</div></div>
`
  return layout(reader, { title: words.title, body })

  function form(name: SectionName, fields: Html): Html {
    return html`${result.section === name && result.was && saved(result.was, name, reader)}<form method="post" action="/settings#${name}" class="choosers">${hidden('section', name)}
${fields}<p><button class="btn">${reader.words.save}</button></p>
</form>`
  }
}

/** Says that it was saved, with a form that restores the former value. */
function saved(was: Readonly<Record<string, string>>, name: string, reader: Reader): Html {
  const fields = Object.entries(was)
  return html`<div class="notice done" role="status"><p>${reader.words.settings.saved}</p>${
    fields.length > 0 &&
    html`<form method="post" action="/settings" class="inline">${hidden('section', name)}${fields.map(([field, value]) => hidden(field, value))}
<button class="btn quiet">${reader.words.undo}</button></form>`
  }</div>
`
}

function storedData({ kept }: SettingsView, reader: Reader): Html {
  const { settings: words } = reader.words
  const rows = (Object.keys(words.kept) as (keyof typeof kept)[]).filter((name) => kept[name] > 0)
  return html`<h3>${words.keptTitle}</h3>
<p class="note">${words.keptNote}</p>${
    rows.length === 0
      ? html`<p class="small">${words.nothingKept}</p>`
      : html`<dl class="kept">${rows.map((name) => html`<div><dd>${reader.words.number(kept[name])}</dd> <dt>${words.kept[name]}</dt></div>`)}</dl>`
  }`
}

function leavingLinks(reader: Reader): Html {
  const { settings: words } = reader.words
  return html`<h3>${words.leaves}</h3>
<ul class="plain">${words.leavesLines.map((line) => html`<li>${line}</li>`)}</ul>`
}

function shortcuts(reader: Reader): Html {
  return html`<details><summary>${reader.words.settings.keyList}</summary>
${keyList(reader)}</details>`
}

function yourData(reader: Reader): Html {
  const { settings: words, mine } = reader.words
  const rows: readonly (readonly [string, string, string, boolean])[] = [
    ['/feeds.opml', words.takeOpml, words.takeOpmlNote, true],
    ['/marks.json', mine.takeMarks, mine.takeMarksNote, true],
    ['/settings/feeds', reader.words.feedsOut.title, reader.words.feedsOut.lead, true],
    ['/settings/links', reader.words.sharing.title, reader.words.sharing.lead, true],
    ['/labels.jsonl', words.takeLabels, words.takeLabelsNote, reader.isModerator],
    ['/settings/account', reader.words.accounts.mine, reader.words.accounts.takeDataNote, true],
    ['/settings/import', reader.words.importing.title, reader.words.importing.settingsNote, true],
    ['/add#opml', words.bringIn, words.bringInNote, true],
    ['/admin#backup', words.backup, words.backupNote, reader.isOwner],
  ]
  return html`<p class="note">${words.dataNote}</p>
<ul class="takes">${rows
    .filter(([, , , isShown]) => isShown)
    .map(
      ([href, label, note]) => html`<li><a href="${href}"><b>${label}</b></a> <span class="small">${note}</span></li>`,
    )}</ul>${marksFile(reader)}`
}
