import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0', now: () => now })
  const get = async (path: string, headers: Record<string, string> = {}) =>
    parseMarkup(await (await web.request(path, { headers })).text())
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    web.request('/settings', { method: 'POST', body: new URLSearchParams(fields), headers })
  return { ...example, web, get, post }
}

describe('settings', () => {
  it('are kept, said to be kept, in force at once, and can be put back', async () => {
    const { get, post } = served()
    const answer = await post({ section: 'appearance', theme: 'dark', density: 'dense' })
    assert.equal(answer.status, 303)
    const location = answer.headers.get('location')!
    assert.match(location, /^\/settings\?saved=appearance&was=theme%3Aauto%2Cdensity%3Acomfortable#appearance$/)
    const page = await get(location)
    assert.equal(page.querySelector('html')?.getAttribute('data-theme'), 'dark')
    const said = page.querySelector('#appearance [role=status]')
    assert.match(textOf(said), /^Saved\./)
    const fields = [...said!.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    assert.deepEqual(fields, [
      ['section', 'appearance'],
      ['theme', 'auto'],
      ['density', 'comfortable'],
    ])
    await post(Object.fromEntries(fields))
    assert.equal((await get('/settings')).querySelector('html')?.getAttribute('data-theme'), null)
  })

  it('stand before what this browser had switched, which is forgotten', async () => {
    const { post } = served()
    const answer = await post({ section: 'language', language: 'fr' }, { cookie: 'language=ar; theme=dark' })
    assert.deepEqual(
      answer.headers.getSetCookie().map((cookie) => cookie.split(';').slice(0, 2).join(';')),
      ['language=; Max-Age=0'],
    )
  })

  it('say which time zone is none, and keep nothing of that form', async () => {
    const { post, changes } = served()
    const answer = await post({ section: 'language', language: 'fr', timeZone: 'Mars/<Olympus>' })
    assert.equal(answer.status, 422)
    const page = parseMarkup(await answer.text())
    assert.match(textOf(page.querySelector('[role=alert]')), /“Mars\/<Olympus>” is no time zone/)
    assert.equal(page.querySelector('#time-zone')?.getAttribute('value'), 'Mars/<Olympus>')
    assert.deepEqual(changes, [])
  })

  it('take a zone with space around it, and the server’s again when it is emptied', async () => {
    const { get, post } = served()
    await post({ section: 'language', timeZone: ' Asia/Tokyo ' })
    assert.equal((await get('/settings')).querySelector('[data-zone]')?.getAttribute('data-zone'), 'Asia/Tokyo')
    await post({ section: 'language', timeZone: '' })
    assert.match(textOf((await get('/settings')).querySelector('footer')), /UTC/)
  })

  it('cannot be made to say or offer what they did not do', async () => {
    const { get } = served()
    const page = await get('/settings?saved=appearance&was=theme:pink,constructor:x,density:dense')
    const values = [...page.querySelectorAll('#appearance [role=status] input')].map((field) =>
      field.getAttribute('value'),
    )
    assert.deepEqual(values, ['appearance', 'dense'])
    assert.equal((await get('/settings?saved=%3Cb%3E')).querySelector('[role=status]'), null)
  })

  it('without a section are no form of ours', async () => {
    const { post } = served()
    assert.equal((await post({ theme: 'dark' })).status, 400)
  })
})
