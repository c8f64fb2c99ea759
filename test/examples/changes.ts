import type { OutletNote } from '../../src/core/story.ts'
import type { StoryChange, StoryView } from '../../src/operations/views.ts'
import { citeWords, story } from './story.ts'
import { arabic, copy, hostile, own, wire } from './texts.ts'

export const since = '2026-03-16T00:00:00.000Z'

const at = wire.at
const first = citeWords(wire, wire.blocks[0]!)
const note: OutletNote = { kind: 'correction', citation: citeWords(own, '210 people') }
const documentOf = (id: string) => story.documents[id]!.documentId

/** One change of every kind, among them words of other scripts and of somebody who means harm. */
const items: readonly StoryChange[] = [
  { kind: 'article', at, documentId: documentOf(own.id), isReport: true },
  { kind: 'article', at, documentId: documentOf(hostile.id), isReport: false },
  { kind: 'headline', at, documentId: documentOf(wire.id) },
  {
    kind: 'revision',
    at,
    documentId: documentOf(copy.id),
    previousId: documentOf(copy.id),
    previousTitle: '<b>An older headline</b>',
    removed: [first],
    added: [citeWords(arabic, 'هذه نتيجة جيدة للجميع')],
  },
  { kind: 'point', at, citation: story.dossier.brief[0]!.citations[0] },
  { kind: 'amendment', at, citation: note.citation },
  {
    kind: 'quote',
    at,
    citation: citeWords(wire, 'I don’t think you need a toll on the bridge,'),
    speaker: 'Mara Ellind',
  },
  {
    kind: 'figure',
    at,
    unit: 'people moved',
    from: story.dossier.figures[0]!.readings[0]!,
    to: story.dossier.figures[0]!.readings[1]!,
  },
  { kind: 'commitment', at, by: 'Island crews', citation: citeWords(wire, wire.blocks[6]!) },
  {
    kind: 'commitment-state',
    at,
    by: 'Island crews',
    state: 'changed',
    citation: citeWords(own, own.blocks[0]!),
    due: citeWords(own, 'on Tuesday'),
  },
  {
    kind: 'difference',
    at,
    a: story.dossier.differences[1]!.a.citation,
    b: story.dossier.differences[1]!.b.citation,
    signal: citeWords(own, 'contradicted the mayor'),
  },
]

const [promise] = story.dossier.commitments

/** The example story with all that can change in one: a promise kept and moved, a moved date, a correction, and what is new. */
export const changed: StoryView = {
  ...story,
  dossier: {
    ...story.dossier,
    amendments: [note],
    commitments: [
      {
        ...promise!,
        dueDate: '2026-03-20',
        changes: [
          {
            kind: 'changed',
            at,
            citation: citeWords(own, own.blocks[0]!),
            due: citeWords(own, 'on Tuesday'),
            dueDate: '2026-03-24',
          },
          { kind: 'kept', at: own.at, citation: citeWords(own, own.blocks[0]!) },
        ],
      },
    ],
    timeline: story.dossier.timeline.map((event, index) =>
      index === 2
        ? {
            ...event,
            movedFrom: { date: '2026-03-16', expression: citeWords(wire, 'on Monday') },
            movedTo: { date: '2026-03-24', citation: citeWords(own, own.blocks[0]!) },
          }
        : event,
    ),
  },
  changes: { since, items },
}
