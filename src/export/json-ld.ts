import type { Entity } from '../core/annotation.ts'
import type { Citation } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import type { DocumentId } from '../core/ids.ts'
import { sureEnough } from '../core/quote.ts'
import type { CommitmentChange, Dossier, Figure, Member, SpeakerLedger, Utterance } from '../core/story.ts'
import { type CitedSource, type CitedSources, type Exporter, sourceOf } from './exporter.ts'
import { noFacts, type StoredText, topicUri } from './story-facts.ts'

type Node = Readonly<Record<string, unknown>>

/**
 * A story as JSON-LD: a schema.org Collection of NewsArticles, Quotations, Claims, Events and Observations. Each text cites its
 * article, with the exact words and offsets as W3C Web Annotation selectors. `<` is escaped, so that it's safe in a script
 * element.
 */
export const jsonLd: Exporter = {
  name: 'JSON-LD',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  render(dossier, documents, { firstAt, changedAt, topics, texts } = noFacts) {
    const graph: Node = {
      '@context': ['https://schema.org', { oa: 'http://www.w3.org/ns/oa#' }],
      '@type': 'Collection',
      name: dossier.headline.title,
      ...defined({ inLanguage: dossier.language === 'und' ? undefined : dossier.language }),
      '@id': `urn:twosource:story:${dossier.storyId}`,
      ...defined({
        dateCreated: firstAt,
        dateModified: changedAt,
        about: topics.length === 0 ? undefined : topics.map(topicNode),
        mentions: dossier.entities?.length ? dossier.entities.map(({ entity }) => entityNode(entity)) : undefined,
      }),
      abstract: dossier.brief.map((point) => point.text).join(' '),
      hasPart: [
        ...dossier.members.map((member) =>
          articleNode(
            sourceOf(documents, member.documentId),
            member,
            texts.find(({ document }) => document.id === member.documentId),
          ),
        ),
        ...dossier.brief.map((point) => claimNode(point.text, point.citations, documents)),
        ...dossier.ledger.flatMap((ledger) => quotationNodes(ledger, documents)),
        ...dossier.unattributed.map((utterance) => quotationNode(utterance, documents)),
        ...dossier.timeline.map((event) => eventNode(event, documents)),
        ...dossier.commitments.map(({ by, statement, condition, due, changes = [] }) => ({
          ...claimNode(statement.text, [...statement.citations, ...present(condition, due)], documents),
          author: { name: by },
          ...defined({
            subjectOf: changes.length > 0 ? changes.map((change) => becameNode(change, documents)) : undefined,
          }),
        })),
        ...dossier.differences.map(({ a, b, why, signal }) => ({
          '@type': 'Claim',
          text: why,
          citation: citationNodes([a.citation, b.citation, ...present(signal)], documents),
        })),
        ...dossier.figures.flatMap((figure) => observationNodes(figure, documents)),
        ...(dossier.amendments ?? []).map(({ kind, citation }) => ({
          // schema.org has no term for a note that corrects nothing.
          '@type': kind === 'update' || kind === 'editor-note' ? 'Comment' : 'CorrectionComment',
          text: citation.exact,
          citation: citationNodes([citation], documents),
        })),
      ],
    }
    return `${JSON.stringify(graph, undefined, 2).replaceAll('<', '\\u003c')}\n`
  },
}

function topicNode({ code, name }: { readonly code: string; readonly name: string }): Node {
  return {
    '@type': 'DefinedTerm',
    '@id': topicUri(code),
    name,
    termCode: `medtop:${code}`,
    inDefinedTermSet: topicUri(''),
  }
}

function entityNode({ kind, name, wikidataId }: Entity): Node {
  const type = kind === 'person' ? 'Person' : kind === 'organization' ? 'Organization' : 'Place'
  return {
    '@type': type,
    name,
    ...(wikidataId ? { sameAs: `http://www.wikidata.org/entity/${wikidataId}` } : {}),
  }
}

