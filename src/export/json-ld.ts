import type { Citation } from '../core/citation.ts'
import type { DocumentId } from '../core/ids.ts'
import type { Dossier, SpeakerLedger, Utterance } from '../core/story.ts'
import { type CitedSource, type CitedSources, type Exporter, sourceOf } from './exporter.ts'

type Node = Readonly<Record<string, unknown>>

/**
 * A story as JSON-LD: a schema.org Collection of NewsArticles, Quotations and Claims. Each piece of text cites its article,
 * with the exact words and offsets as W3C Web Annotation selectors. `<` is escaped, so it can stand in a script element.
 */
export const jsonLd: Exporter = {
  name: 'JSON-LD',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  render(dossier, documents) {
    const graph: Node = {
      '@context': ['https://schema.org', { oa: 'http://www.w3.org/ns/oa#' }],
      '@type': 'Collection',
      name: dossier.headline.title,
      ...(dossier.language === 'und' ? {} : { inLanguage: dossier.language }),
      abstract: dossier.brief.map((point) => point.text).join(' '),
      hasPart: [
        ...dossier.members.map(({ documentId }) => articleNode(sourceOf(documents, documentId))),
        ...dossier.brief.map((point) => claimNode(point.text, point.citations, documents)),
        ...dossier.ledger.flatMap((ledger) => quotationNodes(ledger, documents)),
        ...dossier.unattributed.map((utterance) => quotationNode(utterance, documents)),
        ...dossier.timeline.map((event) => eventNode(event, documents)),
        ...dossier.commitments.map(({ by, statement }) => ({
          ...claimNode(statement.text, statement.citations, documents),
          author: { name: by },
        })),
        ...dossier.differences.map(({ a, b, why, signal }) => ({
          '@type': 'Claim',
          text: why,
          citation: [a.citation, b.citation, ...(signal ? [signal] : [])].map((each) => citationNode(each, documents)),
        })),
      ],
    }
    return `${JSON.stringify(graph, undefined, 2).replaceAll('<', '\\u003c')}\n`
  },
}

function articleNode(source: CitedSource): Node {
  return {
    '@type': 'NewsArticle',
    '@id': idOf(source.documentId),
    headline: source.title,
    url: source.url,
    datePublished: source.publishedAt,
    publisher: { '@type': 'NewsMediaOrganization', name: source.sourceName },
  }
}

function claimNode(text: string, citations: readonly Citation[], documents: CitedSources): Node {
  return { '@type': 'Claim', text, citation: citations.map((citation) => citationNode(citation, documents)) }
}

function quotationNodes({ speaker, role, utterances }: SpeakerLedger, documents: CitedSources): Node[] {
  const type = speaker.kind === 'person' ? 'Person' : speaker.kind === 'organization' ? 'Organization' : 'Place'
  const creator: Node = {
    '@type': type,
    name: speaker.name,
    ...(role ? { description: role.exact } : {}),
    ...(speaker.wikidataId ? { sameAs: `http://www.wikidata.org/entity/${speaker.wikidataId}` } : {}),
  }
  return utterances.map((utterance) => ({ ...quotationNode(utterance, documents), creator }))
}

function quotationNode({ wordings }: Utterance, documents: CitedSources): Node {
  const [first] = wordings
  return {
    // Reported speech is what somebody is said to have said, not a quotation.
    '@type': first.kind === 'indirect' ? 'Claim' : 'Quotation',
    text: first.citation.exact,
    citation: wordings.map(({ citation }) => citationNode(citation, documents)),
  }
}

function eventNode(event: Dossier['timeline'][number], documents: CitedSources): Node {
  return {
    '@type': 'Event',
    description: event.text,
    startDate: event.date,
    ...(event.until === undefined || event.until === '..' ? {} : { endDate: event.until }),
    subjectOf: event.citations.map((citation) => citationNode(citation, documents)),
  }
}

function citationNode(citation: Citation, documents: CitedSources): Node {
  const { sourceName, url } = sourceOf(documents, citation.documentId)
  return {
    '@type': 'NewsArticle',
    '@id': idOf(citation.documentId),
    url,
    publisher: { '@type': 'NewsMediaOrganization', name: sourceName },
    'oa:hasSelector': [
      { '@type': 'oa:TextQuoteSelector', 'oa:exact': citation.exact },
      { '@type': 'oa:TextPositionSelector', 'oa:start': citation.span.start, 'oa:end': citation.span.end },
    ],
  }
}

function idOf(documentId: DocumentId): string {
  return `urn:twosource:document:${documentId}`
}
