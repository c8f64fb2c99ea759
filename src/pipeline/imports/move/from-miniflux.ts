import { defined } from '../../../core/defined.ts'
import type { MovedEntry, MovedFeed } from '../../../core/feed/moved-entry.ts'
import { webLink } from '../../../feeds/links/saved-link.ts'
import { entryOfReader, type JsonObject, objectOf, objectsOf, wordOf } from '../../../feeds/moving/moved-entry.ts'
import type { Http } from '../../../http/client.ts'
import { askJson, baseOf, failed, foldersNamed, type MoveAccess, type MoveSource } from './move-source.ts'

const atOnce = 200

/** Miniflux by its own API, in the order of its numbers. A token, or a name and a password. */
export function minifluxSource(http: Http, { address, user, password }: MoveAccess): MoveSource {
  const base = `${baseOf(address).replace(/\/v1$/, '')}/v1`
  const headers: Readonly<Record<string, string>> =
    user === ''
      ? { 'x-auth-token': password }
      : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
  return {
    async feeds() {
      const answer = await askJson(http, `${base}/feeds`, { headers })
      if (answer.kind !== 'ok') return answer
      if (!Array.isArray(answer.value))
        return failed('This is not Miniflux: it lists no feeds. Check the address.', true)
      return { kind: 'ok', value: objectsOf(answer.value).map(feedOf) }
    },
    async page(cursor) {
      const [after = '0', doneBefore = '0'] = (cursor ?? '0 0').split(' ')
      const query = `order=id&direction=asc&limit=${atOnce}&after_entry_id=${after}&status=read&status=unread`
      const answer = await askJson(http, `${base}/entries?${query}`, { headers })
      if (answer.kind !== 'ok') return answer
      const { total, entries } = objectOf(answer.value)
      const rows = objectsOf(entries)
      const moved = rows.flatMap((row) => entryOf(row) ?? [])
      const done = Number(doneBefore) + rows.length
      const last = wordOf(rows.at(-1)?.id)
      const left = Math.max(0, Number(total ?? 0) - rows.length)
      const isAhead = Number(last) > Number(after)
      return {
        kind: 'ok',
        value: {
          entries: moved,
          unusable: rows.length - moved.length,
          unsent: isAhead ? 0 : left,
          ...defined({ next: rows.length > 0 && isAhead ? `${last} ${done}` : undefined }),
          share: done === 0 ? 1 : done / (done + left),
        },
      }
    },
  }
}

function feedOf(row: JsonObject): MovedFeed {
  return {
    id: wordOf(row.id),
    url: withLogin(wordOf(row.feed_url), wordOf(row.username), wordOf(row.password)),
    title: wordOf(row.title),
    folders: foldersNamed([wordOf(objectOf(row.category).title)]),
    ...defined({ siteUrl: webLink(wordOf(row.site_url)) }),
  }
}

/** A feed behind a password has it in its URL here. */
function withLogin(address: string, user: string, password: string): string {
  const url = URL.parse(address)
  if (!url || user === '') return address
  url.username = user
  url.password = password
  return url.href
}

function entryOf(row: JsonObject): MovedEntry | undefined {
  const published = Date.parse(wordOf(row.published_at))
  const entry = entryOfReader({
    title: wordOf(row.title),
    url: wordOf(row.url),
    html: withoutProxy(wordOf(row.content)),
    publishedAt: Number.isNaN(published) ? undefined : new Date(published).toISOString(),
    author: wordOf(row.author),
    // What Miniflux calls tags are the feed's categories.
    categories: Array.isArray(row.tags) ? row.tags.map(wordOf).filter(Boolean) : [],
    enclosures: objectsOf(row.enclosures).flatMap(({ url, mime_type, size }) => {
      const link = webLink(wordOf(url))
      const lengthBytes = Number(size) > 0 ? Number(size) : undefined
      return link === undefined
        ? []
        : [{ url: link, ...defined({ type: wordOf(mime_type) || undefined, lengthBytes }) }]
    }),
    commentsUrl: wordOf(row.comments_url),
  })
  return (
    entry && {
      feed: wordOf(row.feed_id),
      entry,
      isRead: row.status === 'read',
      isStarred: row.starred === true,
      tags: [],
    }
  )
}

/** Miniflux shows pictures through itself, where they would be gone with it: `…/proxy/SIGNATURE/URL`, both in base64. */
function withoutProxy(html: string): string {
  return html.replace(/https?:\/\/[^\s"'<>]*?\/proxy\/[\w-]{43}=?\/([\w-]+={0,2})/g, (proxied, encoded: string) => {
    const url = webLink(Buffer.from(encoded, 'base64url').toString())
    return url === undefined ? proxied : url.replaceAll('&', '&amp;')
  })
}
