import type { AlertSettingsView } from '../../../operations/notify/alert-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { followedPath } from '../../layout/links.ts'
import { savingForm, settingRow } from '../../layout/settings-frame.ts'
import { kindOfMark } from '../../library/parts/follow-button.ts'
import type { Reader } from '../../reader.ts'

/** Each followed subject and saved search with its alert setting. */
export function alertChoices({ follows, searches }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  if (follows.length === 0 && searches.length === 0) return html`<p class="small">${words.nothingFollowed}</p>`
  const choices = { 'as-all': words.asAll, on: words.on, off: words.off } as const
  return html`${follows.map(({ follow, choice }) =>
    row(
      html`<a href="${followedPath(follow.kind, follow.target)}">${foreign(follow.label)}</a>`,
      follow.label,
      kindOfMark(follow, reader),
      html`${hidden('kind', follow.kind)}${hidden('target', follow.target)}`,
      ['as-all', 'on', 'off'],
      choice ?? 'as-all',
    ),
  )}${searches.map(({ id, name, query, isOn }) =>
    row(
      html`<a href="${followedPath('search', query)}">${foreign(name)}</a>`,
      name,
      reader.words.mine.kinds.search,
      hidden('search', id),
      ['on', 'off'],
      isOn ? 'on' : 'off',
    ),
  )}`

  function row(
    name: Html,
    label: string,
    kind: string,
    fields: Html,
    offered: readonly (keyof typeof choices)[],
    chosen: keyof typeof choices,
  ): Html {
    const control = html`<span>${fields}<select name="choice" aria-label="${words.choose(label)}">${offered.map(
      (each) => html`<option value="${each}"${each === chosen && html` selected`}>${choices[each]}</option>`,
    )}</select></span>`
    const reached = { ...reader, path: '/settings/alerts#follows' }
    return savingForm('/alerts/choose', settingRow(name, control, { help: kind, isSaving: true }), reached)
  }
}
