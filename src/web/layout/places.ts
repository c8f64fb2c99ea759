import type { Reader } from '../reader.ts'
import type { Words } from '../words/en.ts'
import { type Html, html } from './html.ts'
import type { IconName } from './icon.ts'

/** A page that the navigation can show as the current one. */
export type Place = keyof Words['frame']['places'] | 'search' | 'about'

export type Link = {
  readonly id: keyof Words['frame']['places']
  readonly path: string
  /** The key that leads there after `g`. */
  readonly key: string
  /** `bar`: always visible; `read` and `manage`: the two halves of the menu. */
  readonly at: 'bar' | 'read' | 'manage'
  readonly icon: IconName
  /** True: only for the owner. */
  readonly isOwners?: boolean
  /** True: only when discussion is enabled. */
  readonly isDiscussion?: boolean
  /** True: only where there is a shared desk, for those with an account. */
  readonly isDesk?: boolean
}

/** The navigation, in order. */
export const places: readonly Link[] = [
  { id: 'today', path: '/', key: 't', at: 'bar', icon: 'today' },
  { id: 'feeds', path: '/feeds', key: 'f', at: 'bar', icon: 'feeds' },
  { id: 'following', path: '/following', key: 'o', at: 'bar', icon: 'heart' },
  { id: 'library', path: '/library', key: 'v', at: 'bar', icon: 'lib' },
  { id: 'brief', path: '/brief', key: 'b', at: 'read', icon: 'book' },
  { id: 'ask', path: '/ask', key: 'q', at: 'read', icon: 'ask' },
  { id: 'check', path: '/check', key: 'c', at: 'read', icon: 'check' },
  { id: 'people', path: '/people', key: 'p', at: 'read', icon: 'people' },
  { id: 'sources', path: '/sources', key: 's', at: 'read', icon: 'list' },
  { id: 'desk', path: '/desk', key: 'w', at: 'read', icon: 'cards', isDesk: true },
  { id: 'discussion', path: '/discussion', key: 'd', at: 'read', icon: 'note', isDiscussion: true },
  { id: 'add', path: '/add', key: 'a', at: 'manage', icon: 'plus' },
  { id: 'settings', path: '/settings', key: 'e', at: 'manage', icon: 'gear' },
  { id: 'account', path: '/settings/account', key: 'u', at: 'manage', icon: 'user' },
  { id: 'server', path: '/server', key: 'j', at: 'manage', icon: 'server', isOwners: true },
]

export function placesFor(reader: Reader): readonly Link[] {
  const own = places.filter(
    ({ isOwners, isDiscussion, isDesk }) =>
      (isOwners !== true || reader.isOwner) &&
      (isDiscussion !== true || reader.hasDiscussion === true) &&
      (isDesk !== true || reader.hasDesk === true),
  )
  // With another home page chosen, Today has a path of its own.
  return reader.preferences.home === 'today'
    ? own
    : own.map((place) => (place.id === 'today' ? { ...place, path: '/today' } : place))
}

/** The name of a place in the navigation. */
export function placeName(id: Link['id'], { words }: Reader): string {
  return words.frame.places[id]
}

const groups = {
  move: ['j', 'k', 'n', 'p'],
  item: ['o', 'v', 'm', 's', 'A', 'B', 'f'],
  page: ['/', 'a', 'u', 'l', ',', '.', 'z', '?'],
} as const

const lists = new WeakMap<Reader['words'], Map<string, Html>>()

/** What each key does, in groups: on every page, and the same for all readers with the same language and places. */
export function keyList(reader: Reader): Html {
  const { words } = reader
  const going = placesFor(reader).map(({ id, key }) => [['g', key], placeName(id, reader)] as const)
  const known = lists.get(words) ?? new Map<string, Html>()
  lists.set(words, known)
  const as = going.map(([pressed]) => pressed[1]).join('')
  const list = known.get(as) ?? writeList(words, going)
  known.set(as, list)
  return list
}

type Row = readonly [readonly string[], string]

function writeList(words: Reader['words'], going: readonly Row[]): Html {
  const { keyGroups, keysNote } = words.frame
  const keys = { ...words.frame.keys, a: words.asking.key }
  return html`<div class="keys">${Object.entries(groups).map(([name, list]) =>
    group(
      keyGroups[name as keyof typeof groups],
      list.map((key) => [[key], keys[key]] as const),
    ),
  )}${group(keyGroups.go, going)}</div>
<p class="note">${keysNote}</p>`

  function group(title: string, rows: readonly Row[]): Html {
    return html`<div><h3>${title}</h3><dl>${rows.map(
      ([pressed, meaning]) =>
        html`<div><dt>${pressed.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${meaning}</dd></div>`,
    )}</dl></div>`
  }
}
