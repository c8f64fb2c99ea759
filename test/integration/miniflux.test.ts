import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import '../fuzz-seed.ts'
import { minifluxApi, missingRoutes, servedRoutes } from '../../src/miniflux/miniflux-api.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance, readerName } from './feed-reader-instance.ts'
import { at, parsed, polled } from './store-fixtures.ts'

type Entry = {
  readonly id: number
  readonly status: string
  readonly starred: boolean
  readonly content: string
  readonly published_at: string
  readonly feed: { readonly title: string; readonly category: { readonly title: string } }
  readonly enclosures: readonly { readonly id: number; readonly media_progression: number }[]
}
type Entries = { readonly total: number; readonly entries: readonly Entry[] }
type Numbered = { readonly id: number; readonly title: string }

const feedText = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour talk</title><link>https://talk.example/</link>
<item><title>One</title><guid>1</guid></item></channel></rss>`

for (const dialect of dialects)
  describe(`Miniflux on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let face: ProgramApi
    let token: string
    let site: string

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      face = minifluxApi(made.programInstance)
      token = await made.apiToken('write')
      site = await serve((request, response) => {
        const isFeed = request.url === '/feed.xml'
        response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html')
        response.end(
          isFeed
            ? feedText
            : `<!doctype html><html><title>x</title>${request.url === '/none' ? '' : '<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="Talk">'}`,
        )
      })
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    const call = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
      askFace(face, `/v1${path}`, {
        method,
        headers: { 'x-auth-token': token, ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    const get = async <Found>(path: string): Promise<Found> => {
      const answer = await call('GET', path)
      assert.equal(answer.status, 200, `${path}: ${answer.status === 200 ? '' : await answer.text()}`)
      return (await answer.json()) as Found
    }
    const statusOf = async (method: string, path: string, body?: unknown) => (await call(method, path, body)).status
    const idsIn = ({ entries }: Entries) => entries.map(({ id }) => String(id))
    const allUnread = () =>
      made.store.entries.setRead(
        'ada',
        [...made.worldIds, ...made.localIds],
        false,
        new Date(made.clock.at).toISOString(),
      )
    const unread = async () => (await get<Entries>('/entries?status=unread&limit=1')).total

    test('serves 46 of the 52 routes, and says of each other one why not', async () => {
      assert.deepEqual([servedRoutes.length, missingRoutes.length], [46, 6])
      for (const { method, path } of missingRoutes) {
        const answer = await call(method, path.replaceAll(':id', '1'), {})
        assert.equal(answer.status, 403, path)
        assert.match(((await answer.json()) as { error_message: string }).error_message, /^[A-Z].{20,}/)
      }
    })

    test('lets in by token and by name and password, and nobody without', async () => {
      const password = await made.appPassword(false)
      const basic = (name: string, word: string) => ({
        'x-auth-token': '',
        authorization: `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}`,
      })
      const as = async (headers: Readonly<Record<string, string>>) =>
        (await askFace(face, '/v1/me', { headers })).status
      const { 'x-auth-token': _, ...right } = basic(readerName, password)
      assert.equal(await as(right), 200)
      assert.equal(await as(right), 200, 'It is known again')
      assert.equal(await as({ authorization: basic(readerName, 'x').authorization }), 401)
      assert.equal(await as({ authorization: 'Basic %%%' }), 401)
      assert.equal(await as({ 'x-auth-token': 'x' }), 401)
      assert.equal(await as({}), 401)
      const [made1] = await made.store.accessKeys.appPasswords('ada')
      await made.store.accessKeys.remove('app-password', 'ada', made1!.id)
      assert.equal(await as(right), 401, 'Its password is revoked')
      const reads = await made.apiToken('read')
      assert.equal(
        (await call('PUT', '/entries', { entry_ids: [1], status: 'read' }, { 'x-auth-token': reads })).status,
        403,
      )
    })

    test('tells who it acts for, and sets how things look', async () => {
      const me = await get<Record<string, unknown>>('/me')
      assert.deepEqual([me.username, me.is_admin, me.timezone], [readerName, false, 'UTC'])
      assert.equal(await statusOf('GET', `/users/${me.id}`), 403, 'A reader has /me')
      assert.equal(await statusOf('GET', `/users/${encodeURIComponent(readerName)}`), 403)
      assert.equal(await statusOf('GET', '/users'), 403)
      assert.equal(await statusOf('GET', '/users/somebody'), 403)
      const changed = await call('PUT', `/users/${me.id}`, {
        theme: 'dark_sans_serif',
        language: 'de_DE',
        entries_per_page: 20,
      })
      assert.equal(changed.status, 201)
      const { theme, language, entries_per_page } = (await changed.json()) as Record<string, unknown>
      assert.deepEqual([theme, language, entries_per_page], ['dark_sans_serif', 'de_DE', 100])
      assert.equal(await statusOf('PUT', `/users/${me.id}`, { theme: 'plaid' }), 400)
      assert.equal(await statusOf('PUT', `/users/${me.id}`, { language: 'es_ES' }), 201)
      assert.equal(await statusOf('PUT', `/users/${me.id}`, { language: 'xx_XX' }), 400)
      assert.equal(await statusOf('PUT', `/users/${me.id}`, { password: 'a new long password' }), 403)
      assert.equal(await statusOf('PUT', '/users/12345', { theme: 'dark_serif' }), 403)
      const keys = await get<readonly Record<string, unknown>[]>('/api-keys')
      assert.ok(keys.length > 0 && keys.every((key) => key.token === '' && key.description === 'App'))
      assert.equal((await get<Record<string, unknown>>('/version')).commit, 'twosource-9.9.9')
      assert.deepEqual(await get('/integrations/status'), { has_integrations: true })
    })

    test('has a folder for every category, also before a feed is in it', async () => {
      const titles = async () => (await get<readonly Numbered[]>('/categories')).map(({ title }) => title)
      assert.deepEqual(await titles(), ['All', 'World'])
      const added = (await (await call('POST', '/categories', { title: 'Sea' })).json()) as Numbered
      assert.equal(await statusOf('POST', '/categories', { title: 'Sea' }), 400)
      assert.equal(await statusOf('POST', '/categories', {}), 400)
      assert.deepEqual(await titles(), ['All', 'Sea', 'World'])
      const renamed = (await (await call('PUT', `/categories/${added.id}`, { title: 'Ocean' })).json()) as Numbered
      assert.deepEqual(await titles(), ['All', 'Ocean', 'World'])
      const moved = await call('PUT', `/feeds/${made.local}`, { title: 'Near', category_id: renamed.id })
      assert.equal(moved.status, 201)
      const feed = (await moved.json()) as { title: string; category: Numbered }
      assert.deepEqual([feed.title, feed.category.title], ['Near', 'Ocean'])
      const inIt = await get<readonly Numbered[]>(`/categories/${renamed.id}/feeds`)
      assert.deepEqual(
        inIt.map(({ id }) => String(id)),
        [made.local],
      )
      const counted =
        await get<readonly (Numbered & { feed_count: number; total_unread: number })[]>('/categories?counts=true')
      assert.deepEqual(
        counted.map(({ title, feed_count, total_unread }) => [title, feed_count, total_unread]),
        [
          ['All', 0, 0],
          ['Ocean', 1, 3],
          ['World', 1, 60],
        ],
      )
      assert.equal(await statusOf('DELETE', `/categories/${renamed.id}`), 204)
      assert.equal((await get<{ category: Numbered }>(`/feeds/${made.local}`)).category.id, 1, 'The feed stays')
      assert.deepEqual(await titles(), ['All', 'World'])
      assert.deepEqual(
        [await statusOf('DELETE', '/categories/1'), await statusOf('DELETE', '/categories/99')],
        [400, 404],
      )
      assert.equal(await statusOf('PUT', '/categories/1', { title: 'x' }), 400)
      assert.equal(await statusOf('PUT', '/categories/1/refresh'), 204)
    })

    test('finds feeds, subscribes, and ends a subscription', async () => {
      const found = await call('POST', '/discover', { url: `${site}/` })
      assert.deepEqual(await found.json(), [{ title: 'Talk', url: `${site}/feed.xml`, type: 'rss' }])
      const usual = (await (await call('POST', '/discover', { url: `${site}/none` })).json()) as { url: string }[]
      assert.equal(usual[0]!.url, `${site}/feed.xml`)
      const bare = await serve((_, response) => response.end('<html><body>None</body></html>'))
      assert.equal(await statusOf('POST', '/discover', { url: bare }), 404)
      assert.equal(await statusOf('POST', '/discover', {}), 400)
      const world = (await get<readonly Numbered[]>('/categories')).find(({ title }) => title === 'World')!
      const added = await call('POST', '/feeds', { feed_url: `${site}/feed.xml`, category_id: world.id })
      assert.equal(added.status, 201)
      const { feed_id: id } = (await added.json()) as { feed_id: number }
      const feed = await get<Record<string, unknown>>(`/feeds/${id}`)
      assert.deepEqual([feed.feed_url, (feed.category as Numbered).title], [`${site}/feed.xml`, 'World'])
      assert.equal((await get<readonly unknown[]>('/feeds')).length, 3)
      assert.equal(await statusOf('POST', '/feeds', { feed_url: `${site}/feed.xml` }), 400)
      assert.equal(await statusOf('POST', '/feeds', { feed_url: `${site}/feed.xml`, category_id: 77 }), 400)
      assert.equal(await statusOf('PUT', `/feeds/${id}/refresh`), 204)
      assert.equal(await statusOf('PUT', '/feeds/refresh'), 204)
      assert.equal(await statusOf('PUT', `/feeds/${id}`, { feed_url: 'https://other.example/' }), 400)
      assert.equal(await statusOf('DELETE', `/feeds/${id}`), 204)
      assert.equal(await statusOf('GET', `/feeds/${id}`), 404)
      assert.equal(await statusOf('DELETE', `/feeds/${id}`), 404)
      assert.equal(await statusOf('GET', `/feeds/${made.world}/icon`), 404, 'It names none')
    })

    test('takes subscriptions in and gives them out', async () => {
      const text = await (await call('GET', '/export')).text()
      assert.match(text, /<opml version="2.0">[\s\S]*xmlUrl="https:\/\/world.example\/feed"/)
      const answer = await call('POST', '/import', text)
      assert.deepEqual([answer.status, await answer.json()], [201, { message: 'Feeds imported successfully' }])
      assert.equal(await statusOf('POST', '/import', 'no OPML'), 400)
    })

    test('lists entries as they are asked for', async () => {
      await allUnread()
      const all = await get<Entries>('/entries?limit=0')
      assert.deepEqual([all.total, all.entries.length], [63, 63])
      const times = all.entries.map(({ published_at }) => published_at)
      assert.deepEqual(times, times.toSorted())
      const byNumber = [...made.worldIds, ...made.localIds].toSorted((a, b) => Number(a) - Number(b))
      assert.deepEqual(idsIn(await get('/entries?order=id&direction=desc&limit=10')), byNumber.slice(-10).toReversed())
      assert.deepEqual(idsIn(await get('/entries?order=id&limit=10&offset=60')), byNumber.slice(60))
      assert.deepEqual(idsIn(await get(`/entries?order=id&after_entry_id=${byNumber[60]}`)), byNumber.slice(61))
      assert.deepEqual(idsIn(await get(`/entries?order=id&before_entry_id=${byNumber[2]}`)), byNumber.slice(0, 2))
      assert.deepEqual(idsIn(await get(`/feeds/${made.local}/entries?order=id`)), made.localIds)
      assert.equal((await get<Entries>(`/entries?feed_id=${made.local}`)).total, 3)
      const world = (await get<readonly Numbered[]>('/categories')).find(({ title }) => title === 'World')!
      assert.equal((await get<Entries>(`/categories/${world.id}/entries`)).total, 60)
      assert.equal((await get<Entries>(`/entries?category_id=${world.id}&limit=5`)).entries.length, 5)
      assert.equal((await get<Entries>('/entries?category_id=1')).total, 3)
      const noon = Date.parse(at()) / 1000
      assert.equal((await get<Entries>(`/entries?published_after=${noon - 941 * 60}`)).total, 1)
      assert.equal((await get<Entries>(`/entries?before=${noon - 998 * 60}`)).total, 2)
      assert.equal((await get<Entries>(`/entries?changed_after=${noon + 30}&changed_before=${noon + 90}`)).total, 3)
      assert.equal((await get<Entries>('/entries?search=w17')).total, 1)
      assert.equal((await get<Entries>('/entries?status=removed')).total, 0)
      assert.equal((await get<Entries>('/entries?status=read&status=unread&starred=false&limit=1')).total, 63)
      // A client that narrows by nothing leaves the value empty.
      assert.equal((await get<Entries>('/entries?status=&order=&direction=&limit=1')).total, 63)
      for (const order of ['status', 'title', 'category_title', 'changed_at', 'created_at'])
        assert.equal((await get<Entries>(`/entries?order=${order}&direction=desc`)).entries.length, 63, order)
      for (const wrong of [
        'status=x',
        'order=x',
        'direction=x',
        'limit=-1',
        'offset=x',
        'category_id=99',
        'feed_id=99',
        'tags=x',
      ])
        assert.equal(await statusOf('GET', `/entries?${wrong}`), 400, wrong)
    })

    test('tells one entry, by itself and where it stands', async () => {
      const [id] = made.worldIds
      const entry = await get<Entry>(`/entries/${id}`)
      const shown =
        /^<p>Piers of w1\.<\/p><img src="http:\/\/house\.example\/api\/greader\.php\/pictures\/[\w.-]+" alt="A &quot;pier&quot;">$/
      assert.match(entry.content, shown)
      assert.deepEqual([entry.feed.title, entry.feed.category.title], ['World & Co', 'World'])
      assert.deepEqual(await get(`/feeds/${made.world}/entries/${id}`), entry)
      const world = (await get<readonly Numbered[]>('/categories')).find(({ title }) => title === 'World')!
      assert.deepEqual(await get(`/categories/${world.id}/entries/${id}`), entry)
      assert.equal(await statusOf('GET', `/feeds/${made.local}/entries/${id}`), 404)
      assert.equal(await statusOf('GET', `/categories/1/entries/${id}`), 404)
      assert.equal(await statusOf('GET', '/entries/999999'), 404)
      const { content } = await get<{ content: string }>(`/entries/${id}/fetch-content`)
      assert.equal(content, entry.content, 'Its page was not read: the text of the feed')
      assert.equal(await statusOf('POST', `/entries/${id}/save`), 400)
    })

    test('marks entries, feeds, categories and everything', async () => {
      await allUnread()
      const [id] = made.localIds
      assert.equal(await statusOf('PUT', '/entries', { entry_ids: [Number(id)], status: 'read' }), 204)
      assert.equal((await get<Entry>(`/entries/${id}`)).status, 'read')
      const many = [...Array.from({ length: 12_000 }, (_, index) => 1_000_000 + index), Number(id)]
      assert.equal(await statusOf('PUT', '/entries', { entry_ids: many, status: 'unread', starred: true }), 204)
      const { status, starred } = await get<Entry>(`/entries/${id}`)
      assert.deepEqual([status, starred], ['unread', true])
      assert.deepEqual(idsIn(await get('/entries?starred=true')), [id])
      assert.equal(await statusOf('PUT', `/entries/${id}/bookmark`), 204)
      assert.equal((await get<Entries>('/entries?starred=1')).total, 0)
      assert.equal(await statusOf('PUT', `/entries/${id}/star`), 204)
      assert.equal(await statusOf('PUT', `/entries/${id}/star`), 204)
      for (const wrong of [
        {},
        { entry_ids: [], status: 'read' },
        { entry_ids: ['x'], status: 'read' },
        { entry_ids: [1], status: 'removed' },
        { entry_ids: [1] },
        [],
        'no JSON',
      ])
        assert.equal(await statusOf('PUT', '/entries', wrong), 400, JSON.stringify(wrong))
      assert.equal(await statusOf('PUT', `/feeds/${made.local}/mark-all-as-read`), 204)
      assert.equal(await unread(), 60)
      assert.deepEqual(await get('/feeds/counters'), { reads: { [made.local]: 3 }, unreads: { [made.world]: 60 } })
      const world = (await get<readonly Numbered[]>('/categories')).find(({ title }) => title === 'World')!
      assert.equal(await statusOf('PUT', `/categories/${world.id}/mark-all-as-read`), 204)
      assert.equal(await unread(), 0)
      const read = { reads: { [made.local]: 3, [made.world]: 60 }, unreads: {} }
      assert.deepEqual([await get('/feeds/counters'), await get('/feeds/counters')], [read, read])
      await allUnread()
      assert.deepEqual(await get('/feeds/counters'), { reads: {}, unreads: { [made.local]: 3, [made.world]: 60 } })
      assert.equal(await statusOf('PUT', `/users/${(await get<Numbered>('/me')).id}/mark-all-as-read`), 204)
      assert.equal(await unread(), 0)
      assert.equal(await statusOf('PUT', '/users/12345/mark-all-as-read'), 403)
      for (const method of ['PUT', 'DELETE']) assert.equal(await statusOf(method, '/flush-history'), 202)
      assert.equal((await get<Entries>('/entries')).total, 63, 'Nothing is thrown away')
    })

    test('keeps how far a file was heard', async () => {
      const one = polled({ key: 'sound', publishedAt: at() })
      const entry = {
        ...one.entry,
        enclosures: [{ url: 'https://local.example/1.mp3', type: 'audio/mpeg', lengthBytes: 9 }],
      }
      await made.store.feeds.savePolls([parsed(made.local, [{ ...one, entry }], at(5))])
      const found = await get<Entries>(`/feeds/${made.local}/entries?order=id&direction=desc&limit=1`)
      const { id } = found.entries[0]!.enclosures[0]!
      assert.equal(await statusOf('PUT', `/enclosures/${id}`, { media_progression: 42 }), 204)
      const file = await get<Record<string, unknown>>(`/enclosures/${id}`)
      assert.deepEqual(
        [file.url, file.mime_type, file.size, file.media_progression],
        ['https://local.example/1.mp3', 'audio/mpeg', 9, 42],
      )
      assert.equal((await get<Entry>(`/entries/${found.entries[0]!.id}`)).enclosures[0]?.media_progression, 42)
      assert.equal(await statusOf('PUT', `/enclosures/${id}`, { media_progression: -1 }), 400)
      assert.deepEqual(
        [
          await statusOf('GET', `/enclosures/${id + 1}`),
          await statusOf('PUT', `/enclosures/${id + 1}`, { media_progression: 1 }),
        ],
        [404, 404],
      )
    })

    test('refuses what is no route, no method of it, and a body without end', async () => {
      assert.equal(await statusOf('GET', '/nothing'), 404)
      assert.equal(await statusOf('GET', '/entries/x'), 404)
      const wrong = await call('POST', '/me', {})
      assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'GET'])
      assert.equal(await statusOf('PUT', '/entries', 'x'.repeat(1_100_000)), 413)
      assert.equal((await askFace(face, '//v1//me', { headers: { 'x-auth-token': token } })).status, 200)
      assert.ok(face.owns('//v1/me') && !face.owns('/v12') && !face.owns('/') && face.owns('/v1/me'))
    })

    test('answers whatever it is asked', async () => {
      const path = fc.constantFrom(
        ...servedRoutes.filter(({ method }) => method !== 'DELETE').map(({ method, path }) => `${method} ${path}`),
      )
      const part = fc.oneof(
        fc.constantFrom('1', made.world, made.worldIds[0]!, '999999999999999', '0'),
        fc.string({ unit: 'binary', maxLength: 8 }),
      )
      const query = fc.array(
        fc.tuple(
          fc.constantFrom(
            'status',
            'order',
            'direction',
            'limit',
            'offset',
            'category_id',
            'feed_id',
            'after',
            'before_entry_id',
            'changed_after',
            'starred',
            'search',
            'counts',
          ),
          fc.oneof(
            fc.constantFrom('read', 'unread', 'id', 'desc', 'true', '0', '9'.repeat(13)),
            fc.nat(90).map(String),
            fc.string({ unit: 'binary', maxLength: 8 }),
          ),
        ),
        { maxLength: 4 },
      )
      const body = fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.string({ maxLength: 30 }),
        fc.constantFrom(
          '{"entry_ids":[1e300],"status":"read"}',
          '{"title":""}',
          '{"feed_url":"x:"}',
          '{"media_progression":1e99}',
        ),
      )
      await fc.assert(
        fc.asyncProperty(path, part, query, body, async (route, word, asked, given) => {
          const [method = '', pattern = ''] = route.split(' ')
          const to = `${pattern.replace(/:\w+/g, encodeURIComponent(word))}?${new URLSearchParams(asked)}`
          const answer = await call(method, to, method === 'GET' ? undefined : given)
          assert.ok([200, 201, 202, 204, 400, 403, 404, 405].includes(answer.status), `${route}: ${answer.status}`)
          await answer.arrayBuffer()
        }),
        { numRuns: dialect === 'sqlite' ? 80 : 20 },
      )
    })
  })
