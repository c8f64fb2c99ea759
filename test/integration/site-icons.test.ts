import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ownerId } from '../../src/core/reader-identity.ts'
import { openGreader } from '../../src/greader/open-greader.ts'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import { getFeedIcon, listFeedIcons } from '../../src/operations/feeds/feed-icons.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance } from './feed-reader-instance.ts'
import { at } from './store-fixtures.ts'

const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([32, 0, 32, 0, 0, 0, 0, 0x3b])], 50)
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

for (const dialect of dialects)
  describe(`icons of sites on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let asked: string[]
    let origin: string
    /** A feed of a site whose pages are below a path. */
    let addFeed: (site: string) => Promise<string>

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      asked = []
      origin = await serve((request, response) => {
        asked.push(request.url!)
        const answer = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body)
        switch (request.url) {
          case '/plain/':
            return answer('text/html', '<link rel="icon" href="/plain/icon.gif">')
          case '/plain/icon.gif':
            return answer('image/gif', gif)
          case '/bad/':
            return answer('text/html', '<link rel=icon href=drawn><link rel=icon href=large.gif>')
          case '/bad/drawn':
            return answer('image/gif', svg)
          case '/bad/large.gif':
            return answer('image/gif', Buffer.concat([gif], 2 ** 18 + 1))
        }
        return response.writeHead(404).end()
      })
      addFeed = async (site) => {
        const feed = { url: `${origin}${site}feed.xml?key=secret`, siteUrl: `${origin}${site}`, title: site }
        const { added } = await made.store.feeds.addMany('ada', [feed], at())
        return added[0]!
      }
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    test('a feed that names none has that of its site, kept after the first time, for its readers alone', async () => {
      const id = await addFeed('/plain/')
      const icon = await getFeedIcon.run(made.context, { id: id as never })
      assert.deepEqual([icon?.mediaType, icon?.bytes.length], ['image/gif', 50])
      assert.deepEqual(asked, ['/plain/', '/plain/icon.gif'])
      const token = await made.apiToken('write')
      const headers = { 'x-auth-token': token }
      const face = minifluxApi(made.programInstance)
      const feed = (await (await askFace(face, `/v1/feeds/${id}`, { headers })).json()) as { icon: { icon_id: number } }
      for (const path of [`/v1/feeds/${id}/icon`, `/v1/icons/${feed.icon.icon_id}`]) {
        const told = (await (await askFace(face, path, { headers })).json()) as Record<string, unknown>
        const data = `image/gif;base64,${gif.toString('base64')}`
        assert.deepEqual(told, { id: Number(id), mime_type: 'image/gif', data })
      }
      const other = { ...made.context, reader: { id: 'bo', name: 'Bo', role: 'reader' as const } }
      assert.equal(await getFeedIcon.run(other, { id: id as never }), undefined)
      const owner = { ...made.context, reader: { id: ownerId, name: '', role: 'owner' as const } }
      assert.equal(await getFeedIcon.run(owner, { id: id as never }), undefined)
      const listed = await listFeedIcons.run(made.context, {})
      assert.ok(listed.some(({ feedId }) => feedId === id))
      assert.equal(asked.filter((path) => path.startsWith('/plain')).length, 2, 'It was fetched once')
    })

    test('an app of the Google Reader API is told where it is, and loads it without signing in', async () => {
      const face = openGreader(made.programInstance)
      const token = await made.apiToken('write')
      const list = await askFace(face, '/api/greader.php/reader/api/0/subscription/list', {}, { bearer: token })
      const { subscriptions } = (await list.json()) as { subscriptions: { title: string; iconUrl: string }[] }
      const { iconUrl } = subscriptions.find(({ title }) => title === '/plain/')!
      const { pathname } = new URL(iconUrl)
      const answer = await askFace(face, pathname)
      assert.deepEqual(
        [answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')],
        [200, 'image/gif', 'nosniff'],
      )
      assert.equal((await answer.arrayBuffer()).byteLength, 50)
      const count = asked.length
      for (const wrong of [`${pathname}x`, pathname.replace(/\.[^.]+$/, ''), `${pathname.slice(0, -1)}-`])
        assert.equal((await askFace(face, wrong)).status, 404, wrong)
      assert.equal(asked.length, count, 'Nobody is asked at the word of who was told nothing')
    })

    test('a drawing that may run script and a file too large are none, and the site is not asked again', async () => {
      const id = await addFeed('/bad/')
      assert.equal(await getFeedIcon.run(made.context, { id: id as never }), undefined)
      assert.deepEqual(asked.slice(-4), ['/bad/', '/bad/drawn', '/bad/large.gif', '/favicon.ico'])
      const count = asked.length
      made.clock.at += 3_600_000
      assert.equal(await getFeedIcon.run(made.context, { id: id as never }), undefined)
      assert.equal(asked.length, count)
      assert.ok(asked.every((path) => !path.includes('secret')))
    })
  })
