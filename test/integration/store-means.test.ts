import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const at = '2026-03-12T12:00:00.000Z'
const later = '2026-03-12T12:05:00.000Z'

for (const dialect of dialects)
  describe(`what readers sign in with on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    const passkey = (id: string, readerId: string, counter = 0) => ({
      id,
      readerId,
      publicKey: 'key',
      algorithm: 'ES256' as const,
      counter,
      name: id,
      createdAt: at,
    })
    const identity = (subject: string, readerId: string, issuer = 'https://id.example/') => ({
      issuer,
      subject,
      readerId,
      name: subject,
      createdAt: at,
    })

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      for (const id of ['one', 'two']) await store.accounts.add({ id, name: id, role: 'reader', createdAt: at })
    })
    after(() => database.remove())

    test('a passkey is a means to sign in, and belongs to one account', async () => {
      assert.equal(await store.accounts.hasSignInMethod(), false)
      assert.equal(await store.passkeys.add(passkey('key-1', 'one')), 'done')
      assert.equal(await store.accounts.hasSignInMethod(), true)
      assert.equal(await store.passkeys.add(passkey('key-1', 'two')), 'known')
      const found = await store.passkeys.find('key-1')
      assert.deepEqual([found?.account.id, found?.passkey.counter, found?.passkey.seenAt], ['one', 0, undefined])
      assert.deepEqual(await store.passkeys.list('two'), [])
    })

    test('a counter grows, or never counted', async () => {
      assert.deepEqual(
        [await store.passkeys.use('key-1', 0, at), await store.passkeys.use('key-1', 0, later)],
        [true, true],
      )
      assert.equal(await store.passkeys.use('key-1', 5, later), true)
      for (const counter of [5, 4, 0]) assert.equal(await store.passkeys.use('key-1', counter, later), false)
      const both = await Promise.all([store.passkeys.use('key-1', 6, later), store.passkeys.use('key-1', 6, later)])
      assert.deepEqual(both.toSorted(), [false, true])
      assert.equal((await store.passkeys.list('one'))[0]?.seenAt, later)
    })

    test('of two ways that are taken away at once one stays', async () => {
      await store.passkeys.add(passkey('key-2', 'one'))
      const removed = await Promise.all(['key-1', 'key-2'].map((id) => store.passkeys.remove('one', id, undefined)))
      assert.deepEqual(removed.toSorted(), ['done', 'last-means'])
      const [left] = await store.passkeys.list('one')
      assert.equal(await store.passkeys.remove('two', left!.id, undefined), 'not-there', 'nor does anybody else')
      await store.accounts.setPassword('one', 'hash', at)
      assert.equal(await store.passkeys.remove('one', left!.id, undefined), 'done')
    })

    test('an identity is of one account, and a means only while its issuer is asked', async () => {
      assert.equal(await store.identities.add(identity('subject', 'two')), 'done')
      assert.equal(await store.identities.add(identity('subject', 'two')), 'done')
      assert.equal(await store.identities.add(identity('subject', 'one')), 'taken')
      assert.equal(await store.identities.add(identity('subject', 'two', 'https://old.example/')), 'done')
      const issuer = 'https://id.example/'
      assert.equal((await store.identities.find(issuer, 'subject'))?.account.id, 'two')
      assert.equal(await store.identities.remove('two', issuer, 'subject', issuer), 'last-means')
      await store.passkeys.add(passkey('key-3', 'two'))
      assert.equal(await store.passkeys.remove('two', 'key-3', undefined), 'last-means', 'the issuer is asked no more')
      assert.equal(await store.identities.remove('two', 'https://old.example/', 'subject', issuer), 'done')
      assert.equal(await store.identities.remove('two', issuer, 'subject', issuer), 'done')
      assert.equal(await store.identities.find(issuer, 'subject'), undefined)
    })

    test('codes are used once each, by step and by hash', async () => {
      assert.equal(await store.codes.begin('one', 'SECRET', 10, ['a', 'b'], at), true)
      assert.equal(await store.codes.begin('one', 'OTHER', 10, ['c'], at), false)
      assert.equal(await store.codes.secret('one'), 'SECRET')
      const steps = await Promise.all([11, 11].map((step) => store.codes.useStep('one', step)))
      assert.deepEqual(steps.toSorted(), [false, true])
      assert.deepEqual([await store.codes.useStep('one', 10), await store.codes.useStep('two', 99)], [false, false])
      const hashes = await Promise.all(['a', 'a'].map((hash) => store.codes.useRecovery('one', hash)))
      assert.deepEqual(hashes.toSorted(), [false, true])
      assert.deepEqual([await store.codes.useRecovery('two', 'b'), await store.codes.countRecovery('one')], [false, 1])
      await store.codes.replaceRecovery('one', ['d', 'e', 'f'])
      assert.equal(await store.codes.countRecovery('one'), 3)
      assert.deepEqual([await store.codes.remove('one'), await store.codes.secret('one')], [true, undefined])
    })

    test('a step is of one kind, taken once, and over in time', async () => {
      const step = { kind: 'passkey', body: '{}', expiresAt: later }
      await store.steps.add(step, 'hash-1', at)
      assert.equal(await store.steps.find('code', 'hash-1', at), undefined)
      assert.equal(await store.steps.take('passkey', 'hash-1', later), undefined)
      const taken = await Promise.all([1, 2].map(() => store.steps.take('passkey', 'hash-1', at)))
      assert.deepEqual(taken.filter(Boolean), [step])
      await store.steps.add(step, 'hash-2', at)
      await store.steps.add({ ...step, expiresAt: '2026-03-12T13:00:00.000Z' }, 'hash-3', later)
      assert.equal(await store.steps.find('passkey', 'hash-2', at), undefined, 'those that are over are forgotten')
    })

    test('a reader who leaves takes all of it along, and none of its secrets is handed out', async () => {
      await store.passkeys.add(passkey('key-9', 'one'))
      await store.codes.begin('one', 'SECRET-9', 1, ['hash-9'], at)
      await store.identities.add(identity('subject-9', 'one'))
      await store.steps.add({ kind: 'code', readerId: 'one', body: '"secret-9"', expiresAt: later }, 'hash-9', at)
      const rows = JSON.stringify(await store.readerRows.list('one'))
      assert.doesNotMatch(rows, /SECRET-9|hash-9|secret-9|"key"/)
      assert.match(rows, /subject-9/)
      assert.equal(await store.readerRows.remove('one', 'remove'), 'done')
      assert.equal(await store.passkeys.find('key-9'), undefined)
      assert.equal(await store.codes.secret('one'), undefined)
    })
  })
