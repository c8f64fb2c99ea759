import type { LivePost } from '../../src/core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../../src/core/ids.ts'
import type { ArticleView } from '../../src/operations/views.ts'
import { arabicArticle, article } from './views.ts'

const told: readonly (readonly [at: string | undefined, stamp: string, heading: string | undefined, text: string])[] = [
  [
    '2026-03-17T14:20:00+01:00',
    '14:20',
    'The boat leaves',
    'The ferry left the lower quay with forty people on board.',
  ],
  ['2026-03-17T13:05:00+01:00', '13:05', undefined, 'The harbour office says that the wind has dropped below eight.'],
  [undefined, '12.30', 'The gate opens', 'People who waited since the morning are let through to the quay.'],
]
const key = 'Key points: one crossing today, two tomorrow.'
const lines = [key, ...told.flatMap(([, , heading, text]) => (heading === undefined ? [text] : [heading, text]))]
const startOf = (line: number): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
const blocks = lines.map((line, i) => ({
  start: startOf(i),
  end: startOf(i) + line.length,
  kind: told.some(([, , heading]) => heading === line) ? ('heading' as const) : ('paragraph' as const),
}))
const posts = told.map(([at, stamp, heading, text]): LivePost => {
  const first = blocks[lines.indexOf(heading ?? text)]!
  const last = blocks[lines.indexOf(text)]!
  const given = { ...(at !== undefined && { at }), ...(heading !== undefined && { heading }) }
  return { start: first.start, end: last.end, stamp, ...given, ...(at === undefined && { author: 'Lina Orr' }) }
})

/** A live page with posts that have a time, a heading and an author, or not. */
export const liveArticle: ArticleView = {
  ...arabicArticle,
  source: article.source,
  notRead: [],
  article: {
    ...arabicArticle.article,
    authors: ['Lina Orr'],
    id: asId<ArticleId>('article-live'),
    title: 'Ferry returns to the lower quay: live updates',
    kind: 'live',
    completeness: { kind: 'complete' },
    removals: [],
  },
  document: {
    ...article.document,
    id: asId<DocumentId>('live'),
    articleId: asId<ArticleId>('article-live'),
    title: 'Ferry returns to the lower quay: live updates',
    text: lines.join('\n'),
    blocks,
    posts,
  },
}
