import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { smallDisk } from '../../lab/prove/full-disk/small-disk.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { until } from '../until.ts'
import { openInstance } from './instance-walk.ts'

const password = 'a lamp beside the harbor'

test('on a full disk people sign in and take their data out, and nothing else is kept', async (t) => {
  const disk = smallDisk(64)
  if ('why' in disk) return t.skip(disk.why)
  t.after(() => disk.remove())
  const file = join(disk.folder, 'twosource.db')
  const instance = await openInstance(file)
  t.after(() => instance.close())
  const { operations } = instance.context
  for (const [name, role] of [
    ['Olga', 'owner'],
    ['Mira', 'reader'],
  ] as const)
    await addAccount.run(operations, { name, role, password })
  await until('room is set aside', () => existsSync(`${file}-reserve`))
  assert.equal(statSync(`${file}-reserve`).size, 4 * 2 ** 20)

  disk.fill()
  const isRefused = async () => {
    for (let n = 0; n < 400; n++) {
      const target = `${'word '.repeat(30)}${n}`
      const why = await follow.run(operations, { kind: 'search', target }).catch((error: Error) => error)
      if (why instanceof Error) return why.name
    }
    return 'never'
  }
  assert.equal(await isRefused(), 'StoreFullError')
  for (let n = 0; n < 5; n++) {
    const visitor = instance.visitor(`198.51.100.${n + 1}`)
    assert.equal((await visitor.post('/sign-in', { name: 'Mira', password: 'not hers' })).status, 401)
    assert.equal((await visitor.post('/sign-in', { name: 'Mira', password })).status, 303)
    const data = await visitor.get('/settings/account/data.zip')
    assert.equal(data.status, 200)
    assert.equal(Buffer.from(await data.arrayBuffer()).toString('latin1', 0, 2), 'PK')
    assert.equal((await visitor.post('/sign-out', {})).status, 303)
  }
  assert.equal(await isRefused(), 'StoreFullError')

  disk.free()
  await until('there is room', () => operations.store.instance.trouble() === undefined)
  await until('room is set aside', () => existsSync(`${file}-reserve`))
  assert.deepEqual(instance.errors, [])
})
