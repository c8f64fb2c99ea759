import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseHTML } from 'linkedom'
import { recording } from '../../../test/examples/listening.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { instanceOwner } from '../../core/reader-identity.ts'

const example = exampleOperations()
const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
const page = async (path: string) => parseHTML(await (await web.request(path)).text()).document
const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  web.request(path, { method: 'POST', body: new URLSearchParams(fields) })

describe('a recording', () => {
  it('plays on the page without script, with its length, its size, and when each sentence is said', async () => {
    const document = await page('/articles/article-wire')
    const audio = document.querySelector('#listen audio')!
    assert.equal(audio.getAttribute('src'), '/articles/article-wire/audio')
    assert.equal(audio.querySelector('track')!.getAttribute('src'), '/articles/article-wire/audio.vtt')
    assert.match(document.querySelector('#listen')!.textContent, /3:07 · 1\.[45] MB/)
  })

  it('is sent whole or in parts, and is not there where none was made', async () => {
    const whole = await web.request('/articles/article-wire/audio')
    const bytes = new Uint8Array(await whole.arrayBuffer())
    assert.deepEqual(
      [whole.status, whole.headers.get('content-type'), bytes.length],
      [200, 'audio/wav', recording.bytes],
    )
    const part = await web.request('/articles/article-wire/audio', { headers: { range: 'bytes=-100' } })
    assert.equal(part.headers.get('content-range'), `bytes ${bytes.length - 100}-${bytes.length - 1}/${bytes.length}`)
    assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(-100))
    const past = await web.request('/articles/article-wire/audio', { headers: { range: `bytes=${bytes.length}-` } })
    assert.deepEqual([past.status, past.headers.get('content-range')], [416, `bytes */${bytes.length}`])
    const several = await web.request('/articles/article-wire/audio', { headers: { range: 'bytes=0-1,3-4' } })
    assert.deepEqual([several.status, several.headers.get('content-range')], [200, null])
    for (const path of ['/stories/story-1/audio', '/stories/story-1/audio.vtt'])
      assert.equal((await web.request(path)).status, 404)
  })

  it('is the same file in all its parts, and whole for who had another', async () => {
    const ask = (headers: Record<string, string>, method = 'GET') =>
      web.request('/articles/article-wire/audio', { headers, method })
    const whole = await ask({})
    const etag = whole.headers.get('etag') ?? ''
    assert.match(etag, /^"[^"]+"$/)
    const parts = [await ask({ range: 'bytes=0-99' }), await ask({ range: 'bytes=100-199' })]
    assert.deepEqual(
      parts.map(({ status, headers }) => [status, headers.get('etag')]),
      [
        [206, etag],
        [206, etag],
      ],
    )
    assert.equal((await ask({ range: 'bytes=100-199', 'if-range': etag })).status, 206)
    assert.equal((await ask({ range: 'bytes=100-199', 'if-range': '"another"' })).status, 200)
    assert.equal((await ask({ 'if-none-match': etag })).status, 304)
    assert.equal((await ask({ range: 'bytes=99-2' })).status, 200, 'no range at all')
    const head = await ask({ range: 'bytes=0-99' }, 'HEAD')
    assert.deepEqual([head.status, head.headers.get('etag')], [200, etag])
    assert.equal(head.headers.get('content-length'), String(recording.bytes))
  })

  it('has its times as WebVTT that no text of an article can break', async () => {
    const answer = await web.request('/articles/article-wire/audio.vtt')
    assert.match(answer.headers.get('content-type') ?? '', /^text\/vtt/)
    const lines = (await answer.text()).split('\n')
    assert.deepEqual([lines[0], lines[2]], ['WEBVTT', '00:00:00.000 --> 00:00:04.000'])
    assert.equal(lines[6], 'A &amp; B &lt;i&gt;said&lt;/i&gt; --&gt; so.')
    assert.equal(lines.filter((line) => line.includes('-->')).length, 2)
  })

  it('is begun from the page, which shows how far it is and comes back to where it stands', async () => {
    example.changes.length = 0
    const story = await page('/stories/story-1')
    const form = story.querySelector('#listen form')!
    assert.equal(form.getAttribute('action'), '/stories/story-1/audio')
    const answer = await post('/stories/story-1/audio', { back: '/stories/story-1?all=said' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/stories/story-1?all=said#listen'])
    const away = await post('/articles/a/audio?revision=r', { back: '//evil.example' })
    assert.equal(away.headers.get('location'), '/articles/a#listen')
    assert.equal((await post('/brief/2026-03-16/audio')).headers.get('location'), '/brief/2026-03-16#listen')
    assert.deepEqual(example.changes, [
      ['recordAloud', { kind: 'story', id: 'story-1' }],
      ['recordAloud', { kind: 'article', id: 'a', revision: 'r' }],
      ['startBriefRecording', '2026-03-16'],
    ])
    assert.equal((await post('/articles/nothing/audio')).status, 404)
    const making = await page('/articles/article-arabic')
    assert.ok(making.querySelector('#listen[data-busy] progress[value="40"]'))
  })

  it('that failed says why in words, and offers to try again', async () => {
    const brief = await page('/brief/2026-03-16')
    assert.match(brief.querySelector('#listen [role=alert]')!.textContent, /The speech server is busy/)
    assert.equal(brief.querySelector('#listen form')!.getAttribute('action'), '/brief/2026-03-16/audio')
    const asked = await page('/brief?new=1')
    assert.equal(asked.querySelectorAll('#listen').length, 0, 'a recording is of the brief as it stands by itself')
  })

  it('is not offered where nobody reads aloud', async () => {
    const silent = exampleWeb(
      {
        ...example.app,
        get_article: async () => {
          const { listening: _, ...view } = (await example.app.get_article({ id: 'article-wire' }))!
          return view
        },
      },
      { version: '0.1.0', now: () => now },
    )
    assert.doesNotMatch(await (await silent.request('/articles/article-wire')).text(), /id="listen"/)
  })
})

describe('the page of the voice', () => {
  it('says who reads, and says a sentence in the language of the page when asked', async () => {
    example.changes.length = 0
    const owners = exampleWeb(example.app, { version: '0.1.0', now: () => now, identify: async () => instanceOwner })
    const text = await (await owners.request('/admin/speech')).text()
    assert.match(text, /Piper server[\s\S]*en_GB-alba-medium[\s\S]*other languages/)
    const tried = await owners.request('/admin/speech', { method: 'POST', headers: { 'accept-language': 'fr' } })
    assert.match(await tried.text(), /3,9 s de parole, 174\sko, en 0,41 s/)
    const [[, given]] = example.changes as [[string, { readonly language: string; readonly text: string }]]
    assert.deepEqual([given.language, /bac/.test(given.text)], ['fr', true])
  })

  it('is the owner’s alone', async () => {
    const guests = exampleWeb(example.app, {
      version: '0.1.0',
      now: () => now,
      identify: async () => ({ id: 'reader-7', name: 'Ada', role: 'reader' }),
    })
    for (const method of ['GET', 'POST']) assert.equal((await guests.request('/admin/speech', { method })).status, 403)
  })
})
