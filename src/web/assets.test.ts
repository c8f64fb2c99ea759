import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parseErrors } from '../../test/examples/markup.ts'
import { exampleOperations } from '../../test/examples/operations.ts'
import { assetPath, favicon, findAsset } from './assets.ts'
import { createWeb } from './routes.ts'

const web = createWeb(exampleOperations().app, { version: '0.1.0' })
const scripts = [
  'main.js',
  'citation-pane.js',
  'keyboard-nav.js',
  'live-progress.js',
  'mark-read.js',
  'theme-switch.js',
  'toast.js',
  'undo-form.js',
]

describe('assets', () => {
  it('all stand under one hash, so that a module finds its neighbors', () => {
    const hashes = new Set(['style.css', ...scripts].map((name) => assetPath(name).split('/')[2]))
    assert.equal(hashes.size, 1)
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

  for (const name of ['style.css', ...scripts])
    it(`${name} is served for good, typed, not to be sniffed`, async () => {
      const { status, headers } = await web.request(assetPath(name))
      assert.equal(status, 200)
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
      assert.match(headers.get('content-type') ?? '', name.endsWith('.css') ? /^text\/css/ : /^text\/javascript/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    })

  it('load nothing from elsewhere and import only neighbors', () => {
    const sheet = findAsset('', 'style.css')?.body ?? ''
    assert.doesNotMatch(sheet, /@import|url\(\s*['"]?(?:https?:)?\/\//)
    for (const name of scripts) {
      const { body = '' } = findAsset('', name) ?? {}
      for (const [, from] of body.matchAll(/\bfrom '([^']+)'|\bimport '([^']+)'/g))
        if (from) assert.ok(scripts.includes(from.replace('./', '')), `${name} imports ${from}`)
      assert.doesNotMatch(body, /\beval\(|new Function|https?:\/\/(?!www\.w3\.org)/, name)
    }
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
