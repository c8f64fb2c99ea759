import type { Citation } from '../../../core/citation.ts'
import { sureEnough } from '../../../core/quote.ts'
import type { Utterance } from '../../../core/story.ts'
import type { CitedDocument } from '../../../operations/views.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { citationPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Words of an article, letter by letter, with a link to their place; `said` precedes them, and `quoted` sets quotation marks. */
export function citedLine(
  citation: Citation,
  documents: Readonly<Record<string, Pick<CitedDocument, 'sourceName' | 'language'>>>,
  base: string,
  { said, quoted }: { readonly said?: Piece; readonly quoted?: (text: string) => string } = {},
): Html {
  const document = documents[citation.documentId]
  const words = html`<span${languageAttributes(document?.language)}>${quoted ? quoted(withoutLastComma(citation.exact)) : citation.exact}</span>`
  return html`${said && html`<b>${said}</b> `}${words} <a href="${base}${citationPath(citation)}">${foreign(document?.sourceName ?? '¶')}</a>`
}

/** A statement in its earliest wording, cited: in quotation marks only when direct, and with the certainty of its speaker. */
export function statementLine(
  { wordings: [first] }: Utterance,
  speaker: string,
  documents: Readonly<Record<string, CitedDocument>>,
  base: string,
  { words }: Reader,
): Html {
  const isUnsure = first.confidence < sureEnough && first.pattern !== 'label'
  const said = html`${isUnsure && `${words.probably} `}${foreign(speaker)}:`
  return citedLine(first.citation, documents, base, { said, ...(first.kind === 'direct' && { quoted: words.quoted }) })
}
