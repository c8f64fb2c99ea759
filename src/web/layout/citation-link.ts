import type { Citation } from '../../core/citation.ts'
import type { CitedDocument, StoryView } from '../../operations/views.ts'
import { lookAlikeSite } from '../articles/parts/look-alike-site.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { citationPath } from './links.ts'

export type Documents = StoryView['documents']

/** Number of the block (paragraph) that contains an offset, from 1; undefined when blocks are unknown. */
export function blockNumber(document: CitedDocument | undefined, offset: number): number | undefined {
  const starts = document?.blockStarts
  if (!starts || starts.length === 0) return undefined
  const next = starts.findIndex((start) => start > offset)
  return next === -1 ? starts.length : Math.max(1, next)
}

/** A citation as a link to the exact sentence: `Northern Wire ¶1 +9`, when 9 more outlets have it. */
export function citationLink(citation: Citation, documents: Documents, reader: Reader, others = 0): Html {
  const document = documents[citation.documentId]
  const name = document?.sourceName ?? reader.words.citation
  const block = blockNumber(document, citation.span.start)
  return html`<a class="cite" href="${citationPath(citation)}">${foreign(name)}
${block !== undefined && html` <bdi>¶${block}</bdi>`}${others > 0 && html` <span class="plus" dir="ltr" title="${reader.words.more(others)}">+${others}</span>`}</a>${lookAlikeSite(document, documents)}${document && standing(citation, document, reader)}`
}

/** What happened to the words since they were cited, if anything. */
function standing({ span }: Citation, { gone, isWithdrawn, isAbsent }: CitedDocument, { words }: Reader): Html {
  const isGone = gone?.some(({ start, end }) => start === span.start && end === span.end)
  const { withdrawn, goneSince, absent } = words.revised
  const said = isWithdrawn ? withdrawn : isGone ? goneSince : isAbsent && absent
  return said ? html` <span class="tag">${said}</span>` : html``
}

const chipsShown = 4

/** The citations of a statement, one for each outlet; the first shows how many more outlets have it. */
export function citationLinks(
  citations: readonly Citation[],
  documents: Documents,
  reader: Reader,
  outlets: readonly string[] = [],
): Html {
  const nameOf = (citation: Citation) => documents[citation.documentId]?.sourceName ?? citation.documentId
  const byOutlet = [...new Map(citations.toReversed().map((citation) => [nameOf(citation), citation])).values()]
  const shown = byOutlet.toReversed().slice(0, chipsShown)
  const named = new Set(shown.map(nameOf))
  const others = outlets.filter((outlet) => !named.has(outlet)).length
  const chips = shown.map((citation, index) => citationLink(citation, documents, reader, index === 0 ? others : 0))
  return html`${chips.map((chip) => html` ${chip}`)}`
}

/** Words of a document, letter by letter, in their own language and direction. */
export function exactWords(citation: Citation, documents: Documents): Html {
  return foreign(citation.exact, documents[citation.documentId]?.language)
}

/** Under words that were cut out of others: the longer version in another article. */
export function fullerNote(fuller: Citation, documents: Documents, reader: Reader): Html {
  return html`<p class="note">${reader.words.cutShort} <q>${exactWords(fuller, documents)}</q> ${citationLink(fuller, documents, reader)}</p>
`
}
