import type { Reader } from '../reader.ts'
import type { Words } from '../words/en.ts'
import { type Html, html } from './html.ts'

/** A page of the navigation that can be the current one. */
export type Place =
  | keyof Words['frame']['places']
  | 'today'
  | 'feeds'
  | 'sources'
  | 'add'
  | 'jobs'
  | 'about'
  | 'labels'
  | 'search'
  | 'ask'

export type Link = {
  readonly id: Place
  readonly path: string
  /** The key that leads there after `g`. */
  readonly key: string
  /** `bar`: always visible; `wide`: in the bar of wide windows, on phones under More; `more`: under More. */
  readonly at: 'bar' | 'wide' | 'more'
  /** Icon for the bar of a phone, in a field of 24 by 24. */
  readonly icon?: string
  /** The role needed to see it in the bar; absent: everybody. */
  readonly least?: 'moderator' | 'owner'
  /** True: only when discussion is enabled. */
  readonly isDiscussion?: boolean
}

/** The navigation, in order. */
export const places: readonly Link[] = [
  { id: 'today', path: '/', key: 't', at: 'bar', icon: 'M4 5h16v14H4zM8 9h8M8 12.5h8M8 16h5' },
  {
    id: 'following',
    path: '/following',
    key: 'o',
    at: 'bar',
    icon: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z',
  },
  { id: 'people', path: '/people', key: 'p', at: 'wide' },
  { id: 'feeds', path: '/feeds', key: 'f', at: 'bar', icon: 'M5 18.5h1M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14' },
  { id: 'sources', path: '/sources', key: 's', at: 'wide' },
  { id: 'saved', path: '/saved', key: 'v', at: 'bar', icon: 'M6.5 4h11v16L12 15.5 6.5 20z' },
  { id: 'ask', path: '/ask', key: 'q', at: 'more' },
  { id: 'brief', path: '/brief', key: 'b', at: 'more' },
  { id: 'notes', path: '/notes', key: 'n', at: 'more' },
  { id: 'discussion', path: '/discussion', key: 'd', at: 'more', isDiscussion: true },
  { id: 'history', path: '/history', key: 'y', at: 'more' },
  { id: 'add', path: '/add', key: 'a', at: 'more' },
  { id: 'settings', path: '/settings', key: 'e', at: 'more' },
  { id: 'admin', path: '/admin', key: 'j', at: 'more', least: 'owner' },
  { id: 'about', path: '/about', key: 'h', at: 'more' },
  { id: 'labels', path: '/labels', key: 'l', at: 'more', least: 'moderator' },
]

export function placesFor(reader: Reader): readonly Link[] {
  const own = places.filter(
    ({ least, isDiscussion }) =>
      (least === 'owner' ? reader.isOwner : least !== 'moderator' || reader.isModerator) &&
      (isDiscussion !== true || reader.hasDiscussion === true),
  )
  // With another home page chosen, Today has a path of its own.
  return reader.preferences.home === 'today'
    ? own
    : own.map((place) => (place.id === 'today' ? { ...place, path: '/today' } : place))
}

export function placeName(id: Place, { words }: Reader): string {
  if (id === 'labels') return words.labels.title
  if (id === 'ask') return words.asking.title
  const named: Readonly<Partial<Record<Place, string>>> = words.frame.places
  return named[id] ?? words[id as Exclude<Place, keyof Words['frame']['places'] | 'labels' | 'ask'>]
}

const groups = {
  move: ['j', 'k', 'n', 'p'],
  item: ['o', 'v', 'm', 's', 'f'],
  page: ['/', 'a', 'u', 'l', ',', '.', '?'],
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
