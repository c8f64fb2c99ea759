import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import '../../test/fuzz-seed.ts'
import { client } from '../../test/http-client.ts'
import { scriptedService } from '../../test/scripted-service.ts'
import type { DestinationSettings, OutgoingArticle } from '../core/destination.ts'
import type { FetchResult } from '../core/fetch-result.ts'
import { senders } from './senders/all.ts'

const article: OutgoingArticle = {
  url: 'https://outlet.example/harbour?a=1&b=2',
  title: 'Harbour “closed” & bridge',
  outlet: 'Varn Post',
  authors: ['Ada Berg', 'Jon Hale'],
  publishedAt: '2026-03-12T12:00:00.000Z',
  excerpt: 'Engineers closed the bridge.',
}
const http = client()
const of = (kind: string) => senders.find((each) => each.kind === kind)!
const json = (text: string) => JSON.parse(text) as Record<string, unknown>

/** For each service: the settings, and the requests its documentation asks for. */
const contracts: Readonly<
  Record<string, { readonly settings: DestinationSettings; readonly check: (service: Service) => void }>
> = {
  apprise: {
    settings: { key: 'house', tags: 'news' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/notify/house/')
      assert.deepEqual(json(post.body), {
        title: article.title,
        body: `Varn Post\nEngineers closed the bridge.\n${article.url}`,
        type: 'info',
        format: 'text',
        tag: 'news',
      })
    },
  },
  ntfy: {
    settings: { topic: 'news-of-ada', token: 'tk_1', tags: 'newspaper, sea' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/')
      assert.equal(post.headers.authorization, 'Bearer tk_1')
      assert.deepEqual(json(post.body), {
        topic: 'news-of-ada',
        title: article.title,
        message: 'Varn Post\nEngineers closed the bridge.',
        click: article.url,
        tags: ['newspaper', 'sea'],
      })
    },
  },
  wallabag: {
    settings: { clientId: '1_abc', clientSecret: 's', user: 'ada', password: 'p&w', tags: 'news' },
    check({ got: [login, post] }) {
      assert.equal(login?.path, '/oauth/v2/token')
      assert.equal(new URLSearchParams(login.body).get('grant_type'), 'password')
      assert.equal(new URLSearchParams(login.body).get('password'), 'p&w')
      assert.equal(post?.path, '/api/entries.json')
      assert.equal(post.headers.authorization, 'Bearer token-1')
      assert.deepEqual(json(post.body), {
        url: article.url,
        title: article.title,
        tags: 'news',
        authors: 'Ada Berg, Jon Hale',
        published_at: article.publishedAt,
      })
    },
  },
  readwise: {
    settings: { token: 'rw', tags: 'news' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/api/v3/save/')
      assert.equal(post.headers.authorization, 'Token rw')
      assert.equal(json(post.body).url, article.url)
      assert.equal(json(post.body).author, 'Ada Berg, Jon Hale')
    },
  },
  linkding: {
    settings: { token: 'ld', tags: 'to read, news' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/api/bookmarks/')
      assert.equal(post.headers.authorization, 'Token ld')
      assert.deepEqual(json(post.body).tag_names, ['to-read', 'news'])
    },
  },
  karakeep: {
    settings: { token: 'kk', tags: 'news' },
    check({ got: [post, tags] }) {
      assert.equal(post?.path, '/api/v1/bookmarks')
      assert.deepEqual(json(post.body), { type: 'link', url: article.url, title: article.title })
      assert.equal(tags?.path, '/api/v1/bookmarks/bookmark-1/tags')
      assert.deepEqual(json(tags.body), { tags: [{ tagName: 'news' }] })
      assert.equal(tags.headers.authorization, 'Bearer kk')
    },
  },
  readeck: {
    settings: { token: 'rd', tags: 'news' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/api/bookmarks')
      assert.equal(post.headers.authorization, 'Bearer rd')
      assert.deepEqual(json(post.body), { url: article.url, title: article.title, labels: ['news'] })
    },
  },
  instapaper: {
    settings: { user: 'ada@mail.example', password: 'sécret' },
    check({ got: [post] }) {
      assert.equal(post?.path, '/api/add')
      const basic = Buffer.from((post.headers.authorization ?? '').slice('Basic '.length), 'base64').toString()
      assert.equal(basic, 'ada@mail.example:sécret')
      assert.equal(new URLSearchParams(post.body).get('url'), article.url)
    },
  },
}
type Service = Awaited<ReturnType<typeof scriptedService>>

