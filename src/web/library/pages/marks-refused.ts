import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

/** A file without usable marks: what is wrong with it, and a link to choose another. */
export function marksRefusedPage(message: string, reader: Reader): string {
  const { mine } = reader.words
  const body = html`<div class="single"><h1>${mine.marksRefused}</h1>
<p class="notice warn" role="alert" lang="en">${message}</p>
<p><a class="btn ghost" href="${reader.path}">${mine.goBack}</a></p></div>
`
  return layout(reader, { title: mine.marksRefused, body })
}
