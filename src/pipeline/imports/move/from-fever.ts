import { createHash } from 'node:crypto'
import { defined } from '../../../core/defined.ts'
import type { MovedEntry, MovedFeed } from '../../../core/feed/moved-entry.ts'
import { decodeEntities } from '../../../feeds/entities.ts'
import { timeOf, webLink } from '../../../feeds/links/saved-link.ts'
import { entryOfReader, type JsonObject, objectOf, objectsOf, wordOf } from '../../../feeds/moving/moved-entry.ts'
import type { Http } from '../../../http/client.ts'
import {
  askJson,
  baseOf,
  failed,
  foldersNamed,
  type MoveAccess,
  type MoveAnswer,
  type MoveSource,
} from './move-source.ts'

/** Where readers have this API below the address people know; the address itself first. */
const places = ['', '/fever/', '/api/fever.php', '/plugins/fever/']

/**
 * The lowest id an item can have. Items after it come in the order of their ids; asked for those after 0, Miniflux sends any. So the first page
 * is that item alone, if there is one.
 */
const first = '1'

/** A reader with the Fever API, in the order of its numbers, fifty at a time. It has no tags. */
export function feverSource(http: Http, { address, user, password }: MoveAccess): MoveSource {
  const key = createHash('md5').update(`${user}:${password}`).digest('hex')
  const given = baseOf(address)
  let base: string | undefined

  const askAt = async (url: string, what: string): Promise<MoveAnswer<JsonObject>> => {
    const answer = await askJson(http, `${url}?api&${what}`, { form: new URLSearchParams({ api_key: key }) })
    if (answer.kind !== 'ok') return answer
    const value = objectOf(answer.value)
    return value.api_version === undefined
      ? failed('There is no Fever API at this address.', true)
      : { kind: 'ok', value }
  }
  /** At the first place that has the API. */
  const askAnywhere = async (what: string): Promise<MoveAnswer<JsonObject>> => {
    let first: MoveAnswer<JsonObject> | undefined
    for (const place of base === undefined ? places.map((each) => given + each) : [base]) {
      const answer = await askAt(place, what)
      if (answer.kind === 'ok') base = place
      if (answer.kind === 'ok' || !answer.isFinal) return answer
      first ??= answer
    }
    return first!
  }
  const ask = async (what: string): Promise<MoveAnswer<JsonObject>> => {
    const answer = await askAnywhere(what)
    // A wrong key is reported in the body alone.
    const isRefused = answer.kind === 'ok' && Number(answer.value.auth) !== 1
    return isRefused ? failed('The server did not accept the name or password.', true) : answer
  }

  return {
    async feeds() {
      // Asked for both at once, Miniflux answers with one.
      const grouped = await ask('groups')
      if (grouped.kind !== 'ok') return grouped
      const answer = await ask('feeds')
      if (answer.kind !== 'ok') return answer
      const { groups } = grouped.value
      const { feeds, feeds_groups } = answer.value
      const names = new Map(objectsOf(groups).map(({ id, title }) => [wordOf(id), wordOf(title)]))
      const places = objectsOf(feeds_groups).flatMap(({ group_id, feed_ids }) =>
        wordOf(feed_ids)
          .split(',')
          .map((id) => ({ id: id.trim(), name: names.get(wordOf(group_id)) ?? '' })),
      )
      const byFeed = Map.groupBy(places, ({ id }) => id)
      const foldersOf = (id: string) => foldersNamed((byFeed.get(id) ?? []).map(({ name }) => name))
      return { kind: 'ok', value: objectsOf(feeds).map((row) => feedOf(row, foldersOf(wordOf(row.id)))) }
    },
    async page(cursor) {
      const [after, doneBefore = '0'] = cursor?.split(' ') ?? []
      const answer = await ask(after === undefined ? `items&with_ids=${first}` : `items&since_id=${after}`)
      if (answer.kind !== 'ok') return answer
      const items = objectsOf(answer.value.items)
      const rows = after === undefined ? items.filter(({ id }) => wordOf(id) === first) : items
      const moved = rows.flatMap((row) => entryOf(row) ?? [])
      const last = rows.reduce((most, { id }) => (Number(id) > Number(most) ? wordOf(id) : most), after ?? first)
      const done = Number(doneBefore) + rows.length
      const total = Number(answer.value.total_items) || 0
      const isEnd = last === after
      return {
        kind: 'ok',
        value: {
          entries: moved,
          unusable: rows.length - moved.length,
          unsent: isEnd ? Math.max(0, total - done) : 0,
          ...defined({ next: isEnd ? undefined : `${last} ${done}` }),
          share: isEnd ? 1 : Math.min(1, done / Math.max(1, total)),
        },
      }
    },
  }
}

function feedOf(row: JsonObject, folders: readonly string[]): MovedFeed {
  return {
    id: wordOf(row.id),
    url: wordOf(row.url),
    title: decodeEntities(wordOf(row.title)),
    folders,
    ...defined({ siteUrl: webLink(wordOf(row.site_url)) }),
  }
}

function entryOf(row: JsonObject): MovedEntry | undefined {
  const entry = entryOfReader({
    title: decodeEntities(wordOf(row.title)),
    url: wordOf(row.url),
    html: wordOf(row.html),
    publishedAt: timeOf(row.created_on_time),
    author: decodeEntities(wordOf(row.author)),
  })
  return (
    entry && {
      feed: wordOf(row.feed_id),
      entry,
      isRead: Number(row.is_read) === 1,
      isStarred: Number(row.is_saved) === 1,
      tags: [],
    }
  )
}
