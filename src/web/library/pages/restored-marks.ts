import { html } from '../../layout/html.ts'
import { importingPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { restoredMarks } from '../parts/import-report.ts'

/** A restored file of marks: how many of each kind, and where they are now. */
export function marksRestoredPage(counts: Readonly<Record<string, number>>, reader: Reader): string {
  const { frame } = reader.words
  const body = html`<div class="notice done" role="status">${restoredMarks(counts, reader)}</div>
<p class="actions"><a class="btn" href="/following">${frame.places.following}</a> <a class="btn" href="/library">${frame.places.library}</a></p>
`
  return importingPageOf(reader, reader.words.importing.done, body)
}

/** A file without usable marks: what is wrong with it, and a link to choose another. */
export function marksRefusedPage(message: string, reader: Reader): string {
  const { mine } = reader.words
  const body = html`<p class="notice warn" role="alert" lang="en">${message}</p>
<p><a class="btn" href="${reader.path}">${reader.words.formAgain.back}</a></p>
`
  return importingPageOf(reader, mine.marksRefused, body)
}
