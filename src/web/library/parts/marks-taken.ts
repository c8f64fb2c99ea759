import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** How many of each kind a file of marks contained, and what of it is still pending. */
export function restoredMarks(counts: Readonly<Record<string, number>>, { words }: Reader): Html {
  const { marksFile } = words
  const came = (name: string) => counts[name] ?? 0
  const rows = (Object.keys(marksFile.counts) as (keyof typeof marksFile.counts)[]).filter((name) => came(name) > 0)
  if (rows.length === 0) return html`<p>${marksFile.nothing}</p>`
  return html`<p>${marksFile.note}</p>
<dl class="kept">${rows.map((name) => html`<div><dd>${words.number(came(name))}</dd> <dt>${marksFile.counts[name]}</dt></div>`)}</dl>${[
    came('links') > 0 && marksFile.linksNote,
    came('awaited') > 0 && marksFile.awaitedNote,
    came('absent') > 0 && marksFile.absentNote,
  ].map((note) => note && html`<p class="small">${note}</p>`)}`
}
