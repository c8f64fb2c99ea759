import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { feedToken } from '../../../test/examples/feeds-out.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { brokenRules } from '../../../test/feed-rules/broken-rules.ts'
import { readByFeedsmith, readByOurs } from '../../../test/feed-rules/read-back.ts'
import { feedKinds } from '../../core/feed/feed-subject.ts'
import { feedFormats } from '../../core/feed/published-feed.ts'
import { guest } from '../../core/reader-identity.ts'

const origin = 'http://127.0.0.1:7180'
const hub = 'https://hub.example/'
const options = { version: '0.1.0', now: () => now, hub }

function served(more: object = {}) {
  const { app, changes } = exampleOperations()
  const web = exampleWeb({ ...app, ...more }, options)
  const get = (path: string, headers: Record<string, string> = {}) => web.request(`${origin}${path}`, { headers })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  return { app, web, get, post, changes }
}

const feeds = [
  'today',
  'section/World',
  'feeds',
  'folder/Region',
  'starred',
  'saved',
  'story/story-1',
  'entity/person%3Atomas-reyd',
  'source/source-1',
  'search/search-1',
  'brief',
  'discussion',
  'discussion/story%3Astory-1',
]

describe('feeds for other programs', () => {
  it('keep every rule of their formats, and are read back by two readers', async () => {
    const { get } = served()
    let entries = 0
    for (const feed of feeds)
      for (const format of feedFormats) {
        const path = `/feed/${feed}.${format}`
        const answer = await get(path)
        assert.equal(answer.status, 200, path)
        const body = await answer.text()
        assert.deepEqual(brokenRules(format, body), [], path)
        const read = readByFeedsmith(format, body)
        const ours = readByOurs(body)
        assert.deepEqual(
          ours.map(({ id, url }) => [id, url]),
          read.map(({ id, url }) => [id, url]),
          path,
        )
        for (const { content } of read) assert.doesNotMatch(content ?? '', /<script|<b>"|javascript:/, path)
        entries += read.length
      }
    assert.ok(entries > 60, `${entries} entries`)
  })

  it('have ids that no other instance gives, and tell a story as one entry wherever it is', async () => {
    const idsOf = async (app: ReturnType<typeof served>, path: string) =>
      readByFeedsmith('json', await (await app.get(path)).text()).map(({ id }) => id)
    const here = served()
    const there = served({ get_instance_name: async () => ({ name: 'another', since: '2026-01-01T00:00:00.000Z' }) })
    const story = await idsOf(here, '/feed/story/story-1.json')
    assert.deepEqual(story, ['urn:twosource:example-house:story:story-1'])
    assert.deepEqual(await idsOf(here, '/feed/story/story-merged.json'), [
      'urn:twosource:example-house:story:story-merged',
    ])
    assert.ok((await idsOf(here, '/feed/today.json')).includes(story[0]))
    assert.notDeepEqual(await idsOf(there, '/feed/story/story-1.json'), story)
  })

  it('are sent again only when a byte has changed', async () => {
    let changedAt = '2027-03-16T10:00:00.000Z'
    const { app } = exampleOperations()
    const get_today = async () => {
      const view = (await app.get_today({}))!
      return { ...view, stories: view.stories.map((card) => ({ ...card, changedAt })) }
    }
    let clock = '2026-03-17T08:00:00.400Z'
    const web = exampleWeb({ ...app, get_today }, { ...options, now: () => clock })
    const get = (headers: Record<string, string> = {}) => web.request(`${origin}/feed/today.atom`, { headers })
    const first = await get()
    const [etag, modified] = [first.headers.get('etag')!, first.headers.get('last-modified')!]
    assert.match(etag, /^"[\w-]{27}"$/)
    assert.equal(modified, 'Tue, 17 Mar 2026 08:00:00 GMT')
    clock = '2026-03-17T09:00:00.000Z'
    for (const headers of [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", W/${etag}` },
      { 'if-modified-since': modified },
    ]) {
      const same = await get(headers)
      assert.equal(same.status, 304, JSON.stringify(headers))
      assert.equal(await same.text(), '')
      assert.equal(same.headers.get('etag'), etag)
    }
    assert.equal((await get({ 'if-none-match': '"x"', 'if-modified-since': modified })).status, 200)
    changedAt = '2027-03-16T11:00:00.000Z'
    const changed = await get({ 'if-none-match': etag })
    assert.equal(changed.status, 200)
    assert.equal((await get({ 'if-modified-since': modified })).status, 200)
    assert.equal(changed.headers.get('last-modified'), 'Tue, 17 Mar 2026 09:00:00 GMT')
    // Within the same second a time cannot distinguish two versions, so there is none.
    changedAt = '2027-03-16T12:00:00.000Z'
    const again = await get()
    assert.equal(again.headers.get('last-modified'), null)
    assert.equal((await get({ 'if-modified-since': 'Tue, 17 Mar 2026 09:00:00 GMT' })).status, 200)
  })

  it('open under a secret address to a program that sends nothing else, with the hub that is told', async () => {
    const { app } = exampleOperations()
    const web = exampleWeb(app, { ...options, identify: async () => undefined })
    const path = `/feed/secret/${feedToken}.atom`
    const answer = await web.request(`${origin}${path}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.equal(answer.headers.get('link'), `<${hub}>; rel="hub", <${origin}${path}>; rel="self"`)
    assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/)
    const body = await answer.text()
    assert.deepEqual(brokenRules('atom', body), [])
    assert.ok(body.includes(`<link rel="hub" href="${hub}"/>`) && body.includes(`href="${origin}${path}"`))
    const nobody = await web.request(`${origin}/feed/secret/${'x'.repeat(43)}.atom`)
    assert.equal(nobody.status, 404)
    // Without the secret nobody who is not signed in can read anything.
    assert.notEqual((await web.request(`${origin}/feed/today.atom`)).status, 200)
  })

  it('of what only a reader has are not there for a guest', async () => {
    const { app } = exampleOperations()
    const web = exampleWeb(app, { ...options, identify: async () => guest })
    for (const path of ['saved.atom', 'starred.rss', 'folder/Region.json', 'search/search-1.atom'])
      assert.equal((await web.request(`${origin}/feed/${path}`)).status, 404, path)
    assert.equal((await web.request(`${origin}/feed/today.atom`)).status, 200)
  })

  it('of nothing are not there', async () => {
    const { get } = served({ list_entries: async () => undefined })
    for (const path of [
      'nonsense.atom',
      'today.xml',
      'today/x.atom',
      'story.atom',
      'story/nowhere.atom',
      'source/nowhere.rss',
      'entity/nowhere.json',
      'search/nowhere.atom',
      'folder/nowhere.atom',
      'discussion/person%3Ax.atom',
      'discussion/story%3Anowhere.atom',
      `section/${'x'.repeat(500)}.atom`,
      'secret/short.atom',
      '%00.atom',
    ])
      assert.equal((await get(`/feed/${path}`)).status, 404, path)
  })

  it('keep their addresses of before, each valid too', async () => {
    const { get } = served()
    for (const path of [
      '/searches/search-1.atom',
      '/discussion.atom',
      '/stories/story-1/discussion.atom',
      '/brief.atom',
      '/my-brief/a-secret-token-of-the-example/brief.atom',
      `/alerts/feed/${'y'.repeat(43)}.atom`,
    ])
      assert.deepEqual(brokenRules('atom', await (await get(path)).text()), [], path)
    const alerts = await (await get(`/alerts/feed/${'y'.repeat(43)}.json`)).text()
    assert.deepEqual(brokenRules('json', alerts), [])
  })

  it('answer whatever is asked of them, and never with a fault of ours', async () => {
    const faults: unknown[] = []
    const { app } = exampleOperations()
    const web = exampleWeb(app, { ...options, onError: (error) => faults.push(error) })
    const part = fc.oneof(
      fc.constantFrom(...feedKinds, 'secret', ...feedFormats),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    const ask = fc.record({
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
      format: part,
      tag: fc.string(),
      of: fc.string(),
    })
    await fc.assert(
      fc.asyncProperty(ask, async ({ parts, format, tag, of }) => {
        const path = `/feed/${parts.map((each) => encodeURIComponent(each.toWellFormed())).join('/')}.${encodeURIComponent(format.toWellFormed())}`
        const headers = {
          'if-none-match': tag.replace(/[^\x20-\x7e]/g, '?'),
          'if-modified-since': of.replace(/[^\x20-\x7e]/g, '?'),
        }
        const answer = await web.request(`${origin}${path}`, { headers })
        assert.ok([200, 304, 404].includes(answer.status), `${answer.status} ${path}`)
        const body = new URLSearchParams({ of: `${parts.join(' ')}${of}` })
        const made = await web.request(`${origin}/settings/feeds`, { method: 'POST', body, headers: { origin } })
        assert.ok([303, 400, 422].includes(made.status), `${made.status} ${body}`)
      }),
      { numRuns: 150 },
    )
    assert.deepEqual(faults, [])
  })

  it('are told of by the pages they belong to', async () => {
    const { get } = served()
    const found = new Set<string>()
    for (const path of [
      '/',
      '/?section=World',
      '/stories/story-1',
      '/people/person%3Atomas-reyd',
      '/sources/source-1',
      '/library',
      '/feeds?folder=Region',
      '/feeds?show=starred',
      '/brief',
      '/discussion',
      '/stories/story-1/discussion',
    ]) {
      const page = await (await get(path)).text()
      const [, href] =
        /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)">/.exec(page) ?? []
      assert.ok(href, path)
      assert.equal((await get(href.replaceAll('&amp;', '&'))).status, 200, href)
      found.add(href)
    }
    assert.ok(found.size >= 9, [...found].join(' '))
  })
})

describe('addresses of feeds', () => {
  it('are made, announced and ended on a page', async () => {
    const { get, post, changes } = served()
    const page = await (await get('/settings/feeds?made=address-1')).text()
    assert.match(page, new RegExp(`/feed/secret/${feedToken}\\.json`))
    assert.equal((await get('/settings/feeds')).headers.get('cache-control'), 'no-store')
    const made = await post('/settings/feeds', { of: 'folder World news' })
    assert.equal(made.status, 303)
    assert.equal(made.headers.get('location'), '/settings/feeds?made=address-1')
    assert.equal((await post('/settings/feeds/announce', { id: 'address-1', announced: '1' })).status, 303)
    assert.equal((await post('/settings/feeds/revoke', { id: 'address-1' })).status, 303)
    assert.deepEqual(changes, [
      ['makeFeedAddress', { kind: 'folder', target: 'World news' }],
      ['announceFeedAddress', { id: 'address-1', isAnnounced: true }],
      ['revokeFeedAddress', { id: 'address-1' }],
    ])
  })

  it('are refused in words', async () => {
    const { post } = served()
    assert.equal((await post('/settings/feeds', { of: 'section too-many' })).status, 422)
    for (const asked of ['', 'nonsense', 'story', 'story nowhere', 'today x'])
      assert.equal((await post('/settings/feeds', { of: asked })).status, 400, asked)
    for (const path of ['revoke', 'announce'])
      assert.equal((await post(`/settings/feeds/${path}`, { id: 'nowhere' })).status, 400, path)
  })
})
