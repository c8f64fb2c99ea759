import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { retryJobs } from '../../src/operations/admin/list-jobs.ts'
import { openProgramAuthentication } from '../../src/operations/program-authentication.ts'
import { mostTries } from '../../src/operations/throttle.ts'
import { startInstance } from '../sign-in/instance.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { openInstance, type Visitor } from './instance-walk.ts'

const password = 'a lamp beside the harbor'
const many = (name: (number: number) => string) => Array.from({ length: mostTries + 3 }, (_, number) => name(number))
const looked = <Status>(wrong: Status, refused: Status) => [
  ...Array.from({ length: mostTries }, () => wrong),
  ...Array.from({ length: 3 }, () => refused),
]

for (const dialect of dialects)
  describe(`one password after the other on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let instance: Awaited<ReturnType<typeof openInstance>>

    before(async () => {
      database = await makeDatabase(dialect)
      const search = database.schema ? `?options=${encodeURIComponent(`-c search_path=${database.schema}`)}` : ''
      if (database.schema) await (await database.open()).close()
      instance = await openInstance(`${database.url}${search}`)
      for (const name of ['Mira', 'Noor'])
        await addAccount.run(instance.context.operations, { name, role: 'reader', password })
    })
    after(async () => {
      await instance.close()
      await database.remove()
    })

    const signIn = async (visitor: Visitor, name: string, given = password) =>
      (await visitor.post('/sign-in', { name, password: given })).status
    const sprayed = async (visitor: Visitor, names: readonly string[]) => {
      const statuses: number[] = []
      for (const name of names) statuses.push(await signIn(visitor, name, 'spring2026spring'))
      return statuses
    }

    test('under ever other names makes an address wait after ten, and no other', async () => {
      const home = instance.visitor('198.51.100.9')
      assert.equal(await signIn(home, 'Mira'), 303)
      await home.post('/sign-out', {})
      const stranger = instance.visitor('198.51.100.9')
      assert.deepEqual(
        await sprayed(
          stranger,
          many((number) => `name ${number}`),
        ),
        looked(401, 429),
      )
      assert.equal(await signIn(stranger, 'Noor'), 429, 'the right one too')
      assert.equal(await signIn(home, 'Mira'), 303, 'a browser that signed in before does not wait for others')
      assert.equal(await signIn(instance.visitor('198.51.100.10'), 'Noor'), 303)
      instance.pass(16)
      assert.equal(await signIn(stranger, 'Noor'), 303)
    })

    test('counts all addresses of a /64 of IPv6 as one', async () => {
      const statuses: number[] = []
      for (const [number, name] of many((each) => `other ${each}`).entries())
        statuses.push(await signIn(instance.visitor(`2001:db8:1:2::${number + 1}`), name, 'spring2026spring'))
      assert.deepEqual(statuses, looked(401, 429))
      assert.equal(await signIn(instance.visitor('2001:db8:1:3::1'), 'Noor'), 303)
    })

    test('is not forgotten for who signs in to an account of their own in between', async () => {
      const address = '198.51.100.11'
      const statuses: number[] = []
      for (let number = 0; number < mostTries; number++) {
        assert.equal(await signIn(instance.visitor(address), 'Noor'), 303, 'a right one counts for nothing')
        statuses.push(await signIn(instance.visitor(address), `third ${number}`, 'spring2026spring'))
      }
      assert.deepEqual([...new Set(statuses)], [401])
      assert.equal(await signIn(instance.visitor(address), 'Noor'), 429)
    })

    test('in the apps for feed readers makes an address wait as well', async () => {
      const door = openProgramAuthentication(instance.context.operations)
      const arrival = { address: '198.51.100.12', isOwner: false }
      const kinds: string[] = []
      for (const name of many((number) => `app ${number}`)) kinds.push((await door.logIn(name, 'wrong', arrival)).kind)
      assert.deepEqual(kinds, looked('unknown', 'later'))
      assert.equal(
        (await door.byFeverKey('f'.repeat(32), arrival)).kind,
        'later',
        'the way it is asked makes no difference',
      )
    })

    test('jobs are tried again by their numbers; what is none is refused', async () => {
      for (const id of ['x', '1.5', '-1', '99999999999999999999', ''])
        assert.equal(retryJobs.input.safeParse({ ids: [id] }).success, false, id)
      assert.equal(await retryJobs.run(instance.context.operations, { ids: ['987654321'] }), 0)
      assert.equal(await instance.context.operations.store.jobs.retryFailed(['x'], new Date().toISOString()), 0)
    })
  })

test('behind a proxy that is believed each visitor waits for themselves', async () => {
  const instance = await startInstance(() => ({ TWOSOURCE_TRUSTED_PROXIES: '127.0.0.0/8, ::1' }))
  try {
    const signIn = async (from: string, name: string, given: string) =>
      (await instance.visitor().post('/sign-in', { name, password: given }, { 'x-forwarded-for': from })).status
    const statuses: number[] = []
    for (const [number, name] of many((each) => `name ${each}`).entries())
      statuses.push(await signIn(`192.0.2.${number}, 198.51.100.20`, name, 'spring2026spring'))
    assert.deepEqual(statuses, looked(401, 429), 'what the visitor says before the proxy counts for nothing')
    assert.equal(await signIn('198.51.100.21', 'Mira', 'a word that is wrong'), 401)
    assert.equal(await signIn('198.51.100.21', 'Mira', 'quiet harbor bridge at noon'), 303)
  } finally {
    await instance.close()
  }
})
