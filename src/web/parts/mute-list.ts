import { longest } from '../../core/longest.ts'
import { type Mute, mutePeriods } from '../../core/marks.ts'
import type { Reader } from '../reader.ts'
import { kindOfMark, placeOfMark } from './followed-place.ts'
import { backField, buttonForm, hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { section } from './section.ts'
import { brief } from './time.ts'

/** What is muted, each until when and with its end, and the form that mutes a word. */
export function muteSection(mutes: readonly Mute[], reader: Reader): Html {
  const { mine } = reader.words
  const body = html`<p class="note">${mine.mutesNote}</p>
${mutes.length === 0 ? html`<p>${mine.noMutes}</p>` : html`<ul class="mutes">${mutes.map((mute) => muteLine(mute, reader))}</ul>`}
${muteWordForm(reader)}`
  return section('mutes', mine.mutes, body)
}

function muteLine(mute: Mute, reader: Reader): Html {
  const { mine } = reader.words
  const { kind, target, label, until, id } = mute
  const place = placeOfMark(mute)
  const name = place ? html`<a href="${place}">${foreign(label)}</a>` : html`<q>${foreign(label)}</q>`
  return html`<li data-item><span>${name} <small>${kindOfMark(mute, reader)} · ${until === undefined ? mine.forGood : mine.until(brief(until, reader))}</small></span>
${buttonForm(reader, {
  action: '/unmute',
  // What the mute was, so that it can be put back as it was.
  fields: { mute: id, kind, target, label, ...(until === undefined ? {} : { until }) },
  label: mine.unmute,
  variant: 'quiet',
  attributes: html` data-kind="mute" data-undo="/mute" data-said="${mine.unmuted}"`,
  button: html` aria-label="${mine.unmute}${reader.words.colon}${label}"`,
})}</li>
`
}

function muteWordForm(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/mute" class="stack">${hidden('kind', 'word')}${backField({ ...reader, path: '/following#mutes' })}
<div class="line"><label>${mine.muteWord} <input name="target" required minlength="2" maxlength="${longest.followed}" placeholder="${mine.muteWordHint}" dir="auto"></label>
<label>${mine.howLong} <select name="period">${mutePeriods
    .toReversed()
    .map(
      (period) => html`<option value="${period}">${mine.periods[period]}</option>`,
    )}</select></label> <button class="btn ghost">${mine.mute}</button></div>
<p class="note">${mine.muteWordNote}</p></form>
`
}
