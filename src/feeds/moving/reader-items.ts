import { defined } from '../../core/defined.ts'
import type { Enclosure } from '../../core/entry.ts'
import type { MovedEntry } from '../../core/feed/moved-entry.ts'
import { decodeEntities } from '../entities.ts'
import { timeOf, webLink } from '../links/saved-link.ts'
import { entryOfReader, type JsonObject, objectOf, objectsOf, wordOf } from './moved-entry.ts'

const state = /^user\/[^/]+\/state\/com\.google\/(read|starred)$/
const label = /^user\/[^/]+\/(?:label|tag|category)\/(.+)$/s

/**
 * An item of the Google Reader API, or of a file of such items, with its marks. `folders` are the labels that its feed has, which aren't
 * tags of the item. Undefined when it isn't one.
 */
export function readerItem(item: JsonObject, folders: ReadonlySet<string> = new Set()): MovedEntry | undefined {
  const origin = objectOf(item.origin)
  const names = [...namesIn(item.categories), ...namesIn(item.tags)]
  const states = new Set(names.map((name) => state.exec(name)?.[1] ?? (/\/global\.saved$/.test(name) ? 'starred' : '')))
  const labels = names.flatMap((name) => label.exec(name)?.[1]?.trim() ?? [])
  const [canonical] = objectsOf(item.canonical)
  const [alternate] = objectsOf(item.alternate)
  const content = wordOf(objectOf(item.content).content) || wordOf(objectOf(item.summary).content)
  const entry = entryOfReader({
    title: plainTitle(wordOf(item.title)),
    url: wordOf(canonical?.href) || wordOf(alternate?.href),
    html: content,
    publishedAt: timeOf(item.published) ?? timeOf(item.timestampUsec) ?? timeOf(item.crawlTimeMsec),
    author: plainTitle(wordOf(item.author)),
    enclosures: objectsOf(item.enclosure).flatMap(enclosureOf),
  })
  if (!entry) return undefined
  return {
    feed: wordOf(origin.streamId),
    entry,
    // Feedly says it in a field of its own.
    isRead: states.has('read') || item.unread === false,
    isStarred: states.has('starred'),
    tags: [...new Set(labels)].filter((name) => !folders.has(name) && !name.startsWith('global.')),
  }
}

/** Texts, or objects with an id (Feedly). */
function namesIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map((one: unknown) => wordOf(one) || wordOf(objectOf(one).id)) : []
}

/** Titles are text, but some servers encode the signs of HTML, and FreshRSS writes full-width ones in their place. */
function plainTitle(text: string): string {
  const wide: Readonly<Record<string, string>> = { '＆': '&', '＜': '<', '＞': '>' }
  return decodeEntities(text.replace(/[＆＜＞]/g, (sign) => wide[sign] ?? sign)).replace(/\s+/g, ' ')
}

function enclosureOf({ href, type, length }: JsonObject): readonly Enclosure[] {
  const url = webLink(wordOf(href))
  const lengthBytes = Number(length) > 0 ? Number(length) : undefined
  return url === undefined ? [] : [{ url, ...defined({ type: wordOf(type) || undefined, lengthBytes }) }]
}
