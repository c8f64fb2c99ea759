import type { Entity } from '../../core/annotation.ts'
import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId, SourceId, StoryId } from '../../core/ids.ts'
import type { LayerName } from '../../core/layers.ts'
import { sureEnough } from '../../core/quote.ts'
import { isPromisedBy } from '../../core/reading/commitment-state.ts'
import { inOwnWords, nameIn } from '../../core/reading/own-words.ts'
import type { Dossier, SpeakerLedger, Utterance } from '../../core/story.ts'
import type { TableName, TableRow } from './table-columns.ts'

/** A text that a row is about, as the store has it. */
export type TableText = {
  readonly documentId: DocumentId
  readonly articleId: string
  readonly sourceId: SourceId
  readonly outlet: string
  readonly url: string
  readonly language: string
  readonly title: string
  readonly text: string
  readonly publishedAt: string
  /** When this revision was read. */
  readonly fetchedAt: string
  /** Versions of the analyzers that read it, by layer, and of the extractor. */
  readonly layers: { readonly [Name in LayerName]?: number }
  readonly extractor: number
}

/** Which rows are wanted. Times are milliseconds; `until` is the first that isn't. */
export type RowFilter = {
  readonly entity?: Entity
  readonly sourceId?: SourceId
  readonly from?: number
  readonly until?: number
}

export type StoryTexts = {
  readonly id: StoryId
  readonly dossier: Dossier
  readonly texts: ReadonlyMap<DocumentId, TableText>
}

type Work = RowFilter & {
  readonly hasTexts: boolean
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string
  /** The program and its version. */
  readonly program: string
}

/** The documents that rows of a story are about. */
export function documentsOf({ members, ledger, unattributed, commitments, figures, shared = [] }: Dossier) {
  const said = [...ledger.flatMap(({ utterances }) => utterances), ...unattributed]
  return [
    ...new Set<DocumentId>([
      ...members.map(({ documentId }) => documentId),
      ...said.flatMap(({ wordings }) => wordings.map(({ citation }) => citation.documentId)),
      ...commitments.flatMap(({ statement, changes = [] }) =>
        [...statement.citations, ...changes.map(({ citation }) => citation)].map(({ documentId }) => documentId),
      ),
      ...figures.flatMap(({ readings }) => readings.map(({ citation }) => citation.documentId)),
      ...shared.flatMap(({ documentId, otherId }) => [documentId, otherId]),
    ]),
  ]
}

/**
 * The rows of a story for one table. A row is left out if its document isn't among the texts: it was removed, or is private to somebody
 * else. Without texts a row has places and hashes instead.
 */
