import { sureEnough } from '../../../core/quote.ts'
import type { Utterance } from '../../../core/story.ts'
import type { CitedDocument } from '../../../operations/views.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import type { Reader } from '../../reader.ts'
import { citedLine } from './cited-line.ts'

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
  return citedLine(first.citation, documents, base, { said, isQuotation: first.kind === 'direct' })
}
