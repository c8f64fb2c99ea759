import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { instanceOwner } from '../../core/reader-identity.ts'

function instance(role: 'reader' | 'owner' = 'owner') {
  const example = exampleOperations()
  const web = exampleWeb(example.app, {
    version: '0',
    now: () => now,
    identify: async () => ({ ...instanceOwner, name: 'Mira', role }),
  })
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { web, post, changes: example.changes as [string, unknown][] }
}

describe('the account page', () => {
  it('shows sessions; tokens and passwords of apps on pages of their own, names escaped', async () => {
    const at = async (path: string) => (await instance().web.request(path)).text()
    const page = await at('/settings/account')
    assert.ok(page.includes('Safari, iPhone'))
    assert.ok((await at('/settings/tokens')).includes('Evening &lt;script&gt;'))
    assert.ok((await at('/settings/apps')).includes('Phone'))
    assert.equal(page.split('action="/settings/account/sessions/end#sessions"').length - 1, 3)
  })

  it('answers each form in sight of where it stands, with the secret or the refusal', async () => {
    for (const path of ['/settings/account']) {
      const page = parseMarkup(await (await instance().web.request(path)).text())
      const actions = values(page, 'main form[method=post]', 'action').filter((action) => action.startsWith(path))
      assert.ok(actions.length > 1, path)
      for (const action of actions) {
        const place = /#(.+)$/.exec(action)?.[1]
        assert.ok(place && page.querySelector(`#${place}`), action)
      }
    }
  })

  it('keeps what is right and says what is wrong, where it stands', async () => {
    const { post, changes } = instance()
    const kept = await post('/settings/account/profile', { name: 'Mira', email: '' })
    assert.equal(kept.headers.get('location'), '/settings/account?saved=profile#profile')
    assert.deepEqual(
      changes.map(([name]) => name),
      ['renameMyself', 'setMyEmail'],
    )
    for (const [path, fields, said] of [
      ['account/profile', { name: 'Mira', email: 'nowhere' }, 'That isn’t an email address.'],
      ['account/password', { current: 'right', next: 'one', again: 'other' }, 'The passwords don’t match.'],
      ['account/password', { current: 'wrong', next: 'one', again: 'one' }, 'Wrong password.'],
      ['tokens', { name: ' ', scope: 'read' }, 'Enter a name'],
      ['tokens', { name: 'x', scope: 'everything' }, 'Enter a name'],
      ['apps', { name: ' ' }, 'Enter a name'],
      ['account/leave', { proof: 'wrong', words: 'remove' }, 'Wrong password.'],
    ] as const) {
      const answer = await post(`/settings/${path}`, fields)
      assert.equal(answer.status, 422, path)
      const text = await answer.text()
      assert.ok(text.includes(said), path)
      assert.ok(!text.includes('value="one"'), 'no password comes back')
    }
  })

  it('shows a secret in the answer alone', async () => {
    const { post, web } = instance()
    const made = await post('/settings/apps', { name: 'Phone' })
    assert.equal(made.headers.get('cache-control'), 'no-store')
    assert.ok((await made.text()).includes('abcde-fghjk'))
    assert.ok(!(await (await web.request('/settings/apps')).text()).includes('abcde-fghjk'))
  })

  it('makes a password that opens Fever too only where that was ticked', async () => {
    const { post, web, changes } = instance()
    await post('/settings/apps', { name: 'Phone' })
    await post('/settings/apps', { name: 'Emacs', fever: 'yes' })
    assert.deepEqual(
      changes.map(([, given]) => given),
      [
        { name: 'Phone', isForFever: false },
        { name: 'Emacs', isForFever: true },
      ],
    )
    const page = await (await web.request('/settings/apps')).text()
    assert.match(page, /<input type="checkbox" name="fever" value="yes" aria-describedby="fever-note">/)
    assert.match(page, /· Fever/)
  })
})

describe('the accounts of the instance', () => {
  it('are for owners', async () => {
    const { web, post, changes } = instance('reader')
    assert.equal((await web.request('/server/people')).status, 403)
    for (const path of ['role', 'disable', 'remove', 'invite', 'take-back', 'guests'])
      assert.equal((await post(`/server/people/${path}`, { id: 'r1', sure: '1', role: 'owner' })).status, 403, path)
    assert.deepEqual(changes, [])
  })

  it('are changed by forms that come back, and removed only with a tick', async () => {
    const { post, changes } = instance()
    assert.equal((await post('/server/people/role', { id: 'r1', role: 'moderator' })).status, 303)
    assert.equal((await post('/server/people/role', { id: 'owner', role: 'reader' })).status, 422)
    assert.equal((await post('/server/people/remove', { id: 'r1' })).status, 422)
    assert.equal((await post('/server/people/remove', { id: 'r1', sure: '1', words: 'keep-unnamed' })).status, 303)
    assert.deepEqual(changes, [
      ['setAccountRole', { id: 'r1', role: 'moderator' }],
      ['removeAccount', { id: 'r1', words: 'keep-unnamed' }],
    ])
    const invited = await post('/server/people/invite', { role: 'reader', days: '7', note: '' })
    assert.ok((await invited.text()).includes('/invitations/new-invitation'))
  })
})

describe('coming in', () => {
  it('leads back to a page of our own and to no other', async () => {
    for (const [back, to] of [
      ['/notes?cursor=x', '/notes?cursor=x'],
      ['https://evil.example/', '/'],
      ['//evil.example', '/'],
    ]) {
      const { post } = instance()
      const answer = await post('/sign-in', { name: 'Mira', password: 'right', back: back! })
      assert.equal(answer.headers.get('location'), to)
    }
  })

  it('tries nobody by what is no form', async () => {
    const { web, changes } = instance()
    const answer = await web.request('/sign-in', {
      method: 'POST',
      body: 'name',
      headers: { 'content-type': 'text/plain' },
    })
    assert.deepEqual([answer.status, answer.headers.get('location'), changes], [303, '/sign-in', []])
  })

  it('says how long to wait, and never writes a password into a page', async () => {
    const { post } = instance()
    const late = await post('/sign-in', { name: 'often', password: 'secret-word' })
    assert.deepEqual([late.status, late.headers.get('retry-after')], [429, '300'])
    const wrong = await (await post('/sign-in', { name: '<b>', password: 'secret-word' })).text()
    assert.ok(wrong.includes('value="&lt;b&gt;"') && !wrong.includes('secret-word'))
  })
})
