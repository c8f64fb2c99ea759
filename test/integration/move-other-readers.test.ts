import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { before, beforeEach, describe, test } from 'node:test'
import type { Context } from '../../src/app/context.ts'
import type { MoveKind } from '../../src/core/feed/moved-entry.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { continueMove, getMove, startMove } from '../../src/operations/library/move.ts'
import { serve } from '../loopback-server.ts'
import { makeDatabase, type TestDatabase } from './databases.ts'
import { allEntries, openInstance } from './reader-to-leave.ts'

/** What a server is asked, and what it answers: a status, or JSON, or text. */
type Answers = Readonly<Record<string, unknown>>
let answers: Answers = {}
let asked: string[] = []
let headers: IncomingMessage['headers'] = {}
let origin = ''
let database: TestDatabase
let instance: Awaited<ReturnType<typeof openInstance>>
let operations: Context['operations']

before(async () => {
  origin = await serve((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    headers = request.headers
    const answer = Object.entries(answers).find(([start]) => path.startsWith(start))?.[1]
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'number') response.writeHead(answer, { location: 'https://else.example/x' }).end()
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
})
beforeEach(async () => {
  asked = []
  database = await makeDatabase('sqlite')
  instance = await openInstance(database)
  operations = instance.context.operations
})
const close = async () => {
  await instance.close()
  await database.remove()
}

/** Moves to the end, from answers. */
async function move(from: MoveKind, given: Answers, user = 'ada', address = origin) {
  answers = given
  const started = await startMove.run(operations, { from, address, user, password: 'lamp', isRunHere: true })
  if (started.kind === 'refused') return started.message
  await continueMove(operations, () => {})
  return (await getMove.run(operations, {}))!
}

const rowsHere = () => allEntries(operations.store, 'owner')
const feedsHere = async () =>
  (await operations.store.feeds.list('owner')).map(({ url, folder, title }) => [url, folder, title]).sort()

const placesHere = async (address: string) => {
  const feed = (await operations.store.feeds.list('owner')).find(({ url }) => url === address)
  return feed?.folders ?? [feed?.folder]
}

test('Fever: a feed in several groups is in all of them here', async () => {
  await move('fever', {
    '/?api&groups': {
      api_version: 3,
      auth: 1,
      groups: [
        { id: 1, title: 'World' },
        { id: 2, title: 'Sea' },
      ],
    },
    '/?api&feeds': {
      api_version: 3,
      auth: 1,
      feeds: [{ id: 7, title: 'A', url: 'https://a.example/feed' }],
      feeds_groups: [
        { group_id: 1, feed_ids: '7' },
        { group_id: 2, feed_ids: '7,8' },
      ],
    },
    '/?api&items': { api_version: 3, auth: 1, items: [], total_items: 0 },
  })
  assert.deepEqual(await placesHere('https://a.example/feed'), ['World', 'Sea'])
  await close()
})

describe('servers of the Google Reader API', () => {
  const item = (id: string, feed: string, more: object = {}) => ({
    id: `tag:google.com,2005:reader/item/${id}`,
    title: `Piers ＆ quays ${id}`,
    published: 1_619_870_400 + Number(id),
    alternate: [{ href: `https://a.example/${id}` }],
    summary: { content: '<p>Mended.</p>' },
    origin: { streamId: feed },
    categories: ['user/-/state/com.google/reading-list', 'user/-/label/World'],
    ...more,
  })
  const starred = { categories: ['user/7/state/com.google/starred', 'user/7/label/Harbor'] }
  const list = (id: string, url: string, label: string) => ({
    id,
    url,
    title: 'A',
    categories: [{ id: `user/-/label/${label}`, label }],
  })

  test('others: a feed in several folders is in all of them here', async () => {
    const api = '/reader/api/0'
    const labels = ['World', 'Uncategorized', 'Sea'].map((label) => ({ id: `user/-/label/${label}`, label }))
    await move('greader', {
      '/accounts/ClientLogin': 'Auth=ada/abc\n',
      [`${api}/subscription/list`]: {
        subscriptions: [{ ...list('feed/1', 'https://a.example/feed', ''), categories: labels }],
      },
      [`${api}/stream/contents`]: { items: [] },
    })
    assert.deepEqual(await placesHere('https://a.example/feed'), ['World', 'Sea'])
    await close()
  })

  test('FreshRSS: paths with bare slashes, pages, folders that are no labels, and stars of feeds that were left', async () => {
    const api = '/api/greader.php'
    const contents = `${api}/reader/api/0/stream/contents`
    const view = await move('freshrss', {
      [`${api}/accounts/ClientLogin`]: 'SID=x\nAuth=ada/abc\n',
      [`${api}/reader/api/0/subscription/list`]: {
        subscriptions: [
          list('feed/52', 'https://a.example/feed', 'World'),
          list('feed/7', 'https://b.example/feed', 'Uncategorized'),
        ],
      },
      [`${contents}/feed/52?output=json&r=o&n=100&c=9`]: { items: [item('2', 'feed/52')] },
      [`${contents}/feed/52`]: {
        items: [item('1', 'feed/52', { categories: ['user/-/label/World', 'user/-/label/Sea'] })],
        continuation: '9',
      },
      [`${contents}/feed/7`]: { items: [] },
      [`${contents}/user/-/state/com.google/starred`]: {
        items: [
          item('3', 'feed/99', starred),
          item('4', 'feed/98', { ...starred, alternate: [] }),
          item('1', 'feed/52'),
        ],
      },
    })
    assert.ok(typeof view === 'object')
    assert.equal(headers.authorization, 'GoogleLogin auth=ada/abc')
    assert.deepEqual(await feedsHere().then((feeds) => feeds.filter(([url]) => url?.startsWith('https:'))), [
      ['https://a.example/feed', 'World', 'A'],
      ['https://b.example/feed', '', 'A'],
    ])
    assert.deepEqual(
      (await rowsHere()).map(({ title, isStarred }) => [title, isStarred]),
      [
        ['Piers & quays 3', true],
        ['Piers & quays 2', false],
        ['Piers & quays 1', true],
      ],
    )
    const saved = await listSaved.run(operations, { page: 1 })
    assert.deepEqual(
      saved.items.map(({ title, tags }) => [title, tags]),
      [
        ['Piers & quays 3', ['Harbor']],
        ['Piers & quays 1', ['Sea']],
      ],
    )
    assert.deepEqual([view.state, view.counts.links, view.counts.articles], ['done', 1, 2])
    assert.deepEqual(view.skipped, ['1 article of feeds that you no longer subscribe to there, without a star.'])
    await close()
  })

  test('ids that are URLs are encoded, and CommaFeed has its API at a place of its own', async () => {
    const api = '/rest/googlereader'
    await move('commafeed', {
      [`${api}/accounts/ClientLogin`]: 'Auth=x',
      [`${api}/reader/api/0/subscription/list`]: {
        subscriptions: [{ id: 'feed/https://a.example/f?a=1', title: 'A' }],
      },
      [`${api}/reader/api/0/stream/contents/feed/https%3A%2F%2Fa.example%2Ff%3Fa%3D1?`]: {
        items: [item('1', 'feed/https://a.example/f?a=1')],
      },
      [`${api}/reader/api/0/stream/contents/user/-/state/com.google/starred`]: { items: [] },
    })
    assert.deepEqual((await rowsHere()).length, 1)
    assert.deepEqual((await feedsHere())[0]?.[0], 'https://a.example/f?a=1')
    await close()
  })

  test('a refused password, a redirect and no JSON are said in words', async () => {
    const login = '/accounts/ClientLogin'
    assert.match(String(await move('greader', { [login]: 'Error=BadAuthentication' })), /name or password/)
    assert.match(String(await move('greader', { [login]: 403 })), /name or password/)
    assert.match(String(await move('greader', { [login]: 301 })), /redirects to https:\/\/else\.example\. Give that/)
    const broken = { [login]: 'Auth=x', '/reader/api/0/subscription/list': '<html>' }
    assert.match(String(await move('greader', broken)), /JSON/)
    await close()
  })
})

describe('Miniflux', () => {
  const entry = (id: number, more: object = {}) => ({
    ...{ id, feed_id: 1, status: 'unread', starred: false, title: `Pier ${id}`, url: `https://a.example/${id}` },
    ...{ published_at: '2021-05-01T12:00:00+02:00', content: '<p>Mended.</p>', author: 'A. Writer', tags: ['sea'] },
    ...more,
  })
  const feed = {
    id: 1,
    feed_url: 'https://a.example/feed',
    site_url: 'https://a.example/',
    title: 'A',
    category: { title: 'All' },
  }

  test('takes a token, and gives feeds with passwords, pictures by their own URLs, and the categories of the feed', async () => {
    const proxied = `http://rss.lan/proxy/${'x'.repeat(43)}=/${Buffer.from('https://a.example/p.jpg?a=1').toString('base64url')}`
    const view = await move(
      'miniflux',
      {
        '/v1/feeds': [
          feed,
          { ...feed, id: 2, feed_url: 'https://b.example/feed', username: 'ada', password: 'sea' },
          { id: 3, title: 'X', feed_url: '' },
        ],
        '/v1/entries?order=id&direction=asc&limit=200&after_entry_id=0&': {
          total: 2,
          entries: [entry(1, { content: `<p>Mended.</p><img src="${proxied}">` }), entry(2, { url: '', content: '' })],
        },
        '/v1/entries': { total: 0, entries: [] },
      },
      '',
      `${origin}/v1/`,
    )
    assert.ok(typeof view === 'object')
    assert.equal(headers['x-auth-token'], 'lamp')
    assert.deepEqual(
      (await feedsHere()).map(([url]) => url),
      ['https://a.example/feed', 'https://ada:sea@b.example/feed'],
    )
    const [row] = await rowsHere()
    assert.deepEqual([row?.title, row?.publishedAt], ['Pier 1', '2021-05-01T10:00:00.000Z'])
    const stored = await operations.store.entries.find('owner', row!.id)
    assert.equal(stored?.entry.contentHtml, '<p>Mended.</p><img src="https://a.example/p.jpg?a=1">')
    assert.deepEqual([stored?.entry.categories, stored?.entry.authors], [['sea'], [{ name: 'A. Writer' }]])
    assert.deepEqual(view.skipped, [
      '1 article without a link and without a text.',
      'X: “” isn’t the web address of a feed.'.replace('’', "'"),
    ])
    await close()
  })

  test('that is away for a moment is asked again, and the move continues where it was', async () => {
    const page = (after: number) => `/v1/entries?order=id&direction=asc&limit=200&after_entry_id=${after}&`
    const working = {
      '/v1/feeds': [feed],
      [page(0)]: { total: 2, entries: [entry(1)] },
      [page(1)]: { total: 1, entries: [entry(2)] },
      [page(2)]: { total: 0, entries: [] },
    }
    const view = await move('miniflux', { ...working, [page(1)]: 503 })
    assert.ok(typeof view === 'object')
    assert.deepEqual([view.state, view.counts.articles], ['running', 1])
    assert.match(view.trouble ?? '', /503/)
    answers = working
    asked = []
    assert.equal((await continueMove(operations, () => {})).kind, 'ended')
    const after = (await getMove.run(operations, {}))!
    assert.deepEqual([after.state, after.counts.articles, after.trouble], ['done', 2, undefined])
    assert.deepEqual(
      asked.map((path) => /after_entry_id=(\d+)/.exec(path)?.[1]),
      [undefined, '1', '2'],
    )
    await close()
  })
})