for (const sender of senders)
  test(`${sender.name} is sent an article as it documents, with and without a slash at the end of its address`, async () => {
    const { settings, check } = contracts[sender.kind]!
    for (const slash of ['', '/']) {
      const service = await scriptedService()
      assert.deepEqual(await sender.send(article, { ...settings, address: `${service.url}${slash}` }, http), {
        kind: 'sent',
      })
      check(service)
      for (const { method, headers } of service.got) {
        assert.equal(method, 'POST')
        assert.match(headers['user-agent'] ?? '', /^Twosource/)
      }
    }
  })

test('a wrong token is the reader’s to mend; a server that is down is tried again, and no sooner than it asks', async () => {
  for (const sender of senders) {
    const { settings } = contracts[sender.kind]!
    const service = await scriptedService()
    const send = () => sender.send(article, { ...settings, address: service.url }, http)
    for (const status of [401, 403, 422]) {
      service.answer(status)
      assert.equal((await send()).kind, 'refused', `${sender.kind} ${status}`)
    }
    service.answer(503, { 'retry-after': '120' })
    assert.deepEqual(await send(), { kind: 'failed', reason: 'The receiver answered 503.', retryAfterSeconds: 120 })
    service.answer(500)
    assert.equal((await send()).kind, 'failed')
  }
})

test('what comes first was not taken as long as it cannot be read: it is tried again and not called sent', async () => {
  for (const answer of [
    { kind: 'too-large', limitBytes: 65_536 },
    { kind: 'bad-encoding', reason: 'gzip' },
  ] as const)
    for (const kind of ['wallabag', 'karakeep']) {
      const asked: string[] = []
      const post = async (url: string) => {
        asked.push(url)
        return answer as FetchResult
      }
      const sent = await of(kind).send(article, { ...contracts[kind]!.settings, address: 'http://a.example' }, { post })
      assert.deepEqual([sent.kind, asked.length], ['failed', 1], kind)
    }
})

test('an address within the instance is refused, and nothing goes there', async () => {
  const service = await scriptedService()
  const guarded = client({ allowPrivate: false, allowPorts: 'any' })
  for (const sender of senders) {
    const { settings } = contracts[sender.kind]!
    const sent = await sender.send(article, { ...settings, address: service.url }, guarded)
    assert.equal(sent.kind, 'refused', sender.kind)
  }
  assert.equal(service.got.length, 0)
})

test('whatever a service answers and whatever an article says, a sender ends with a kind', async () => {
  const kinds = ['sent', 'refused', 'failed', 'gone']
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const answers = fc.record({
    kind: fc.constant('ok' as const),
    url: fc.constant('http://a.example/'),
    status: fc.constant(200),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.json().map((value) => Buffer.from(value)),
      fc.constant(Buffer.from('{"access_token":"a\\r\\nb","id":"../x"}')),
    ),
    contentType: text,
    validators: fc.constant({}),
  })
  const articles = fc.record({ url: fc.webUrl(), title: text, excerpt: text, outlet: text })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...senders), articles, answers, text, async (sender, said, answer, setting) => {
      const { settings } = contracts[sender.kind]!
      const asked: string[] = []
      const post = async (url: string) => {
        asked.push(url)
        return answer
      }
      const given = { ...settings, key: setting, tags: setting, address: 'http://a.example' }
      const sent = await sender.send(said, given, { post })
      assert.ok(kinds.includes(sent.kind))
      for (const url of asked) assert.equal(new URL(url).host, 'a.example')
    }),
    { numRuns: 200 },
  )
})

test('the guide says of each service how it is set', () => {
  const guide = readFileSync('docs/guide/alerts.md', 'utf8')
  for (const { name } of senders) assert.match(guide, new RegExp(`^\\| ${name} \\|`, 'm'), name)
})

test('an alert without an address of its own opens nothing, and says what it says', async () => {
  const service = await scriptedService()
  const told = { url: '/alerts', title: 'Two alerts', excerpt: 'A\nB' }
  await of('ntfy').send(told, { topic: 't', address: service.url }, http)
  assert.deepEqual(json(service.got[0]!.body), { topic: 't', title: 'Two alerts', message: 'A\nB', tags: [] })
})
