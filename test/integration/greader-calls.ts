import assert from 'node:assert/strict'
import type { Item } from '../../src/greader/streams.ts'
import { readerName } from './greader-instance.ts'

/** What came back, as far as it could be read. */
export type Answer = { readonly status: number; readonly text: string; readonly json: Read }
/** All that any of the answers holds; each has its own part of it. */
export type Read = {
  readonly itemRefs: readonly { readonly id: string }[]
  readonly items: readonly Item[]
  readonly subscriptions: readonly unknown[]
  readonly tags: readonly { readonly id: string; readonly type?: string }[]
  readonly unreadcounts: readonly { readonly count: number; readonly newestItemTimestampUsec: string }[]
  readonly max: number
  readonly numResults: number
  readonly userName: string
  readonly continuation: string
}
/** Puts ids and times in the place of their names: `{id}`, `{story}`, `{hourAgo}` and so on. */
export type Filled = (text: string) => string
/** What a client does, what it sends (`METHOD path`, then a body), and what it must get. */
export type Call = readonly [does: string, sends: string, gets: string | ((answer: Answer, filled: Filled) => void)]

const readingList = 'user/-/state/com.google/reading-list'
const read = 'user/-/state/com.google/read'
const starred = 'user/-/state/com.google/starred'
const api = '/reader/api/0'

const isList = (name: 'itemRefs' | 'items' | 'subscriptions' | 'tags', least: number) => (answer: Answer) => {
  assert.equal(answer.status, 200, answer.text)
  assert.ok(answer.json[name].length >= least, answer.text)
}
const hasIds =
  (...ids: readonly string[]) =>
  ({ json }: Answer) => {
    for (const { id } of json.itemRefs) assert.match(id, /^-?\d{1,19}$/, 'a text of decimal digits')
    const found = json.itemRefs.map(({ id }) => id)
    for (const id of ids) assert.ok(found.includes(id), `${id} is not among ${found}`)
  }
const hasNot =
  (id: string) =>
  ({ json }: Answer) =>
    assert.ok(!json.itemRefs.some((ref) => ref.id === id))
/** Items with all that any of these clients reads of one. */
const areItems =
  (count: number) =>
  ({ json }: Answer) => {
    assert.equal(json.items.length, count)
    for (const item of json.items) {
      assert.match(item.id, /^tag:google\.com,2005:reader\/item\/[\da-f]{16}$/)
      assert.match(item.crawlTimeMsec, /^\d{13}$/)
      assert.match(item.timestampUsec, /^\d{16}$/)
      assert.ok(Number.isInteger(item.published) && Number.isInteger(item.updated))
      assert.equal(typeof item.title, 'string')
      assert.equal(typeof item.summary.content, 'string')
      assert.match(item.canonical[0]?.href ?? '', /^https:/)
      assert.match(item.alternate[0]?.href ?? '', /^https:/)
      assert.match(item.origin.streamId, /^feed\/\d+$/)
      assert.ok(item.categories.includes(readingList))
    }
  }
const isToken: Call = [
  'takes a token to change things',
  `GET ${api}/token`,
  ({ text }) => assert.match(text, /^\w{57}$/),
]

