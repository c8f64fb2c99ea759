import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'
import { restoredMarks } from '../parts/marks-taken.ts'

/** A restored file of marks: how many of each kind, and where they are now. */
export function marksRestoredPage(counts: Readonly<Record<string, number>>, reader: Reader): string {
  const { marksFile, importing, frame } = reader.words
  const body = html`<div class="single importing"><h1>${marksFile.title}</h1>
<div class="notice done" role="status">${restoredMarks(counts, reader)}</div>
<p class="actions"><a class="btn" href="/following">${frame.places.following}</a> <a class="btn ghost" href="/saved">${importing.seeSaved}</a></p></div>
`
  return layout(reader, { title: marksFile.title, body })
}
