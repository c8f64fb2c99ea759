import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0', now: () => now })
  const get = async (path: string) => parseMarkup(await (await web.request(path)).text())
  const post = (path: string, fields: readonly (readonly [string, string])[]) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields as [string, string][]) })
  return { ...example, get, post }
}

describe('an embargo until a moment that has passed', () => {
  it('is asked for again, with what it means for a newsletter or for imported texts', async () => {
    const { post } = served()
    const noteOn = async (feed: string) => {
      const fields = [
        ['feed', feed],
        ['embargo', '2026-01-01T09:00'],
      ] as const
      const answer = await post('/feeds/embargo', fields)
      assert.equal(answer.status, 422)
      return textOf(parseMarkup(await answer.text()).querySelector('#embargo-note'))
    }
    assert.match(await noteOn('feed-held'), /^Nothing of this newsletter leaves/)
    assert.match(
      await noteOn('feed-imported'),
      /^Until then only you see it here, .* Afterwards it’s an ordinary article/,
    )
  })
})

it('an article under embargo says once what that means, with its form open too', async () => {
  const notice = textOf((await served().get('/articles/article-held')).querySelector('.notice'))
  assert.equal(notice.match(/leaves by mail/g)?.length, 1, notice)
  assert.equal(notice.match(/Afterwards it’s an ordinary article/g)?.length, 1, notice)
})

describe('feeds that don’t work', () => {
  it('are counted above all feeds, each kind a link to its own list', async () => {
    const { get } = served()
    const page = await get('/feeds/all')
    assert.deepEqual(values(page, '.all-feeds nav.seg a', 'href'), [
      '/feeds/all',
      '/feeds/all?only=failing',
      '/feeds/all?only=silent',
    ])
    const silent = await get('/feeds/all?only=silent')
    assert.match(textOf(silent.querySelector('#trouble li')), /Last article: .*usually every 2 days/)
    assert.equal(silent.querySelector('nav.seg [aria-current]')?.getAttribute('href'), '/feeds/all?only=silent')
  })

  it('are selected and unsubscribed from together, with one undo', async () => {
    const { get, post, changes } = served()
    const page = await get('/feeds/all?only=failing')
    const ids = values(page, '#trouble input[name=feed][form=troubled]', 'value')
    assert.ok(ids.length > 0)
    const back = '/feeds/all?only=failing'
    const answer = await post('/feeds/unsubscribe', [...ids.map((id) => ['feed', id] as const), ['back', back]])
    const [[name, input]] = changes.splice(0) as [[string, { ids: string[]; undoId: string }]]
    assert.deepEqual([name, input.ids], ['removeFeeds', ids])
    const after = await get(answer.headers.get('location')!)
    const status = all(after, '[role=status]').find((one) => textOf(one).startsWith('Unsubscribed from'))!
    const undo = status.querySelector('form')!
    assert.equal(undo.getAttribute('action'), '/feeds/unsubscribe/undo')
    await post('/feeds/unsubscribe/undo', [['undo', undo.querySelector('[name=undo]')!.getAttribute('value')!]])
    assert.deepEqual(changes, [['undoRemoveFeeds', { undoId: input.undoId }]])
  })

  it('are all unsubscribed from by the name of their list, and none when none is selected', async () => {
    const { post, changes } = served()
    await post('/feeds/unsubscribe', [['all', 'silent']])
    assert.deepEqual(
      (changes as [string, { ids: string[] }][]).map(([, { ids }]) => ids),
      [['feed-silent']],
    )
    const answer = await post('/feeds/unsubscribe', [['back', '/feeds/all?only=silent']])
    assert.equal(answer.headers.get('location'), '/feeds/all?only=silent')
    assert.equal(changes.length, 1)
  })

  it('are tried again together', async () => {
    const { post, changes } = served()
    await post('/feeds/refresh', [
      ['feed', 'a'],
      ['feed', 'b'],
    ])
    assert.deepEqual(changes, [['refreshFeeds', { ids: ['a', 'b'] }]])
  })

  it('get a new address that was found on their site, and none at which there is no feed', async () => {
    const { get, post, changes } = served()
    const failing = await get('/feeds/all?only=failing')
    const form = failing.querySelector('form[action="/feeds/address/find"]')!
    const id = form.querySelector('[name=feed]')!.getAttribute('value')!
    const found = parseMarkup(await (await post('/feeds/address/find', [['feed', id]])).text())
    assert.match(textOf(found.querySelector('[role=status]')), /^Found on quiet\.example:$/)
    assert.deepEqual(values(found, '.choose [name=url]', 'value'), [
      'https://quiet.example/new.xml',
      'https://quiet.example/sport.xml',
    ])
    const url = 'https://quiet.example/new.xml'
    const changed = await post('/feeds/address', [
      ['feed', id],
      ['url', url],
    ])
    assert.deepEqual(changes, [['changeFeedAddress', { id, url }]])
    assert.equal(changed.headers.get('location'), `/feeds?feed=${encodeURIComponent(id)}&show=all`)
    const refused = await post('/feeds/address', [
      ['feed', id],
      ['title', 'The Coast'],
      ['url', 'https://quiet.example/page'],
    ])
    assert.equal(refused.status, 422)
    assert.match(textOf(parseMarkup(await refused.text()).querySelector('[role=alert]')), /no feed at this address/)
  })

  it('take a cookie and headers, and say which are refused', async () => {
    const { post, changes } = served()
    const id = 'a'
    const taken = await post('/feeds/headers', [
      ['feed', id],
      ['cookie', 'a=1'],
      ['headers', 'X-A: b'],
    ])
    assert.deepEqual(changes, [['setFeedHeaders', { id }]])
    assert.equal(taken.headers.get('location'), '/feeds?feed=a&show=all')
    const refused = await post('/feeds/headers', [
      ['feed', id],
      ['title', 'The Coast'],
      ['host', 'coast.example'],
      ['cookie', 'typed=secret'],
      ['headers', 'Host: x'],
    ])
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(textOf(parseMarkup(text).querySelector('[role=alert]')), /“Host” can’t be set/)
    assert.match(text, /Host: x/)
    assert.doesNotMatch(text, /typed=secret/)
    assert.equal((await post('/feeds/headers', [['cookie', 'a=1']])).status, 400)
  })
})
