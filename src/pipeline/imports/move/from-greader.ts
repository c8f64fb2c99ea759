import { defined } from '../../../core/defined.ts'
import type { MovedFeed } from '../../../core/feed/moved-entry.ts'
import { webLink } from '../../../feeds/links/saved-link.ts'
import { type JsonObject, objectOf, objectsOf, wordOf } from '../../../feeds/moving/moved-entry.ts'
import { readerItem } from '../../../feeds/moving/reader-items.ts'
import type { Http } from '../../../http/client.ts'
import { askJson, askText, baseOf, failed, foldersNamed, type MoveAccess, type MoveSource } from './move-source.ts'

const atOnce = 100
const starred = 'user/-/state/com.google/starred'

/** What another Twosource lists beside the subscriptions: its stories, each as an item. */
const storiesFeed = 'feed/0'

/** Where the API is below the address people know. */
const places: Readonly<Partial<Record<MoveAccess['kind'], string>>> = {
  freshrss: '/api/greader.php',
  commafeed: '/rest/googlereader',
}

/**
 * A reader with the API of Google Reader: FreshRSS, The Old Reader, BazQux, CommaFeed and others. It is listed feed by feed, oldest first,
 * since a list of everything leaves out what is hidden there; then the starred items of feeds that are no longer subscribed to.
 */
export function greaderSource(http: Http, { kind, address, user, password }: MoveAccess): MoveSource {
  const given = baseOf(address)
  const place = places[kind] ?? ''
  const base = given.endsWith(place) ? given : `${given}${place}`
  let headers: Readonly<Record<string, string>> = {}
  let folders = new Map<string, ReadonlySet<string>>()
  let streams: readonly string[] = []
  const ask = (path: string) => askJson(http, `${base}/reader/api/0/${path}`, { headers })

  async function signIn() {
    const form = new URLSearchParams({ Email: user, Passwd: password })
    for (const [name, value] of Object.entries({
      service: 'reader',
      accountType: 'HOSTED_OR_GOOGLE',
      client: 'Twosource',
    }))
      form.set(name, value)
    const answer = await askText(http, `${base}/accounts/ClientLogin`, { form })
    if (answer.kind !== 'ok') return answer
    const token = /^Auth=(.+)$/m.exec(answer.value)?.[1]?.trim()
    if (token === undefined) return failed('The server did not accept the name or password.', true)
    headers = { authorization: `GoogleLogin auth=${token}` }
    return undefined
  }

  return {
    async feeds() {
      const refused = await signIn()
      if (refused) return refused
      const answer = await ask('subscription/list?output=json')
      if (answer.kind !== 'ok') return answer
      const { subscriptions } = objectOf(answer.value)
      if (!Array.isArray(subscriptions)) return failed('The server lists no subscriptions. Check the address.', true)
      const rows = objectsOf(subscriptions).filter(({ id }) => id !== storiesFeed)
      folders = new Map(rows.map((row) => [wordOf(row.id), new Set(labelsOf(row))]))
      streams = [...rows.map(({ id }) => wordOf(id)).sort(), starred]
      return { kind: 'ok', value: rows.map(feedOf) }
    },
    async page(cursor) {
      // A feed that was left in between is passed over.
      const [at = '', from] = cursor?.split('\n') ?? []
      const here = at === starred ? streams.length - 1 : streams.findIndex((id) => id >= at || id === starred)
      const stream = streams[here] ?? starred
      const continued = from !== undefined && stream === at ? `&c=${encodeURIComponent(from)}` : ''
      const path = `stream/contents/${pathOf(stream)}?output=json&r=o&n=${atOnce}${continued}`
      const answer = await ask(path)
      if (answer.kind !== 'ok') return answer
      const { items, continuation } = objectOf(answer.value)
      const rows = objectsOf(items)
      // Starred ones of subscriptions came with these.
      const isOther = (row: JsonObject) => stream !== starred || !folders.has(wordOf(objectOf(row.origin).streamId))
      const wanted = rows.filter(isOther)
      const entries = wanted.flatMap((row) => {
        const moved = readerItem(row, folders.get(stream))
        return moved ? [stream === starred ? moved : { ...moved, feed: stream }] : []
      })
      const more = rows.length > 0 ? wordOf(continuation) : ''
      const following = streams[here + 1]
      const next = more !== '' && more !== from ? `${stream}\n${more}` : following
      return {
        kind: 'ok',
        value: {
          entries,
          unusable: wanted.length - entries.length,
          ...defined({ next }),
          share: (here + (next === following ? 1 : 0.5)) / streams.length,
        },
      }
    },
  }
}

/** FreshRSS takes the parts of a path only with bare slashes, and other servers a URL in it only encoded. */
function pathOf(stream: string): string {
  return stream.startsWith('feed/') ? `feed/${encodeURIComponent(stream.slice(5))}` : stream
}

/** Only some servers give the URL beside the id, and only where the id isn't made of it. */
function addressOf(row: JsonObject): string {
  return webLink(wordOf(row.url)) ?? webLink(wordOf(row.id).replace(/^feed\//, '')) ?? ''
}

function labelsOf(row: JsonObject): readonly string[] {
  return objectsOf(row.categories).map(
    ({ label, id }) => wordOf(label) || wordOf(id).replace(/^user\/[^/]+\/label\//, ''),
  )
}

function feedOf(row: JsonObject): MovedFeed {
  return {
    id: wordOf(row.id),
    url: addressOf(row),
    title: wordOf(row.title),
    folders: foldersNamed(labelsOf(row)),
    ...defined({ siteUrl: webLink(wordOf(row.htmlUrl)) }),
  }
}
