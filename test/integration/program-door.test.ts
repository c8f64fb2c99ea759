import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { instanceOwner, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { hashPassword } from '../../src/credentials/password.ts'
import { hashToken, newId, newToken } from '../../src/credentials/token.ts'
import { defineOperation, type OperationContext } from '../../src/operations/operation.ts'
import { openProgramAuthentication, type ProgramAuthentication } from '../../src/operations/program-authentication.ts'
import { runForProgram } from '../../src/operations/run-for-program.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const machine = { address: '127.0.0.1', isOwner: true }
const elsewhere = { address: '192.0.2.7', isOwner: false }
const start = Date.parse('2026-03-12T12:00:00Z')
const appPassword = 'abcdefghjkmnpqrstuvwxyz23'

for (const dialect of dialects)
  describe(`the door for programs on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let door: ProgramAuthentication
    const clock = { at: start }
    const logged: string[] = []
    const now = () => new Date(clock.at)

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      door = openProgramAuthentication({ store, now, log: (what, more) => logged.push(JSON.stringify([what, more])) })
    })
    after(() => database.remove())

    const roleOf = async (known: ReturnType<ProgramAuthentication['identify']>) => {
      const found = await known
      return found.kind === 'known' ? found.identity.role : found.kind
    }
    const logIn = (name: string, password: string, arrival = elsewhere) => door.logIn(name, password, arrival)
    const token = async (readerId: string, scopes: readonly ('read' | 'write' | 'admin')[], expiresAt?: string) => {
      const secret = newToken()
      const made = { id: newId(), readerId, name: 'x', scopes, createdAt: now().toISOString() }
      await store.accessKeys.addToken({ ...made, ...(expiresAt !== undefined && { expiresAt }) }, hashToken(secret))
      return secret
    }

    test('as long as nobody can sign in, whoever sits at the machine is the owner, and nobody else comes in', async () => {
      assert.deepEqual(await door.identify(machine), { kind: 'known', identity: instanceOwner })
      assert.equal(await roleOf(door.identify(elsewhere)), 'unknown')
      assert.equal(await roleOf(door.identify({ ...machine, bearer: '' })), 'unknown', 'a token that cannot be one')
      const entered = await logIn('anybody', 'anything', machine)
      assert.ok(entered.kind === 'known')
      assert.equal(await roleOf(door.byLogin(entered.token, machine)), 'owner')
      assert.equal(await roleOf(door.byLogin(entered.token, elsewhere)), 'unknown')
      assert.equal((await logIn('anybody', 'anything')).kind, 'unknown')
    })

    test('with an account the machine itself is asked who it is', async () => {
      const passwordHash = await hashPassword('a lamp beside the sea')
      const at = now().toISOString()
      await store.accounts.add({ id: 'ada', name: 'Ada', role: 'owner', createdAt: at }, { passwordHash })
      await store.accounts.add({ id: 'ben', name: 'Ben', role: 'reader', createdAt: at }, {})
      assert.equal(await roleOf(door.identify(machine)), 'unknown')
      assert.equal(await roleOf(door.byLogin('owner', machine)), 'unknown', 'the token of a house without accounts')
      assert.equal((await logIn('anybody', 'anything', machine)).kind, 'unknown')
    })

    test('a feed reader signs in with an app password, typed as people type, and only reads and marks', async () => {
      await store.accessKeys.addAppPassword(
        { id: 'phone', readerId: 'ada', name: 'Phone', createdAt: now().toISOString() },
        hashToken(appPassword),
      )
      for (const typed of [appPassword, appPassword.toUpperCase(), appPassword.replace(/.{5}(?=.)/g, '$&-')]) {
        const entered = await logIn(' ADA ', typed)
        assert.ok(entered.kind === 'known', typed)
        assert.deepEqual(entered.identity, { id: 'ada', name: 'Ada', role: 'reader', isProgram: true })
        assert.deepEqual(await door.byLogin(entered.token, elsewhere), { kind: 'known', identity: entered.identity })
        assert.ok(!logged.join().includes(entered.token.split('.')[1]!))
      }
      for (const [name, password] of [
        ['Ada', 'a lamp beside the sea'],
        ['Ada', ''],
        ['Ben', appPassword],
        ['', appPassword],
      ] as const)
        assert.equal((await logIn(name, password)).kind, 'unknown', `${name} ${password}`)
    })

    test('a token that was changed, or of another password, opens nothing', async () => {
      const entered = await logIn('Ada', appPassword)
      assert.ok(entered.kind === 'known')
      const [id = '', signature = ''] = entered.token.split('.')
      for (const bad of [
        '',
        '.',
        id,
        `${id}.`,
        `other.${signature}`,
        `${id}.${signature.slice(1)}`,
        `x${entered.token}`,
        'owner',
      ])
        assert.equal(await roleOf(door.byLogin(bad, elsewhere)), 'unknown', bad)
      assert.equal(
        await roleOf(openProgramAuthentication({ store, now, log: () => {} }).byLogin(entered.token, elsewhere)),
        'reader',
        'after a start',
      )
    })

    test('after ten wrong ones an address waits with the next, and who has a right one does not, there or elsewhere', async () => {
      const guess = () => door.logIn('Ada', 'wrong', { ...elsewhere, address: '192.0.2.66' })
      for (let count = 0; count < 10; count += 1) assert.equal((await guess()).kind, 'unknown')
      const answer = await guess()
      assert.ok(answer.kind === 'later' && answer.retryAfterSeconds > 0)
      assert.equal((await door.logIn('Ada', appPassword, { ...elsewhere, address: '192.0.2.66' })).kind, 'known')
      assert.equal((await logIn('Ada', appPassword)).kind, 'known')
      clock.at += 16 * 60_000
      assert.equal((await guess()).kind, 'unknown')
    })

    test('what was let in is out once its password is revoked or its account may not come in', async () => {
      const entered = await logIn('Ada', appPassword)
      assert.ok(entered.kind === 'known')
      await store.accessKeys.addAppPassword(
        { id: 'tablet', readerId: 'ben', name: 'Tablet', createdAt: now().toISOString() },
        hashToken('b'.repeat(25)),
      )
      const ben = await logIn('Ben', 'b'.repeat(25))
      assert.ok(ben.kind === 'known')
      assert.equal(await roleOf(door.byLogin(ben.token, elsewhere)), 'reader')
      await store.accounts.setDisabled('ben', now().toISOString())
      assert.equal(await roleOf(door.byLogin(ben.token, elsewhere)), 'unknown')
      assert.equal((await logIn('Ben', 'b'.repeat(25))).kind, 'unknown')
      await store.accessKeys.remove('app-password', 'ada', 'phone')
      assert.equal(await roleOf(door.byLogin(entered.token, elsewhere)), 'unknown')
    })

    test('a token acts in the least role of what it allows and what its maker may', async () => {
      const by = async (bearer: string) => roleOf(door.identify({ ...elsewhere, bearer }))
      assert.equal(await by(await token('ada', ['read'])), 'guest')
      assert.equal(await by(await token('ada', ['read', 'write'])), 'reader')
      assert.equal(await by(await token('ada', ['admin'])), 'owner')
      const known = await door.identify({ ...elsewhere, bearer: await token('ada', ['write']) })
      assert.ok(known.kind === 'known' && known.identity.id === 'ada' && known.identity.isProgram)
      assert.equal(await by(await token('ben', ['admin'])), 'unknown', 'an account that may not come in')
      const brief = await token('ada', ['admin'], new Date(clock.at + 60_000).toISOString())
      assert.equal(await by(brief), 'owner')
      clock.at += 120_000
      assert.equal(await by(brief), 'unknown', 'after its end')
      assert.equal(await by('never-made'), 'unknown')
    })

    test('without a token a program is a guest where guests may read, and nobody elsewhere', async () => {
      assert.equal(await roleOf(door.identify(elsewhere)), 'unknown')
      await store.instanceSettings.set('guests', 'read', now().toISOString())
      assert.equal(await roleOf(door.identify(elsewhere)), 'guest')
      assert.equal(await roleOf(door.identify(machine)), 'guest')
      assert.equal(await roleOf(door.identify({ ...elsewhere, bearer: '' })), 'unknown')
      await store.instanceSettings.set('guests', undefined, now().toISOString())
    })

    test('an operation is carried out, or it is said why not', async () => {
      const as = (reader: ReaderIdentity) => ({ store, reader, now }) as unknown as OperationContext
      const given = {
        name: 'count_feeds',
        summary: 'Counts feeds',
        input: z.object({ least: z.number().int().min(0), deep: z.object({ name: z.string() }).optional() }),
        run: async ({ store, reader }: OperationContext, { least }: { least: number }) => {
          const { length } = await store.feeds.list(reader.id)
          return length < least ? undefined : { length }
        },
      }
      const readers = defineOperation({ ...given, minRole: 'reader' })
      const peoples = defineOperation({ ...given, minRole: 'reader', isForPeople: true })
      const ada: ReaderIdentity = { id: 'ada', name: 'Ada', role: 'owner' }
      assert.deepEqual(await runForProgram(as(ada), readers, { least: 0 }), { kind: 'done', view: { length: 0 } })
      assert.deepEqual(await runForProgram(as(ada), readers, { least: 1 }), { kind: 'not-there' })
      assert.equal((await runForProgram(as({ ...ada, role: 'guest' }), readers, { least: 0 })).kind, 'not-permitted')
      assert.equal((await runForProgram(as({ ...ada, isProgram: true }), peoples, { least: 0 })).kind, 'not-permitted')
      assert.equal((await runForProgram(as(ada), peoples, { least: 0 })).kind, 'done')
      // Who may not ask is not told what is wrong with the question.
      assert.equal((await runForProgram(as({ ...ada, role: 'guest' }), readers, 'nonsense')).kind, 'not-permitted')
      const unusable = await runForProgram(as(ada), readers, { least: -1, deep: { name: 5 } })
      assert.ok(unusable.kind === 'unusable')
      assert.deepEqual(
        unusable.fields.map(({ path }) => path),
        ['least', 'deep.name'],
      )
      for (const input of [undefined, null, 'x', []])
        assert.equal((await runForProgram(as(ada), readers, input)).kind, 'unusable')
      const broken = defineOperation({ ...given, minRole: 'anyone', run: () => Promise.reject(new Error('ours')) })
      await assert.rejects(runForProgram(as(ada), broken, { least: 0 }), /ours/)
    })
  })
