import type { NoPageFeed, PageFeedView } from '../../src/operations/feeds/page-feeds.ts'
import type { Answers } from './answers.ts'

const hostile = 'https://paper.example/"><script>alert(1)</script>'

/** A page with a list that was found, entries of all kinds, and a second list. */
export const preview: PageFeedView = {
  kind: 'preview',
  url: 'https://paper.example/news/',
  title: 'The Varn Paper <news>',
  rule: { items: 'article.teaser > div[data-kind="news"]', date: 'time', summary: 'p.dek' },
  others: [{ items: 'aside.latest li' }, { items: 'section#opinion > ul.list > li' }],
  entryCount: 31,
  entries: [
    {
      title: 'The harbor opens again after nine weeks',
      url: 'https://paper.example/a/1',
      publishedAt: '2026-03-16T08:00:00.000Z',
      summary: 'Ships & tugs return to the northern wall.',
      author: 'Ana Tem',
      hasImage: true,
    },
    { title: 'تعود الترامات إلى الميناء بعد تسعة أسابيع', url: 'https://paper.example/a/2' },
    { title: '<b>“Bread” & a very long title'.repeat(6), url: hostile, hasImage: true },
    { title: 'A script', url: 'javascript:alert(1)' },
  ],
}

/** A rule with a selector that cannot be used. */
export const wrong: NoPageFeed = {
  kind: 'refused',
  reason: 'bad-selector',
  message: 'The selector for “date” cannot be used: Unknown pseudo-class :<b>.',
  url: preview.url,
  field: 'date',
}

/** Pages of which one has a list, one has none, and one is not there. */
export function pageFeedOperations(changes: unknown[]) {
  const noList = (url: string): NoPageFeed => ({
    kind: 'refused',
    reason: 'no-list',
    message: 'No list of headlines',
    url,
  })
  return {
    suggest_page_feed: async ({ url }) => (url.includes('none') ? noList(url) : { ...preview, url }),
    preview_page_feed: async ({ url, rule }) =>
      rule.date?.includes('::') ? { ...wrong, url } : { ...preview, url, rule, others: [], entryCount: 2 },
    add_page_feed: async (input) => {
      changes.push(['addPageFeed', input])
      return input.url.includes('others')
        ? {
            kind: 'refused',
            reason: 'others-read-it',
            message: 'Somebody here already follows this page with another rule.',
          }
        : { kind: 'added', added: 1, existing: 0, titles: [], ids: [] }
    },
  } satisfies Answers
}