export function rowsOfStory(table: TableName, { id: story, dossier, texts }: StoryTexts, work: Work): TableRow[] {
  const { entity, sourceId, from, until, hasTexts, digest, program } = work
  const digests = new Map<DocumentId, string>()
  switch (table) {
    case 'quotations':
      return quotations()
    case 'promises':
      return promises()
    case 'figures':
      return figures()
    case 'reports':
      return reports()
    case 'copies':
      return copies()
  }

  function quotations(): TableRow[] {
    const said = [
      ...dossier.ledger.map((of) => ({ of, utterances: of.utterances })),
      { of: undefined, utterances: dossier.unattributed },
    ]
    return said
      .filter(({ of }) => entity === undefined || of?.speaker.id === entity.id)
      .flatMap(({ of, utterances }) => utterances.flatMap((utterance) => wordings(utterance, of)))
  }

  function wordings({ wordings: all }: Utterance, of: SpeakerLedger | undefined): TableRow[] {
    const utterance = placeId(all[0].citation)
    return all.flatMap(({ citation, kind, pattern, confidence, cue, translated, postedAt, heard }) => {
      const text = wanted(citation.documentId)
      if (!text) return []
      const isByPerson = pattern === 'label'
      return {
        ...placed(citation, text),
        utterance,
        ...(of && {
          speaker: of.speaker.name,
          speaker_id: of.speaker.id,
          identified_by: pattern,
          ...(!isByPerson && { confidence, is_probable: confidence < sureEnough }),
        }),
        kind,
        ...named('cue', cue, citation),
        ...defined({ posted_at: postedAt, at_seconds: heard?.seconds }),
        is_translated: translated !== undefined,
        analyzer: foundBy('quotes', text),
      }
    })
  }

  function promises(): TableRow[] {
    const name = entity && nameIn(dossier, entity)
    return dossier.commitments
      .filter((commitment) => name === undefined || isPromisedBy(commitment, name))
      .flatMap(({ by, reportedBy, statement, condition, due, dueDate, changes = [] }) => {
        const [citation] = statement.citations
        const text = wanted(citation.documentId)
        if (!text) return []
        const last = changes.filter((change) => texts.has(change.citation.documentId)).at(-1)
        return {
          ...placed(citation, text),
          by,
          ...named('condition', condition, citation),
          ...named('due', due, citation),
          ...defined({ reported_by: reportedBy, due_date: dueDate }),
          state: last?.kind ?? 'open',
          ...(last && {
            changed_at: last.at,
            change_document: last.citation.documentId,
            change_start: last.citation.span.start,
            change_end: last.citation.span.end,
            change: last.citation.exact,
          }),
          analyzer: foundBy('commitments', text),
        }
      })
  }

  function figures(): TableRow[] {
    const own = entity && dossier.ledger.find(({ speaker }) => speaker.id === entity.id)?.utterances
    if (entity && !own) return []
    return dossier.figures.flatMap(({ unit, readings }) =>
      readings.flatMap((reading) => {
        const text = wanted(reading.citation.documentId)
        if (!text || (own && !inOwnWords(reading, own))) return []
        const { citation, value, low, high } = reading
        return {
          ...placed(citation, text),
          // A sentence may count more than one thing.
          id: `${placeId(citation)}:${unit}`,
          unit,
          value,
          ...defined({ low, high }),
          analyzer: foundBy('figures', text),
        }
      }),
    )
  }

  function reports(): TableRow[] {
    return dossier.members.flatMap((member) => {
      const text = wanted(member.documentId)
      if (!text) return []
      const report = dossier.reports.find(({ documentIds }) => documentIds.includes(member.documentId))
      const { completeness, copiedFrom } = member
      return {
        id: `${story}:${member.documentId}`,
        ...ofText(text),
        title: text.title,
        kind: member.kind,
        completeness: completeness.kind,
        role: member.role,
        report: `${story}:${member.group}`,
        ...(report && {
          origin: report.originName,
          origin_by: report.how,
          ...defined({ claimed_by: report.claimedBy, owner: report.owner }),
        }),
        ...(copiedFrom !== undefined && texts.has(copiedFrom) && { copied_from: copiedFrom }),
        own_share: member.own,
        analyzer: program,
      }
    })
  }

  function copies(): TableRow[] {
    return (dossier.shared ?? []).flatMap(({ documentId, otherId, kind, count, passages }) => {
      const text = wanted(documentId)
      const other = texts.get(otherId)
      if (!text || !other) return []
      return passages.map(({ here, there }) => ({
        ...placed(here, text),
        id: `${placeId(here)}:${otherId}`,
        kind,
        passages: count,
        other_document: otherId,
        other_outlet: other.outlet,
        other_url: other.url,
        other_published_at: other.publishedAt,
        other_text_sha256: digestOf(other),
        other_start: there.span.start,
        other_end: there.span.end,
        analyzer: program,
      }))
    })
  }

  /** The text, if its rows are wanted. */
  function wanted(id: DocumentId): TableText | undefined {
    const text = texts.get(id)
    if (!text || (sourceId !== undefined && text.sourceId !== sourceId)) return undefined
    if (from === undefined && until === undefined) return text
    const at = Date.parse(text.publishedAt)
    return at >= (from ?? Number.NEGATIVE_INFINITY) && at < (until ?? Number.POSITIVE_INFINITY) ? text : undefined
  }

  function digestOf(text: TableText): string {
    const known = digests.get(text.documentId) ?? digest(text.text)
    digests.set(text.documentId, known)
    return known
  }

  function ofText(text: TableText) {
    return {
      story,
      article: text.articleId,
      document: text.documentId,
      outlet: text.outlet,
      outlet_id: text.sourceId,
      url: text.url,
      language: text.language,
      published_at: text.publishedAt,
      fetched_at: text.fetchedAt,
      text_sha256: digestOf(text),
      text_length: text.text.length,
    }
  }

  function placed(citation: Citation, text: TableText) {
    const { span, exact } = citation
    return {
      id: placeId(citation),
      ...ofText(text),
      start: span.start,
      end: span.end,
      sha256: digest(exact),
      ...(hasTexts && { exact }),
    }
  }

  /** A passage that belongs to the row's: its place in the same document. */
  function named(name: string, citation: Citation | undefined, { documentId }: Citation): TableRow {
    if (citation?.documentId !== documentId) return {}
    const { span, exact } = citation
    return { [`${name}_start`]: span.start, [`${name}_end`]: span.end, [name]: exact }
  }

  function foundBy(layer: LayerName, { layers, extractor }: TableText): string {
    return `${layer} ${layers[layer] ?? 0}, text ${extractor}`
  }
}

function placeId({ documentId, span }: Citation): string {
  return `${documentId}:${span.start}-${span.end}`
}
