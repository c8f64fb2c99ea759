import { defined } from '../../../core/defined.ts'
import { type Mute, mutePeriods } from '../../../core/marks.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { kindOfMark, placeOfMark } from '../parts/follow-button.ts'

/** Mutes, each with its end and a button to remove it, and the form that mutes a word. */
export function mutesPage(mutes: readonly Mute[], reader: Reader): string {
  const { mine } = reader.words
  const body = html`<div class="single"><header class="pagehead"><h1>${mine.mutes}</h1><p>${mine.mutesNote}</p></header>
${muteWordForm(reader)}
${mutes.length === 0 ? html`<p class="note">${mine.noMutes}</p>` : html`<ul class="listed">${mutes.map((mute) => muteLine(mute, reader))}</ul>`}</div>
`
  return layout(reader, { title: mine.mutes, place: 'settings', body })
}

function muteLine(mute: Mute, reader: Reader): Html {
  const { mine } = reader.words
  const { kind, target, label, until, id } = mute
  const place = placeOfMark(mute)
  const name = place ? html`<a href="${place}">${foreign(label)}</a>` : html`<q>${foreign(label)}</q>`
  return html`<li data-item><span>${name} <small class="small">${kindOfMark(mute, reader)} · ${until === undefined ? mine.forGood : mine.until(brief(until, reader))}</small></span>
${buttonForm(reader, {
  action: '/unmute',
  // The mute itself, so that it can be restored.
  fields: { mute: id, kind, target, label, ...defined({ until }) },
  label: mine.unmute,
  variant: 'quiet',
  attributes: html` data-kind="mute" data-undo="/mute" data-said="${mine.unmuted}"`,
  button: html` aria-label="${mine.unmute}${reader.words.colon}${label}"`,
})}</li>
`
}

function muteWordForm(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/mute" class="line">${hidden('kind', 'word')}${backField(reader)}
<input name="target" required minlength="2" maxlength="${maxLength.followed}" aria-label="${mine.muteWord}" placeholder="${mine.muteWord}" dir="auto">
<select name="period" aria-label="${mine.howLong}">${mutePeriods
    .toReversed()
    .map(
      (period) => html`<option value="${period}">${mine.periods[period]}</option>`,
    )}</select> <button class="btn">${mine.mute}</button></form>
`
}
