import type { Wording } from '../core/story.ts'
import { csvRow } from './csv-row.ts'
import { type CitedSources, type Exporter, sourceOf } from './exporter.ts'

const columns = [
  'speaker',
  'role',
  'quote',
  'kind',
  'confidence',
  'pattern',
  'addressee',
  'place',
  'channel',
  'when',
  'outlet',
  'title',
  'published',
  'url',
  'document',
  'start',
  'end',
  'utterance',
  'standing',
  'translated',
] as const

/**
 * Every wording of every quotation as a row of CSV, with the offsets where it stands. A speaker that a reader of the server set
 * has no confidence, since none was measured. `utterance` numbers what was said, so wordings of one utterance share it; `standing` is
 * `withdrawn` for an article that its outlet has withdrawn; `translated` has the words by which a text says that it was spoken in another language.
 */
export const csvQuotes: Exporter = {
  name: 'Quotations (CSV)',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  render(dossier, documents) {
    const said = [
      ...dossier.ledger.flatMap(({ speaker, role, utterances }) =>
        utterances.map((utterance) => ({ name: speaker.name, role: role?.exact ?? '', utterance })),
      ),
      ...dossier.unattributed.map((utterance) => ({ name: '', role: '', utterance })),
    ]
    const rows = said.flatMap(({ name, role, utterance }, index) =>
      utterance.wordings.map((wording) => [
        name,
        role,
        ...wordingCells(wording, documents),
        String(index + 1),
        sourceOf(documents, wording.citation.documentId).isWithdrawn ? 'withdrawn' : '',
        wording.translated?.exact ?? '',
      ]),
    )
    return [columns, ...rows].map(csvRow).join('')
  },
}

function wordingCells(wording: Wording, documents: CitedSources): string[] {
  const { citation, kind, confidence, pattern, addressee, place, channel, when } = wording
  const { sourceName, title, publishedAt, url } = sourceOf(documents, citation.documentId)
  return [
    citation.exact,
    kind,
    ...(pattern === 'label' ? ['', 'label (set by a reader of this server)'] : [String(confidence), pattern]),
    addressee?.exact ?? '',
    place?.exact ?? '',
    channel?.exact ?? '',
    when?.exact ?? '',
    sourceName,
    title,
    publishedAt,
    url,
    citation.documentId,
    String(citation.span.start),
    String(citation.span.end),
  ]
}