function articleNode(source: CitedSource, { copiedFrom }: Member, kept: StoredText | undefined): Node {
  return {
    '@type': 'NewsArticle',
    '@id': idOf(source.documentId),
    headline: source.title,
    ...urlOf(source),
    ...defined({
      datePublished: kept?.isUndated ? undefined : source.publishedAt,
      dateModified: kept?.updatedAt === undefined ? undefined : kept.updatedAt,
      creativeWorkStatus: (source.isWithdrawn || kept?.isWithdrawn) && 'Withdrawn',
      inLanguage: kept && kept.document.language !== 'und' ? kept.document.language : undefined,
      author: kept && kept.authors.length > 0 ? kept.authors.map((name) => ({ name })) : undefined,
      articleSection: kept?.section === undefined ? undefined : kept.section,
      isBasedOn: copiedFrom === undefined ? undefined : { '@id': idOf(copiedFrom) },
    }),
    publisher: { '@type': 'NewsMediaOrganization', name: source.sourceName },
  }
}

function claimNode(text: string, citations: readonly Citation[], documents: CitedSources): Node {
  return { '@type': 'Claim', text, citation: citationNodes(citations, documents) }
}

function quotationNodes({ speaker, role, utterances }: SpeakerLedger, documents: CitedSources): Node[] {
  const creator: Node = {
    ...entityNode(speaker),
    ...(role ? { description: role.exact, subjectOf: citationNodes([role], documents) } : {}),
  }
  return utterances.map((utterance) => ({ ...quotationNode(utterance, documents), creator }))
}

function quotationNode({ wordings }: Utterance, documents: CitedSources): Node {
  const [first] = wordings
  // The passages about speaker, audience, place and time are about the quotation, and aren't the source of its words.
  const about = wordings.flatMap(({ cue, addressee, place, channel, when, translated }) =>
    present(cue, addressee, place, channel, when, translated),
  )
  return {
    // Reported speech, mixed quotations and translations aren't the speaker's exact words.
    '@type': first.kind === 'direct' && !first.translated ? 'Quotation' : 'Claim',
    text: first.citation.exact,
    ...(wordings.some(({ pattern }) => pattern === 'label')
      ? { description: 'Speaker set by a reader of this server.' }
      : first.pattern !== 'none' && first.confidence < sureEnough
        ? { description: 'The speaker is only probable.' }
        : {}),
    citation: citationNodes(
      wordings.map(({ citation }) => citation),
      documents,
    ),
    ...defined({ subjectOf: about.length > 0 ? citationNodes(about, documents) : undefined }),
  }
}

function eventNode(event: Dossier['timeline'][number], documents: CitedSources): Node {
  return {
    '@type': 'Event',
    description: event.text,
    startDate: event.date,
    ...defined({ endDate: event.until === undefined || event.until === '..' ? undefined : event.until }),
    subjectOf: citationNodes(
      [...event.citations, event.expression, ...present(event.movedFrom?.expression, event.movedTo?.citation)],
      documents,
    ),
  }
}

/** What a later article says about a commitment. */
function becameNode({ kind, at, citation, due }: CommitmentChange, documents: CitedSources): Node {
  return {
    '@type': 'Claim',
    name: kind,
    text: citation.exact,
    datePublished: at,
    citation: citationNodes([citation, ...present(due)], documents),
  }
}

/** Every reading of a figure, with the time of its report. */
function observationNodes({ unit, readings }: Figure, documents: CitedSources): Node[] {
  return readings.map(({ at, value, low, high, citation }) => ({
    '@type': 'Observation',
    variableMeasured: unit,
    value,
    ...defined({ minValue: low, maxValue: high }),
    observationDate: at,
    subjectOf: citationNodes([citation], documents),
  }))
}

function citationNodes(citations: readonly Citation[], documents: CitedSources): readonly Node[] {
  return citations.map((citation) => citationNode(citation, documents))
}

function citationNode(citation: Citation, documents: CitedSources): Node {
  const source = sourceOf(documents, citation.documentId)
  return {
    '@type': 'NewsArticle',
    '@id': idOf(citation.documentId),
    ...urlOf(source),
    publisher: { '@type': 'NewsMediaOrganization', name: source.sourceName },
    'oa:hasSelector': [
      { '@type': 'oa:TextQuoteSelector', 'oa:exact': citation.exact },
      { '@type': 'oa:TextPositionSelector', 'oa:start': citation.span.start, 'oa:end': citation.span.end },
    ],
  }
}

/** Only web URLs, since a program may turn them into links. */
function urlOf({ url }: CitedSource): Node {
  return /^https?:\/\//i.test(url) ? { url } : {}
}

function present(...citations: readonly (Citation | undefined)[]): readonly Citation[] {
  return citations.filter((citation) => citation !== undefined)
}

function idOf(documentId: DocumentId): string {
  return `urn:twosource:document:${documentId}`
}
