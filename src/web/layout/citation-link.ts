import type { Citation } from '../../core/citation.ts'
import { nameSkeleton } from '../../core/names/name-skeleton.ts'
import type { CitedDocument, StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { foreign, type Html, html } from './html.ts'
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

/**
 * The words of a quotation without a comma at their end: it belongs to the article's sentence (“…,” she said), which does not continue here.
 * A part of the cited words, so every letter shown is the article's; the citation and its link keep the comma.
 */
export function withoutLastComma(exact: string): string {
  return exact.slice(0, /[,،，、]?\s*$/u.exec(exact)?.index)
}

/** The words of a quotation in their own language and direction, without a comma at their end. */
export function quotedWords(citation: Citation, documents: Documents): Html {
  return foreign(withoutLastComma(citation.exact), documents[citation.documentId]?.language)
}

/** Under words that were cut out of others: the longer version in another article. */
export function fullerNote(fuller: Citation, documents: Documents, reader: Reader): Html {
  return html`<p class="note">${reader.words.cutShort} <q>${exactWords(fuller, documents)}</q> ${citationLink(fuller, documents, reader)}</p>
`
}

const spellingsOf = new WeakMap<Documents, ReadonlyMap<string, ReadonlySet<string>>>()

/** The site beside an outlet's name that mixes scripts, or looks like another outlet's: `Rеuters` with a Cyrillic letter. */
export function lookAlikeSite(document: CitedDocument | undefined, documents: Documents): Html {
  if (document === undefined || !(isMixed(document.sourceName) || hasDouble(document.sourceName, documents)))
    return html``
  return html` <small dir="ltr">${URL.parse(document.url)?.hostname ?? document.url}</small>`
}

/** True when a word mixes Latin letters with letters that look like them. */
function isMixed(name: string): boolean {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word),
  )
}

/** True when another spelling looks the same; a difference in case deceives nobody. */
function hasDouble(name: string, documents: Documents): boolean {
  const known = spellingsOf.get(documents) ?? spellingsIn(documents)
  spellingsOf.set(documents, known)
  return (known.get(nameSkeleton(name))?.size ?? 0) > 1
}

function spellingsIn(documents: Documents): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(Object.values(documents).map(({ sourceName }) => sourceName))
  const alike = Map.groupBy(names, nameSkeleton)
  return new Map([...alike].map(([look, group]) => [look, new Set(group.map((name) => name.toLowerCase()))]))
}
