import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { placeName, placesFor } from './places.ts'

const groups = {
  move: ['j', 'k', 'n', 'p'],
  item: ['o', 'v', 'm', 's', 'f'],
  page: ['/', 'a', 'u', 'l', ',', '.', '?'],
} as const

/** What each key does, in groups. */
export function keyList(reader: Reader, heading: 'h3' | 'p' = 'h3'): Html {
  const { keyGroups, keysNote } = reader.words.frame
  const keys = { ...reader.words.frame.keys, a: reader.words.asking.key }
  const going = placesFor(reader).map(({ id, key }) => [['g', key], placeName(id, reader)] as const)
  return html`<div class="keys">${Object.entries(groups).map(([name, list]) =>
    group(
      keyGroups[name as keyof typeof groups],
      list.map((key) => [[key], keys[key]] as const),
    ),
  )}${group(keyGroups.go, going)}</div>
<p class="note">${keysNote}</p>`

  function group(title: string, rows: readonly (readonly [readonly string[], string])[]): Html {
    const named = heading === 'h3' ? html`<h3>${title}</h3>` : html`<p class="label">${title}</p>`
    return html`<div>${named}<dl>${rows.map(
      ([pressed, meaning]) =>
        html`<div><dt>${pressed.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${meaning}</dd></div>`,
    )}</dl></div>`
  }
}
