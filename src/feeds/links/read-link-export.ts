import { defined } from '../../core/defined.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { type HtmlTag, htmlTags } from '../html-tags.ts'
import { plainText } from '../plain-text.ts'
import { linksOfCsv } from './link-export-csv.ts'
import { linksOfJson } from './link-export-json.ts'
import { linksOfReader } from './link-export-reader.ts'
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

const tags = new Set(['a', 'dl', 'h'])

/** How a bookmark file begins (the Netscape format, which all browsers write), and the pages of Pocket and Instapaper. */
const isBookmarks = /<!doctype netscape-bookmark-file-1>|<title>\s*(?:pocket export|instapaper: export)/i

/** At most this much is read of a title that never ends. */
const longestTitle = 2_000

/** Folders that every browser has: they say where a bookmark is shown, not what it is about. */
const rootFolders =
  /^(?:(?:personal )?bookmarks?(?: (?:bar|toolbar|menu))?|(?:other|mobile) bookmarks|favou?rites(?: bar)?)$/i

/**
 * Links of a bookmark file, with their folders as tags, or of the HTML export of Pocket or Instapaper. Returns undefined for any other
 * page.
 */
function linksOfHtml(html: string): LinkExport | undefined {
  const start = html.slice(0, 2_000)
  if (!isBookmarks.test(start)) return undefined
  const program = /<title>\s*pocket/i.test(start) ? 'Pocket' : /instapaper/i.test(start) ? 'Instapaper' : 'Bookmarks'
  const links: SavedLink[] = []
  const skipped = skippedLines()
  const folders: string[] = []
  let heading = ''
  let isArchive = false
  let from = 0
  let tagCount = 0
  for (const tag of htmlTags(html, tags)) {
    tagCount++
    if (links.length >= maxRows || tagCount >= 5 * maxRows) {
      skipped.add(`All links after the first ${links.length}.`)
      break
    }
    for (const _ of html.slice(from, tag.end).matchAll(/<\/dl/gi)) folders.pop()
    from = tag.end
    if (tag.name === 'h') {
      heading = textAfter(html, tag)
      isArchive = /\barchive\b/i.test(heading)
    } else if (tag.name === 'dl') {
      folders.push(rootFolders.test(heading) ? '' : heading)
      heading = ''
    } else {
      const { href } = tag.attributes
      const url = webLink(href)
      if (url !== undefined) links.push(linkOf(url, tag, { html, folder: folders.at(-1) ?? '', isArchive }))
      else if (href !== undefined && !/^place:/i.test(href))
        skipped.add(notAWebLink(textAfter(html, tag).slice(0, 100) || 'A bookmark', href))
    }
  }
  return { program, links, skipped: skipped.list() }
}

function linkOf(
  url: string,
  tag: HtmlTag,
  { html, folder, isArchive }: { readonly html: string; readonly folder: string; readonly isArchive: boolean },
): SavedLink {
  const { attributes } = tag
  const title = textAfter(html, tag)
  const savedAt = timeOf(attributes.add_date ?? attributes.time_added)
  return {
    url,
    ...defined({ title: title === '' || title === url ? undefined : title, savedAt }),
    tags: tagsOf([...(attributes.tags ?? '').split(','), folder]),
    // Pinboard and Shaarli mark unread links in a bookmark file.
    isRead: isArchive || attributes.toread === '0',
  }
}

/** The text up to the next tag: titles in such files contain no tags. */
function textAfter(html: string, { end }: HtmlTag): string {
  const close = html.indexOf('<', end)
  return plainText(html.slice(end, Math.min(end + longestTitle, close < 0 ? html.length : close))).replace(/\s+/g, ' ')
}

/** More values than 64 MB of links contain; as objects they may take 400 MB. */
const MAX_VALUES = 8_000_000

/** Reads the export of a read-later program, recognized by its content. Returns undefined when it isn't one. Never throws. */
export function readLinkExport(text: string): LinkExport | undefined {
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('[')) {
    const list = findJsonOf(text, MAX_VALUES)
    return linksOfJson(list) ?? linksOfReader(list)
  }
  // Lines of JSON begin like this, too, and are no JSON as a whole.
  if (start.startsWith('{')) return linksOfReader(findJsonOf(text, MAX_VALUES))
  if (start.startsWith('<')) return linksOfHtml(text)
  return linksOfCsv(text)
}
