import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Account } from '../../src/core/account.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const at = '2026-03-12T12:00:00.000Z'
const later = '2026-03-12T13:00:00.000Z'

for (const dialect of dialects)
  describe(`accounts on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    const account = (id: string, role: Account['role'] = 'reader', name = id): Account => ({
      id,
      name,
      role,
      createdAt: at,
    })
    const openedBy = (readerId: string, id: string) =>
      store.sessions.add(
        { id, readerId, means: 'password', browser: '', createdAt: at, seenAt: at, expiresAt: later },
        `hash-${id}`,
      )

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('the owner is there from the beginning, with no means to sign in', async () => {
      const [owner, ...others] = await store.accounts.list()
      assert.deepEqual([owner?.id, owner?.name, owner?.role, others.length], ['owner', 'owner', 'owner', 0])
      assert.ok(!Number.isNaN(Date.parse(owner!.createdAt)))
      assert.equal(await store.accounts.hasSignInMethod(), false)
    })

    test('a name is held by one account in any case', async () => {
      assert.equal(await store.accounts.add(account('one', 'reader', 'Ada Lind')), 'done')
      assert.equal(await store.accounts.add(account('two', 'reader', 'ADA  LIND')), 'name-taken')
      assert.equal((await store.accounts.findByName('ada lind'))?.id, 'one')
      assert.equal(await store.accounts.rename('owner', 'Ada lind'), 'name-taken')
      assert.equal(await store.accounts.rename('one', 'ADA LIND'), 'done')
    })

    test('of names that look alike and are chosen at once one is held', async () => {
      const looks = ['Paul', 'Pаul', 'Рaul', 'Pau1', 'PauI', 'ꓑaul', 'Pɑul', 'Ꮲaul']
      const added = await Promise.all(looks.map((name, i) => store.accounts.add(account(`look ${i}`, 'reader', name))))
      assert.equal(added.filter((one) => one === 'done').length, 1)
      for (const i of looks.keys()) await store.accounts.add(account(`other ${i}`, 'reader', `other ${i} there`))
      const renamed = await Promise.all(
        looks.map((_, i) => store.accounts.rename(`other ${i}`, looks[i]!.replace('ul', 'la'))),
      )
      assert.equal(renamed.filter((one) => one === 'done').length, 1)
    })

    test('the instance is claimed once', async () => {
      const claimed = await Promise.all(
        ['Mira', 'Nobody'].map((name) => store.accounts.claim('owner', name, `hash of ${name}`, at)),
      )
      assert.deepEqual(claimed.toSorted(), [false, true])
      assert.equal(await store.accounts.hasSignInMethod(), true)
      assert.equal(await store.accounts.claim('owner', 'Third', 'hash', at), false)
    })

    test('the last owner stays, whoever asks at once', async () => {
      assert.equal(await store.accounts.setRole('owner', 'reader'), 'last-owner')
      assert.equal(await store.accounts.setDisabled('owner', at), 'last-owner')
      await store.accounts.add(account('co-owner', 'owner'))
      const both = await Promise.all([
        store.accounts.setRole('owner', 'reader'),
        store.accounts.setRole('co-owner', 'reader'),
      ])
      assert.deepEqual(both.toSorted(), ['done', 'last-owner'])
      await store.accounts.setRole('owner', 'owner')
    })

    test('a session is found until it is over, its account disabled or its role changed', async () => {
      await store.accounts.add(account('sitting'))
      await openedBy('sitting', 's1')
      assert.equal((await store.sessions.find('hash-s1', at))?.account.id, 'sitting')
      assert.equal(await store.sessions.find('hash-s1', later), undefined)
      assert.equal(await store.sessions.remove('one', 's1'), false, 'not of another reader')
      await store.accounts.setDisabled('sitting', at)
      assert.equal(await store.sessions.find('hash-s1', at), undefined)
      await store.accounts.setDisabled('sitting', undefined)
      assert.equal(await store.sessions.find('hash-s1', at), undefined, 'it does not come back')
      await openedBy('sitting', 's2')
      await store.accounts.setRole('sitting', 'moderator')
      assert.equal(await store.sessions.find('hash-s2', at), undefined)
      await openedBy('sitting', 's3')
      await openedBy('sitting', 's4')
      await store.accounts.setPassword('sitting', 'new', at, 's4')
      assert.deepEqual(
        (await store.sessions.list('sitting', at)).map(({ id }) => id),
        ['s4'],
      )
    })

    test('of a password that is changed and one that signs in by it, whoever comes second is refused', async () => {
      await store.accounts.add(account('changing'), { passwordHash: 'old' })
      const session = (id: string) => ({
        ...{ id, readerId: 'changing', means: 'password', browser: '' },
        ...{ createdAt: at, seenAt: at, expiresAt: later },
      })
      for (let round = 0; round < 10; round++) {
        const [from, to] = [round === 0 ? 'old' : `new ${round - 1}`, `new ${round}`]
        await Promise.all([
          store.sessions.addByPassword(session(`before ${round}`), `hash-before ${round}`, from),
          round % 2
            ? store.accounts.setPassword('changing', to, at)
            : store.accounts.changePassword('changing', from, to, at),
          store.sessions.addByPassword(session(`after ${round}`), `hash-after ${round}`, from),
        ])
        assert.deepEqual(await store.sessions.list('changing', at), [], 'none is left that an old password opened')
      }
      assert.equal(await store.accounts.changePassword('changing', 'old', 'of a thief', at), false)
      assert.equal(await store.accounts.changePassword('changing', undefined, 'of a thief', at), false)
      assert.equal(await store.sessions.addByPassword(session('now'), 'hash-now', 'new 9'), true)
    })

    test('an invitation of an owner who is none any more opens nothing', async () => {
      await store.accounts.add(account('parting', 'owner'))
      const invitation = {
        id: 'i9',
        readerId: 'parting',
        role: 'owner',
        note: '',
        createdAt: at,
        expiresAt: later,
      } as const
      await store.invitations.add(invitation, 'hash-i9')
      const isOpen = async () => {
        const found = (await store.invitations.find('hash-i9', at)) !== undefined
        assert.equal(
          (await store.invitations.list(at)).some(({ id }) => id === 'i9'),
          found,
        )
        return found
      }
      assert.equal(await isOpen(), true)
      for (const part of [
        () => store.accounts.setRole('parting', 'reader'),
        () => store.accounts.setDisabled('parting', at),
      ]) {
        await part()
        assert.equal(await isOpen(), false)
        assert.equal(await store.accounts.add(account('back', 'owner'), { invitationId: 'i9' }), 'not-invited')
        await store.accounts.setRole('parting', 'owner')
      }
      await store.accounts.setRole('parting', 'reader')
      await store.invitations.remove('i9')
    })

    test('an invitation is used once', async () => {
      await store.invitations.add(
        { id: 'i1', readerId: 'owner', role: 'reader', note: 'for B', createdAt: at, expiresAt: later },
        'hash-i1',
      )
      assert.equal((await store.invitations.find('hash-i1', at))?.id, 'i1')
      assert.equal(await store.invitations.find('hash-i1', later), undefined)
      const both = await Promise.all(
        ['guest1', 'guest2'].map((id) => store.accounts.add(account(id), { invitationId: 'i1' })),
      )
      assert.deepEqual(both.toSorted(), ['done', 'not-invited'])
      assert.deepEqual(await store.invitations.list(at), [])
    })

    test('tries are counted in a window, all of them', async () => {
      const early = '2026-03-12T11:45:00.000Z'
      const counted = await Promise.all(Array.from({ length: 12 }, () => store.signInAttempts.count('k', at, early)))
      assert.deepEqual(
        counted.map(({ count }) => count).toSorted((a, b) => a - b),
        Array.from({ length: 12 }, (_, index) => index + 1),
      )
      assert.deepEqual(await store.signInAttempts.count('k', later, at), { count: 1, startedAt: later })
      await store.signInAttempts.forget('k')
      assert.equal((await store.signInAttempts.count('k', later, at)).count, 1)
    })

    test('a token of a program is found by its hash while its account may sign in', async () => {
      const token = { id: 't1', readerId: 'one', name: 'script', scopes: ['read'] as const, createdAt: at }
      await store.accessKeys.addToken(token, 'hash-t1')
      await store.accessKeys.touch('token', 't1', later)
      assert.deepEqual((await store.accessKeys.findToken('hash-t1', at))?.token, { ...token, seenAt: later })
      await store.accounts.setDisabled('one', at)
      assert.equal(await store.accessKeys.findToken('hash-t1', at), undefined)
      await store.accounts.setDisabled('one', undefined)
      assert.equal(await store.accessKeys.remove('token', 'owner', 't1'), false)
      assert.equal(await store.accessKeys.remove('token', 'one', 't1'), true)
      await store.accessKeys.addAppPassword({ id: 'a1', readerId: 'one', name: 'phone', createdAt: at }, 'hash-a1')
      assert.deepEqual(
        (await store.accessKeys.appPasswords('one')).map(({ name, hash }) => [name, hash]),
        [['phone', 'hash-a1']],
      )
    })

    test('what a program signs in with is known again only as it is now', async () => {
      const token = { id: 't2', readerId: 'one', name: 'script', scopes: ['read'] as const, createdAt: at }
      await store.accessKeys.addToken({ ...token, expiresAt: later }, 'hash-t2')
      assert.equal((await store.accessKeys.findToken('hash-t2', at))?.token.id, 't2')
      assert.equal(await store.accessKeys.findToken('hash-t2', later), undefined)
      assert.equal(
        (await store.accessKeys.findToken('hash-t2', at))?.account.name,
        (await store.accounts.find('one'))?.name,
      )
      await store.accessKeys.remove('token', 'one', 't2')
      assert.equal(await store.accessKeys.findToken('hash-t2', at), undefined)

      const byPassword = async () => (await store.accessKeys.findAppPasswordAccount('a2'))?.id
      assert.equal(await byPassword(), undefined)
      await store.accessKeys.addAppPassword({ id: 'a2', readerId: 'one', name: 'tablet', createdAt: at }, 'hash-a2')
      assert.deepEqual([await byPassword(), await byPassword()], ['one', 'one'])
      await store.accounts.setDisabled('one', at)
      assert.equal(await byPassword(), undefined)
      await store.accounts.setDisabled('one', undefined)
      assert.equal(await byPassword(), 'one')
      await store.accessKeys.remove('app-password', 'one', 'a2')
      assert.equal(await byPassword(), undefined)
    })

    test('settings of the instance are set, set anew and taken away', async () => {
      await store.instanceSettings.set('guests', 'read', at)
      await store.instanceSettings.set('guests', 'none', at)
      assert.equal(await store.instanceSettings.get('guests'), 'none')
      await store.instanceSettings.set('guests', undefined, at)
      assert.equal(await store.instanceSettings.get('guests'), undefined)
    })
  })
