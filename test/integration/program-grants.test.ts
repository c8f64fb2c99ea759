import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hashToken } from '../../src/credentials/token.ts'
import type { CheckedGrant } from '../../src/store/accounts/program-grants.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const start = Date.parse('2026-03-12T12:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const grant = (id: string, seconds = 0): CheckedGrant => ({
  id,
  readerId: 'ada',
  clientId: 'client',
  name: 'Assistant',
  redirectUri: 'http://localhost/callback',
  scopes: ['read'],
  resource: 'http://localhost/mcp',
  challenge: 'c',
  codeHash: hashToken(id),
  createdAt: at(seconds),
  expiresAt: at(seconds + 60),
})

for (const dialect of dialects)
  describe(`what readers allowed programs, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      await store.accounts.add({ id: 'ada', name: 'Ada', role: 'owner', createdAt: at(0) }, {})
      await store.accounts.add({ id: 'ben', name: 'Ben', role: 'reader', createdAt: at(0) }, {})
    })
    after(() => database.remove())

    const redeem = (one: CheckedGrant, refreshHash: string, hash: string) =>
      store.programGrants.rotate(
        one,
        undefined,
        { refreshHash, expiresAt: at(9_000), at: at(1) },
        { hash, expiresAt: at(3_600) },
      )

    test('a code is redeemed by one of two, and a refresh token is replaced by one of two', async () => {
      const one = grant('one')
      await store.programGrants.add(one, 50)
      assert.deepEqual(await store.programGrants.list('ada', at(0)), [], 'one that waits for its code isn’t listed')
      const both = await Promise.all([redeem(one, 'r1', 'a1'), redeem(one, 'r2', 'a2')])
      assert.deepEqual(both.toSorted(), [false, true])
      const { refreshHash } = (await store.programGrants.find('one'))!.grant
      const to = { refreshHash: 'r3', expiresAt: at(9_000), at: at(2) }
      const more = ['a3', 'a4'].map((hash) => ({ hash, expiresAt: at(3_600) }))
      const turns = await Promise.all(more.map((access) => store.programGrants.rotate(one, refreshHash, to, access)))
      assert.deepEqual(turns.toSorted(), [false, true])
      const { grant: now } = (await store.programGrants.find('one'))!
      assert.deepEqual([now.previousHash, now.refreshHash, now.rotatedAt], [refreshHash, 'r3', at(2)])
    })

    test('its access tokens are found with it, are few, and end with it', async () => {
      const two = grant('two')
      await store.programGrants.add(two, 50)
      await redeem(two, 'r', 'first')
      assert.equal((await store.programGrants.findAccess('first'))?.account.id, 'ada')
      for (let count = 0; count < 25; count++)
        await store.programGrants.addAccess(two, { hash: `b${count}`, expiresAt: at(3_700 + count) }, at(3 + count))
      assert.equal(await store.programGrants.findAccess('first'), undefined, 'the oldest of too many')
      assert.ok(await store.programGrants.findAccess('b24'))
      assert.equal(await store.programGrants.end('two', 'ben'), false, 'it is not his')
      assert.equal(await store.programGrants.end('two', 'ada'), true)
      assert.equal(await store.programGrants.findAccess('b24'), undefined)
      assert.equal(await store.programGrants.addAccess(two, { hash: 'x', expiresAt: at(1) }, at(1)), false)
    })

    test('above fifty the one unused for longest ends, and those that waited in vain', async () => {
      for (let count = 0; count < 4; count++) {
        const one = grant(`many${count}`, count)
        await store.programGrants.add(one, 3)
        await store.programGrants.rotate(
          one,
          undefined,
          { refreshHash: `m${count}`, expiresAt: at(99_000), at: at(10 + count) },
          { hash: `h${count}`, expiresAt: at(3_600) },
        )
      }
      await store.programGrants.touch('many1', at(500))
      await store.programGrants.add(grant('last', 600), 3)
      const ids = (await store.programGrants.list('ada', at(600))).map(({ id }) => id)
      assert.deepEqual(ids, ['many3', 'many1'])
      await store.programGrants.add(grant('next', 700), 3)
      assert.equal(await store.programGrants.find('last'), undefined)
    })

    test('of an account that is suspended nothing opens', async () => {
      const his = { ...grant('his'), readerId: 'ben' }
      await store.programGrants.add(his, 50)
      await redeem(his, 'h', 'hers')
      await store.accounts.setDisabled('ben', at(3))
      assert.equal(await store.programGrants.findAccess('hers'), undefined)
      assert.equal((await store.programGrants.find('his'))?.account, undefined)
    })
  })
