import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import { serve } from '../loopback-server.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-traces-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Told = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
}

/** A collector that keeps what it is told. */
async function collector() {
  const bodies: string[] = []
  const heads: (string | undefined)[] = []
  const url = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(Buffer.concat(chunks).toString())
      heads.push(request.headers['x-key'] as string | undefined)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  const spans = (): readonly Told[] =>
    bodies.flatMap((body) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans as readonly Told[])
  return { url, bodies, heads, spans }
}

const text = Array.from(
  { length: 8 },
  (_, index) => `<p>The council of Harborside voted on bridge number ${index} on Monday evening, officials said.</p>`,
).join('')

async function feedServer() {
  const base = await serve((request, response) => {
    if (request.url?.startsWith('/page')) {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<html><head><title>Bridge</title></head><body><article><h1>Bridge vote</h1>${text}</article></body></html>`,
        )
      return
    }
    if (request.url?.startsWith('/robots')) {
      response.writeHead(404).end()
      return
    }
    const origin = `http://${request.headers.host}`
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<rss version="2.0"><channel><title>Harbor</title><item><guid>a</guid><link>${origin}/page?key=pagesecret</link><title>Bridge vote</title></item></channel></rss>`,
      )
  })
  return base
}

test('a poll is one trace, down to the story of its article; no address with a key, name or password is told', async () => {
  const [told, base] = await Promise.all([collector(), feedServer()])
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATA: join(folder, 'one'),
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      OTEL_EXPORTER_OTLP_ENDPOINT: `${told.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=opened',
    }),
    () => {},
  )
  const address = base.replace('http://', 'http://feeduser:feedpassword@')
  await subscribe(context.operations, [{ url: `${address}/feed.xml?token=feedsecret` }], '')
  await context.pipeline.runOnce()
  await context[Symbol.asyncDispose]()

  const spans = told.spans()
  const [poll, ...otherPolls] = spans.filter(({ name }) => name === 'poll')
  assert.ok(poll)
  assert.deepEqual(otherPolls, [])
  const below = (parent: Told) =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId).map(({ name }) => name)
  const [article] = spans.filter(({ name }) => name === 'read article')
  assert.ok(article, JSON.stringify(spans.map(({ name }) => name)))
  assert.deepEqual(below(poll).toSorted(), ['fetch', 'parse', 'read article', 'store'])
  assert.deepEqual([...new Set(below(article))].toSorted(), ['analyze', 'cluster', 'extract', 'fetch'])
  assert.equal(new Set(spans.map(({ traceId }) => traceId)).size, 1)
  assert.equal(told.heads[0], 'opened')
  assert.doesNotMatch(told.bodies.join(), /secret|feeduser|feedpassword|owner|token/)
})

test('a collector that is away or refuses stops nothing', async () => {
  const [refusing, base] = await Promise.all([
    serve((_request, response) => response.writeHead(503).end()),
    feedServer(),
  ])
  const events: string[] = []
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATA: join(folder, 'two'),
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      OTEL_EXPORTER_OTLP_ENDPOINT: refusing,
    }),
    (event) => events.push(event),
  )
  await subscribe(context.operations, [{ url: `${base}/feed.xml` }], '')
  await context.pipeline.runOnce()
  assert.equal((await context.operations.store.counts()).articles, 1)
  await context[Symbol.asyncDispose]()
  assert.deepEqual(
    events.filter((event) => event === 'traces-not-taken'),
    ['traces-not-taken'],
  )
})
