import { type MuteKind, mutePeriods } from '../../../core/marks.ts'
import { backField, buttonClass, buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/**
 * Mutes a subject for a time: a summary that opens the choice of how long, or the button that unmutes it. `hides`: the selector of what
 * disappears at once; absent: nothing does until the page is reloaded.
 */
export function muteButton(
  thing: {
    readonly kind: MuteKind
    readonly target: string
    readonly label: string
    readonly isMuted?: boolean
    readonly hides?: string
  },
  reader: Reader,
): Html {
  const { kind, target, label } = thing
  const { mine } = reader.words
  if (thing.isMuted)
    return buttonForm(reader, {
      action: '/unmute',
      fields: { kind, target, label },
      label: mine.unmute,
      variant: 'quiet',
      attributes: html` data-kind="mute"`,
      button: html` aria-pressed="true" aria-label="${mine.unmute}${reader.words.colon}${label}"`,
    })
  return html`<details class="mute"><summary aria-label="${mine.mute}${reader.words.colon}${label}">${mine.mute}</summary>
<form method="post" action="/mute" class="mute-for" data-kind="mute" data-undo="/unmute" data-said="${mine.muted}"${thing.hides !== undefined && html` data-hides="${thing.hides}"`}>${hidden('kind', kind)}${hidden('target', target)}${hidden('label', label)}${backField(reader)}
${mutePeriods.map(
  (period) =>
    html`<button class="${buttonClass('quiet')}" name="period" value="${period}" aria-pressed="false" aria-label="${mine.muteFor(label, mine.periods[period])}">${mine.periods[period]}</button>`,
)}
</form></details>`
}
