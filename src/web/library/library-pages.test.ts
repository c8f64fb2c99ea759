import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0' })
  const get = (path: string, headers: Record<string, string> = {}) => web.request(`${origin}${path}`, { headers })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  return { ...example, web, get, post }
}

const place = { article: 'article-wire', revision: 'doc-wire', start: '141', end: '200' }

describe('notes over the web', () => {
  it('are kept on the words chosen, and lead back to them', async () => {
    const { post, changes } = served()
    const answer = await post('/notes', { ...place, span: '163-224', body: 'x', back: '/articles/article-wire#p2' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/articles/article-wire#note-note-1'])
    assert.deepEqual(changes, [
      ['saveNote', { articleId: 'article-wire', documentId: 'doc-wire', start: 163, end: 224, body: 'x' }],
    ])
  })

  it('that cannot be kept come back as they were written', async () => {
    const { post, changes } = served()
    const answer = await post('/notes', { ...place, body: '  ' })
    assert.equal(answer.status, 422)
    const page = parseMarkup(await answer.text())
    assert.ok(page.querySelector('[role=alert]'))
    assert.equal(page.querySelector('textarea')?.textContent, '  ')
    assert.deepEqual(values(page, 'input[name=article]', 'value'), ['article-wire'])
    assert.deepEqual(changes, [])
  })

  it('that were changed elsewhere show both texts, and keep neither over the other unseen', async () => {
    const { get, post, changes } = served()
    const form = parseMarkup(await (await get('/notes/note-1/edit')).text())
    const field = (name: string) => values(form, `.note-form input[name=${name}]`, 'value')[0] ?? ''
    const sent = Object.fromEntries(['id', 'was', 'article', 'revision', 'span'].map((name) => [name, field(name)]))
    assert.equal((await post('/notes', { ...sent, body: 'Mine.' })).status, 303)
    const answer = await post('/notes', { ...sent, was: '2025-01-01T00:00:00.000Z', body: 'Of the other window.' })
    assert.equal(answer.status, 422)
    const page = parseMarkup(await answer.text())
    assert.equal(page.querySelector('textarea')?.textContent, 'Of the other window.')
    assert.match(textOf(page.querySelector('.note-body')), /Ask the harbor office/)
    assert.deepEqual(values(page, 'input[name=was]', 'value'), [field('was')])
    assert.deepEqual(changes, [['saveNote', { id: 'note-1', was: field('was'), body: 'Mine.' }]])
  })

  it('that were removed elsewhere are put back with what was written', async () => {
    const { post, changes } = served()
    const sent = { ...place, id: 'note-gone', was: '2025-01-01T00:00:00.000Z', body: 'Still mine.' }
    assert.equal((await post('/notes', sent)).status, 303)
    const kept = { articleId: 'article-wire', documentId: 'doc-wire', start: 141, end: 200 }
    assert.deepEqual(changes, [['saveNote', { ...kept, id: 'note-gone', body: 'Still mine.' }]])
  })

  it('without words or for an article that is not there are refused', async () => {
    const { get, post } = served()
    for (const fields of [{ body: 'x' }, { ...place, start: '-1', body: 'x' }, { article: 'a' }] as Record<
      string,
      string
    >[])
      assert.equal((await post('/notes', fields)).status, 400)
    for (const path of [
      '/notes/new',
      '/notes/new?article=a&start=1&end=2',
      '/notes/new?article=article-wire&start=x&end=2',
      '/notes/none/edit',
    ])
      assert.equal((await get(path)).status, 404, path)
    assert.equal((await post('/notes/remove', {})).status, 400)
  })

  it('leave as files', async () => {
    const { get } = served()
    for (const path of [
      '/notes/export/md',
      '/notes/export/jsonld',
      '/saved/export/md',
      '/saved/export/json',
      '/marks.json',
    ]) {
      const answer = await get(path)
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.]+"$/)
    }
    assert.equal((await get('/notes/export/exe')).status, 404)
  })
})

describe('history over the web', () => {
  it('is switched and cleared by forms that say what they mean', async () => {
    const { post, changes } = served()
    assert.equal((await post('/history/clear', {})).status, 400, 'not without being sure')
    assert.equal((await post('/history/forget', { kind: 'page', target: 'today' })).status, 400)
    assert.equal((await post('/history/keep', { history: 'maybe' })).status, 400)
    assert.equal((await post('/history/forget', { kind: 'story', target: 's' })).status, 303)
    assert.equal((await post('/history/clear', { sure: '1' })).headers.get('location'), '/library/history')
    assert.equal((await post('/history/keep', { history: 'off' })).status, 303)
    assert.deepEqual(
      (changes as [string][]).map(([name]) => name),
      ['clearHistory', 'clearHistory', 'setPreferences'],
    )
  })
})

describe('the library', () => {
  it('has its lists in one place, where their former addresses lead', async () => {
    const { get } = served()
    for (const [former, path] of [
      ['/saved?tag=harbor&page=2', '/library?tag=harbor&page=2'],
      ['/notes?cursor=older', '/library/notes?cursor=older'],
      ['/tags', '/library/tags'],
      ['/history', '/library/history'],
    ] as const) {
      const answer = await get(former)
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, path])
      const page = parseMarkup(await (await get(path)).text())
      assert.deepEqual(values(page, '.tabs a', 'href'), [
        '/library',
        '/library/notes',
        '/library/tags',
        '/library/history',
      ])
      assert.deepEqual(values(page, '.tabs [aria-current]', 'href'), [path.replace(/\?.*/, '')])
    }
  })
})

