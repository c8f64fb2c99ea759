import { defined } from '../../../core/defined.ts'
import { mutePeriods } from '../../../core/marks.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { MutedView } from '../../../operations/library/get-mutes.ts'
import { backField, buttonForm, hidden, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { settingRow } from '../../layout/settings-frame.ts'
import { brief } from '../../layout/time.ts'
import { kindOfMark, placeOfMark } from '../../library/parts/follow-button.ts'
import type { Reader } from '../../reader.ts'

/** What the reader muted, what each hid this week, and a field that mutes a word. */
export function mutesSection(mutes: readonly MutedView[], reader: Reader): Html {
  return html`${mayMark(reader) && addForm(reader)}
${
  mutes.length === 0
    ? html`<p class="note more">${reader.words.settings.mutes.none}</p>`
    : html`${mutes.map((each) => muteRow(each, reader))}`
}`
}

function addForm(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/mute" class="ask muteadd">${hidden('kind', 'word')}${backField(reader)}<input class="in" name="target" required minlength="2" maxlength="${maxLength.followed}" aria-label="${reader.words.settings.mutes.field}" placeholder="${reader.words.settings.mutes.field}" dir="auto"><select name="period" aria-label="${mine.howLong}">${mutePeriods
    .toReversed()
    .map(
      (period) => html`<option value="${period}">${mine.periods[period]}</option>`,
    )}</select><button class="btn main">${mine.mute}</button></form>`
}

function muteRow({ mute, hidCount }: MutedView, reader: Reader): Html {
  const { settings: words, mine, number } = reader.words
  const { kind, target, label, until, id } = mute
  const place = placeOfMark(mute)
  const facts = [
    kind !== 'word' && kindOfMark(mute, reader),
    hidCount > 0 && words.hid(number(hidCount)),
    until === undefined ? mine.periods.always : mine.until(brief(until, reader)),
  ]
  return html`<div data-item>${settingRow(
    place ? html`<a href="${place}">${foreign(label)}</a>` : foreign(label),
    buttonForm(reader, {
      action: '/unmute',
      // The mute itself, so that it can be restored.
      fields: { mute: id, kind, target, label, ...defined({ until }) },
      label: mine.unmute,
      attributes: html` data-kind="mute" data-undo="/mute" data-said="${mine.unmuted}"`,
      button: html` aria-label="${mine.unmute}${reader.words.colon}${label}"`,
    }),
    { help: joined(facts, ' · ') },
  )}</div>`
}
