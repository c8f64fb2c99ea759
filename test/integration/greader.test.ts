import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { longId } from '../../src/greader/item-id.ts'
import type { Item } from '../../src/greader/streams.ts'
import { makeApiToken } from '../../src/operations/accounts/access-keys.ts'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { mute } from '../../src/operations/library/mute.ts'
import { serve } from '../loopback-server.ts'
import { dialects, skipReason } from './databases.ts'
import { ago, type GreaderInstance, openGreaderInstance, type Program, readerName } from './greader-instance.ts'
import { parsed, polled } from './store-fixtures.ts'

const api = '/api/greader.php/reader/api/0'
const readingList = 'user/-/state/com.google/reading-list'
const read = 'user/-/state/com.google/read'
const starred = 'user/-/state/com.google/starred'

for (const dialect of dialects)
  describe(`the Google Reader API on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let instance: GreaderInstance
    let program: Program
    let auth = ''

    before(async () => {
      instance = await openGreaderInstance(dialect)
      program = instance.program()
      const body = `Email=${encodeURIComponent(readerName)}&Passwd=${instance.password}&output=json`
      auth = ((await (await program('POST', '/accounts/ClientLogin', { body })).json()) as { Auth: string }).Auth
    })
    after(() => instance.close())

    const headers = () => ({ authorization: `GoogleLogin auth=${auth}` })
    const get = (path: string) => program('GET', api + path, { headers: headers() })
    const post = (path: string, body = '') => program('POST', api + path, { body, headers: headers() })
    const ids = async (query: string) => {
      const answer = await get(`/stream/items/ids?${query}`)
      assert.equal(answer.status, 200)
      return (await answer.json()) as { itemRefs: { id: string }[]; continuation?: string }
    }
    const listed = async (query: string) => (await ids(query)).itemRefs.map(({ id }) => id)
    const items = async (path: string) => ((await (await get(path)).json()) as { items: Item[] }).items
    const context = () => ({
      ...instance.context.operations,
      reader: { id: instance.readerId, name: readerName, role: 'reader' as const },
    })

    test('a list is paged to its end, every item once, stories first, in the order of arrival', async () => {
      for (const [stream, count] of [
        [readingList, 31],
        ['feed/2', 25],
        ['user/-/label/Local', 25],
        ['user/-/label/Today, once each', 1],
      ] as const)
        for (const order of ['n', 'o']) {
          const found: string[] = []
          let continuation: string | undefined = ''
          for (let pages = 0; pages < 40 && continuation !== undefined; pages += 1) {
            const page: Awaited<ReturnType<typeof ids>> = await ids(
              `s=${encodeURIComponent(stream)}&n=4&r=${order}&c=${continuation}`,
            )
            assert.ok(page.itemRefs.length <= 4)
            found.push(...page.itemRefs.map(({ id }) => id))
            continuation = page.continuation
          }
          assert.equal(new Set(found).size, count)
          assert.equal(found.length, count)
          const numbers = found.map(BigInt).filter((number) => number < 2n ** 62n)
          assert.deepEqual(
            numbers,
            numbers.toSorted((a, b) => Number(order === 'n' ? b - a : a - b)),
          )
          if (stream === readingList) assert.equal(found[0], String(instance.story.number))
        }
    })

    test('what arrived after a time, and before one, is told apart', async () => {
      const seconds = (time: string) => Math.floor(Date.parse(time) / 1000)
      const { added } = await instance.context.operations.store.feeds.addMany(
        instance.readerId,
        [{ url: 'https://late.example/' }],
        ago(0),
      )
      await instance.context.operations.store.feeds.savePolls([
        parsed(added[0]!, [polled({ key: 'late', publishedAt: ago(5000) })], ago(1)),
      ])
      const late = (await listed(`s=feed/${added[0]}`))[0]!
      assert.deepEqual(await listed(`s=${readingList}&ot=${seconds(ago(30))}`), [String(instance.story.number), late])
      assert.ok(!(await listed(`s=${readingList}&nt=${seconds(ago(30))}&n=100`)).includes(late))
      assert.deepEqual(await listed(`s=${readingList}&ot=${seconds(ago(-60))}`), [])
      await post('/subscription/edit', `ac=unsubscribe&s=feed/${added[0]}`)
    })

    test('an item has what its feed said, made safe, and links that are pictures where the reader wants them', async () => {
      const { store } = instance.context.operations
      const feed = (await store.feeds.list(instance.readerId)).find(({ title }) => title === 'Odd & Co')!
      const html =
        '<p onclick="x()">Words <script>alert(1)</script><img src="https://odd.example/a.png" alt="A &quot;b&quot;"></p>'
      const entry = { ...polled({ key: 'html', publishedAt: ago(100) }).entry, contentHtml: html }
      await store.feeds.savePolls([parsed(feed.id, [{ entry, contentHash: 'h', text: () => 'Words' }], ago(90))])
      await setPreferences.run(context(), { preferences: { images: 'ask' } })
      const [item] = await items(`/stream/contents/feed%2F${feed.id}?n=1`)
      assert.match(
        item!.summary.content,
        /^<p>Words <a href="https:\/\/odd\.example\/a\.png"[^>]*>Picture: A "b"<\/a><\/p>$/,
      )
      assert.equal(item!.origin.title, feed.title)
      await setPreferences.run(context(), { preferences: { images: 'on' } })
      const [shown] = await items(`/stream/contents/feed%2F${feed.id}?n=1`)
      assert.match(
        shown!.summary.content,
        /^<p>Words <img src="https:\/\/news\.example\/api\/greader\.php\/pictures\/[\w.-]+" alt="A &quot;b&quot;"><\/p>$/,
      )
    })

    test('a story is an item with its brief, cited, and words of others cannot be markup', async () => {
      const [item] = await items('/stream/contents/user%2F-%2Flabel%2FToday%2C%20once%20each')
      assert.equal(item!.id, longId(instance.story.number))
      assert.equal(item!.canonical[0]?.href, `https://news.example/stories/${instance.story.id}`)
      assert.match(
        item!.summary.content,
        /The bridge was closed on Tuesday\. <a href="https:\/\/news\.example\/citations\/[^"]+\/0-33">\(The Outlet\)<\/a>/,
      )
      assert.match(item!.summary.content, /1 independent report · 1 article/)
      for (const [language, reports] of [
        ['fr', '1 récit indépendant'],
        ['de', '1 unabhängiger Bericht'],
        ['es', '1 información independiente'],
      ] as const) {
        await setPreferences.run(context(), { preferences: { language } })
        assert.ok((await items('/stream/contents/feed/0'))[0]!.summary.content.includes(reports), language)
      }
      await setPreferences.run(context(), { preferences: { language: 'auto' } })
    })

    test('a story is read, saved and unread by its number; a reader may do without stories', async () => {
      const story = String(instance.story.number)
      const isIn = async (query: string) => (await listed(query)).includes(story)
      await post('/edit-tag', `i=${story}&a=${read}&a=${starred}`)
      assert.equal(await isIn(`s=${readingList}&xt=${read}&n=99`), false)
      assert.equal(await isIn(`s=${starred}`), true)
      assert.equal(await isIn(`s=${read}&n=99`), true)
      assert.ok(await instance.context.operations.store.saves.has(instance.readerId, 'story', instance.story.id))
      assert.deepEqual((await items('/stream/contents/feed/0'))[0]!.categories, [
        readingList,
        read,
        starred,
        'user/-/label/Today, once each',
      ])
      await post('/edit-tag', `i=${story}&r=${read}&a=user/-/label/Bridges`)
      assert.deepEqual(await listed('s=user/-/label/Bridges'), [story])
      assert.deepEqual(await listed(`s=user/-/label/Bridges&xt=${read}`), [story])
      assert.deepEqual(await listed(`s=user/-/label/Bridges&it=${read}`), [])
      assert.equal((await post('/rename-tag', 's=user/-/label/Bridges&dest=user/-/label/Piers')).status, 200)
      assert.deepEqual(await listed('s=user/-/label/Piers'), [story])
      assert.equal((await post('/disable-tag', 't=Piers')).status, 200)
      await post('/edit-tag', `i=${story}&r=${starred}`)
      await post('/mark-all-as-read', `s=${readingList}&ts=${Date.parse(ago(600))}000`)
      assert.equal(await isIn(`s=${readingList}&xt=${read}&n=99`), true, 'it came later')
      await post('/mark-all-as-read', 's=feed/0')
      assert.equal(await isIn(`s=feed/0&xt=${read}`), false)
      await post('/edit-tag', `i=${story}&a=user/-/state/com.google/kept-unread`)

      assert.equal(await (await post('/subscription/edit', 'ac=unsubscribe&s=feed/0')).text(), 'OK')
      assert.deepEqual(await listed('s=feed/0'), [])
      assert.equal(await isIn(`s=${readingList}&n=99`), false)
      assert.ok(!(await (await get('/subscription/list')).text()).includes('feed/0'))
      assert.equal((await post('/subscription/edit', 'ac=edit&s=feed/0&t=x')).status, 400)
      await post('/subscription/edit', 'ac=subscribe&s=feed/0')
      assert.deepEqual(await listed('s=feed/0'), [story])
    })

    test('marking as read goes as far as the client had seen', async () => {
      const newest = (await items('/stream/contents/feed/2?n=1'))[0]!
      const { store } = instance.context.operations
      const feed = (await store.feeds.list(instance.readerId)).find(({ title }) => title === 'Local Desk')!
      await store.feeds.savePolls([parsed(feed.id, [polled({ key: 'new', publishedAt: ago(60) })], ago(50))])
      await post('/mark-all-as-read', `s=${encodeURIComponent(feed.url)}`)
      await post('/mark-all-as-read', `s=feed/${feed.id}&ts=${newest.timestampUsec}`)
      assert.equal((await listed(`s=feed/${feed.id}&xt=${read}`)).length, 1)
      assert.equal((await post('/mark-all-as-read', 's=nonsense')).status, 400)
      await post('/mark-all-as-read', `s=feed/${encodeURIComponent(feed.url)}`)
      assert.deepEqual(await listed(`s=feed/${feed.id}&xt=${read}`), [])
    })

    test('a time that is none marks nothing', async () => {
      const feed = (await instance.context.operations.store.feeds.list(instance.readerId)).find(
        ({ title }) => title === 'Local Desk',
      )!
      const [id = ''] = await listed(`s=feed/${feed.id}&n=1`)
      await post('/edit-tag', `i=${id}&r=${read}`)
      for (const ts of ['never', '-1', '1e15', '1795885739123456789000', '2026-11-28T00:00:00Z'])
        assert.equal((await post('/mark-all-as-read', `s=feed/${feed.id}&ts=${ts}`)).status, 400, ts)
      assert.deepEqual(await listed(`s=feed/${feed.id}&xt=${read}`), [id])
      assert.equal((await post('/mark-all-as-read', `s=feed/${feed.id}&ts=`)).status, 200)
      assert.deepEqual(await listed(`s=feed/${feed.id}&xt=${read}`), [])
    })

    test('tags are put on many at once, marked read as far as was seen, and one that cannot be changes nothing', async () => {
      const some = (await items('/stream/contents/feed/2?n=10')).map((item) => ({
        id: String(Number.parseInt(item.id.slice(-16), 16)),
        usec: item.timestampUsec,
      }))
      const named = some.map(({ id }) => `i=${id}`).join('&')
      const label = (name: string) => `user/-/label/${name}`
      for (const bad of ['x'.repeat(61), '\u0301'])
        assert.equal((await post('/edit-tag', `${named}&a=${encodeURIComponent(label(bad))}`)).status, 400)
      assert.deepEqual(await listed(`s=${starred}`), [])
      assert.equal((await post('/edit-tag', `${named}&a=${label('harbor')}&a=${label('sea')}`)).status, 200)
      const sorted = (given: readonly string[]) => given.toSorted((a, b) => Number(a) - Number(b))
      assert.deepEqual(sorted(await listed(`s=${label('sea')}`)), sorted(some.map(({ id }) => id)))
      await post('/edit-tag', `${named}&r=${read}`)
      const [newest] = some.toSorted((a, b) => Number(b.usec) - Number(a.usec))
      await post('/mark-all-as-read', `s=${label('sea')}&ts=${Number(newest!.usec) - 60_000_000}`)
      const isLater = some.filter(({ usec }) => Number(usec) > Number(newest!.usec) - 60_000_000)
      assert.deepEqual(
        sorted(await listed(`s=${label('sea')}&xt=${read}`)),
        sorted(isLater.map(({ id }) => id)),
        'what came later was not seen',
      )
      const many = Array.from({ length: 21 }, (_, at) => `&r=${label(`n${at}`)}`).join('')
      assert.equal((await post('/edit-tag', `${named}&r=${label('sea')}${many}`)).status, 400)
      assert.deepEqual(sorted(await listed(`s=${label('sea')}`)), sorted(some.map(({ id }) => id)))
      await post('/edit-tag', `${named}&r=${label('sea')}&r=${label('harbor')}&r=${starred}`)
      assert.deepEqual(await listed(`s=${label('sea')}`), [])
    })

    test('what a reader mutes does not come, but for what they starred', async () => {
      await mute.run(context(), mute.input.parse({ kind: 'word', target: 'Title 1-7', label: 'x', period: 'day' }))
      const muted = (await instance.context.operations.store.entries.rows(instance.readerId, instance.entries)).find(
        ({ title }) => title === 'Title 1-7',
      )!
      assert.ok(!(await listed(`s=${readingList}&n=100`)).includes(muted.id))
      await post('/edit-tag', `i=${muted.id}&a=${starred}`)
      assert.ok((await listed(`s=${starred}`)).includes(muted.id))
      await post('/edit-tag', `i=${muted.id}&r=${starred}`)
    })

    test('a feed is added by its address or by that of a page, and put where it is wanted', async () => {
      const feed =
        '<rss version="2.0"><channel><title>Harbor</title><item><guid>1</guid><title>A</title></item></channel></rss>'
      const origin = await serve((request, response) => {
        const isFeed = request.url === '/feed.xml'
        response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html')
        response.end(isFeed ? feed : '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>x</p>')
      })
      const added = (await (
        await post('/subscription/quickadd', `quickadd=${encodeURIComponent(`${origin}/`)}`)
      ).json()) as Record<string, unknown>
      assert.equal(added.numResults, 1)
      assert.match(String(added.streamId), /^feed\/\d+$/)
      const subscribe = `ac=subscribe&s=feed/${encodeURIComponent(`${origin}/feed.xml?again`)}&a=user/-/label/Sea&t=Waves`
      assert.equal(await (await post('/subscription/edit', subscribe)).text(), 'OK')
      const { subscriptions } = (await (await get('/subscription/list')).json()) as {
        subscriptions: { title: string; id: string; categories: { label: string }[] }[]
      }
      const waves = subscriptions.find(({ title }) => title === 'Waves')!
      assert.deepEqual(
        waves.categories.map(({ label }) => label),
        ['Sea'],
      )
      assert.equal((await post('/disable-tag', 's=user/-/label/Sea')).status, 200)
      for (const id of [waves.id, String(added.streamId)]) await post('/subscription/edit', `ac=unsubscribe&s=${id}`)
      assert.equal((await post('/subscription/edit', `ac=edit&s=${waves.id}&t=Gone`)).status, 404)
      assert.equal((await post('/subscription/edit', 'ac=subscribe&s=feed/http://127.0.0.1:1/')).status, 400)
      assert.equal((await post('/subscription/import', 'no opml')).status, 400)
    })

    test('who has not signed in, or may not, is told so', async () => {
      assert.equal((await program('GET', `${api}/tag/list`)).status, 401)
      assert.equal((await program('GET', `${api}/tag/list`, { headers: { cookie: 'session=x' } })).status, 401)
      assert.equal(
        (await program('GET', `${api}/tag/list`, { headers: { authorization: 'GoogleLogin auth=x.y' } })).status,
        401,
      )
      const bad = await program('POST', '/accounts/ClientLogin', { body: 'Email=x&Passwd=y' })
      assert.deepEqual([bad.status, await bad.text()], [401, 'Error=BadAuthentication\n'])
      const statusFor = async (scopes: readonly ('read' | 'write')[], method: string, path: string) => {
        const key = await makeApiToken.run(context(), { name: 'x', scopes: [...scopes] })
        const made = { headers: { authorization: `Bearer ${key!.secret}` } }
        return (await program(method, api + path, method === 'POST' ? { ...made, body: `i=1&a=${read}` } : made)).status
      }
      assert.equal(await statusFor(['write'], 'GET', '/stream/items/ids'), 200)
      assert.equal(await statusFor(['read'], 'POST', '/edit-tag'), 403)
      assert.ok(!instance.logged.join('\n').includes(auth))
    })

    test('what cannot be is said, and nothing is changed', async () => {
      for (const [status, path, body] of [
        [400, '/edit-tag', `a=${read}`],
        [400, '/edit-tag', `i=x&a=${read}`],
        [400, '/edit-tag', `i=1&a=${read}&r=${read}`],
        [400, '/edit-tag', `${'i=1&'.repeat(10_001)}a=${read}`],
        [400, '/stream/items/contents', `i=${'9'.repeat(30)}`],
        [400, '/stream/items/ids?s=nonsense', ''],
        [400, '/rename-tag', 's=user/-/label/Local'],
        [400, '/rename-tag', 's=user/-/label/Today, once each&dest=user/-/label/x'],
        [404, '/rename-tag', 's=user/-/label/None&dest=user/-/label/x'],
        [413, '/edit-tag', `i=${'1'.repeat(2_000_001)}`],
        [404, '/no/such/call', ''],
      ] as const)
        assert.equal((await post(path, body)).status, status, `${path} ${body.slice(0, 60)}`)
      assert.equal((await get('/edit-tag')).status, 405)
      assert.equal((await get('/subscription/import')).status, 405)
    })

    test('nothing that is sent breaks it', { skip: dialect !== 'sqlite' }, async () => {
      const calls = [
        'stream/items/ids',
        'stream/items/contents',
        'stream/contents',
        'edit-tag',
        'mark-all-as-read',
        'rename-tag',
        'disable-tag',
        'unread-count',
        'tag/list',
        'subscription/edit',
        'subscription/import',
        'token',
        'x',
      ]
      const word = fc.oneof(
        fc.constantFrom(
          's',
          'i',
          'a',
          'r',
          'n',
          'c',
          'ot',
          'nt',
          'ts',
          'xt',
          'it',
          't',
          'dest',
          'ac',
          'edit',
          readingList,
          read,
          starred,
          'feed/1',
          'feed/0',
          'user/-/label/Local',
          's5',
          't1',
          'e',
          '=',
          '&',
          '%',
          '4611686018427387904',
        ),
        fc.string({ maxLength: 12 }),
      )
      const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(''))
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...calls),
          fc.constantFrom('GET', 'POST', 'PUT'),
          text,
          text,
          fc.boolean(),
          async (call, method, query, body, isJson) => {
            const type = { 'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' }
            const path = `${api}/${call}?${query.replaceAll('#', '')}`
            const answer = await program(method, path, {
              headers: { ...headers(), ...type },
              ...(method !== 'GET' && { body }),
            })
            await answer.text()
            assert.ok(answer.status < 500, `${answer.status}: ${method} ${path} ${body}`)
          },
        ),
        { numRuns: 300 },
      )
    })

    test('who marks the stories of a page before asking for the next passes none over', async () => {
      await post('/mark-all-as-read', `s=${readingList}`)
      for (const place of [1, 2, 3, 4]) await instance.tellStory(place)
      const numbers = await listed(`s=${encodeURIComponent('user/-/label/Today, once each')}&n=99`)
      assert.ok(numbers.length >= 4)
      await post('/edit-tag', `r=${read}${numbers.map((number) => `&i=${number}`).join('')}`)
      const found: string[] = []
      let continuation: string | undefined = ''
      for (let pages = 0; pages < 9 && continuation !== undefined; pages += 1) {
        const query: string = `s=${encodeURIComponent(readingList)}&xt=${read}&n=2&c=${continuation}`
        const page: Awaited<ReturnType<typeof ids>> = await ids(query)
        const some = page.itemRefs.map(({ id }) => id)
        if (some.length > 0) await post('/edit-tag', `a=${read}&i=${some.join('&i=')}`)
        found.push(...some)
        continuation = page.continuation
      }
      assert.deepEqual(found.toSorted(), numbers.toSorted())
    })
  })
