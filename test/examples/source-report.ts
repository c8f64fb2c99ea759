import { type ArticleId, asId, type EntityId, type FeedId, type SourceId } from '../../src/core/ids.ts'
import type { SourcePageView } from '../../src/operations/feeds/source-views.ts'

type Report = SourcePageView['report']

/** What is counted of a busy outlet; the polls are those of its feed. */
export function busyReport(feedId: FeedId): Report {
  return {
    since: '2025-12-17T10:00:00.000Z',
    days: 90,
    speed: {
      storyCount: 33,
      firstCount: 14,
      behindMinutes: [0, 2, 4, 9, 14, 16, 31, 44, 58, 63, 95, 120, 171, 240, 420, 700, 1300, 1441, 9000],
    },
    ownByDay: ['2026-02-16', '2026-02-17', '2026-03-02', '2026-03-16'].map((day, index) => ({
      day,
      articleCount: 3 + index,
      ownShare: 0.98 - index * 0.2,
    })),
    copiesFrom: [
      { name: 'Northern Wire', sourceId: asId<SourceId>('source-1'), storyCount: 6 },
      { name: 'CPA <b>', storyCount: 2 },
    ],
    copiedBy: [{ name: 'Varn Echo', sourceId: asId<SourceId>('source-varn'), storyCount: 19 }],
    languages: [
      { name: 'en', storyCount: 31 },
      { name: 'fr', storyCount: 2 },
    ],
    sections: [{ name: 'Region', storyCount: 12 }],
    speakers: ['Mara Ellind', 'Tomas Reyd', 'Ida Holm', 'Sana "<i>" Odd', 'Per Voll', 'Una Kern'].map(
      (name, index) => ({
        entity: { id: asId<EntityId>(`person:${name.toLowerCase().replaceAll(' ', '-')}`), kind: 'person', name },
        quoteCount: 14 - 2 * index,
      }),
    ),
    quotedArticleCount: 120,
    quoteCount: 71,
    edited: [
      {
        articleId: asId<ArticleId>('article-wire'),
        title: 'Ferry talks <end> with a plan',
        at: '2026-03-16T23:40:00.000Z',
        revisionCount: 3,
      },
    ],
    polls: { [feedId]: [112, 3, 'unchanged', 0, 1, 'failed', 'failed', 6, 'unchanged', 2] },
  }
}

/** Of an outlet that has only just been added. */
export const emptyReport: Report = {
  since: '2025-12-17T10:00:00.000Z',
  days: 90,
  speed: { storyCount: 2, firstCount: 1, behindMinutes: [20] },
  ownByDay: [],
  copiesFrom: [],
  copiedBy: [],
  languages: [],
  sections: [],
  speakers: [],
  quotedArticleCount: 2,
  quoteCount: 0,
  edited: [],
  polls: {},
}
