import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { noPreferences } from '../core/preferences.ts'
import { picturePath } from './parts/picture.ts'
import { createWeb } from './routes.ts'

const example = exampleOperations()
const web = createWeb(example.app, { version: '0.1.0', now: () => now })
const of = { articleId: 'article-wire' }

describe('pictures', () => {
  it('are handed out as the kind their bytes are, where nothing in them may run', async () => {
    const answer = await web.request(picturePath('https://pictures.example/quay.jpg', of))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin')
    assert.match(answer.headers.get('cache-control')!, /^private, max-age=\d+, immutable$/)
    assert.deepEqual([...new Uint8Array(await answer.arrayBuffer())].slice(1, 4), [...Buffer.from('PNG')])
    const again = await web.request(picturePath('https://pictures.example/quay.jpg', of), {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    })
    assert.equal(again.status, 304)
  })

  it('that cannot be had are said so, and not kept by the browser', async () => {
    const cases = { 'https://pictures.example/gone.jpg': 502, 'https://pictures.example/none.jpg': 404 }
    for (const [url, status] of Object.entries(cases)) {
      const answer = await web.request(picturePath(url, of))
      assert.equal(answer.status, status)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
  })

  it('need a place they stand in, and are for our own pages alone', async () => {
    const path = picturePath('https://pictures.example/quay.jpg', of)
    assert.equal((await web.request(path.split('?')[0]!)).status, 404)
    assert.equal((await web.request('/images/short?article=a')).status, 404)
    const foreign = await web.request(path, { headers: { 'sec-fetch-site': 'cross-site' } })
    assert.equal(foreign.status, 404)
  })

  it('are not fetched for a reader who wants none', async () => {
    const none = { ...example.app, preferences: async () => ({ ...noPreferences, images: 'off' as const }) }
    const quiet = createWeb(none, { version: '0.1.0', now: () => now })
    assert.equal((await quiet.request(picturePath('https://pictures.example/quay.jpg', of))).status, 404)
  })

  it('are shown always once that is chosen, and the page comes back', async () => {
    example.changes.length = 0
    const body = new URLSearchParams({ back: '/articles/article-wire' })
    const answer = await web.request('/images/always', { method: 'POST', body })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/articles/article-wire')
    assert.deepEqual(example.changes, [['setPreferences', { preferences: { images: 'on' } }]])
  })
})
