import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword } from '../../src/credentials/password.ts'
import { makeDatabase } from './databases.ts'
import { openInstance } from './instance-walk.ts'

test('who is signed out while they write gets back what they wrote, and a way in', async (t) => {
  const database = await makeDatabase('sqlite')
  const instance = await openInstance(database.url)
  t.after(async () => {
    await instance.close()
    await database.remove()
  })
  const account = { id: 'noor', name: 'Noor', role: 'owner', createdAt: '2026-03-12T12:00:00.000Z' } as const
  await instance.context.operations.store.accounts.add(account, {
    passwordHash: await hashPassword('a long enough one'),
  })
  const out = instance.visitor('192.0.2.61')
  const answer = await out.post('/notes', { body: 'Long & <b>thought</b>', back: '/articles/some?x=1' })
  const page = await answer.text()
  assert.equal(answer.status, 401)
  assert.match(page, /Long &amp; &lt;b&gt;thought/)
  assert.match(page, /href="\/sign-in\?back=%2Farticles%2Fsome%3Fx%3D1"/)
  assert.doesNotMatch(page, /another site/)
  assert.doesNotMatch(await (await out.post('/follow', { back: '//evil.example' })).text(), /evil|<textarea/)
})
