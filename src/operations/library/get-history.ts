import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { defineOperation } from '../operation.ts'
import { isHistoryOn } from './is-history-on.ts'
import type { HistoryItem, HistoryView } from './library-views.ts'

const PAGE = 100
const kinds = ['story', 'article'] as const

export const getHistory = defineOperation({
  name: 'get_history',
  minRole: 'reader',
  summary: 'The stories and articles the reader opened, newest first, each once',
  input: z.strictObject({ cursor: z.string().max(600).optional() }),
  async run(context, { cursor }): Promise<HistoryView> {
    const { store } = context
    const [{ rows, next }, isOn] = await Promise.all([
      store.visits.list(context.reader.id, kinds, PAGE, cursor),
      isHistoryOn(context),
    ])
    const idsOf = (kind: (typeof kinds)[number]) => rows.filter((row) => row.kind === kind).map(({ target }) => target)
    const [articles, stories] = await Promise.all([
      store.titles.articles(idsOf('article') as never),
      store.titles.stories(idsOf('story') as never),
    ])
    const items = rows.flatMap(({ kind, target, at }): readonly HistoryItem[] => {
      const article = kind === 'article' ? articles.get(target) : undefined
      if (article) {
        const { title, language, sourceName } = article
        return [{ kind: 'article', target, title, language, sourceName, at }]
      }
      const story = kind === 'story' ? stories.get(target) : undefined
      if (!story) return []
      const { id, title, language, articleCount } = story
      return [{ kind: 'story', target: id, title, language, articleCount, at }]
    })
    return { items, ...defined({ next }), isOn }
  },
})

export const clearHistory = defineOperation({
  name: 'clear_history',
  minRole: 'reader',
  summary: 'Clears the reading history: all of it, or one story or article',
  input: z.strictObject({ kind: z.enum(kinds).optional(), target: z.string().min(1).max(120).optional() }),
  async run({ store, reader }, { kind, target }): Promise<{ readonly count: number }> {
    return { count: await store.visits.clear(reader.id, kind ? [kind] : kinds, target) }
  },
})
