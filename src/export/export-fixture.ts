import type { Citation } from '../core/citation.ts'
import { asId, type DocumentId } from '../core/ids.ts'
import type { Dossier, Member } from '../core/story.ts'
import type { CitedSources } from './exporter.ts'

/** The text of both test documents. */
export const citedText = `The council approved the bridge on Monday.
“We will open it in <May>, if *all* goes well,” Anna Lindqvist told callers in Sandvik on local radio.
Erik Holm rejected this notion.`

/** A citation of words of the test article, in one of the two test documents. */
export function citing(words: string, documentId = 'doc-a'): Citation {
  const start = citedText.indexOf(words)
  if (start < 0) throw new Error(`The test text does not hold "${words}"`)
  return { documentId: asId<DocumentId>(documentId), span: { start, end: start + words.length }, exact: words }
}

/** The two documents the test dossier cites. */
export const documents: CitedSources = {
  'doc-a': {
    documentId: asId('doc-a'),
    sourceName: 'Sandvik Herald',
    title: 'Council "approves" bridge',
    publishedAt: '2025-03-04T10:00:00Z',
    url: 'https://herald.example/bridge',
  },
  'doc-b': {
    documentId: asId('doc-b'),
    sourceName: 'Post, Morning',
    title: 'A bridge',
    publishedAt: '2025-03-04T11:00:00Z',
    url: 'javascript:alert(1)',
  },
}

const member = (id: string, group: number): Member => ({
  articleId: asId(`article-${id}`),
  documentId: asId(id),
  sourceId: asId(`source-${id}`),
  sourceName: documents[id]?.sourceName ?? '',
  title: documents[id]?.title ?? '',
  publishedAt: documents[id]?.publishedAt ?? '',
  kind: 'article',
  completeness: { kind: 'complete' },
  own: 1,
  group,
  role: 'original',
})

const met = 'The council approved the bridge on Monday.'
const said = 'We will open it in <May>, if *all* goes well,'

/** A small dossier with something in every part. */
export const dossier: Dossier = {
  storyId: asId('story-1'),
  headline: { documentId: asId('doc-a'), title: 'Council "approves" bridge' },
  language: 'en',
  members: [member('doc-a', 0), member('doc-b', 1)],
  reports: [
    { group: 0, originName: 'Sandvik Herald', how: 'alone', documentIds: [asId('doc-a')] },
    { group: 1, originName: 'PA', how: 'undecided', documentIds: [asId('doc-b')] },
  ],
  brief: [{ text: met, citations: [citing(met), citing(met, 'doc-b')], outlets: ['Sandvik Herald', 'Post, Morning'] }],
  ledger: [
    {
      speaker: { id: asId('person:anna-lindqvist'), kind: 'person', name: 'Anna Lindqvist', wikidataId: 'Q42' },
      utterances: [
        {
          wordings: [
            {
              citation: citing(said),
              kind: 'direct',
              confidence: 0.95,
              pattern: 'cue-right',
              addressee: citing('callers'),
              place: citing('in Sandvik'),
              channel: citing('local radio'),
            },
            { citation: citing('open it', 'doc-b'), kind: 'mixed', confidence: 0.5, pattern: 'pronoun' },
          ],
          outlets: ['Sandvik Herald', 'Post, Morning'],
        },
      ],
    },
  ],
  unattributed: [
    {
      wordings: [{ citation: citing('this notion'), kind: 'direct', confidence: 0, pattern: 'none' }],
      outlets: ['Sandvik Herald'],
    },
  ],
  timeline: [
    { text: met, citations: [citing(met)], date: '2025-03-03', expression: citing('on Monday'), isPlanned: false },
    {
      text: said,
      citations: [citing(said)],
      date: '2025-05',
      until: '2025-06',
      expression: citing('May'),
      isPlanned: true,
    },
  ],
  differences: [
    {
      kind: 'dispute',
      a: { speaker: 'Anna Lindqvist', citation: citing(said) },
      b: { citation: citing('Erik Holm rejected this notion.') },
      signal: citing('rejected this notion'),
      why: 'The reporter says Erik Holm rejects the statement before it.',
    },
  ],
  commitments: [
    {
      by: 'Anna Lindqvist',
      reportedBy: 'Erik Holm',
      statement: { text: said, citations: [citing(said)] },
      condition: citing('if *all* goes well'),
      due: citing('in <May>'),
      changes: [
        {
          kind: 'changed',
          at: '2025-03-05T08:00:00Z',
          citation: citing('Erik Holm rejected this notion.'),
          due: citing('on Monday'),
          dueDate: '2025-03-10',
        },
      ],
    },
  ],
  figures: [
    {
      unit: 'people killed',
      readings: [
        { at: '2025-03-04T10:00:00Z', value: 12, citation: citing(met) },
        { at: '2025-03-04T11:00:00Z', value: 14, citation: citing(met, 'doc-b') },
      ],
    },
  ],
  amendments: [{ kind: 'correction', citation: citing('Erik Holm rejected this notion.') }],
  droppedCount: 0,
}

/** The same story with no findings. */
export const emptyDossier: Dossier = {
  ...dossier,
  members: [],
  reports: [],
  brief: [],
  ledger: [],
  unattributed: [],
  timeline: [],
  differences: [],
  commitments: [],
  figures: [],
  amendments: [],
}
