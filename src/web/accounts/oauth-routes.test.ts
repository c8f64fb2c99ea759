import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { instanceOwner } from '../../core/reader-identity.ts'

function instance() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0', now: () => now, identify: async () => instanceOwner })
  return { web, changes: example.changes as [string, unknown][] }
}
const headers = { host: 'localhost:7180', accept: 'text/html' }
const query = 'response_type=code&client_id=local&state=%22%3E%3Cb%3E&code_challenge=c&code_challenge_method=S256'
const post = (web: ReturnType<typeof instance>['web'], fields: Readonly<Record<string, string>>) =>
  web.request('/oauth/authorize', { method: 'POST', body: new URLSearchParams(fields), headers })

describe('the page on which a program asks for access', () => {
  it('carries the request in its form, with two answers, and allows reading unless told more', async () => {
    const { web, changes } = instance()
    const answer = await web.request(`/oauth/authorize?${query}`, { headers })
    assert.equal(answer.status, 200)
    const page = parseMarkup(await answer.text())
    assert.deepEqual(values(page, 'form[action="/oauth/authorize"] input[type=hidden]', 'value'), [
      'local',
      'code',
      'c',
      'S256',
      '">\u003cb>',
    ])
    assert.deepEqual(values(page, 'button[name=do]', 'value'), ['allow', 'refuse'])
    assert.deepEqual(values(page, 'input[name=may][checked]', 'value'), ['read'])
    const sent = await post(web, { client_id: 'local', state: 's', do: 'allow' })
    assert.equal(sent.headers.get('refresh'), '0;url=http://127.0.0.1:4111/callback?code=example')
    assert.match(sent.headers.get('content-security-policy')!, /form-action 'self'/)
    const at = { issuer: 'http://localhost:7180', resource: 'http://localhost:7180/mcp' }
    assert.deepEqual(changes.at(-1), ['answerConsent', { clientId: 'local', may: 'read', state: 's', ...at }])
  })

  it('takes any answer but “allow” as a refusal', async () => {
    for (const chosen of [{ do: 'refuse', may: 'write' }, { may: 'write' }, { do: 'x' }]) {
      const { web } = instance()
      const sent = await post(web, { client_id: 'local', ...chosen })
      assert.match(sent.headers.get('refresh')!, /error=access_denied$/)
    }
  })

  it('leads nowhere when the program or its redirect is not known', async () => {
    for (const id of ['elsewhere', undefined]) {
      const { web } = instance()
      const fields = id === undefined ? {} : { client_id: id }
      for (const answer of [
        await web.request(`/oauth/authorize?${new URLSearchParams(fields)}`, { headers }),
        await post(web, { ...fields, do: 'allow' }),
      ]) {
        assert.equal(answer.status, 400)
        assert.equal(answer.headers.get('refresh'), null)
      }
    }
  })

  it('is not there at an address that could be made up', async () => {
    const elsewhere = { ...headers, host: 'evil.example' }
    assert.equal((await instance().web.request(`/oauth/authorize?${query}`, { headers: elsewhere })).status, 404)
  })

  it('ends the access of a program from the settings', async () => {
    const { web, changes } = instance()
    const page = parseMarkup(await (await web.request('/settings/tokens', { headers })).text())
    assert.deepEqual(values(page, '#programs form input[name=id]', 'value'), ['p1', 'p2'])
    const body = new URLSearchParams({ id: 'p1' })
    const done = await web.request('/settings/programs/remove', { method: 'POST', body, headers })
    assert.equal(done.headers.get('location'), '/settings/tokens#programs')
    assert.deepEqual(changes.at(-1), ['endProgram', { id: 'p1' }])
  })
})
