import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { guest, instanceOwner } from '../../core/reader-identity.ts'

function served(identity = instanceOwner) {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0', now: () => now, identify: async () => identity })
  const get = async (path: string, headers: Record<string, string> = {}) =>
    parseMarkup(await (await web.request(path, { headers })).text())
  const post = (fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) =>
    web.request('/settings', { method: 'POST', body: new URLSearchParams(fields), headers })
  return { ...example, web, get, post }
}

describe('settings', () => {
  it('are in force at once; a form without script comes back to its page, which says so', async () => {
    const { get, post } = served()
    const answer = await post({ theme: 'dark', density: 'dense', back: '/settings/list?x=1' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/settings/list?saved=1'])
    const page = await get('/settings?saved=1')
    assert.equal(page.querySelector('html')?.getAttribute('data-theme'), 'dark')
    assert.equal(textOf(page.querySelector('p[role=status]')), 'Saved')
    assert.equal((await get('/settings')).querySelector('p[role=status]'), null)
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example'])
      assert.equal((await post({ theme: 'dark', back })).headers.get('location'), '/settings?saved=1')
  })

  it('are sent by a script one by one, each answered without a redirect', async () => {
    const { post, changes } = served()
    const script = { 'x-purpose': 'change' }
    assert.equal((await post({ textSize: 'large' }, script)).status, 204)
    assert.equal((await post({ textSize: 'huge' }, script)).status, 400)
    assert.deepEqual(changes, [['setPreferences', { preferences: { textSize: 'large' } }]])
  })

  it('take the last value of a switch, which is off when only its hidden field is sent', async () => {
    const { post, changes } = served()
    await post([
      ['keys', 'off'],
      ['keys', 'on'],
    ])
    await post({ keys: 'off' })
    assert.deepEqual(changes, [
      ['setPreferences', { preferences: { keys: 'on' } }],
      ['setPreferences', { preferences: { keys: 'off' } }],
    ])
  })

  it('stand before what this browser had switched, which is forgotten', async () => {
    const { post } = served()
    const answer = await post({ language: 'fr' }, { cookie: 'language=ar; theme=dark' })
    assert.deepEqual(
      answer.headers.getSetCookie().map((cookie) => cookie.split(';').slice(0, 2).join(';')),
      ['language=; Max-Age=0'],
    )
  })

  it('refuse a time zone that is none, with all of that form', async () => {
    const { post, changes } = served()
    assert.equal((await post({ language: 'fr', timeZone: 'Mars/<Olympus>' })).status, 400)
    assert.deepEqual(changes, [])
  })

  it('name every page in one list, with the current one marked; those of the server only to its owner', async () => {
    const paths = async (identity = instanceOwner) =>
      values(await served(identity).get('/settings/rules'), '.settings > nav a', 'href')
    const all = await paths()
    assert.equal(all.length, 11)
    for (const path of all) {
      const page = await served().get(path)
      const current = page.querySelector('.settings > nav [aria-current=page]')
      assert.equal(current?.getAttribute('href'), path)
    }
    const ofReader = await paths({ ...instanceOwner, role: 'reader' })
    assert.deepEqual(
      all.filter((path) => !ofReader.includes(path)),
      ['/settings/model', '/server'],
    )
  })

  it('of a guest are what the browser keeps, and nothing else', async () => {
    const { get, web } = served(guest)
    const page = await get('/settings')
    assert.equal(page.querySelector('form[data-autosave]')?.getAttribute('action'), '/preferences')
    assert.deepEqual([...new Set(values(page, 'main [name]', 'name'))], ['back', 'theme', 'language'])
    for (const path of ['/settings/list', '/settings/data', '/settings/advanced', '/settings/rules'])
      assert.match((await web.request(path)).headers.get('location') ?? '', /^\/sign-in/, path)
  })
})

describe('mutes', () => {
  it('say what each hid, and come back to their page', async () => {
    const page = await served().get('/settings/rules')
    assert.match(textOf(page.querySelector('main')), /Hid \d+ this week/)
    assert.deepEqual(new Set(values(page, 'main form [name=back]', 'value')), new Set(['/settings/rules']))
  })
})

describe('the page of apps', () => {
  it('has the URL, the name and, once, the password; a QR code only of a URL other devices can open', async () => {
    const { app } = exampleOperations()
    const at = async (baseUrl: string, init: RequestInit = {}) => {
      const web = exampleWeb(app, { version: '0', now: () => now, baseUrl, identify: async () => instanceOwner })
      return parseMarkup(await (await web.request('/settings/apps', init)).text())
    }
    const page = await at('https://news.example')
    assert.deepEqual(values(page, '[data-copy]', 'data-copy').slice(0, 1), ['https://news.example'])
    assert.ok(page.querySelector('.qr svg path'))
    assert.equal((await at('http://127.0.0.1:7180')).querySelector('.qr'), null)
    const made = await at('https://news.example', { method: 'POST', body: new URLSearchParams({ name: 'Phone' }) })
    assert.equal(values(made, '[data-copy]', 'data-copy').length, 3)
    assert.equal(
      made.querySelector('.qr path')?.getAttribute('d'),
      page.querySelector('.qr path')?.getAttribute('d'),
      'no secret is drawn',
    )
  })
})
