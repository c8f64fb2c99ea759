import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const origin = 'http://127.0.0.1:7180'
const label = {
  article: 'article-wire',
  revision: 'doc-wire',
  start: '3',
  end: '9',
  verdict: 'speaker',
  name: 'Mara Ellind',
}

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
  const ask = (path: string, init: RequestInit = {}, peer = '127.0.0.1', at = origin) =>
    web.request(`${at}${path}`, init, {
      incoming: { httpVersion: '1.1', socket: { remoteAddress: peer, localPort: 7180 } },
    })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin }) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { ...example, ask, post }
}

describe('the labels page', () => {
  it('is for the owner, and never kept by a cache', async () => {
    const answer = await served().ask('/labels')
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.ok(all(parseMarkup(await answer.text()), '.label').length >= 3)
  })

  for (const [what, ask] of Object.entries<(site: ReturnType<typeof served>) => Response | Promise<Response>>({
    'another machine': ({ ask }) => ask('/labels', {}, '192.0.2.7'),
    'nobody knows where': ({ ask }) => ask('/labels', {}, ''),
    'another name': ({ ask }) => ask('/labels', {}, '127.0.0.1', 'http://news.example:7180'),
    'a proxy': ({ ask }) => ask('/labels', { headers: { 'x-forwarded-for': '192.0.2.7' } }),
    'a proxy of the standard': ({ ask }) => ask('/labels', { headers: { forwarded: 'for=192.0.2.7' } }),
    'elsewhere, for the file': ({ ask }) => ask('/labels.jsonl', {}, '192.0.2.7'),
  }))
    it(`is refused to who comes from ${what}, and told who may`, async () => {
      const answer = await ask(served())
      assert.equal(answer.status, 403)
      const page = parseMarkup(await answer.text())
      assert.equal(textOf(page.querySelector('h1')), 'Not available with your account')
      assert.equal(textOf(page.querySelector('main code')), 'npm start label')
      assert.ok(!values(page, 'a[href]', 'href').includes('/labels'))
    })

  it('changes nothing for who is not the owner, nor for a page elsewhere', async () => {
    for (const path of ['/labels', '/labels/words', '/labels/undo']) {
      const fields = { ...label, words: 'Lund', correction: 'c' }
      const { ask, post, changes } = served()
      const init = { method: 'POST', body: new URLSearchParams(fields), headers: { origin } }
      assert.equal((await ask(path, init, '192.0.2.7')).status, 403)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin },
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-origin', origin: 'https://read.example' },
        { origin, 'x-forwarded-for': '192.0.2.7' },
      ] as Record<string, string>[])
        assert.equal((await post(path, fields, headers)).status, 403, JSON.stringify(headers))
      assert.deepEqual(changes, [])
    }
  })

  it('keeps what the form says, and comes back to where it was', async () => {
    const { post, changes } = served()
    const answer = await post('/labels', { ...label, back: '/labels?article=article-wire' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/labels?article=article-wire'])
    await post('/labels', { ...label, other: '  Ada Bering ' })
    await post('/labels', { ...label, verdict: 'nobody', back: '//evil.example' })
    assert.deepEqual(
      changes.map((change) => {
        const [, input] = change as [string, { verdict: string; speaker: string }]
        return [input.verdict, input.speaker]
      }),
      [
        ['speaker', 'Mara Ellind'],
        ['speaker', 'Ada Bering'],
        ['nobody', 'Mara Ellind'],
      ],
    )
  })

  it('says in words what could not be saved, on the page it was on', async () => {
    const { post } = served()
    const answer = await post('/labels', { ...label, name: '', back: '/labels?article=article-wire' })
    assert.equal(answer.status, 422)
    const page = parseMarkup(await answer.text())
    assert.match(textOf(page.querySelector('[role=alert]')), /Say who <said> it/)
    assert.ok(values(page, 'input[name=back]', 'value').includes('/labels?article=article-wire'))
  })

  it('keeps what is said of words and names', async () => {
    const { post, changes } = served()
    const given = { article: 'article-wire', words: ' Lund ', verdict: 'person', name: 'Carl Lund' }
    assert.equal((await post('/labels/words', given)).status, 303)
    const { article: articleId, ...rest } = given
    assert.deepEqual(changes, [['correctWords', { ...rest, articleId, words: 'Lund', within: '' }]])
    const refused = await post('/labels/words', { ...given, words: 'unknown', back: '/labels?article=article-wire' })
    assert.equal(refused.status, 422)
    assert.match(textOf(parseMarkup(await refused.text()).querySelector('[role=alert]')), /isn’t in the article/)
  })

  it('does not understand a form without its parts', async () => {
    const { post, ask, changes } = served()
    for (const [path, fields] of [
      ['/labels', {}],
      ['/labels', { ...label, verdict: 'perhaps' }],
      ['/labels', { ...label, start: '-1' }],
      ['/labels', { ...label, end: '1e3' }],
      ['/labels', { ...label, article: 'nothing' }],
      ['/labels/words', { ...label, words: ' ' }],
      ['/labels/words', { ...label, words: 'x', verdict: 'maybe' }],
      ['/labels/undo', {}],
    ] as const)
      assert.equal((await post(path, fields)).status, 400, JSON.stringify(fields))
    const init = { method: 'POST', body: 'no form', headers: { origin, 'content-type': 'text/plain' } }
    assert.equal((await ask('/labels', init)).status, 400)
    assert.deepEqual(changes, [])
  })

  it('takes a label back', async () => {
    const { post, changes } = served()
    assert.equal((await post('/labels/undo', { correction: 'c1' })).headers.get('location'), '/labels')
    assert.deepEqual(changes, [['removeCorrection', { id: 'c1' }]])
  })

  it('hands out the labels as a file', async () => {
    const answer = await served().ask('/labels.jsonl')
    assert.match(answer.headers.get('content-type') ?? '', /jsonl/)
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="twosource-labels.jsonl"/)
    assert.equal(await answer.text(), '{"id":"a"}\n')
  })

  it('of an article that is not there is not found', async () => {
    assert.equal((await served().ask('/labels?article=nowhere')).status, 404)
  })
})
