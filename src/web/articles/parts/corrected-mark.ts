import type { Dossier } from '../../../core/story.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** `corrected` or `withdrawn` when an article's outlet says so; links to the words. */
export function correctedMark(documentId: string, { amendments = [] }: Dossier, { words }: Reader): Html | false {
  const kinds = amendments.flatMap(({ kind, citation }) => (citation.documentId === documentId ? kind : []))
  if (kinds.includes('retraction')) return html`<a href="#amendments">${words.revised.withdrawn}</a>`
  return kinds.includes('correction') && html`<a href="#amendments">${words.labels.corrected}</a>`
}
