import type { Citation } from '../../../core/citation.ts'
import { citationLink, type Documents, exactWords } from '../../layout/citation-link.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** Under words that were cut out of others: the longer version in another article. */
export function fullerNote(fuller: Citation, documents: Documents, reader: Reader): Html {
  return html`<p class="note">${reader.words.cutShort} <q>${exactWords(fuller, documents)}</q> ${citationLink(fuller, documents, reader)}</p>
`
}
