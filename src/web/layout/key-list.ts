import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { placeName, placesFor } from './places.ts'

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
