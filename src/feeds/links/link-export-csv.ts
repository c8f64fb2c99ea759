import { defined } from '../../core/defined.ts'
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

const columns = {
  url: ['url', 'link', 'address', 'href'],
  title: ['title', 'name'],
  savedAt: ['time_added', 'timestamp', 'saved date', 'created', 'created_at', 'date_added', 'savedat', 'saved_at'],
  tags: ['tags', 'document tags', 'labels'],
  folder: ['folder'],
  status: ['status', 'location', 'state'],
  progress: ['reading progress'],
  favorite: ['favorite', 'favourite', 'is_starred'],
} as const

/** Programs by a set of columns that only their exports have. */
const programs: readonly (readonly [name: string, columns: readonly string[]])[] = [
  ['Pocket', ['time_added', 'status']],
  ['Instapaper', ['selection', 'folder']],
  ['Readwise Reader', ['document tags', 'saved date']],
  ['Raindrop', ['excerpt', 'cover']],
]

/** The names Instapaper and Raindrop give to links without a folder. */
const noFolders = new Set(['', 'unread', 'archive', 'starred', 'home', 'unsorted'])

/**
 * Links of a CSV export: Pocket, Instapaper, Readwise Reader, Raindrop, or any table with a `url` column. Returns undefined when the first
 * row has no such column.
 */
export function linksOfCsv(text: string): LinkExport | undefined {
  // Looks only at the first row to recognize the format, so that a novel isn't parsed.
  const first = parseCsv(text.slice(0, 2_000).split('\n', 1)[0] ?? '')[0]
  const names = first?.map((name) => name.trim().toLowerCase())
  const urlAt = names?.findIndex((name) => (columns.url as readonly string[]).includes(name)) ?? -1
  if (!names || names.length < 2 || urlAt < 0) return undefined
  const program = programs.find(([, own]) => own.every((name) => names.includes(name)))?.[0] ?? 'CSV'
  const links: SavedLink[] = []
  const skipped = skippedLines()
  const rows = parseCsv(text, maxRows + 2).slice(1)
  for (const [index, row] of rows.slice(0, maxRows).entries()) {
    const cell = (what: keyof typeof columns) => {
      const at = names.findIndex((name) => (columns[what] as readonly string[]).includes(name))
      return at < 0 ? '' : (row[at] ?? '').trim()
    }
    const url = webLink(row[urlAt])
    if (url === undefined) skipped.add(notAWebLink(`Row ${index + 2}`, row[urlAt]))
    else links.push(linkOf(url, cell))
  }
  if (rows.length > maxRows) skipped.add(`All rows after the first ${maxRows}.`)
  // Prose may also begin with such words; only a table that contains links is one.
  return links.length === 0 && program === 'CSV' ? undefined : { program, links, skipped: skipped.list() }
}

function linkOf(url: string, cell: (what: keyof typeof columns) => string): SavedLink {
  const [title, savedAt, folder, status] = [cell('title'), timeOf(cell('savedAt')), cell('folder'), cell('status')]
  const isStarred = /^(?:1|true|yes)$/i.test(cell('favorite')) || /^starred$/i.test(folder)
  return {
    url,
    ...defined({ title: title === '' || title === url ? undefined : title, savedAt }),
    tags: tagsOf([...listed(cell('tags')), !noFolders.has(folder.toLowerCase()) && folder, isStarred && 'favorite']),
    isRead: /^archived?$|^read$/i.test(status) || /^archive$/i.test(folder) || Number(cell('progress')) >= 1,
  }
}

/** Tags of one cell: `a|b` (Pocket), `a, b`, `["a", "b"]` (Instapaper) or `['a', 'b']` (Readwise). */
function listed(cell: string): readonly string[] {
  const inside = /^\[(.*)\]$/s.exec(cell)?.[1]
  if (inside !== undefined)
    return [...inside.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '')
  return cell.split(cell.includes('|') ? '|' : ',')
}

/**
 * Parses CSV (RFC 4180): quoted cells may contain commas, line ends and doubled quotation marks. Invalid text is read literally: a
 * quotation mark inside an unquoted cell is a character, an unclosed quote takes the rest. Empty lines are left out. Takes time in
 * proportion to the text, and returns at most `most` rows.
 */
export function parseCsv(text: string, most = Number.POSITIVE_INFINITY): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length && rows.length < most) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1) : bareCell(text, at)
    row.push(cell.value)
    at = cell.end
    if (text[at] === ',') {
      at++
      if (at === text.length || text[at] === '\n' || text[at] === '\r') row.push('')
      else continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

type Cell = { readonly value: string; readonly end: number }

function bareCell(text: string, from: number): Cell {
  let end = from
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): Cell {
  const parts: string[] = []
  let at = from
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { value: parts.join('') + text.slice(at), end: text.length }
    parts.push(text.slice(at, close))
    if (text[close + 1] !== '"') {
      // Characters after the closing mark, which should not be there, belong to the cell.
      const rest = bareCell(text, close + 1)
      return { value: parts.join('') + rest.value, end: rest.end }
    }
    parts.push('"')
    at = close + 2
  }
}
