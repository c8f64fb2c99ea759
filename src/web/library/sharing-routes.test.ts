import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { token } from '../../../test/examples/sharing.ts'

const origin = 'http://127.0.0.1:7180'

/** Nobody is signed in: without a link nothing is visible. */
function servedToNobody() {
  const { app } = exampleOperations()
  return exampleWeb(app, { version: '0.1.0', identify: async () => undefined })
}

const headersOf = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length' && name !== 'etag'))

describe('a public link', () => {
  it('opens to who has no account, without a cookie, and is not to be indexed', async () => {
    const web = servedToNobody()
    assert.equal((await web.request(`${origin}/settings/links`)).status, 401)
    const answer = await web.request(`${origin}/shared/${token}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/)
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    const page = await answer.text()
    assert.match(page, /<meta name="robots" content="noindex/)
    assert.match(page, /As of .*, by Twosource\./)
    assert.doesNotMatch(page, /<script|<nav|javascript:/)
  })

  it('answers alike for every link that opens nothing', async () => {
    const web = servedToNobody()
    const answers = await Promise.all(
      ['unknown', 'a%20b', 'x'.repeat(3000), 'unknown/embed'].map((path) => web.request(`${origin}/shared/${path}`)),
    )
    const [first] = answers
    const text = await first!.text()
    assert.equal(first!.status, 404)
    for (const answer of answers.slice(1)) {
      assert.equal(answer.status, 404)
      assert.deepEqual(headersOf(answer), headersOf(first!))
      assert.equal(await answer.text(), text)
    }
  })

  it('may be framed only where the reader allowed it, and then without scripts', async () => {
    const web = servedToNobody()
    const policyOf = async (path: string) =>
      (await web.request(`${origin}${path}`)).headers.get('content-security-policy') ?? ''
    assert.match(await policyOf(`/shared/${token}/embed`), /frame-ancestors \*; sandbox allow-popups/)
    assert.match(await policyOf('/shared/brief/embed'), /frame-ancestors 'none'; sandbox/)
    assert.doesNotMatch(await policyOf(`/shared/${token}/embed`), /script-src|unsafe|allow-scripts|allow-same-origin/)
    for (const path of ['/', '/stories/story-1', `/shared/${token}`, '/oembed'])
      assert.match(await policyOf(path), /frame-ancestors 'none'/, path)
  })

  it('may be framed again by who has it already', async () => {
    const web = servedToNobody()
    const first = await web.request(`${origin}/shared/${token}/embed`)
    const headers = { 'if-none-match': first.headers.get('etag')! }
    const again = await web.request(`${origin}/shared/${token}/embed`, { headers })
    assert.equal(again.status, 304)
    // A browser applies the headers of a 304 to its cached copy.
    assert.equal(again.headers.get('content-security-policy'), first.headers.get('content-security-policy'))
  })

  it('tells other programs how to frame it, in oEmbed', async () => {
    const web = servedToNobody()
    const ask = (url: string, more = '') => web.request(`${origin}/oembed?url=${encodeURIComponent(url)}${more}`)
    const answer = await ask(`${origin}/shared/${token}`, '&maxwidth=300')
    const found = (await answer.json()) as Record<string, unknown>
    assert.deepEqual([found.version, found.type, found.width, found.height], ['1.0', 'rich', 300, 520])
    assert.match(String(found.html), /width="300" height="520"/)
    const low = (await (await ask(`${origin}/shared/${token}`, '&maxheight=90')).json()) as Record<string, unknown>
    assert.match(String(low.html), /width="480" height="90"/)
    assert.match(String(found.html), /^<iframe src="http:\/\/127\.0\.0\.1:7180\/shared\/[^"]*\/embed"/)
    assert.match(await (await web.request(`${origin}/shared/${token}`)).text(), /application\/json\+oembed/)
    for (const url of [`${origin}/shared/brief`, `https://other.example/shared/${token}`, `${origin}/`, 'nonsense'])
      assert.equal((await ask(url)).status, 404, url)
    assert.equal((await ask(`${origin}/shared/${token}`, '&format=xml')).status, 501)
  })

  it('is made once, shown once, and taken back', async () => {
    const { app, changes } = exampleOperations()
    const web = exampleWeb(app, { version: '0.1.0' })
    const post = (path: string, fields: Record<string, string>) =>
      web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
    const made = await post('/settings/links', { kind: 'story', target: 'story-1', lasts: 'week', embed: '1' })
    assert.equal(made.status, 201)
    assert.equal(made.headers.get('cache-control'), 'no-store')
    assert.match(await made.text(), new RegExp(`value="${origin}/shared/${token}"`))
    assert.equal((await post('/settings/links', { kind: 'story', target: 'too-many' })).status, 422)
    assert.equal((await post('/settings/links', { kind: 'story', target: 'nowhere' })).status, 400)
    assert.equal((await post('/settings/links', { kind: 'house', target: 'x' })).status, 400)
    const revoked = await post('/settings/links/revoke', { id: 'share-1' })
    assert.equal(revoked.headers.get('location'), '/settings/links?revoked=1')
    assert.equal((await post('/settings/links/revoke', { id: 'nowhere' })).status, 400)
    assert.deepEqual(changes, [
      ['share', { kind: 'story', target: 'story-1', lasts: 'week', isEmbeddable: true }],
      ['revokeShare', { id: 'share-1' }],
    ])
    assert.equal((await web.request(`${origin}/settings/links/new?story=nowhere`)).status, 404)
    assert.equal((await web.request(`${origin}/settings/links/new`)).status, 404)
  })
})
