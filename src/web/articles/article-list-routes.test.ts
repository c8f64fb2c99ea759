import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { defaultPreferences, type Preferences } from '../../core/preferences.ts'

function served(preferences: Partial<Preferences> = {}) {
  const example = exampleOperations()
  const app = { ...example.app, get_preferences: async () => ({ ...defaultPreferences, ...preferences }) }
  const web = exampleWeb(app, { version: '0', now: () => now })
  const get = async (path: string) => parseMarkup(await (await web.request(path)).text())
  const post = (path: string, fields: Record<string, string>) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { ...example, web, get, post }
}

describe('marking all read', () => {
  it('marks what had come when the page was written, in the scope that is shown', async () => {
    const { get, post, changes } = served()
    const form = (await get('/feeds?feed=feed-varn&show=all')).querySelector('form[action="/feeds/read"]')!
    const fields = [...form.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    await post('/feeds/read', Object.fromEntries(fields))
    const [[, input]] = changes as [[string, Record<string, string>]]
    assert.equal(input.feedId, 'feed-varn')
    assert.equal(input.until, now)
    assert.match(input.undoId!, /^[0-9a-f-]{36}$/)
  })

  it('says how many, and is undone by the id it was made under', async () => {
    const { get, post, changes } = served()
    const answer = await post('/feeds/read', { all: '1', back: '/feeds?look=list' })
    const page = await get(answer.headers.get('location')!)
    const status = page.querySelector('[role=status]')!
    assert.match(textOf(status), /^Marked 43 entries as read\./)
    const undo = status.querySelector('form')!
    assert.equal(undo.getAttribute('action'), '/feeds/read/undo')
    const fields = [...undo.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    const back = await post('/feeds/read/undo', Object.fromEntries(fields))
    assert.equal(back.headers.get('location'), '/feeds?look=list&undone=1')
    const [[, made], [, undone]] = changes as [[string, { undoId: string }], [string, { undoId: string }]]
    assert.equal(made.undoId, undone.undoId)
    const after = await get('/feeds?look=list&undone=1')
    assert.match(textOf(after.querySelector('[role=status]')), /unread again/)
    for (const value of values(after, '.tools input[name=back]', 'value')) assert.equal(value, '/feeds?look=list')
  })

  it('that can no longer be undone says so', async () => {
    const { get, post } = served()
    const answer = await post('/feeds/read/undo', { undo: '3~not-there', back: '//evil.example' })
    assert.equal(answer.headers.get('location'), '/feeds?undone=0')
    assert.match(textOf((await get('/feeds?undone=0')).querySelector('[role=status]')), /no longer be undone/)
  })

  it('needs to be told what', async () => {
    const { post } = served()
    for (const path of ['/feeds/read', '/feeds/read/undo', '/feeds/edit'])
      assert.equal((await post(path, {})).status, 400)
    assert.equal((await post('/feeds/edit', { feed: 'none' })).status, 400)
  })
})

describe('the river', () => {
  it('is as the reader chose, and every switch says what differs from that', async () => {
    const { get } = served({ riverShow: 'all', riverOrder: 'oldest', riverLook: 'list' })
    const page = await get('/feeds')
    assert.ok(page.querySelector('.look-list'))
    assert.deepEqual(values(page, '.tabs a', 'href'), ['/feeds?show=unread', '/feeds', '/feeds?show=starred'])
    assert.deepEqual(values(page, '.view li a', 'href'), [
      '/feeds?order=newest',
      '/feeds',
      '/feeds?look=cards',
      '/feeds',
      '/feeds?look=expanded',
    ])
  })

  it('sends a part of a thousand feeds, with the folder looked at open on its busiest', async () => {
    const { get, web } = served()
    const page = await get('/feeds?folder=many')
    const links = values(page, '.tree a', 'href')
    assert.ok(links.length < 65, String(links.length))
    assert.ok(links.includes('/feeds?folder=many') && links.includes('/feeds/all?folder=many'))
    assert.equal(all(page, '.tree ul ul li').length, 16)
    assert.ok((await (await web.request('/feeds?folder=many')).text()).length < 40_000)
  })

  it('leads on from what is read to what is not', async () => {
    const { get } = served()
    const page = await get('/feeds?feed=feed-varn')
    assert.match(textOf(page.querySelector('.empty')), /caught up.*Next with something unread: \S+/s)
  })

  it('opens an entry’s own text in place, without pictures', async () => {
    const { get } = served()
    const page = await get('/feeds?look=expanded')
    assert.match(textOf(page.querySelector('details.in-place .text')), /own text/)
    assert.equal(page.querySelector('img'), null)
  })

  it('finds a feed among all by its name or address', async () => {
    const { get } = served()
    assert.equal(all(await get('/feeds/all'), '.all-feeds section:not(#house) li').length, 5)
    assert.equal(all(await get('/feeds/all?q=VARN.example'), '.all-feeds li').length, 1)
    assert.match(textOf((await get('/feeds/all?q=%3Cb%3E')).querySelector('.empty')), /“<b>”/)
  })

  it('offers the feeds of the house: one button for all, boxes for some', async () => {
    const { get } = served()
    const page = await get('/feeds/all')
    assert.equal(all(page, '#house input[name=feed]').length, 2)
    assert.equal(all(page, '#house input[name=all]').length, 1)
    const fresh = await get('/feeds?feed=new-reader')
    assert.equal(all(fresh, '.empty form[action="/feeds/subscribe"] input[name=all]').length, 1)
    const one = await get('/feeds?feed=house-1')
    assert.equal(all(one, '.health form[action="/feeds/subscribe"] input[name=feed]').length, 1)
    assert.equal(all(one, '[action="/feeds/read"], [action="/entries/read"], .tabs').length, 0)
    assert.ok(all(one, '[action="/entries/star"]').length > 0)
  })
})
