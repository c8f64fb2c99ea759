import type { Wording } from '../core/story.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
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
  'at_seconds',
] as const

/**
 * Every wording of every quotation as a row of CSV, with its offsets. A speaker set by a reader has no confidence, since none
 * was measured. Wordings of one utterance have the same number in `utterance`; `standing` is `withdrawn` if the outlet withdrew
 * the article; `translated` has the words that say it was spoken in another language; `at_seconds` is when
 * it is heard in the recording, for a transcript.
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
        wording.heard === undefined ? '' : String(wording.heard.seconds),
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
    isTimeUnknown(publishedAt) ? '' : publishedAt,
    url,
    citation.documentId,
    String(citation.span.start),
    String(citation.span.end),
  ]
}
