import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { makeFeedAddress } from '../../src/operations/feeds/feed-addresses.ts'
import { brokenRules } from '../feed-rules/broken-rules.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { type FeedReaderInstance, openFeedReaderInstance } from './feed-reader-instance.ts'

const base = 'https://news.example.org'

for (const dialect of dialects)
  describe(`feeds for other programs on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let get: (kind: 'feeds' | 'folder' | 'starred' | 'saved', ending: string) => Promise<string>

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      const now = () => new Date(made.clock.at).toISOString()
      const web = openWeb(made.context, { version: '0.1.0', baseUrl: base, now })
      get = async (kind, ending) => {
        const target = kind === 'folder' ? 'World' : ''
        const address = await makeFeedAddress.run(made.context, { kind, target })
        assert.ok(address?.kind === 'made')
        const answer = await web.request(`${base}/feed/secret/${address.address.token}.${ending}`)
        assert.equal(answer.status, 200)
        return answer.text()
      }
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    test('a list of entries is as long as it is asked for, and says so in its own address', async () => {
      const count = (text: string) => text.match(/<entry[ >]/g)?.length
      assert.equal(count(await get('feeds', 'atom')), 20)
      const asked = await get('feeds', 'atom?n=63')
      assert.equal(count(asked), 63)
      assert.match(asked, /rel="self"[^>]*href="[^"]*\.atom\?n=63"/)
      assert.equal(count(await get('folder', 'atom?n=5')), 5)
      assert.equal(count(await get('feeds', 'atom?n=99999')), 63)
      assert.equal(count(await get('feeds', 'atom?n=x')), 20)
      assert.deepEqual(brokenRules('atom', asked), [])
    })

    test('a list without entries changed last when the instance began, at a time that can be', async () => {
      const since = await made.store.instance.since()
      assert.ok(Date.parse(since) > Date.parse('2020-01-01'))
      for (const kind of ['starred', 'saved'] as const) {
        const atom = await get(kind, 'atom')
        assert.equal(/<updated>([^<]*)<\/updated>/.exec(atom)?.[1], since)
        assert.equal(await get(kind, 'atom'), atom)
        const rss = await get(kind, 'rss')
        const date = /<lastBuildDate>([^<]*)<\/lastBuildDate>/.exec(rss)?.[1]
        assert.equal(Date.parse(date ?? ''), Math.floor(Date.parse(since) / 1000) * 1000)
        assert.deepEqual([...brokenRules('atom', atom), ...brokenRules('rss', rss)], [])
      }
    })
  })
