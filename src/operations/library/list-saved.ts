import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import { taggedKinds, targetKey } from '../../core/marks.ts'
import { foldName } from '../../core/names/name-spelling.ts'
import { nth } from '../../core/nth.ts'
import type { EntryRow } from '../../store/articles/entries.ts'
import { shownPicture } from '../../store/articles/entry-pictures.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { SavedItem, SavedView, TagsView } from './library-views.ts'

const PAGE = 50
/** More than anybody has without importing ten years of links. */
const MOST_STARRED = 50_000

export const listSaved = defineOperation({
  name: 'list_saved',
  minRole: 'reader',
  summary: 'Saved stories and articles in one list, newest first; by kind, by tag and by words',
  input: z.strictObject({
    kind: z.enum([...taggedKinds, 'articles']).optional(),
    query: z.string().max(200).optional(),
    tag: z.string().max(200).optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
  }),
  async run(context, { kind, query, tag, page }): Promise<SavedView> {
    const all = await savedItems(context)
    const words = foldName(query ?? '')
      .split(' ')
      .filter(Boolean)
    const wanted = foldName(tag ?? '')
    const found = all
      .filter((item) => kind === undefined || item.kind === kind || (kind === 'articles' && item.kind !== 'story'))
      .filter(({ tags = [] }) => wanted === '' || tags.some((name) => foldName(name) === wanted))
      .filter((item) => words.every((word) => searched(item).includes(word)))
    const pageCount = Math.max(1, Math.ceil(found.length / PAGE))
    const shown = Math.min(page, pageCount)
    const countOf = (wanted: SavedItem['kind']) => all.filter((item) => item.kind === wanted).length
    return {
      items: await withPictures(context, found.slice((shown - 1) * PAGE, shown * PAGE)),
      ...defined({
        kind,
        query: query?.trim() ? query.trim() : undefined,
        tag: wanted === '' ? undefined : tag!.trim(),
      }),
      tags: countNames(all.flatMap(({ tags = [] }) => tags)),
      counts: { all: all.length, story: countOf('story'), article: countOf('article'), entry: countOf('entry') },
      total: found.length,
      page: shown,
      pageCount,
    }
  },
})

/** The keys of everything saved or starred. */
export async function keptKeys({ store, reader }: Pick<OperationContext, 'store' | 'reader'>): Promise<Set<string>> {
  const [saved, starred] = await Promise.all([
    store.saves.list(reader.id),
    store.saves.listStarred(reader.id, MOST_STARRED),
  ])
  return new Set([...saved.map(targetKey), ...starred.map(({ id }) => targetKey({ kind: 'entry', target: id }))])
}

/**
 * Everything saved or starred, newest first, with current titles. An article that is saved and has starred entries is one item, with
 * the tags of all.
 */
export async function savedItems({
  store,
  reader,
}: Pick<OperationContext, 'store' | 'reader'>): Promise<readonly SavedItem[]> {
  const [saved, starred, tags] = await Promise.all([
    store.saves.list(reader.id),
    store.saves.listStarred(reader.id, MOST_STARRED),
    store.tags.list(reader.id),
  ])
  const tagged = Map.groupBy(tags, targetKey)
  const savedArticles = new Set<string>(saved.filter(({ kind }) => kind === 'article').map(({ target }) => target))
  const [doubled, single] = [
    Map.groupBy(
      starred.filter(({ articleId }) => articleId && savedArticles.has(articleId)),
      ({ articleId }) => String(articleId),
    ),
    starred.filter(({ articleId }) => !articleId || !savedArticles.has(articleId)),
  ]
  const idsOf = (kind: 'story' | 'article') => saved.filter((one) => one.kind === kind).map(({ target }) => target)
  const [articles, stories] = await Promise.all([
    store.titles.articles(idsOf('article').map((id) => asId(id))),
    store.titles.stories(idsOf('story').map((id) => asId(id))),
  ])
  const marked = saved.map(({ kind, target, title, at }): SavedItem => {
    const article = kind === 'article' ? articles.get(target) : undefined
    const story = kind === 'story' ? stories.get(target) : undefined
    if (article) {
      const { language, sourceId, sourceName, url, publishedAt } = article
      return { kind, target, at, title: article.title, language, sourceId, sourceName, url, publishedAt, isGone: false }
    }
    if (story) {
      const { language, articleCount } = story
      return { kind, target, at, title: story.title || title, language, articleCount, isGone: false }
    }
    return { kind, target, at, title, isGone: true }
  })
  const entries = single.map(
    ({ id, title, sourceName, publishedAt, url, articleId, at }): SavedItem => ({
      kind: 'entry',
      target: id,
      title,
      sourceName,
      publishedAt,
      ...defined({ url, articleId }),
      at,
      isGone: false,
    }),
  )
  return [...marked, ...entries]
    .map((item) => {
      const entryKeys = (doubled.get(item.target) ?? []).map(({ id }) => targetKey({ kind: 'entry', target: id }))
      const own = [targetKey(item), ...entryKeys].flatMap((key) => tagged.get(key) ?? []).map(({ name }) => name)
      return own.length > 0 ? { ...item, tags: [...new Map(own.map((name) => [foldName(name), name])).values()] } : item
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** Items with their pictures in lists, and the outlets of entries. */
async function withPictures(
  { store, reader }: OperationContext,
  items: readonly SavedItem[],
): Promise<readonly SavedItem[]> {
  const idsOf = (kind: SavedItem['kind']) => items.filter((item) => item.kind === kind).map(({ target }) => target)
  const [stories, articles, entries] = await Promise.all([
    store.stories.findOutlines(idsOf('story').map((id) => asId(id))),
    store.titles.pictures(idsOf('article').map((id) => asId(id))),
    store.entries.rows(
      reader.id,
      idsOf('entry').map((id) => asId(id)),
    ),
  ])
  const ofStory = new Map<string, ListPicture | undefined>(stories.map(({ id, outline }) => [id, outline.picture]))
  const ofEntry = new Map<string, EntryRow>(entries.map((entry) => [entry.id, entry]))
  return items.map((item) => {
    const entry = item.kind === 'entry' ? ofEntry.get(item.target) : undefined
    const picture = entry ? shownPicture(entry) : (ofStory.get(item.target) ?? articles.get(item.target))
    return { ...item, ...defined({ picture, sourceId: item.sourceId ?? entry?.sourceId }) }
  })
}

/** The text of a saved thing that its filter searches. */
function searched({ title, sourceName = '', tags = [] }: SavedItem): string {
  return foldName(`${title} ${sourceName} ${tags.join(' ')}`)
}

/** Tags by name with their counts, in the spelling used last. */
export function countNames(names: readonly string[]): TagsView['tags'] {
  const byName = Map.groupBy(names, foldName)
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => ({ name: nth(some, 0), count: some.length }))
}
