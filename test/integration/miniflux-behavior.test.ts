import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import { makeApiToken } from '../../src/operations/accounts/access-keys.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance, readerName } from './feed-reader-instance.ts'
import { at } from './store-fixtures.ts'

type Category = { readonly id: number; readonly title: string; readonly hide_globally: boolean }
type Ids = { readonly total: number; readonly entry_ids: readonly number[] }

/** What apps made for Miniflux rely on, each thing once. */
for (const dialect of dialects)
  describe(`as apps know Miniflux, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let face: ProgramApi
    let token: string
    let ownerToken: string

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      face = minifluxApi(made.programInstance)
      token = await made.apiToken('write')
      const owner = { ...made.context, reader: { id: 'owner', name: 'owner', role: 'owner' as const } }
      ownerToken = (await makeApiToken.run(owner, { name: 'App', scopes: ['admin', 'write'] }))!.secret
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    const call = (method: string, path: string, body?: unknown, as = token) =>
      askFace(face, `/v1${path}`, {
        method,
        headers: { 'x-auth-token': as },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const told = async <Told>(method: string, path: string, body?: unknown, as = token): Promise<Told> => {
      const answer = await call(method, path, body, as)
      assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
      return (await answer.json()) as Told
    }
    const refusal = async (method: string, path: string, body?: unknown, as = token) => {
      const answer = await call(method, path, body, as)
      return [answer.status, ((await answer.json()) as { error_message: string }).error_message] as const
    }
    const categories = () => told<readonly Category[]>('GET', '/categories')
    const ids = (query: string) => told<Ids>('GET', `/entries/ids${query}`)

    test('a category keeps its number when it is renamed, and when its old name is given again', async () => {
      const world = (await categories()).find(({ title }) => title === 'World')!
      const renamed = await told<Category>('PUT', `/categories/${world.id}`, { title: 'Everywhere' })
      assert.deepEqual(renamed, { ...world, title: 'Everywhere' })
      const again = await told<Category>('POST', '/categories', { title: 'World' })
      assert.notEqual(again.id, world.id)
      assert.equal((await told<{ total: number }>('GET', `/categories/${world.id}/entries`)).total, 60)
      assert.equal((await call('DELETE', `/categories/${world.id}`)).status, 204)
      assert.equal((await categories()).find(({ title }) => title === 'World')?.id, again.id, 'It stays its own')
      const back = await told<Category>('POST', '/categories', { title: 'Everywhere' })
      assert.equal(back.id, world.id, 'What comes back has the number it had')
      await told('PUT', `/feeds/${made.world}`, { category_id: back.id })
      assert.equal((await call('DELETE', `/categories/${again.id}`)).status, 204)
    })

    test('a category is hidden from lists of everything when it is made or later, and stays so under another name', async () => {
      const hidden = await told<Category>('POST', '/categories', { title: 'Aside', hide_globally: true })
      assert.equal(hidden.hide_globally, true)
      const renamed = await told<Category>('PUT', `/categories/${hidden.id}`, { title: 'Asides' })
      assert.deepEqual([renamed.id, renamed.title, renamed.hide_globally], [hidden.id, 'Asides', true])
      await told('PUT', `/feeds/${made.local}`, { category_id: hidden.id })
      const total = async (query: string) => (await told<{ total: number }>('GET', `/entries?limit=1${query}`)).total
      assert.deepEqual([await total(''), await total('&globally_visible=true')], [63, 60])
      const shown = await told<Category>('PUT', `/categories/${hidden.id}`, { hide_globally: false })
      assert.deepEqual(shown, { ...renamed, hide_globally: false })
      assert.equal(await total('&globally_visible=true'), 63)
      assert.equal((await refusal('PUT', '/categories/1', { hide_globally: true }))[0], 400)
      const feed = await told<{ category: Category }>('GET', `/feeds/${made.local}`)
      assert.equal(feed.category.id, hidden.id)
    })

    test('what is in no category is in the one called All, before the others', async () => {
      const [first] = await categories()
      assert.deepEqual([first?.id, first?.title], [1, 'All'])
    })

    test('ids come alone, the newest first, in pages, narrowed as entries are', async () => {
      const all = [...made.worldIds, ...made.localIds].map(Number).toSorted((a, b) => b - a)
      assert.deepEqual(await ids(''), { total: 63, entry_ids: all })
      assert.deepEqual(await ids('?limit=5&offset=60'), { total: 63, entry_ids: all.slice(60) })
      assert.deepEqual(await ids('?limit=0&direction=asc'), { total: 63, entry_ids: all.toReversed() })
      const [star] = made.localIds
      await made.store.entries.setStarred('ada', star!, true, at(3))
      assert.deepEqual(await ids('?starred=true'), { total: 1, entry_ids: [Number(star)] })
      assert.equal((await ids('?status=unread&search=w17')).total, 1)
      assert.equal((await ids('?status=removed')).total, 0)
      assert.equal((await refusal('GET', '/entries/ids?status=invalid'))[0], 400)
      assert.equal((await call('GET', '/entries/ids', undefined, 'x')).status, 401)
    })

    test('where there is nothing to subscribe to, discovering says that nothing was found', async () => {
      const site = await serve((request, response) => {
        response.writeHead(request.url === '/closed' ? 401 : request.url === '/' ? 200 : 404, {
          'content-type': 'text/html',
        })
        response.end('<html><body>A page</body></html>')
      })
      for (const path of ['/', '/closed', '/none'])
        assert.equal((await refusal('POST', '/discover', { url: `${site}${path}` }))[0], 404, path)
      assert.equal((await refusal('POST', '/discover', { url: 'no address' }))[0], 400)
    })

    test('the version says all that an app may look at, and is one that has these routes', async () => {
      const version = await told<Record<string, string>>('GET', '/version')
      assert.ok(Object.values(version).every((value) => value.length > 0))
      assert.deepEqual([version.version, version.build_date], ['2.3.2', '2026-03-01T08:00:00.000Z'])
    })

    test('accounts are told by number and by name to who runs the instance alone', async () => {
      const me = await told<{ id: number }>('GET', '/me')
      for (const path of [`/users/${me.id}`, `/users/${encodeURIComponent(readerName)}`, '/users'])
        assert.equal((await refusal('GET', path))[0], 403, path)
      const owner = await told<{ id: number; is_admin: boolean }>('GET', '/me', undefined, ownerToken)
      assert.equal(owner.is_admin, true)
      for (const path of [`/users/${owner.id}`, '/users/owner'])
        assert.deepEqual(await told('GET', path, undefined, ownerToken), owner)
      const ada = await told<{ id: number }>('GET', `/users/${me.id}`, undefined, ownerToken)
      assert.equal(ada.id, me.id)
      assert.equal((await refusal('GET', '/users/99', undefined, ownerToken))[0], 404)
    })

    test('what a setting of a feed would do is never taken in silence', async () => {
      const feed = await told<Record<string, unknown>>('GET', `/feeds/${made.local}`)
      const change = (given: object) => refusal('PUT', `/feeds/${made.local}`, given)
      for (const [name, value] of Object.entries({
        scraper_rules: 'article',
        crawler: true,
        disabled: true,
        ignore_http_cache: true,
        hide_globally: true,
        username: 'x',
        site_url: 'https://x.example/',
      })) {
        assert.deepEqual(await change({ [name]: value }), [
          400,
          `${name} cannot be set for one feed here. Leave it out: nothing was changed.`,
        ])
        const added = await refusal('POST', '/feeds', { feed_url: 'https://new.example/feed', [name]: value })
        assert.equal(added[0], 400, name)
      }
      assert.deepEqual(await told('GET', `/feeds/${made.local}`), feed)
      // Apps send a feed back as they were told it.
      assert.deepEqual(await told('PUT', `/feeds/${made.local}`, feed), feed)
      assert.equal(
        (await change({ feed_url: 'https://world.example/feed' }))[0],
        400,
        'Nor the address of another feed',
      )
    })

    test('a feed’s cookie and user agent are set, kept secret, and removed', async () => {
      const asked: (readonly [cookie: string | undefined, agent: string | undefined])[] = []
      const site = await serve((request, response) => {
        const { cookie, 'user-agent': agent } = request.headers
        asked.push([cookie, agent])
        response.writeHead(200, { 'content-type': 'application/rss+xml' })
        response.end('<rss version="2.0"><channel><title>Paid</title><item><title>A</title></item></channel></rss>')
      })
      type Feed = { readonly id: number; readonly cookie: string; readonly user_agent: string }
      const given = { feed_url: `${site}/feed`, cookie: 'session=a' }
      const { feed_id: id } = await told<{ feed_id: number }>('POST', '/feeds', given)
      assert.equal(asked.at(-1)?.[0], 'session=a')
      const feed = await told<Feed>('GET', `/feeds/${id}`)
      assert.deepEqual([feed.cookie, feed.user_agent], ['•••', ''])
      assert.deepEqual(await told('PUT', `/feeds/${id}`, feed), feed)
      assert.equal((await refusal('POST', '/feeds', { ...given, cookie: 'session=b' }))[0], 400)
      assert.deepEqual(await told('PUT', `/feeds/${id}`, { user_agent: 'Mine/1' }), { ...feed, user_agent: '•••' })
      assert.deepEqual(asked.at(-1), ['session=a', 'Mine/1'])
      const bad = { title: 'Other', cookie: 'a\nb' }
      assert.match((await refusal('PUT', `/feeds/${id}`, bad))[1], /^The value of “Cookie” .* Nothing was changed\.$/)
      const without = { ...feed, cookie: '' }
      assert.deepEqual(await told('PUT', `/feeds/${id}`, { cookie: '', user_agent: '' }), without)
      assert.deepEqual(await told('GET', `/feeds/${id}`), without)
    })

    test('what would run or load something on our pages is refused, and so is what only a person may do', async () => {
      const { id } = await told<{ id: number }>('GET', '/me')
      for (const name of ['custom_js', 'stylesheet', 'external_font_hosts'])
        assert.equal((await refusal('PUT', `/users/${id}`, { [name]: 'fonts.example' }))[0], 400, name)
      await told('PUT', `/users/${id}`, { custom_js: '', theme: 'dark_serif' })
      const [entry] = made.worldIds
      for (const [method, path] of [
        ['POST', '/users'],
        ['DELETE', `/users/${id}`],
        ['POST', '/api-keys'],
        ['PUT', `/entries/${entry}`],
        ['POST', `/feeds/${made.world}/entries/import`],
      ] as const) {
        const [status, why] = await refusal(method, path, {}, ownerToken)
        assert.equal(status, 403, path)
        assert.match(why, /^[A-Z].{20,}/)
      }
    })
  })
