import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { makeDatabase } from './databases.ts'
import { openInstance, type Visitor } from './instance-walk.ts'

test('a browser in which somebody signed in does not wait for those who guess from its address', async () => {
  const database = await makeDatabase('sqlite')
  const instance = await openInstance(database.url)
  const { operations } = instance.context
  const ownerPassword = 'a lamp beside the harbor'
  const signIn = (visitor: Visitor, name: string, password: string) => visitor.post('/sign-in', { name, password })
  for (const [name, word] of [
    ['Mira', ownerPassword],
    ['Noor', 'a new long one'],
  ] as const)
    await addAccount.run(operations, { name, role: 'reader', password: word })
  const password = 'a new long one'
  const behindProxy = () => instance.visitor('198.51.100.9')
  const [home, guesser, other] = [behindProxy(), behindProxy(), behindProxy()]
  for (const [visitor, name, word] of [
    [home, 'Noor', password],
    [other, 'Mira', ownerPassword],
  ] as const) {
    assert.equal((await signIn(visitor, name, word)).status, 303)
    await visitor.post('/sign-out', {})
    assert.equal((await visitor.get('/settings/account')).status, 303)
  }
  for (let i = 0; i < 10; i++) assert.equal((await signIn(guesser, 'Noor', `guess ${i}`)).status, 401)
  assert.equal((await signIn(guesser, 'Noor', password)).status, 429)
  guesser.cookies.set('known', `${'x'.repeat(16)}.${'y'.repeat(43)}`)
  assert.equal((await signIn(guesser, 'Noor', password)).status, 429, 'one that was made up')
  assert.equal((await signIn(other, 'Noor', password)).status, 429, 'one of another')
  for (let i = 0; i < 3; i++) assert.equal((await signIn(home, 'Noor', `slip ${i}`)).status, 401)
  assert.equal((await signIn(home, 'Noor', password)).status, 303)
  await home.post('/sign-out', {})
  for (let i = 0; i < 10; i++) await signIn(home, 'Noor', `stolen ${i}`)
  assert.equal((await signIn(home, 'Noor', password)).status, 429, 'it has ten tries as everybody')
  await instance.close()
  await database.remove()
})
