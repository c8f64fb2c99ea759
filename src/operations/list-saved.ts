import { z } from 'zod'
import { asId } from '../core/ids.ts'
import type { SavedItem, SavedView } from './mine-views.ts'
import { defineOperation, type OperationContext } from './operation.ts'

const PAGE = 50
const MOST_STARRED = 5_000
const kinds = ['story', 'article', 'entry'] as const

export const listSaved = defineOperation({
  name: 'list_saved',
  least: 'reader',
  summary: 'Saved stories and articles and starred entries in one list, the latest first; by kind and by words',
  input: z.object({
    kind: z.enum(kinds).optional(),
    query: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run(context, { kind, query, page }): Promise<SavedView> {
    const all = await savedItems(context)
    const words = fold(query ?? '')
      .split(/\s+/)
      .filter(Boolean)
    const found = all
      .filter((item) => kind === undefined || item.kind === kind)
      .filter((item) => words.every((word) => fold(`${item.title} ${item.sourceName ?? ''}`).includes(word)))
    const pageCount = Math.max(1, Math.ceil(found.length / PAGE))
    const shown = Math.min(page, pageCount)
    const countOf = (wanted: SavedItem['kind']) => all.filter((item) => item.kind === wanted).length
    return {
      items: found.slice((shown - 1) * PAGE, shown * PAGE),
      ...(kind === undefined ? {} : { kind }),
      ...(query?.trim() ? { query: query.trim() } : {}),
      counts: { all: all.length, story: countOf('story'), article: countOf('article'), entry: countOf('entry') },
      total: found.length,
      page: shown,
      pageCount,
    }
  },
})

/** All that is saved or starred, the latest first, each as it is called now. */
export async function savedItems({
  store,
  reader,
}: Pick<OperationContext, 'store' | 'reader'>): Promise<readonly SavedItem[]> {
  const [saved, starred] = await Promise.all([
    store.saves.list(reader.id),
    store.saves.listStarred(reader.id, MOST_STARRED),
  ])
  const idsOf = (kind: 'story' | 'article') => saved.filter((one) => one.kind === kind).map(({ target }) => target)
  const [articles, stories] = await Promise.all([
    store.titles.articles(idsOf('article').map((id) => asId(id))),
    store.titles.stories(idsOf('story').map((id) => asId(id))),
  ])
  const marked = saved.map(({ kind, target, title, at }): SavedItem => {
    const article = kind === 'article' ? articles.get(target) : undefined
    const story = kind === 'story' ? stories.get(target) : undefined
    if (article) {
      const { language, sourceName, url, publishedAt } = article
      return { kind, target, at, title: article.title, language, sourceName, url, publishedAt, isGone: false }
    }
    if (story) {
      const { language, articleCount } = story
      return { kind, target, at, title: story.title || title, language, articleCount, isGone: false }
    }
    return { kind, target, at, title, isGone: true }
  })
  const entries = starred.map(
    ({ id, title, sourceName, publishedAt, at }): SavedItem => ({
      kind: 'entry',
      target: id,
      title,
      sourceName,
      publishedAt,
      at,
      isGone: false,
    }),
  )
  return [...marked, ...entries].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** Letters without case and accents, for finding a title by what one types. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
}
