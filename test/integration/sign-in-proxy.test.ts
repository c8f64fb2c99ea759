import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Instance, startInstance } from '../sign-in/instance.ts'

/** Starts an instance that believes proxies of a network, and stops it. */
async function instanced(
  networks: string,
  act: (instance: Instance) => Promise<void>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const instance = await startInstance(() => ({
    TWOSOURCE_TRUSTED_HEADER: 'Remote-User',
    TWOSOURCE_TRUSTED_PROXIES: networks,
    ...more,
  }))
  try {
    await act(instance)
  } finally {
    await instance.close()
  }
}

/** Who the instance takes a request for that names somebody. */
async function whoIs(instance: Instance, name: string, more: Readonly<Record<string, string>> = {}) {
  const answer = await instance.visitor().get('/settings/account', { 'remote-user': name, ...more })
  if (answer.status !== 200) return undefined
  return /name="name" value="([^"]*)"/.exec(await answer.text())?.[1]
}

describe('a proxy that signs people in', () => {
  test('is believed from its network: the account of the name, in any case, and nobody else', () =>
    instanced('127.0.0.0/8, ::1', async (instance) => {
      assert.equal(await whoIs(instance, 'mira'), 'Mira')
      assert.equal(await whoIs(instance, 'nobody'), undefined)
      assert.equal(await whoIs(instance, 'mira, mira'), undefined)
      await instance.context.operations.store.accounts.add({
        id: 'b',
        name: 'Bo',
        role: 'reader',
        createdAt: '2026-01-01',
      })
      assert.equal(await whoIs(instance, 'Bo'), 'Bo')
      await instance.context.operations.store.accounts.setDisabled('b', '2026-01-02')
      assert.equal(await whoIs(instance, 'Bo'), undefined)
    }))

  test('is not believed from elsewhere, whatever other headers say', () =>
    instanced('10.9.9.9', async (instance) => {
      assert.equal(await whoIs(instance, 'Mira'), undefined)
      assert.equal(await whoIs(instance, 'Mira', { 'x-forwarded-for': '10.9.9.9', 'x-real-ip': '10.9.9.9' }), undefined)
    }))

  test('brings new readers only where the owner lets it, each once, and as readers', () =>
    instanced(
      '127.0.0.0/8, ::1',
      async (instance) => {
        assert.deepEqual(await Promise.all(['Noor', 'noor', 'NOOR'].map((name) => whoIs(instance, name))), [
          ...new Array(3).fill((await instance.context.operations.store.accounts.findByName('noor'))?.name),
        ])
        const made = (await instance.context.operations.store.accounts.list()).filter(({ name }) => /noor/i.test(name))
        assert.deepEqual([made.length, made[0]?.role], [1, 'reader'])
      },
      { TWOSOURCE_NEW_READERS: 'true' },
    ))

  test('clears what a device keeps of another reader, and refuses the forms of their pages', () =>
    instanced('127.0.0.0/8, ::1', async (instance) => {
      const { store } = instance.context.operations
      await store.accounts.add({ id: 'b', name: 'Bo', role: 'reader', createdAt: '2026-01-01' })
      const device = instance.visitor()
      const kept = { kind: 'topic', target: 'medtop:01000000' }
      for (const path of ['/following', '/today', '/following'])
        assert.equal((await device.get(path, { 'remote-user': 'Mira' })).headers.get('clear-site-data'), null)
      assert.equal((await device.post('/follow', kept, { 'remote-user': 'Mira' })).status, 303)
      const late = await device.post('/follow', kept, { 'remote-user': 'Bo', 'x-purpose': 'change' })
      assert.deepEqual([late.status, late.headers.get('clear-site-data')], [403, '"cache", "storage"'])
      assert.match(await late.text(), /Someone else is signed in now/)
      assert.deepEqual(await store.follows.list('b'), [])
      assert.equal((await device.post('/follow', kept, { 'remote-user': 'Bo' })).status, 303, 'their own page may')
      const back = await device.get('/following?muted=show', { 'remote-user': 'Mira' })
      assert.deepEqual(
        [back.status, back.headers.get('location'), back.headers.get('clear-site-data')],
        [303, '/following?muted=show', '"cache", "storage"'],
      )
      assert.equal((await device.get('/following?muted=show', { 'remote-user': 'Mira' })).status, 200)
      const away = await device.get('/.//elsewhere.example/', { 'remote-user': 'Bo' })
      assert.equal(away.headers.get('location'), '/', 'never to another site')
    }))

  test('is no way past a token: a program is who its token says', () =>
    instanced('127.0.0.0/8, ::1', async (instance) => {
      assert.equal(await whoIs(instance, 'Mira', { authorization: 'Bearer made-up' }), undefined)
    }))

  test('does not make whoever comes through it the owner of an instance that nobody has set up', () =>
    instanced('127.0.0.0/8, ::1', async (instance) => {
      const { store } = instance.context.operations
      await store.accounts.add({ id: 'c', name: 'Cy', role: 'owner', createdAt: '2026-01-01' })
      await store.readerRows.remove('owner', 'remove')
      assert.equal(await store.accounts.hasSignInMethod(), false)
      assert.notEqual((await instance.visitor().get('/settings/account')).status, 200)
      assert.equal(await whoIs(instance, 'Cy'), 'Cy')
    }))
})
