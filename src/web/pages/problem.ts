import { html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import type { Reader } from '../reader.ts'

export type Problem =
  | 'not-found'
  | 'refused'
  | 'other-reader'
  | 'bad-request'
  | 'too-large'
  | 'too-large-file'
  | 'busy'
  | 'unconfirmed'
  | 'full'
  | 'broken'

/** What went wrong, in words, and a way on. `reference` finds the line in the log. */
export function problemPage(problem: Problem, reader: Reader, reference?: string): string {
  const { words } = reader
  const [title, note] = {
    'not-found': [words.notFound, words.notFoundNote],
    refused: [words.refused, words.refusedNote],
    'other-reader': [words.refused, words.otherReaderNote],
    'bad-request': [words.badRequest, words.badRequestNote],
    'too-large': [words.tooLarge, words.tooLargeNote],
    'too-large-file': [words.tooLarge, words.marksFile.tooLarge],
    busy: [words.busyNow, words.busyNowNote],
    unconfirmed: [words.unconfirmed, words.unconfirmedNote],
    full: [words.room.title, words.room.refused],
    broken: [words.broken, words.brokenNote],
  }[problem] as [string, string]
  const body = html`<div class="empty">
<h1>${title}</h1>
<p>${note}</p>${problem === 'too-large-file' && html`<p>${words.marksFile.command} <code dir="ltr">npm start import FILE</code></p>`}${reference && html`<p class="small">${words.inLog} <code dir="ltr">${reference}</code></p>`}
<p><a class="btn ghost" href="/">${words.backToToday}</a></p>
</div>
`
  return layout(reader, { title, body })
}
