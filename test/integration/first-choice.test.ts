import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeSetupCode } from '../../src/operations/accounts/owner-setup.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { chosen, openInstance, type Visitor } from './instance-walk.ts'

const ownerPassword = 'a lamp beside the harbor'

for (const dialect of dialects)
  describe(`the first choice on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let instance: Awaited<ReturnType<typeof openInstance>>
    let owner: Visitor

    before(async () => {
      database = await makeDatabase(dialect)
      const search = database.schema ? `?options=${encodeURIComponent(`-c search_path=${database.schema}`)}` : ''
      if (database.schema) await (await database.open()).close()
      instance = await openInstance(`${database.url}${search}`)
      owner = instance.visitor('127.0.0.1')
    })
    after(async () => {
      assert.deepEqual(instance.errors, [])
      await instance.close()
      await database.remove()
    })

    const statusOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).status

    test('before the first choice nobody is the owner, not even who sits at the machine', async () => {
      for (const visitor of [owner, instance.visitor('192.0.2.9')]) {
        for (const path of ['/', '/server', '/settings/account', '/settings/account/data.zip']) {
          const answer = await visitor.get(path)
          assert.equal(answer.status, 303, path)
          assert.equal(answer.headers.get('location'), '/setup')
        }
        const page = await visitor.get('/setup')
        assert.equal(page.status, 200)
        assert.match(await page.text(), /Open the link from the terminal[\s\S]*npm start account link/)
        assert.equal((await visitor.get('/', { accept: '*/*' })).status, 401)
        assert.equal((await visitor.post('/follow', { kind: 'topic', target: 'x' })).status, 401)
        assert.equal((await visitor.post('/setup', chosen('Thief', 'a long enough one'))).status, 403)
        assert.equal((await visitor.post('/setup', { who: 'only-me' })).status, 403)
        const guess = { ...chosen('Thief', 'a long enough one'), token: 'x'.repeat(43) }
        assert.equal((await visitor.post('/setup', guess)).status, 403)
        for (const path of ['/livez', '/favicon.svg', '/sw.js', '/manifest.webmanifest', '/offline'])
          assert.equal(await statusOf(visitor, path), 200, path)
      }
    })

    test('the owner comes in by link without a password, and by another link in another browser', async () => {
      const token = await instance.code()
      assert.match(await (await owner.get(`/setup?token=${token}`)).text(), /Only me on this machine/)
      const answer = await owner.post('/setup', { token, who: 'only-me' })
      assert.equal(answer.headers.get('location'), '/')
      assert.equal(await statusOf(owner, '/server'), 200)
      const other = instance.visitor('192.0.2.7')
      assert.equal((await other.post('/setup', { token, who: 'only-me' })).status, 403, 'a link works once')
      assert.equal(await statusOf(other, '/server'), 303)
      const next = await instance.code()
      const both = await Promise.all([1, 2].map(() => other.post('/setup', { token: next, who: 'only-me' })))
      assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 403])
      assert.equal(await statusOf(other, '/server'), 200)
      const late = await instance.code()
      instance.pass(24 * 60 + 1)
      assert.equal((await other.post('/setup', { token: late, who: 'only-me' })).status, 403, 'for a day')
      await other.post('/sign-out', {})
      const out = await other.get('/sign-in')
      assert.equal(out.headers.get('location'), '/setup')
      assert.match(await (await other.get('/setup')).text(), /without a password[\s\S]*npm start account link/)
    })

    test('ten wrong codes make no right one wait', async () => {
      const other = instance.visitor('198.51.100.77')
      const token = await instance.code()
      const tries = Array.from({ length: 12 }, () => other.get(`/setup?token=${'y'.repeat(43)}`))
      const statuses = (await Promise.all(tries)).map(({ status }) => status)
      assert.deepEqual([...new Set(statuses)].toSorted(), [403, 429])
      assert.equal((await other.get(`/setup?token=${token}`)).status, 200)
    })

    test('what was kept in a version that did not ask is still there for who opens the link', async () => {
      const { store } = instance.context.operations
      await store.instanceSettings.set('only-me', undefined, '2026-03-12T12:00:00Z')
      await store.feeds.addMany('owner', [{ url: 'https://courier.example/feed.xml' }], '2026-03-12T12:00:00Z')
      const visitor = instance.visitor('127.0.0.1')
      assert.match(await (await visitor.get('/setup')).text(), /that are already here stay/)
      await visitor.post('/setup', { token: await instance.code(), who: 'only-me' })
      assert.match(await (await visitor.get('/feeds')).text(), /courier\.example/)
    })
  })

test('an instance is set up from elsewhere by an address that works once', async () => {
  const database = await makeDatabase('sqlite')
  const instance = await openInstance(database.url)
  try {
    const first = (await makeSetupCode(instance.context.operations))!
    const token = (await makeSetupCode(instance.context.operations))!
    const visitor = instance.visitor('192.0.2.1')
    assert.equal((await visitor.get(`/setup?token=${first}`)).status, 403, 'another took its place')
    assert.equal((await visitor.get(`/setup?token=${token}`)).status, 200)
    assert.equal((await visitor.post('/setup', { ...chosen('Mira', ownerPassword), token })).status, 303)
    assert.equal((await visitor.get('/server/people')).status, 200)
    assert.equal(
      (await instance.visitor('192.0.2.2').post('/setup', { ...chosen('Two', ownerPassword), token })).status,
      404,
    )
    assert.equal(await makeSetupCode(instance.context.operations), undefined)
    assert.ok(!instance.logged.join('').includes(token))
  } finally {
    await instance.close()
    await database.remove()
  }
})