describe('marks from a file', () => {
  it('are taken in, or refused in words', async () => {
    const { web, changes } = served()
    const send = (text: string) => {
      const body = new FormData()
      body.set('file', new File([text], 'marks.json'))
      return web.request(`${origin}/marks`, { method: 'POST', body, headers: { origin } })
    }
    const taken = await send('{}')
    assert.deepEqual(changes, [['importMarks', '{}']])
    const page = parseMarkup(await taken.text())
    assert.equal(
      textOf(page.querySelector('[role=status] dl')),
      '1 followed1,200 stars set3 stars kept as links2 feeds yet to come1 stars not taken',
    )
    assert.match(textOf(page.querySelector('[role=status]')), /wait 90 days/)
    const refused = await send('bad')
    assert.equal(refused.status, 422)
    assert.match(textOf(parseMarkup(await refused.text()).querySelector('[role=alert]')), /isn’t an export of marks/)
  })
})

describe('what was done without script', () => {
  it('is said, with the way back', async () => {
    const { get, post, changes } = served()
    const gone = await post('/unmute', { mute: 'mute-1', back: '/following' })
    const page = parseMarkup(await (await get(gone.headers.get('location') ?? '')).text())
    const form = page.querySelector('.done form')!
    assert.equal(form.getAttribute('action'), '/mute')
    const [mark] = values(page, '.done form input[name=mark]', 'value')
    await post('/mute', { mark: mark! })
    const [, [, again]] = changes as [unknown, [string, Record<string, string>]]
    assert.deepEqual(again, { kind: 'word', target: 'football', label: 'football' })
  })

  it('shows once what is muted where that is asked', async () => {
    const page = parseMarkup(await (await served().get('/following?muted=show&x=1')).text())
    const [link] = values(page, '.hidden-line a', 'href')
    assert.equal(link, '/following?x=1')
    const usual = parseMarkup(await (await served().get('/following')).text())
    assert.equal(values(usual, '.hidden-line a', 'href')[0], '/following?muted=show')
    assert.match(
      textOf(usual.querySelector('.hidden-line')),
      /3 hidden by your rules and mutes: football \(2\), Varn Courier \(1\)\. Show ·/,
    )
  })
})
