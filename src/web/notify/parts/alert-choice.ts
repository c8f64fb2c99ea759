import type { AlertSettingsView } from '../../../operations/notify/alert-views.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { iconForm } from '../../layout/icon-form.ts'
import { followedPath } from '../../layout/links.ts'
import { kindOfMark } from '../../library/parts/follow-button.ts'
import type { Reader } from '../../reader.ts'

/** Each followed subject and saved search with its alert setting. */
export function alertChoices({ follows, searches }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  if (follows.length === 0 && searches.length === 0) return html`<p class="small">${words.nothingFollowed}</p>`
  const choices = { 'as-all': words.asAll, on: words.on, off: words.off } as const
  return html`<ul class="mutes">${follows.map(({ follow, choice }) =>
    row(
      follow.label,
      html`<a href="${followedPath(follow.kind, follow.target)}">${foreign(follow.label)}</a> <small>${kindOfMark(follow, reader)}</small>`,
      html`${hidden('kind', follow.kind)}${hidden('target', follow.target)}`,
      ['as-all', 'on', 'off'],
      choice ?? 'as-all',
    ),
  )}${searches.map(({ id, name, query, isOn }) =>
    row(
      name,
      html`<a href="${followedPath('search', query)}">${foreign(name)}</a> <small>${reader.words.mine.kinds.search}</small>`,
      hidden('search', id),
      ['on', 'off'],
      isOn ? 'on' : 'off',
    ),
  )}</ul>`

  function row(
    label: string,
    name: Html,
    fields: Html,
    offered: readonly (keyof typeof choices)[],
    chosen: keyof typeof choices,
  ): Html {
    return html`<li><span>${name}</span><form method="post" action="/alerts/choose" class="line">${fields}${backField({ ...reader, path: '/settings/alerts#follows' })}<select name="choice" aria-label="${words.choose(label)}">${offered.map(
      (each) => html`<option value="${each}"${each === chosen && html` selected`}>${choices[each]}</option>`,
    )}</select> <button class="btn quiet" aria-label="${reader.words.save}${reader.words.colon}${label}">${reader.words.save}</button></form></li>
`
  }
}

/** The alert switch of a followed subject: the button says what it will do. */
export function alertSwitch(
  { kind, target, label }: { readonly kind: string; readonly target: string; readonly label: string },
  isAlerting: boolean,
  reader: Reader,
): Html {
  const { alerts: words } = reader.words
  const does = isAlerting ? words.off : words.on
  return iconForm(reader, {
    action: '/alerts/choose',
    fields: { kind, target, choice: isAlerting ? 'off' : 'on' },
    icon: 'bell',
    name: `${does}${reader.words.colon}${label}`,
    title: does,
    isOn: isAlerting,
  })
}
