import { asId, type DocumentId } from '../../src/core/ids.ts'
import type { ArticleChanges } from '../../src/operations/articles/revision-views.ts'
import { spanOf, wire } from './texts.ts'

/** What the outlet of the wire changed: a headline, a sentence, and one that is gone. */
export const articleChanges: ArticleChanges = {
  previousId: asId<DocumentId>('doc-earlier'),
  counts: {
    added: 0,
    removed: 1,
    changed: 1,
    moved: 0,
    typographic: 0,
    figures: 0,
    quotes: 0,
    isHeadlineChanged: true,
  },
  removed: ['It was a historic day for the strait.'],
  added: [spanOf(wire, 'Engineers will start detailed work on Tuesday.')],
  previousTitle: 'Harbor talks end with historic plan',
  rows: [
    { before: 'It was a historic day for the strait.' },
    { before: 'Engineers will start work.', after: spanOf(wire, 'Engineers will start detailed work on Tuesday.') },
  ],
}
