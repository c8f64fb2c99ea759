import { type PreferenceName, preferenceValues } from '../../core/preferences.ts'
import { interfaceLanguages, type Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { absolute } from './time.ts'

type Chosen = Exclude<PreferenceName, 'timeZone' | 'language'>

/** One thing to choose: its values as radio buttons under its name and a sentence on what it does. */
export function chooser(name: Chosen, reader: Reader): Html {
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

/** The language of the pages, each under its own name. */
export function languageChooser(reader: Reader): Html {
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

/** A time zone to type or pick; empty is the server's. */
export function zoneChooser(reader: Reader, bad?: string): Html {
  const { settings: words } = reader.words
  const zone = bad ?? reader.preferences.timeZone
  return html`<div class="field"><label for="time-zone"><b>${words.names.timeZone}</b></label>
<div id="time-zone-note"><p class="note">${words.notes.timeZone} ${words.clock(absolute(reader.now, reader))} ${words.zoneHint}</p>${bad !== undefined && html`<p class="bad" role="alert">${words.zoneUnknown(bad)}</p>`}</div>
<input id="time-zone" name="timeZone" value="${zone}" list="zones" dir="ltr" autocomplete="off" spellcheck="false" placeholder="${words.asServer(reader.timeZone)}" aria-describedby="time-zone-note"${bad !== undefined && html` aria-invalid="true"`}>
<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((name) => html`<option value="${name}"></option>`)}</datalist></div>
`
}

/** Sizes read from small to large; all else with what stands by itself first. */
function ordered(name: Chosen): readonly string[] {
  if (name === 'textSize') return ['small', 'medium', 'large', 'largest']
  return preferenceValues(name)
}