/** Each client as its own source says it talks; closed ones as others have watched them. */
export const clients: readonly { readonly client: string; readonly base: string; readonly calls: readonly Call[] }[] = [
  {
    client: 'NetNewsWire 6',
    base: '/api/greader.php',
    calls: [
      isToken,
      ['lists labels', `GET ${api}/tag/list?output=json`, isList('tags', 3)],
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      [
        'asks what is unread since a time with a fraction',
        `GET ${api}/stream/items/ids?ot={hourAgo}.25&n=10000&output=json&xt=${read}&s=${readingList}`,
        isList('itemRefs', 1),
      ],
      [
        'asks what is unread of one feed',
        `GET ${api}/stream/items/ids?s=feed/1&ot=1700000000.5&output=json`,
        isList('itemRefs', 3),
      ],
      [
        'fetches items by short hexadecimal ids behind the long form',
        `POST ${api}/stream/items/contents\nT=x&output=json&i=tag:google.com,2005:reader/item/{unpadded}&i=tag:google.com,2005:reader/item/{storyUnpadded}`,
        areItems(2),
      ],
      ['marks as read', `POST ${api}/edit-tag\nT=x&i={long}&a=${read}`, 'OK'],
      ['stars', `POST ${api}/edit-tag\nT=x&i={long}&a=${starred}`, 'OK'],
      ['asks for the stars', `GET ${api}/stream/items/ids?n=10000&output=json&s=${starred}`, isList('itemRefs', 1)],
      ['names a feed', `POST ${api}/subscription/edit\nT=x&s=feed/1&ac=edit&t=World News`, 'OK'],
      ['puts a feed in a folder', `POST ${api}/subscription/edit\nT=x&s=feed/3&ac=edit&a=user/-/label/Odd`, 'OK'],
      ['takes it out', `POST ${api}/subscription/edit\nT=x&s=feed/3&ac=edit&r=user/-/label/Odd`, 'OK'],
      ['renames a folder', `POST ${api}/rename-tag\nT=x&s=user/-/label/World&dest=user/-/label/Abroad`, 'OK'],
      ['and back', `POST ${api}/rename-tag\nT=x&s=user/-/label/Abroad&dest=user/-/label/World`, 'OK'],
      [
        'adds what is no feed',
        `POST ${api}/subscription/quickadd?quickadd=http://127.0.0.1:1/x\nT=x`,
        ({ json }) => assert.equal(json.numResults, 0),
      ],
      [
        'imports a file',
        `POST ${api}/subscription/import\n<opml version="2.0"><body><outline text="New" xmlUrl="https://new.example/feed"/></body></opml>`,
        'OK',
      ],
      [
        'ends that subscription',
        `POST ${api}/subscription/edit\nT=x&s=feed/https://new.example/feed&ac=unsubscribe`,
        'OK',
      ],
      [
        'drops a folder that is not there',
        `POST ${api}/disable-tag\nT=x&s=user/-/label/Nowhere`,
        ({ status }) => assert.equal(status, 404),
      ],
    ],
  },
  {
    client: 'Reeder Classic',
    base: '',
    calls: [
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      [
        'asks for unread ids',
        `GET ${api}/stream/items/ids?output=json&n=10000&s=${readingList}&xt=${read}`,
        isList('itemRefs', 2),
      ],
      [
        'reads a continuation that is a text',
        `GET ${api}/stream/items/ids?output=json&n=2&s=${readingList}`,
        ({ json }) => assert.equal(typeof json.continuation, 'string'),
      ],
      [
        'fetches items by sixteen hexadecimal digits',
        `POST ${api}/stream/items/contents\noutput=json&i={hex16}&i={storyHex16}`,
        areItems(2),
      ],
      ['marks a feed as read', `POST ${api}/mark-all-as-read\ns=feed/3&ts={nowUsec}`, 'OK'],
    ],
  },
  {
    client: 'Read You',
    base: '/api/greader.php',
    calls: [
      isToken,
      ['asks who it is', `GET ${api}/user-info?output=json`, ({ json }) => assert.equal(json.userName, readerName)],
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      [
        'asks for ids of a folder',
        `GET ${api}/stream/items/ids?output=json&s=user/-/label/Local&n=10`,
        isList('itemRefs', 10),
      ],
      ['asks for what is read', `GET ${api}/stream/items/ids?output=json&s=${read}&n=1000`, isList('itemRefs', 1)],
      [
        'asks for stars among all',
        `GET ${api}/stream/items/ids?output=json&s=${readingList}&it=${starred}&n=1000`,
        isList('itemRefs', 1),
      ],
      [
        'asks for what is unread of a day',
        `GET ${api}/stream/items/ids?output=json&s=${readingList}&xt=${read}&ot={hourAgo}&n=10000`,
        isList('itemRefs', 1),
      ],
      ['fetches items', `POST ${api}/stream/items/contents?output=json\ni={id}&i={story}&T=x`, areItems(2)],
      [
        'adds by the address alone',
        `POST ${api}/subscription/quickadd?quickadd=nothing%20at%20all&T=x`,
        ({ json }) => assert.equal(json.numResults, 0),
      ],
      ['marks as unread', `POST ${api}/edit-tag?output=json\ni={id}&r=${read}&T=x`, 'OK'],
      [
        'marks a folder as read',
        `POST ${api}/mark-all-as-read?output=json\ns=user/-/label/World&ts={nowUsec}&T=x`,
        'OK',
      ],
    ],
  },
  {
    client: 'Capy Reader',
    base: '/api/greader.php',
    calls: [
      isToken,
      [
        'lists labels',
        `GET ${api}/tag/list?output=json`,
        ({ json }) =>
          assert.deepEqual(
            json.tags.filter(({ type }) => type === 'folder').map(({ id }) => id),
            ['user/-/label/Today, once each', 'user/-/label/Local', 'user/-/label/World'],
          ),
      ],
      ['asks for all ids', `GET ${api}/stream/items/ids?output=json&s=${readingList}&n=10000`, isList('itemRefs', 31)],
      ['fetches many items with one body', `POST ${api}/stream/items/contents\noutput=json&T=x&{allIds}`, areItems(31)],
      ['marks many', `POST ${api}/edit-tag\nT=x&a=${read}&{allIds}`, 'OK'],
      [
        'sees nothing unread',
        `GET ${api}/stream/items/ids?output=json&s=${readingList}&xt=${read}&n=10000`,
        ({ json }) => assert.deepEqual(json.itemRefs, []),
      ],
      ['marks many unread', `POST ${api}/edit-tag\nT=x&r=${read}&{allIds}`, 'OK'],
      ['marks all as read', `POST ${api}/mark-all-as-read\nT=x&s=${readingList}`, 'OK'],
      ['sees that', `GET ${api}/unread-count?output=json`, ({ json }) => assert.equal(json.max, 0)],
      ['marks many unread again', `POST ${api}/edit-tag\nT=x&r=${read}&{allIds}`, 'OK'],
    ],
  },
  {
    client: 'Fluent Reader',
    base: '',
    calls: [
      ['asks who it is', `GET ${api}/user-info`, ({ status }) => assert.equal(status, 200)],
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      [
        'asks for unread ids',
        `GET ${api}/stream/items/ids?output=json&s=${readingList}&xt=${read}&n=1000`,
        isList('itemRefs', 31),
      ],
      ['fetches items of no stream', `GET ${api}/stream/contents?output=json&n=125`, areItems(31)],
      ['and those since the last time', `GET ${api}/stream/contents?output=json&n=125&ot={hourAgo}`, areItems(1)],
      ['stars by decimal id', `POST ${api}/edit-tag\ni={story}&a=${starred}`, 'OK'],
      [
        'sees the star',
        `GET ${api}/stream/items/ids?output=json&s=${starred}&n=1000`,
        (answer, filled) => hasIds(filled('{story}'))(answer),
      ],
      ['takes it back', `POST ${api}/edit-tag\ni={story}&r=${starred}`, 'OK'],
      [
        'does not see it any more',
        `GET ${api}/stream/items/ids?output=json&s=${starred}&n=1000`,
        (answer, filled) => hasNot(filled('{story}'))(answer),
      ],
      ['marks a feed as read', `POST ${api}/mark-all-as-read\ns=feed/2`, 'OK'],
    ],
  },
  {
    client: 'RSS Guard 4',
    base: '/api/greader.php',
    calls: [
      isToken,
      ['asks who it is', `GET ${api}/user-info?output=json`, ({ status }) => assert.equal(status, 200)],
      ['lists labels', `GET ${api}/tag/list?output=json`, isList('tags', 3)],
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      [
        'asks for ids without end',
        `GET ${api}/stream/items/ids?output=json&n=200000&s=${encodeURIComponent(readingList)}&xt=${read}`,
        isList('itemRefs', 1),
      ],
      ['fetches items', `POST ${api}/stream/items/contents?output=json&n=200000\n{allIds}`, areItems(31)],
      [
        'fetches a feed whose name is encoded',
        `GET ${api}/stream/contents/feed%2F2?output=json&n=2000000&xt=${read}`,
        areItems(0),
      ],
      [
        'fetches a folder whose name is encoded',
        `GET ${api}/stream/contents/${encodeURIComponent('user/-/label/Local')}?output=json&n=100&ot=1700000000`,
        areItems(25),
      ],
      ['marks two hundred at once', `POST ${api}/edit-tag\n{allIds}&a=${read}`, 'OK'],
      ['marks them unread', `POST ${api}/edit-tag\n{allIds}&r=${read}`, 'OK'],
      ['labels one', `POST ${api}/edit-tag\ni={long}&a=user/-/label/To cite`, 'OK'],
      [
        'sees the label',
        `GET ${api}/tag/list?output=json`,
        ({ json }) => assert.ok(json.tags.some(({ id, type }) => id === 'user/-/label/To cite' && type === 'tag')),
      ],
      [
        'asks for what has it',
        `GET ${api}/stream/items/ids?output=json&s=user/-/label/To%20cite&n=100`,
        (answer, filled) => hasIds(filled('{id}'))(answer),
      ],
      ['takes it off', `POST ${api}/edit-tag\ni={long}&r=user/-/label/To cite`, 'OK'],
      [
        'exports',
        `GET ${api}/subscription/export`,
        ({ text }) => assert.match(text, /xmlUrl="https:\/\/odd\.example\/feed\?a=1&amp;b=2"/),
      ],
      [
        'imports',
        `POST ${api}/subscription/import\n<opml><body><outline text="Odd" xmlUrl="https://odd.example/feed?a=1&amp;b=2"/></body></opml>`,
        'OK',
      ],
    ],
  },
  {
    client: 'Newsboat 2.36',
    base: '/api/greader.php/',
    calls: [
      isToken,
      ['lists feeds', `GET ${api}/subscription/list?output=json`, isList('subscriptions', 4)],
      ['fetches each', `GET ${api}/stream/contents/feed%2F1?n=20`, areItems(3)],
      [
        'fetches the stars',
        `GET ${api}/stream/contents/user%2F-%2Fstate%2Fcom.google%2Fstarred?n=20`,
        isList('items', 1),
      ],
      [
        'marks one read',
        `POST ${api}/edit-tag\ni={long}&a=${read}&r=user/-/state/com.google/kept-unread&ac=edit&T=x`,
        'OK',
      ],
      [
        'keeps one unread',
        `POST ${api}/edit-tag\ni={long}&r=${read}&a=user/-/state/com.google/kept-unread&a=user/-/state/com.google/tracking-kept-unread&ac=edit&T=x`,
        'OK',
      ],
      [
        'shares one, which changes nothing here',
        `POST ${api}/edit-tag\ni={long}&a=user/-/state/com.google/broadcast&ac=edit&T=x`,
        'OK',
      ],
      ['marks a feed read', `POST ${api}/mark-all-as-read\ns=feed/2&T=x`, 'OK'],
    ],
  },
  {
    client: 'Liferea 1.15',
    base: '/api/greader.php',
    calls: [
      isToken,
      [
        'asks what is new where',
        `GET ${api}/unread-count?all=true&output=json`,
        ({ json }) => {
          assert.equal(json.max, json.unreadcounts.at(-1)?.count)
          for (const { newestItemTimestampUsec } of json.unreadcounts) assert.match(newestItemTimestampUsec, /^\d{16}$/)
        },
      ],
      [
        'asks for ids of a feed',
        `GET ${api}/stream/items/ids?s=${encodeURIComponent('feed/2')}&client=liferea&n=50&output=json&merge=true`,
        isList('itemRefs', 25),
      ],
      [
        'fetches them by decimal ids',
        `POST ${api}/stream/items/contents\noutput=json&mediaRss=true&T=x&i={id}&i={story}`,
        areItems(2),
      ],
      [
        'keeps one unread',
        `POST ${api}/edit-tag\ni=tag:google.com,2005:reader/item/{hex16}&r=${read}&a=user/-/state/com.google/kept-unread&ac=edit&T=x`,
        'OK',
      ],
      [
        'and follows it up',
        `POST ${api}/edit-tag\ni={long}&a=user/-/state/com.google/tracking-kept-unread&ac=edit&T=x`,
        'OK',
      ],
      ['adds a feed of the house by its number', `POST ${api}/subscription/edit\ns=feed/3&ac=subscribe&T=x`, 'OK'],
    ],
  },
]
