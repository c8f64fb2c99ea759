import { defined } from '../../core/defined.ts'
import { objectOf, objectsOf, wordOf } from '../moving/moved-entry.ts'
import { readerItem } from '../moving/reader-items.ts'
import { type LinkExport, maxRows, notAWebLink, type SavedLink, skippedLines, tagsOf } from './saved-link.ts'

/**
 * Starred items in the format of Google Reader, as Inoreader, FreshRSS and others export them (`starred.json`), or Feedly's. Returns
 * undefined when it isn't such a list. A star gets the time of its article, since these files don't tell when it was set.
 */
export function linksOfReader(value: unknown): LinkExport | undefined {
  const list = objectOf(value)
  const all = objectsOf(Array.isArray(value) ? value : list.items)
  if (!all.some((item) => Array.isArray(item.alternate) || Array.isArray(item.canonical))) return undefined
  const isOfStars = /starred|global\.saved/.test(wordOf(list.id))
  const links: SavedLink[] = []
  const skipped = skippedLines()
  let unstarredCount = 0
  for (const [index, item] of all.slice(0, maxRows).entries()) {
    const found = readerItem(item)
    if (found?.entry.url === undefined) {
      skipped.add(notAWebLink(`Item ${index + 1}`, undefined))
      continue
    }
    const { entry, isRead, isStarred, tags } = found
    if (!isStarred && !isOfStars && tags.length === 0) {
      unstarredCount++
      continue
    }
    const { title, publishedAt, contentHtml, authors } = entry
    links.push({
      url: found.entry.url,
      title,
      ...defined({ savedAt: publishedAt, publishedAt, contentHtml }),
      authors: authors.map(({ name }) => name),
      tags: tagsOf(tags),
      isRead,
    })
  }
  if (unstarredCount > 0)
    skipped.add(`${unstarredCount} ${unstarredCount === 1 ? 'article' : 'articles'} without a star or label.`)
  if (all.length > maxRows) skipped.add(`All items after the first ${maxRows}.`)
  return { program: 'Google Reader format', links, skipped: skipped.list() }
}
