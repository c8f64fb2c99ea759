import type { Citation } from '../../../core/citation.ts'
import type { CitedDocument } from '../../../operations/views.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { citationPath } from '../../layout/links.ts'

/** Words of an article, letter by letter, with a link to their place; `said` precedes them. */
export function citedLine(
  citation: Citation,
  documents: Readonly<Record<string, Pick<CitedDocument, 'sourceName' | 'language'>>>,
  base: string,
  { said, isQuotation = false }: { readonly said?: Piece; readonly isQuotation?: boolean } = {},
): Html {
  const document = documents[citation.documentId]
  const words = html`<span${languageAttributes(document?.language)}>${isQuotation ? `“${citation.exact}”` : citation.exact}</span>`
  return html`${said && html`<b>${said}</b> `}${words} <a href="${base}${citationPath(citation)}">${foreign(document?.sourceName ?? '¶')}</a>`
}
