import type { Reader } from '../reader.ts'
import { hidden, mayMark } from './forms.ts'
import { type Html, html, type Piece } from './html.ts'
import { type IconName, icon } from './icon.ts'
import { layout } from './layout.ts'
import { menu } from './menu.ts'

type PageName = keyof Reader['words']['settings']['pages'] | 'server'

const pages: readonly { readonly name: PageName; readonly path: string; readonly icon: IconName }[] = [
  { name: 'reading', path: '/settings', icon: 'book' },
  { name: 'list', path: '/settings/list', icon: 'list' },
  { name: 'mutes', path: '/settings/rules', icon: 'mute' },
  { name: 'alerts', path: '/settings/alerts', icon: 'bell' },
  { name: 'brief', path: '/settings/brief', icon: 'mail' },
  { name: 'apps', path: '/settings/apps', icon: 'phone' },
  { name: 'model', path: '/settings/model', icon: 'cpu' },
  { name: 'data', path: '/settings/data', icon: 'down' },
  { name: 'account', path: '/settings/account', icon: 'user' },
  { name: 'advanced', path: '/settings/advanced', icon: 'plug' },
  { name: 'server', path: '/server', icon: 'server' },
]

const ownersOnly: ReadonlySet<PageName> = new Set(['model', 'server'])

function links(current: PageName, isSubpage: boolean, reader: Reader): Html {
  const { settings, frame } = reader.words
  return html`${pages
    .filter(({ name }) => (mayMark(reader) ? reader.isOwner || !ownersOnly.has(name) : name === 'reading'))
    .map(
      ({ name, path, icon: drawn }) =>
        html`${name === 'server' && html`<hr>`}<a href="${path}"${name === current && html` aria-current="${isSubpage ? 'true' : 'page'}"`}>${icon(drawn)}${name === 'server' ? frame.places.server : settings.pages[name]}</a>`,
    )}`
}

/**
 * A page of the settings or of the server: the list of all of them beside it, on a phone in a menu above. With a `parent` it is a page
 * below one of them.
 */
export function settingsPageOf(
  reader: Reader,
  page: {
    readonly in: PageName
    readonly title: string
    /** The heading, when it is foreign text. */
    readonly heading?: Html
    readonly lead?: Piece
    readonly body: Piece
    /** The page above it, when it isn't in the list itself. */
    readonly parent?: { readonly path: string; readonly name: string }
  },
): string {
  const { settings } = reader.words
  const isSubpage = page.parent !== undefined
  const list = links(page.in, isSubpage, reader)
  const body = html`<div class="settings"><nav aria-label="${reader.words.frame.places.settings}">${list}</nav>${menu(list, { label: html`${icon('gear')}${settings.all}${icon('chev')}`, also: 'narrow' })}<div>
${page.parent && html`<p class="up"><a href="${page.parent.path}">${icon('prev')}${page.parent.name}</a></p>`}<h1>${page.heading ?? page.title}</h1>${page.lead !== undefined && html`<p class="lede">${page.lead}</p>`}
${page.body}</div></div>
`
  const place = page.in === 'server' ? 'server' : page.in === 'account' ? 'account' : 'settings'
  return layout(reader, {
    // "Alerts" alone is the title of another page.
    title: place === 'settings' ? `${page.title} · ${reader.words.frame.places.settings}` : page.title,
    place,
    body,
  })
}

/** A page about importing, below that of importing and exporting. */
export function importingPageOf(reader: Reader, title: string, body: Piece): string {
  const parent = { path: '/settings/data', name: reader.words.settings.pages.data }
  return settingsPageOf(reader, { in: 'data', title, parent, body: html`<div class="importing">${body}</div>` })
}

/**
 * One setting: its name, at most a line of help, and its control. `id` makes the name that labels the control. `isSaving`: a script saves
 * each change, and says so beside the name; so it is where the name labels the control. `said`: what the page says there already.
 */
export function settingRow(
  name: Piece,
  control: Piece,
  options: {
    readonly id?: string
    readonly help?: Piece
    readonly look?: string
    readonly isSaving?: boolean
    readonly said?: string | undefined
  } = {},
): Html {
  const { id, help, look, said, isSaving = id !== undefined } = options
  return html`<div class="st"${look && html` data-look="${look}"`}><b${id && html` id="${id}"`}>${name}${(isSaving || said !== undefined) && html` <span class="ok2" role="status">${said}</span>`}</b>${help !== undefined && help !== false && html`<p>${help}</p>`}${control}</div>
`
}

/** A form whose fields a script saves one by one as they change; without a script it has one button. */
export function savingForm(action: string, fields: Piece, reader: Reader): Html {
  const { settings } = reader.words
  return html`<form method="post" action="${action}" data-autosave data-saved="${settings.saved}" data-failed="${settings.failed}">${hidden('back', reader.path)}
${fields}<button class="btn main nosc">${settings.saveAll}</button></form>`
}

/** One of few values, all visible. */
export function segment(
  name: string,
  values: readonly (readonly [value: string, label: Piece])[],
  chosen: string,
  labelledBy: string,
): Html {
  return html`<span class="seg" role="radiogroup" aria-labelledby="${labelledBy}">${values.map(
    ([value, label]) =>
      html`<label><input type="radio" name="${name}" value="${value}"${value === chosen && html` checked`}>${label}</label>`,
  )}</span>`
}

/** On or off. A form without script sends `off` first, and `on` after it when it is on: the last value counts. */
export function toggle(
  name: string,
  isOn: boolean,
  labelledBy: string,
  values: readonly [off: string, on: string] = ['off', 'on'],
): Html {
  return html`<span class="switch">${hidden(name, values[0])}<input class="sw2" type="checkbox" role="switch" name="${name}" value="${values[1]}"${isOn && html` checked`} aria-labelledby="${labelledBy}"></span>`
}

/** One of many values. */
export function chooser(
  name: string,
  values: readonly (readonly [value: string, label: Piece])[],
  chosen: string,
  labelledBy: string,
): Html {
  return html`<select name="${name}" aria-labelledby="${labelledBy}">${values.map(
    ([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`,
  )}</select>`
}

/** Says what a form just did, without script. */
export function savedNotice(isSaved: boolean, reader: Reader): Html | undefined {
  return isSaved ? html`<p class="notice" role="status">${reader.words.settings.saved}</p>` : undefined
}
