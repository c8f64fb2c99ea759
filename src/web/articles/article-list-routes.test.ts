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
    const form = (await get('/feeds?folder=Region&show=all')).querySelector('form[action="/feeds/read"]')!
    const fields = [...form.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    await post('/feeds/read', Object.fromEntries(fields))
    const [[, input]] = changes as [[string, Record<string, string>]]
    assert.equal(input.folder, 'Region')
    assert.equal(input.until, now)
    assert.match(input.undoId!, /^[0-9a-f-]{36}$/)
  })

  it('says how many, and is undone by the id it was made under', async () => {
    const { get, post, changes } = served()
    const answer = await post('/feeds/read', { all: '1', back: '/feeds?show=all' })
    const page = await get(answer.headers.get('location')!)
    const status = page.querySelector('[role=status]')!
    assert.match(textOf(status), /^Marked 43 articles as read\./)
    const undo = status.querySelector('form')!
    assert.equal(undo.getAttribute('action'), '/feeds/read/undo')
    const fields = [...undo.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    const back = await post('/feeds/read/undo', Object.fromEntries(fields))
    assert.equal(back.headers.get('location'), '/feeds?show=all&undone=1')
    const [[, made], [, undone]] = changes as [[string, { undoId: string }], [string, { undoId: string }]]
    assert.equal(made.undoId, undone.undoId)
    const after = await get('/feeds?show=all&undone=1')
    assert.match(textOf(after.querySelector('[role=status]')), /unread again/)
    for (const value of values(after, '.fh input[name=back]', 'value')) assert.equal(value, '/feeds?show=all')
  })

  it('that can no longer be undone says so', async () => {
    const { get, post } = served()
    const answer = await post('/feeds/read/undo', { undo: '3~not-there', back: '//evil.example' })
    assert.equal(answer.headers.get('location'), '/feeds?undone=0')
    assert.match(textOf((await get('/feeds?undone=0')).querySelector('[role=status]')), /Can’t undo/)
  })

  it('marks what is older than a day, a week or a month, in the scope that is shown', async () => {
    const { get, post, changes } = served()
    const form = (await get('/feeds?folder=Region')).querySelector('.pop form.set[action="/feeds/read"]')!
    assert.deepEqual(values(form, 'button', 'value'), ['day', 'week', 'month'])
    assert.equal(form.querySelector('[name=folder]')?.getAttribute('value'), 'Region')
    const answer = await post('/feeds/read', { folder: 'Region', older: 'week', back: '/feeds' })
    const [[name, input]] = changes as [[string, Record<string, string>]]
    assert.equal(name, 'markOlderRead')
    assert.equal(input.before, new Date(Date.parse(now) - 7 * 86_400_000).toISOString())
    const status = (await get(answer.headers.get('location')!)).querySelector('[role=status]')!
    assert.match(textOf(status), /^Marked 12 articles as read\./)
    assert.equal(status.querySelector('form')?.getAttribute('action'), '/feeds/read/undo')
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
    const { get } = served({ riverShow: 'all', riverLook: 'grid' })
    const page = await get('/feeds')
    assert.ok(page.querySelector('.look-grid'))
    assert.deepEqual(values(page, '.shows a', 'href'), ['/feeds?show=unread', '/feeds'])
  })

  it('keeps the order of a list, and can have another for once', async () => {
    const { get, post, changes } = served()
    const form = (await get('/feeds?folder=Region&order=newest')).querySelector('form[action="/feeds/order"]')!
    assert.equal(textOf(form.querySelector('[aria-current]')), 'Newest first')
    assert.equal(form.querySelector('[name=back]')?.getAttribute('value'), '/feeds?folder=Region')
    assert.deepEqual(values(form, 'button', 'value'), ['newest', 'oldest'])
    const kept = await get('/feeds?folder=Region')
    assert.equal(textOf(kept.querySelector('form[action="/feeds/order"] [aria-current]')), 'Oldest first')
    await post('/feeds/order', { folder: 'Region', order: 'newest', back: '/feeds?folder=Region' })
    await post('/feeds/order', { all: '1', order: 'oldest' })
    assert.deepEqual(changes, [
      ['setListOrder', { folder: 'Region', order: 'newest' }],
      ['setListOrder', { order: 'oldest' }],
    ])
    for (const fields of [{ order: 'oldest' }, { all: '1', order: 'best' }] as const)
      assert.equal((await post('/feeds/order', fields)).status, 400)
  })

  it('has its layout and density from this device, else from the preference', async () => {
    const { post, web } = served({ riverLook: 'grid' })
    const answer = await post('/preferences', { layout: 'split', rows: 'compact', back: '/feeds' })
    const cookie = /feeds=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
    const list = async (header: string) =>
      parseMarkup(await (await web.request('/feeds', { headers: { cookie: header } })).text()).querySelector('.feeds')
    assert.match((await list(cookie))?.getAttribute('class') ?? '', /look-split compact/)
    assert.match((await list('feeds=nothing.else'))?.getAttribute('class') ?? '', /look-grid$/)
  })

  it('says how many copies are folded under an article, and leads to who copied whom', async () => {
    const { get } = served()
    const page = await get('/feeds?show=all')
    const links = [...page.querySelectorAll('.it .src a')].map((link) => [textOf(link), link.getAttribute('href')])
    assert.deepEqual(
      links.filter(([text]) => /cop/.test(text ?? '')),
      [['+2 copies', '/stories/story-1/coverage']],
    )
  })

  it('marks as read what is above or below a row, exactly, or what is selected, and undoes it', async () => {
    const { get, post, changes, web } = served()
    const page = await get('/feeds?show=all')
    const rows = values(page, '.it', 'data-entry')
    assert.equal(values(page, '#rows input[name=rows]', 'value')[0], rows.join(' '))
    const sent = { rows: rows.join(' '), back: '/feeds?show=all' }
    const answer = await post('/entries/read', { ...sent, above: rows[2]! })
    assert.deepEqual(changes.pop(), ['markRead', { entryIds: rows.slice(0, 2), isRead: true }])
    const undo = (await get(answer.headers.get('location')!)).querySelector('.notice form')!
    const fields = [...undo.querySelectorAll('input')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value')!,
    ])
    await post('/entries/read', Object.fromEntries(fields))
    assert.deepEqual(changes.pop(), ['markRead', { entryIds: rows.slice(0, 2), isRead: false }])
    await post('/entries/read', { ...sent, above: 'end' })
    assert.deepEqual(changes.pop(), ['markRead', { entryIds: rows, isRead: true }])
    const beside = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ ...sent, ...fields })
      for (const entry of fields.boxes?.split(' ') ?? []) body.append('entry', entry)
      await web.request('/entries/read', { method: 'POST', body })
      return (changes.pop() as [string, { entryIds: string[] }] | undefined)?.[1].entryIds
    }
    assert.deepEqual(await beside({ below: rows[2]! }), rows.slice(3))
    const boxes = `${rows[1]} ${rows[2]}`
    assert.deepEqual(await beside({ below: 'selected', boxes }), rows.slice(3))
    assert.deepEqual(await beside({ above: 'selected', boxes }), rows.slice(0, 1))
    assert.equal(await beside({ above: 'selected' }), undefined)
    assert.equal((await post('/entries/read', sent)).headers.get('location'), '/feeds?show=all', 'nothing selected')
    assert.equal((await post('/entries/star', { ...sent, entry: rows[1]!, star: '1' })).status, 303)
    assert.deepEqual(changes, [['star', { entryId: rows[1], isStarred: true }]])
  })

  it('says that feeds can’t load instead of that all is read', async () => {
    const { get } = served()
    const page = await get('/feeds?feed=failing')
    assert.match(textOf(page.querySelector('.empty')), /^9 feeds can’t load\. See why/)
    assert.equal(page.querySelector('.empty a')?.getAttribute('href'), '/feeds/all#trouble')
    assert.ok((await get('/feeds/all')).querySelector('#trouble li'))
  })

  it('sends a part of a thousand feeds, with the folder looked at open on its busiest', async () => {
    const { get, web } = served()
    const page = await get('/feeds?folder=many')
    const links = values(page, '.tree a', 'href')
    assert.ok(links.length < 65, String(links.length))
    assert.ok(links.includes('/feeds?folder=many') && links.includes('/feeds/all?folder=many'))
    assert.equal(all(page, '.tree .fl [data-feed]').length, 15)
    assert.ok((await (await web.request('/feeds?folder=many')).text()).length < 40_000)
  })

  it('leads on from what is read to what is not', async () => {
    const { get } = served()
    const page = await get('/feeds?feed=feed-varn')
    assert.match(textOf(page.querySelector('.empty')), /caught up.*Next unread: \S+/s)
  })

  it('finds a feed among all by its name or address', async () => {
    const { get } = served()
    assert.equal(all(await get('/feeds/all'), '.all-feeds section:not(#house, #trouble) li').length, 5)
    assert.equal(all(await get('/feeds/all?q=VARN.example'), '.all-feeds section:not(#trouble) li').length, 1)
    assert.match(textOf((await get('/feeds/all?q=%3Cb%3E')).querySelector('.empty')), /“<b>”/)
  })

  it('offers the feeds of the instance: one button for all, boxes for some', async () => {
    const { get } = served()
    const page = await get('/feeds/all')
    assert.equal(all(page, '#house input[name=feed]').length, 2)
    assert.equal(all(page, '#house input[name=all]').length, 1)
    const fresh = await get('/feeds?feed=new-reader')
    assert.equal(all(fresh, '.empty form[action="/feeds/subscribe"] input[name=all]').length, 1)
    const one = await get('/feeds?feed=house-1')
    assert.equal(all(one, '.health form[action="/feeds/subscribe"] input[name=feed]').length, 1)
    assert.equal(all(one, '[action="/feeds/read"], [action="/entries/read"], .shows').length, 0)
    assert.ok(all(one, '[action="/entries/star"] [name=star]').length > 0)
  })
})
