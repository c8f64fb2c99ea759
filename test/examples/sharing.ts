import type { SharedBody } from '../../src/core/text/public-link-body.ts'
import type { Share, SharedView } from '../../src/operations/library/share-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Tram & Rail\' \u202e'
const { headline, members, reports, language } = views.story.dossier
const arabic = views.arabicArticle

const body: SharedBody = {
  version: 1,
  sources: [
    ...members.map(({ sourceName, title, publishedAt, documentId }) => ({
      sourceName,
      title,
      publishedAt,
      url: views.story.documents[documentId]?.url ?? 'javascript:alert(1)',
      language,
    })),
    {
      sourceName: hostile,
      title: arabic.document.title,
      url: arabic.article.url,
      publishedAt: arabic.article.publishedAt,
      language: 'ar',
    },
  ],
  stories: [
    {
      title: headline.title,
      language,
      articleCount: members.length,
      reportCount: reports.length,
      sections: [
        {
          kind: 'brief',
          items: [
            [{ exact: 'The harbor reopens on Friday.', span: { start: 0, end: 29 }, source: 0 }],
            [{ exact: hostile, span: { start: 0, end: hostile.length }, source: members.length }],
          ],
          total: 3,
        },
        {
          kind: 'differ',
          items: [
            [
              {
                exact: 'Nobody was hurt.',
                span: { start: 0, end: 16 },
                source: 0,
                name: 'Anna Berg',
                isQuotation: true,
              },
              { exact: 'Two were hurt.', span: { start: 0, end: 14 }, source: 1, name: hostile, sureness: 'probable' },
              { exact: 'Their accounts differ.', span: { start: 0, end: 22 }, source: 1, isSignal: true },
            ],
          ],
          total: 1,
        },
        {
          kind: 'timeline',
          items: [[{ exact: 'It closed on Monday.', span: { start: 0, end: 20 }, source: 0, date: '2025-08-18' }]],
          total: 1,
        },
      ],
      articles: members.map((_, index) => index),
    },
  ],
}

export const share: Share = {
  id: 'share-1' as never,
  kind: 'story',
  target: views.story.id,
  title: headline.title,
  moment: '2025-08-19T14:00:00.000Z',
  isEmbeddable: true,
  madeAt: '2025-08-19T14:00:00.000Z',
}

export const shares: readonly Share[] = [
  share,
  {
    ...share,
    id: 'share-2' as never,
    kind: 'brief',
    target: '2025-08-19',
    title: '2025-08-19',
    isEmbeddable: false,
    expiresAt: '2099-01-01T00:00:00.000Z',
  },
  { ...share, id: 'share-3' as never, title: hostile, revokedAt: '2025-08-19T15:00:00.000Z' },
  { ...share, id: 'share-4' as never, expiresAt: '2025-08-20T15:00:00.000Z' },
]

const { target, title, moment, isEmbeddable } = share
export const shared: SharedView = { kind: 'story', target, title, moment, isEmbeddable, body }
export const sharedBrief: SharedView = {
  ...shared,
  kind: 'brief',
  target: '2025-08-19',
  title: '2025-08-19',
  isEmbeddable: false,
  body: { ...body, stories: body.stories.map((story) => ({ ...story, articles: [] })) },
}

export const token = 'example-token-of-a-link'

export function sharingOperations(changes: unknown[]) {
  return {
    async share(input) {
      if (input.target === 'nowhere') return undefined
      if (input.target === 'too-many') return { kind: 'refused', most: 500 }
      changes.push(['share', input])
      return { kind: 'made', share: { ...share, isEmbeddable: input.isEmbeddable === true }, token }
    },
    list_shares: async () => ({ shares }),
    async revoke_share(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['revokeShare', input])
      return input
    },
    get_shared: async ({ token: given }) => (given === token ? shared : given === 'brief' ? sharedBrief : undefined),
  } satisfies Answers
}
