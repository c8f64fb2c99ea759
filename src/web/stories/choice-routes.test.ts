import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
  const ask = (path: string, init: RequestInit = {}, peer = '127.0.0.1') =>
    web.request(`${origin}${path}`, init, {
      incoming: { httpVersion: '1.1', socket: { remoteAddress: peer, localPort: 7180 } },
    })
  const post = (
    path: string,
    fields: readonly (readonly [string, string])[],
    headers: Record<string, string> = { origin },
  ) => ask(path, { method: 'POST', body: new URLSearchParams(fields as [string, string][]), headers })
  return { ...example, ask, post }
}

const changing = [
  ['/stories/story-1/leave', [['article', 'a']]],
  ['/stories/story-1/split', [['article', 'a']]],
  ['/stories/story-1/merge', [['other', 's']]],
  [
    '/stories/story-1/proposals',
    [
      ['proposal', 'p'],
      ['answer', 'accept'],
    ],
  ],
  ['/choices/undo', [['choice', 'choice-1']]],
] as const

describe('the forms that say where articles belong', () => {
  it('are the owner’s, and never kept by a cache', async () => {
    for (const path of ['/stories/story-1/arrange', '/choices/choice-1']) {
      const answer = await served().ask(path)
      assert.deepEqual([answer.status, answer.headers.get('cache-control')], [200, 'no-store'])
      const elsewhere = await served().ask(path, {}, '192.0.2.7')
      assert.equal(elsewhere.status, 403)
      const page = parseMarkup(await elsewhere.text())
      assert.match(textOf(page.querySelector('main code')), /^npm start arrange/)
    }
  })

  it('change nothing for who is not the owner, nor for a page elsewhere', async () => {
    for (const [path, fields] of changing) {
      const { ask, post, changes } = served()
      const init = { method: 'POST', body: new URLSearchParams(fields as never), headers: { origin } }
      assert.equal((await ask(path, init, '192.0.2.7')).status, 403)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin },
        { origin: 'https://evil.example' },
        { origin, 'x-forwarded-for': '192.0.2.7' },
      ] as Record<string, string>[])
        assert.equal((await post(path, fields, headers)).status, 403, JSON.stringify(headers))
      assert.deepEqual(changes, [])
    }
  })

  it('carry out what they say, and lead to the page that confirms it', async () => {
    const { post, changes } = served()
    const took = await post('/stories/story-1/leave', [
      ['article', 'a'],
      ['to', ''],
    ])
    assert.deepEqual([took.status, took.headers.get('location')], [303, '/choices/choice-1'])
    await post('/stories/story-1/leave', [
      ['article', 'a'],
      ['to', 'story-2'],
      ['report', '1'],
    ])
    await post('/stories/story-1/split', [
      ['article', 'a'],
      ['article', 'b'],
    ])
    await post('/stories/story-1/merge', [['other', 'story-2']])
    const undone = await post('/choices/undo', [['choice', 'choice-1']])
    assert.equal(undone.headers.get('location'), '/choices/choice-1')
    assert.deepEqual(changes, [
      ['leaveStory', { story: 'story-1', article: 'a', hasReport: false }],
      ['leaveStory', { story: 'story-1', article: 'a', to: 'story-2', hasReport: true }],
      ['splitStory', { story: 'story-1', articles: ['a', 'b'] }],
      ['mergeStories', { story: 'story-1', other: 'story-2' }],
      ['undoChoice', { id: 'choice-1' }],
    ])
  })

  it('answer a proposal, and come back to the story when it is dismissed', async () => {
    const { post, changes } = served()
    const answer = (said: string) =>
      post('/stories/story-1/proposals', [
        ['proposal', 'proposal-1'],
        ['answer', said],
      ])
    assert.equal((await answer('accept')).headers.get('location'), '/choices/choice-1')
    assert.equal((await answer('dismiss')).headers.get('location'), '/stories/story-1/coverage')
    assert.equal((await answer('perhaps')).status, 400)
    assert.deepEqual(
      changes.map((change) => (change as [string, { isAccepted: boolean }])[1].isAccepted),
      [true, false],
    )
  })

  it('lead back to the story when it was so already', async () => {
    const answer = await served().post('/stories/story-again/merge', [['other', 'story-2']])
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/stories/story-again/coverage'])
  })

  it('say in words what was refused', async () => {
    const { post } = served()
    const whole = await post('/stories/story-alone/split', [['article', 'a']])
    assert.equal(whole.status, 422)
    assert.match(
      textOf(parseMarkup(await whole.text()).querySelector('[role=alert]')),
      /A story needs at least one article/,
    )
    const later = await post('/choices/undo', [['choice', 'choice-2']])
    assert.equal(later.status, 422)
    const page = parseMarkup(await later.text())
    assert.match(textOf(page.querySelector('[role=alert]')), /later change/)
    assert.ok(values(page, '[role=alert] a', 'href').includes('/choices/choice-2'))
    assert.equal((await post('/stories/nowhere/merge', [['other', 'x']])).status, 404)
  })

  it('do not understand a form without its parts', async () => {
    const { post, ask, changes } = served()
    for (const [path] of changing) assert.equal((await post(path, [])).status, 400, path)
    assert.equal((await post('/choices/undo', [['choice', 'nothing']])).status, 400)
    const init = { method: 'POST', body: 'no form', headers: { origin, 'content-type': 'text/plain' } }
    assert.equal((await ask('/stories/story-1/leave', init)).status, 400)
    assert.deepEqual(changes, [])
  })

  it('are not there for what is not there', async () => {
    const { ask } = served()
    for (const path of ['/stories/nowhere/arrange', '/choices/nowhere']) assert.equal((await ask(path)).status, 404)
  })

  it('offer an article’s nearest stories only when one is named, and keep what was searched for', async () => {
    const { ask } = served()
    const page = parseMarkup(await (await ask('/stories/story-1/arrange?article=article-arabic&q=ferry')).text())
    assert.equal(all(page, '#leave input[type=radio]').length, 4)
    assert.deepEqual(values(page, 'input[name=q][maxlength="200"]', 'value'), ['ferry'])
    const plain = parseMarkup(await (await ask('/stories/story-1/arrange')).text())
    assert.equal(plain.querySelector('#leave'), null)
  })
})
