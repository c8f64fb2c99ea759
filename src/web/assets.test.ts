import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parseErrors } from '../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { assetPath, favicon, findAsset } from './assets.ts'
import { writtenAssets } from './written-assets.ts'

const web = exampleWeb(exampleOperations().app, { version: '0.1.0' })
const names = [...Object.keys(writtenAssets.sheets), 'main.js']
const mostScriptBytes = 20 * 1024
const mostSheetBytes = 13 * 1024
const gzipped = (name: string) => gzipSync(Buffer.from(findAsset('', name)?.body ?? '')).length

describe('assets', () => {
  it('are one sheet for the screen and one script, small over the wire', () => {
    assert.ok(gzipped('main.js') <= mostScriptBytes, `${gzipped('main.js')} bytes of script`)
    assert.ok(gzipped('style.css') <= mostSheetBytes, `${gzipped('style.css')} bytes of style`)
  })

  it('have a sheet for each room, linked by its pages alone', async () => {
    const linked = async (path: string) =>
      [...(await (await web.request(path)).text()).matchAll(/\/([a-z]+\.css)"/g)].map((match) => match[1])
    assert.deepEqual(await linked('/settings'), ['style.css', 'settings.css', 'print.css'])
    assert.deepEqual(await linked('/feeds?feed=feed-varn&show=all'), ['style.css', 'feeds.css', 'print.css'])
    for (const path of ['/articles/article-wire', '/articles/article-arabic', '/entries/entry-2'])
      assert.deepEqual(await linked(path), ['style.css', 'article.css', 'print.css'], path)
    for (const path of ['/', '/stories/story-1']) assert.deepEqual(await linked(path), ['style.css', 'print.css'], path)
    // A class of the sidebar of feeds once hid a line of the brief on phones.
    assert.deepEqual(await linked('/brief'), ['style.css', 'lists.css', 'print.css'])
    assert.deepEqual(await linked('/articles/article-wire/text'), ['style.css', 'texts.css', 'print.css'])
  })

  it('are all texts, so that a packed program has them as they were made', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(writtenAssets)), writtenAssets)
    assert.match(writtenAssets.serviceWorker, /addEventListener/)
  })

  it('that are not there are our mistake, named with those there are', () => {
    assert.throws(() => assetPath('none.js'), /No asset none\.js: known are style\.css/)
    assert.equal(findAsset('x', 'none.js'), undefined)
    assert.equal(findAsset('x', '__proto__'), undefined)
  })

  it('are current under the hash of today alone', () => {
    const hash = assetPath('style.css').split('/')[2]!
    assert.equal(findAsset(hash, 'style.css')?.isCurrent, true)
    assert.equal(findAsset('older', 'style.css')?.isCurrent, false)
  })

  for (const name of names)
    it(`${name} is served for good, typed, not to be sniffed`, async () => {
      const { status, headers } = await web.request(assetPath(name))
      assert.equal(status, 200)
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
      assert.match(headers.get('content-type') ?? '', name.endsWith('.css') ? /^text\/css/ : /^text\/javascript/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    })

  it('load nothing from elsewhere, and import only our own files when they are needed', () => {
    const sheet = findAsset('', 'style.css')?.body ?? ''
    assert.doesNotMatch(sheet, /@import|url\(\s*['"]?(?:https?:)?\/\//)
    const script = findAsset('', 'main.js')?.body ?? ''
    assert.doesNotMatch(
      script,
      /\bimport\b(?!\('\.\/[a-z-]+\.js'\)|\.meta\.url)|\beval\(|new Function|https?:\/\/(?!www\.w3\.org)/,
    )
  })

  it('are compressed when asked', async () => {
    const answer = await web.request(assetPath('style.css'), { headers: { 'accept-encoding': 'gzip' } })
    assert.equal(answer.headers.get('content-encoding'), 'gzip')
    const { body } = findAsset('', 'style.css')!
    assert.equal(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString(), body)
  })
})

describe('the icon', () => {
  it('is a drawing that holds no script', async () => {
    assert.deepEqual(parseErrors(favicon), [])
    assert.doesNotMatch(favicon, /script|href|\son/)
    const answer = await web.request('/favicon.svg')
    assert.equal(answer.headers.get('content-type'), 'image/svg+xml')
    assert.equal((await web.request('/favicon.ico')).headers.get('location'), '/favicon.svg')
  })
})
