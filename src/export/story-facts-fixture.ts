import { asId } from '../core/ids.ts'
import type { StoredText, StoryFacts } from './story-facts.ts'

const text = `The council approved the bridge on Monday.
“Ça ira”, said the mayor.`

/** A stored text with every field set. */
export const storedText: StoredText = {
  document: {
    id: asId('doc-a'),
    articleId: asId('article-doc-a'),
    language: 'en',
    title: 'Council "approves" bridge & 5% more',
    text,
    blocks: [
      { start: 0, end: 42, kind: 'paragraph' },
      { start: 43, end: text.length, kind: 'paragraph' },
    ],
    publishedAt: '2025-03-04T10:00:00Z',
  },
  sourceName: 'Sandvik Herald',
  homeUrl: 'https://herald.example',
  url: 'https://herald.example/bridge',
  authors: ['Maja Berg', 'Ola Nordmann'],
  section: 'Politics',
  updatedAt: '2025-03-04T12:00:00Z',
  readAt: '2025-03-04T10:05:00.123Z',
  completeness: { kind: 'complete' },
}

/** Facts to go with the test dossier; none for its second article. */
export const facts: StoryFacts = {
  at: '2025-03-06T08:00:00.000Z',
  firstAt: '2025-03-04T10:00:00Z',
  changedAt: '2025-03-04T11:30:00Z',
  topics: [{ code: '11000000', name: 'politics', by: 'section', share: 1 }],
  texts: [storedText],
}
