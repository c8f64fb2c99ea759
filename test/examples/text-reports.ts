import { type ArticleId, asId, type DocumentId } from '../../src/core/ids.ts'
import type { TextAccount } from '../../src/core/reading/text-account.ts'
import type {
  ProblemReportsView,
  ProblemReportView,
  ReportedPageView,
  TextReportView,
} from '../../src/operations/articles/text-report-views.ts'
import type { Answers } from './answers.ts'

const hostile = '<b>"Harbor & Rail\' \u202e'
const lines = [
  'Nine boats lay at the northern mole when the storm came over the wall before dawn.',
  'What comes next',
  'The ferry runs again once the pier is mended, the harbour board said on Monday.',
  hostile,
]
const text = lines.join('\n')
let start = 0
const blocks = lines.map((line, index) => {
  const span = { start, end: start + line.length, kind: index === 1 ? ('heading' as const) : ('paragraph' as const) }
  start = span.end + 1
  return span
})

export const account: TextAccount = {
  lines: [
    { step: 'navigation', text: `News · Sport · ${hostile}`, words: 24, count: 12 },
    { step: 'title', text: 'Ferry to run again', words: 4 },
    { step: 'lead', block: 0, words: 15 },
    { step: 'kept', block: 1, words: 17, count: 2 },
    { step: 'appeal', text: 'Sign up to our newsletter', words: 5 },
    { step: 'site furniture', text: 'Harbour desk notes in short', words: 5, pages: 4 },
    { step: 'a step from elsewhere', text: hostile, words: 9 },
    { step: 'site rule', block: 3, words: 4 },
    { step: 'footer', text: 'About us · Imprint', words: 60, count: 20 },
  ],
  unlisted: 12,
  chosenBy: 'main text',
  found: { title: ['json-ld', 'heading'], authors: ['byline'], publishedAt: [] },
}

export const told: ProblemReportView = {
  id: 'told-1',
  wrong: 'not-part-of-it',
  words: hostile,
  state: 'open',
  at: '2026-03-16T08:00:00.000Z',
}

export const textReport: TextReportView = {
  articleId: asId<ArticleId>('article-wire'),
  url: 'https://harbour.example/ferry',
  sourceName: hostile,
  document: { id: asId<DocumentId>('doc-wire'), title: 'Ferry to run again', text, blocks, language: 'en' },
  isCurrent: true,
  authors: ['Ada Quill', hostile],
  publishedAt: '2026-03-16T06:00:00.000Z',
  updatedAt: '2026-03-16T07:00:00.000Z',
  kind: 'article',
  completeness: { kind: 'lead-missing', reason: 'The opening is missing' },
  account,
  removals: [],
  rule: { remove: '.partner-offer' },
  told,
  mayTell: true,
}

/** Of a text from before there were accounts, for a guest. */
export const oldReport: TextReportView = (() => {
  const { account: _account, told: _told, rule: _rule, ...rest } = textReport
  const removals = [
    { step: 'appeal', text: hostile },
    { step: 'caption', text: 'The ferry at rest' },
  ]
  return { ...rest, isCurrent: false, completeness: { kind: 'complete' }, removals, mayTell: false }
})()

const rule = {
  host: 'harbour.example',
  path: '/news',
  keep: '',
  remove: '.partner-offer',
  at: '2026-03-15T08:00:00.000Z',
}

const article = {
  articleId: textReport.articleId,
  title: 'Ferry to run again',
  language: 'en',
  sourceName: hostile,
  url: textReport.url,
  told: [told, { ...told, id: 'told-2', wrong: 'opening-missing' as const, words: '' }],
}

export const toldDesk: ProblemReportsView = {
  open: [article],
  rules: [
    { ...rule, id: 'rule-1' },
    { ...rule, id: 'rule-2', path: '', keep: 'div.story', withdrawnAt: '2026-03-16T08:00:00.000Z' },
  ],
}
export const emptyDesk: ProblemReportsView = { open: [], rules: [] }

export const toldPage: ReportedPageView = {
  ...article,
  state: 'open',
  page: {
    url: 'https://harbour.example/ferry',
    at: '2026-03-16T08:00:00.000Z',
    blocks: [
      { at: 0, kind: 'list-item', text: 'News', words: 1, isKept: false, isTicked: false },
      { at: 1, kind: 'heading', text: 'What comes next', words: 3, isKept: true, isTicked: true },
      { at: 2, kind: 'paragraph', text: lines[2]!, words: 14, isKept: true, isTicked: true },
      { at: 3, kind: 'paragraph', text: hostile, words: 4, isKept: true, isTicked: false },
    ],
    unmet: [3],
    rule: { keep: 'div.story', remove: 'p:contains("<b>")' },
    previews: [
      { url: 'https://harbour.example/ferry', title: 'Ferry', before: 300, after: 290, gone: [hostile], come: [] },
      { url: 'https://harbour.example/2', title: hostile, before: 200, after: 200, gone: [], come: [] },
    ],
  },
}
export const toldWithoutPage: ReportedPageView = { ...article, state: 'closed' }
export const badRule: ReportedPageView = {
  ...toldPage,
  page: { ...toldPage.page!, problem: '“keep: p[”: it cannot be read', previews: [], unmet: [] },
}

export function textReportOperations(changes: unknown[]) {
  const note = (name: string) => async (input: { readonly id: string }) => {
    if (input.id === 'nowhere') return undefined
    changes.push([name, input])
    return true as const
  }
  return {
    get_text_report: async ({ id }) => (id === 'nowhere' ? undefined : id === 'article-old' ? oldReport : textReport),
    async report_text(input) {
      if (input.id === 'nowhere') return undefined
      if (input.words === 'too many') return { kind: 'too-many' }
      changes.push(['reportText', input])
      return { kind: 'told', told, isPageKept: input.words !== 'gone' }
    },
    withdraw_text_report: note('withdrawTextReport'),
    list_text_reports: async () => toldDesk,
    preview_text_report: async ({ id, keep }) =>
      id === 'nowhere' ? undefined : id === 'told-2' ? toldWithoutPage : keep === 'p[' ? badRule : toldPage,
    close_text_report: note('closeTextReport'),
    async save_article_rule(input) {
      if (input.id === 'nowhere') return undefined
      if (input.keep === 'p[') return { kind: 'refused', message: 'It cannot be read.' }
      changes.push(['saveArticleRule', input])
      return { kind: 'saved', id: 'rule-1', outcome: 'revised' }
    },
    withdraw_article_rule: note('withdrawArticleRule'),
  } satisfies Answers
}
