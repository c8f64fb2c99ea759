import type { SpeechTrial } from '../../../core/feed/recording.ts'
import type { SpeechView } from '../../../operations/articles/read-aloud.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'

/** The voice of this server, and a button that speaks one sentence. */
export function speechPage(view: SpeechView, reader: Reader, trial?: SpeechTrial): string {
  const { listening: words } = reader.words
  const body = html`${settingRow(words.who, html`<span></span>`, { help: view.kind === 'none' ? words.none : words.kinds[view.kind] })}${
    view.kind !== 'none' &&
    html`${facts(view, reader)}${isElsewhere(view) && html`<p class="note">${words.leaves}</p>`}${trial && outcome(trial, reader)}
<form method="post" action="/admin/speech"><p class="acts more"><button class="btn">${words.test}</button></p></form>`
  }`
  const parent = { path: '/server', name: reader.words.frame.places.server }
  return settingsPageOf(reader, { in: 'server', title: words.title, parent, body })
}

function facts({ place, voices, extension }: SpeechView, { words }: Reader): Html {
  const { listening } = words
  const named = Object.entries(voices)
  return html`<dl class="facts-list"><div><dt>${listening.where}</dt><dd><code dir="ltr">${place}</code></dd></div>
<div><dt>${listening.voices}</dt><dd>${named.length === 0 ? listening.serverChooses : html`<ul class="plain">${named.map(([language, voice]) => html`<li>${language === '*' ? listening.otherLanguages : html`<code>${language}</code>`}: <code dir="ltr">${voice}</code></li>`)}</ul>`}</dd></div>
<div><dt>${listening.form}</dt><dd><code>${extension}</code></dd></div></dl>`
}

function isElsewhere({ kind }: SpeechView): boolean {
  return kind === 'piper' || kind === 'openai'
}

function outcome(trial: SpeechTrial, { words }: Reader): Html {
  const { listening } = words
  if (trial.kind === 'failed')
    return html`<p class="notice warn" role="alert"><b>${listening.fails}</b> <span class="small">${foreign(trial.message)}</span></p>`
  const heard = listening.heard(
    words.number(Math.round(trial.seconds * 10) / 10),
    words.admin.bytes(trial.bytes),
    words.number(Math.round(trial.tookMs / 10) / 100),
  )
  return html`<p class="notice" role="status"><b>${listening.works}</b> ${heard}</p>`
}
