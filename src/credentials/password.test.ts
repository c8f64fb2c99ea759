import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { cost, hashPassword, verifyPassword } from './password.ts'

const cheap = { memoryKib: 64, passes: 1, lanes: 1 }

test('a password is hashed by Argon2id with at least 19 MiB and two passes, with a salt of its own', async () => {
  const [one, other] = await Promise.all([hashPassword('a long password'), hashPassword('a long password')])
  assert.match(one!, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(one, other)
  assert.ok(cost.memoryKib >= 19 * 1024 && cost.passes >= 2)
  const [, , , , salt, hash] = one!.split('$')
  const again = argon2Sync('argon2id', {
    message: 'a long password',
    nonce: Buffer.from(salt!, 'base64'),
    parallelism: 1,
    tagLength: 32,
    memory: 19_456,
    passes: 2,
  })
  assert.equal(again.toString('base64').replace(/=+$/, ''), hash)
})

test('the right password is right, another is wrong, and one letter is one letter however it is typed', async () => {
  const kept = await hashPassword('Crème brûlée')
  assert.deepEqual(await verifyPassword('Crème brûlée'.normalize('NFD'), kept), { isRight: true, isOutdated: false })
  assert.equal((await verifyPassword('crème brûlée', kept)).isRight, false)
  assert.equal((await verifyPassword('', kept)).isRight, false)
})

test('a hash that was made more cheaply is to be made anew', async () => {
  assert.deepEqual(await verifyPassword('word', await hashPassword('word', cheap)), { isRight: true, isOutdated: true })
})

test('without a hash, or with one that is none, nothing is right', async () => {
  for (const kept of [undefined, '', 'plain', '$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA'])
    assert.deepEqual(await verifyPassword('word', kept), { isRight: false, isOutdated: false })
})
