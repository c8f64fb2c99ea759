import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import {
  type LinkExport,
  maxRows,
  notAWebLink,
  type SavedLink,
  skippedLines,
  tagsOf,
  timeOf,
  webLink,
} from './saved-link.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Links of a JSON export: wallabag, Omnivore (`metadata_….json`), Pinboard, or any list of objects with a `url`. Returns undefined when it
 * isn't such a list. Annotations are counted in `skipped`: they are not imported.
 */
export function linksOfJson(value: unknown): LinkExport | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rows = value.slice(0, maxRows).map((row): Row => (typeof row === 'object' && row !== null ? (row as Row) : {}))
  if (!rows.some((row) => addressOf(row) !== undefined)) return undefined
  const links: SavedLink[] = []
  const skipped = skippedLines()
  let noteCount = 0
  for (const [index, row] of rows.entries()) {
    const url = webLink(addressOf(row))
    if (url === undefined) skipped.add(notAWebLink(`Item ${index + 1}`, addressOf(row)))
    else links.push(linkOf(url, row))
    noteCount += ['annotations', 'highlights'].flatMap((name) => (Array.isArray(row[name]) ? row[name] : [])).length
  }
  if (noteCount > 0)
    skipped.add(`${noteCount} ${noteCount === 1 ? 'annotation was' : 'annotations were'} not taken: keep the file.`)
  if (value.length > maxRows) skipped.add(`All items after the first ${maxRows}.`)
  return { program: programOf(nth(rows, 0)), links, skipped: skipped.list() }
}

function programOf(row: Row): string {
  if ('is_archived' in row && 'is_starred' in row) return 'wallabag'
  if ('slug' in row && ('savedAt' in row || 'state' in row)) return 'Omnivore'
  if ('href' in row && 'toread' in row) return 'Pinboard'
  return 'JSON'
}

function addressOf(row: Row): string | undefined {
  return word(row, 'url', 'href', 'link', 'given_url')
}

function linkOf(url: string, row: Row): SavedLink {
  // Pinboard calls the title a description.
  const title = word(row, 'title') ?? ('href' in row ? word(row, 'description') : undefined)
  const savedAt = firstTime(row, 'savedAt', 'created_at', 'time_added', 'time', 'saved_at', 'createdAt')
  const publishedAt = firstTime(row, 'publishedAt', 'published_at')
  const contentHtml = word(row, 'content', 'html')
  const language = word(row, 'language')
  const slug = word(row, 'slug')
  const authors = [row.published_by, row.author].flat().filter((name) => typeof name === 'string' && name.trim() !== '')
  const isStarred = isYes(row.is_starred) || isYes(row.favorite)
  return {
    url,
    ...defined({
      title: title === undefined || title === url ? undefined : title,
      savedAt,
      publishedAt,
      authors: authors.length > 0 ? (authors as string[]) : undefined,
      slug,
      language: language?.replace('_', '-'),
    }),
    // Only markup is an article's text; plain text is a message such as “cannot be fetched”.
    ...defined({
      contentHtml: contentHtml !== undefined && /<p[\s>]|<div[\s>]/i.test(contentHtml) ? contentHtml : undefined,
    }),
    tags: tagsOf([...tagNames(row.tags), ...tagNames(row.labels), isStarred && 'favorite']),
    isRead:
      isYes(row.is_archived) || /^(?:archived|read)$/i.test(word(row, 'state', 'status') ?? '') || isNo(row.toread),
  }
}

/** Names, objects with a name or label, or one text separated by spaces (Pinboard). */
function tagNames(tags: unknown): readonly (string | undefined)[] {
  if (typeof tags === 'string') return tags.split(tags.includes(',') ? ',' : /\s+/)
  if (!Array.isArray(tags)) return []
  return tags.map((tag: unknown) =>
    typeof tag === 'string'
      ? tag
      : typeof tag === 'object' && tag !== null
        ? word(tag as Row, 'label', 'name')
        : undefined,
  )
}

function firstTime(row: Row, ...names: readonly string[]): string | undefined {
  return names.map((name) => timeOf(row[name])).find((time) => time !== undefined)
}

function word(row: Row, ...names: readonly string[]): string | undefined {
  return names.map((name) => row[name]).find((value) => typeof value === 'string' && value.trim() !== '') as
    | string
    | undefined
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'yes'
}

function isNo(value: unknown): boolean {
  return value === 'no'
}
