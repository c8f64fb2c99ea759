import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const at = (baseUrl: string) => {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, baseUrl })
  const ask = (path: string, host: string, fields?: Readonly<Record<string, string>>) =>
    web.request(`http://${host}${path}`, {
      headers: { host, accept: 'text/html' },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
  return { ask, changes: example.changes }
}

test('the page of ways to sign in escapes what others named, and offers a passkey under its own address alone', async () => {
  const instance = at('https://news.example')
  const page = await (await instance.ask('/settings/sign-in', 'news.example')).text()
  assert.ok(page.includes('Phone &lt;b&gt;') && page.includes('Varn &lt;ID&gt;') && page.includes('Mira &amp; co'))
  assert.ok(page.includes('<pass-key'))
  const other = await (await instance.ask('/settings/sign-in', 'other.example')).text()
  assert.ok(!other.includes('<pass-key') && other.includes('href="https://news.example"'))
})

test('without TLS, and under a number, no passkey is offered or asked for', async () => {
  for (const baseUrl of ['http://news.example', 'https://192.0.2.1', 'https://[2001:db8::1]']) {
    const instance = at(baseUrl)
    const { host } = new URL(baseUrl)
    assert.ok(!(await (await instance.ask('/sign-in', host)).text()).includes('<pass-key'), baseUrl)
    assert.equal((await instance.ask('/sign-in/passkey/options', host, {})).status, 404, baseUrl)
    assert.equal((await instance.ask('/settings/sign-in/passkeys/options', host, {})).status, 404, baseUrl)
  }
})

test('a passkey is asked for with verification, of any device, in a step bound to the browser', async () => {
  const answer = await at('https://news.example').ask('/sign-in/passkey/options', 'news.example', {})
  const options = (await answer.json()) as Readonly<Record<string, unknown>>
  assert.deepEqual([options.rpId, options.userVerification, options.allowCredentials], ['news.example', 'required', []])
  const [cookie] = answer.headers.getSetCookie()
  assert.match(cookie!, /^__Host-step-passkey=a{43}; .*HttpOnly; Secure; SameSite=Lax$/)
})

test('the provider is gone to by a page, since a form may lead nowhere else', async () => {
  const answer = await at('https://news.example').ask('/sign-in/elsewhere', 'news.example', { back: '/following' })
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('refresh'), '0;url=https://id.example/authorize?a=1&b=2')
  assert.ok((await answer.text()).includes('href="https://id.example/authorize?a=1&amp;b=2"'))
})

test('what cannot be done is said where its form stands', async () => {
  const { ask } = at('https://news.example')
  const removed = await ask('/settings/sign-in/passkeys/remove', 'news.example', { id: 'passkey-1' })
  assert.equal(removed.status, 422)
  assert.match(await removed.text(), /role="alert">That’s your last way to sign in/)
  const stopped = await ask('/settings/sign-in/codes/change', 'news.example', { do: 'stop', code: '000000' })
  assert.match(await stopped.text(), /role="alert">That code is wrong/)
  const nowhere = await ask('/sign-in/elsewhere/back?state=x', 'news.example')
  assert.equal(nowhere.status, 401)
})
