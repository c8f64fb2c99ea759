import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { startHeartbeat } from '../../src/app/heartbeat.ts'
import { type Running, servePages } from '../../src/app/serve/serve.ts'
import { freePort } from '../free-port.ts'
import { lintMetrics } from '../lint-metrics.ts'
import { until } from '../until.ts'
import { postgresNodes } from './postgres-nodes.ts'
import { whyNoServer } from './postgres-server.ts'
import { startProduct } from './product.ts'

const token = 'a-token-of-more-than-16'
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-health-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Instance = { readonly context: Context; readonly running: Running; close(): Promise<void> }

async function instance(name: string, settings: Readonly<Record<string, string>> = {}): Promise<Instance> {
  const context = await createContext(
    readConfig({ TWOSOURCE_DATA: join(folder, name), TWOSOURCE_PORT: '0', ...settings }),
    () => {},
  )
  const running = await servePages(context, { trustsMachine: true })
  return {
    context,
    running,
    async close() {
      await running.close()
      await context[Symbol.asyncDispose]()
    },
  }
}

const ask = (running: Running, path: string, init: RequestInit = {}) => fetch(new URL(path, running.url), init)

type Ready = { readonly ready: boolean; readonly parts: Readonly<Record<string, unknown>> }
async function ready(running: Running): Promise<Ready & { readonly status: number }> {
  const answer = await ask(running, 'readyz')
  return { status: answer.status, ...((await answer.json()) as Ready) }
}

describe('what a process says of itself', () => {
  let served: Instance
  before(async () => {
    served = await instance('plain')
  })
  after(() => served.close())

  test('it lives and is ready, under each of the names, for anybody and for no other method', async () => {
    const { running } = served
    for (const path of ['livez', 'healthz', 'liveness']) assert.equal(await (await ask(running, path)).text(), 'ok')
    for (const path of ['readyz', 'readiness']) {
      const answer = await ask(running, path)
      assert.equal(answer.status, 200, path)
      assert.deepEqual(await answer.json(), {
        ready: true,
        parts: { store: 'ok', writing: 'ok', schema: 'ok', work: 'none-here', stopping: false },
      })
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
    assert.equal(await (await ask(running, 'healthcheck')).text(), 'OK')
    assert.equal((await ask(running, 'readyz', { method: 'POST' })).status, 405)
    assert.equal((await ask(running, 'livez', { method: 'HEAD' })).status, 200)
  })

  test('without a setting there are no figures', async () => {
    assert.notEqual((await ask(served.running, 'metrics')).status, 200)
  })

  test('an answer names the request, by an id that no client gives', async () => {
    const answer = await ask(served.running, 'about', { headers: { 'X-Request-Id': 'mine' } })
    assert.match(answer.headers.get('x-request-id') ?? '', /^[0-9a-f]{12}$/)
  })

  test('it is not ready once it is told to stop, and lives on', async () => {
    const stopping = await instance('stopping')
    stopping.context.health.stop()
    const { status, parts } = await ready(stopping.running)
    assert.deepEqual([status, parts.stopping], [503, true])
    assert.equal((await ask(stopping.running, 'livez')).status, 200)
    await stopping.close()
  })

  test('it is not ready while another file stands in the place of its own, and says what to do', async (t) => {
    const moved = await instance('moved')
    t.after(() => moved.close())
    const file = join(folder, 'moved', 'twosource.db')
    await rename(file, `${file}.mine`)
    await copyFile(`${file}.mine`, file)
    const { health } = moved.context
    const { isReady, parts } = await health.look()
    assert.deepEqual(
      [isReady, parts.store],
      [process.platform !== 'linux', process.platform === 'linux' ? 'file-gone' : 'ok'],
    )
    if (process.platform === 'linux')
      await assert.rejects(health.beat(true), /twosource\.db was removed, moved or replaced/)
    // The same bytes under another number, as some file systems have it, would not be: it is the open file that counts.
    await rename(`${file}.mine`, file)
    await health.beat(true)
  })

  test('it is not ready while its file is gone or its last sign of life could not be written', async () => {
    const { context, running, close } = await instance('lost')
    const file = join(folder, 'lost', 'twosource.db')
    await rename(file, `${file}.away`)
    assert.deepEqual([(await ready(running)).status, (await ready(running)).parts.store], [503, 'file-gone'])
    await rename(`${file}.away`, file)
    await close()
    await assert.rejects(context.health.beat(true), 'The store is closed')
    assert.deepEqual((await context.health.look()).isReady, false)
  })
})

describe('figures', () => {
  test('are of the form Prometheus reads, with routes by their pattern and nothing of what was asked', async () => {
    const { context, running, close } = await instance('figures', { TWOSOURCE_METRICS: '127.0.0.1/32, ::1' })
    await using _beat = await startHeartbeat(context, true)
    await context.operations.store.jobs.enqueue([{ kind: 'tidy', key: 'window', runAt: '2026-01-01T00:00:00.000Z' }])
    for (const path of [
      '',
      'feeds',
      'search?q=harborsecret',
      'articles/some-secret-id',
      'api/v1/stories/another-id',
      'no/such',
    ])
      await (await ask(running, path)).text()
    const answer = await ask(running, 'metrics')
    const text = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    assert.deepEqual(lintMetrics(text), [])
    for (const line of [
      'twosource_ready 1',
      'twosource_http_requests_total{route="/feeds",method="GET",status="200"} 1',
      'twosource_http_requests_total{route="/api/v1/stories/{id}",method="GET",status="404"} 1',
      'twosource_http_requests_total{route="none",method="GET",status="404"} 1',
      'twosource_jobs{kind="tidy",state="waiting"} 1',
      'twosource_nodes{role="serve"} 1',
      'twosource_feeds 0',
    ])
      assert.ok(text.includes(`\n${line}\n`), `${line} is missing from:\n${text}`)
    assert.match(text, /twosource_job_wait_seconds\{kind="tidy"\} \d{3}/)
    assert.doesNotMatch(text, /secret|another-id/)
    await close()
  })

  test('a network is that of the connection: no header gives a right, and what a proxy passes on has none', async () => {
    const elsewhere = await instance('elsewhere', { TWOSOURCE_METRICS: '10.1.0.0/16' })
    for (const headers of [
      {},
      { 'X-Forwarded-For': '10.1.2.3' },
      { Forwarded: 'for=10.1.2.3' },
      { 'X-Real-IP': '10.1.2.3' },
    ])
      assert.equal((await ask(elsewhere.running, 'metrics', { headers })).status, 403)
    await elsewhere.close()
    const here = await instance('here', { TWOSOURCE_METRICS: '127.0.0.1' })
    const passedOn = { 'X-Forwarded-For': '203.0.113.9' }
    assert.equal((await ask(here.running, 'metrics', { headers: passedOn })).status, 403)
    assert.equal((await ask(here.running, 'metrics')).status, 200)
    await here.close()
  })

  test('a token opens them, and nothing like it does', async () => {
    const { running, close } = await instance('token', { TWOSOURCE_METRICS: token })
    const status = async (authorization?: string) =>
      (await ask(running, 'metrics', authorization === undefined ? {} : { headers: { authorization } })).status
    assert.deepEqual(
      [
        await status(),
        await status(`Bearer ${token}x`),
        await status(`Basic ${token}`),
        await status(`Bearer ${token}`),
      ],
      [401, 401, 401, 200],
    )
    await close()
  })

  test('what is neither a network nor long enough for a token is refused at the start', () => {
    assert.throws(() => readConfig({ TWOSOURCE_METRICS: 'short' }), /TWOSOURCE_METRICS must be networks, or a token/)
    assert.throws(() => readConfig({ TWOSOURCE_METRICS: '10.0.0.0/40' }), /TWOSOURCE_METRICS/)
  })
})

test('a worker says how it is at a port of its own, and who it is in the database', async () => {
  const settings = { TWOSOURCE_DATA: join(folder, 'worker'), TWOSOURCE_METRICS: token }
  const { context, running, close } = await instance('worker')
  const port = String(await freePort())
  const worker = startProduct(['worker', '--roles', 'tell', '--health-port', port], settings)
  await worker.says(/is working: tell/)
  const at = { url: `http://127.0.0.1:${port}/` } as Running
  assert.deepEqual((await ready(at)).parts.work, 'ok')
  assert.equal((await ask(at, 'metrics', { headers: { authorization: `Bearer ${token}` } })).status, 200)
  assert.equal((await ask(at, 'feeds')).status, 404)
  const [node] = await context.operations.store.nodes.list()
  assert.deepEqual([node?.pid, node?.roles, node?.serves], [worker.child.pid, ['tell'], false])
  worker.child.kill('SIGTERM')
  assert.equal(await worker.ended, 0, worker.written.err)
  assert.deepEqual(await context.operations.store.nodes.list(), [])
  assert.equal((await ask(running, 'livez')).status, 200)
  await close()
})

test('at the first look after the death of its database a server is not ready, and lives; then it is ready again', {
  skip: whyNoServer,
}, async () => {
  const servers = postgresNodes()
  const primary = await servers.makePrimary()
  const { context, running, close } = await instance('postgres', { TWOSOURCE_DATABASE: primary.url })
  try {
    await using _beat = await startHeartbeat(context, true)
    assert.equal((await ready(running)).status, 200)
    primary.stop('immediate')
    // What was found before holds for a second.
    await sleep(1_100)
    const down = await ready(running)
    assert.deepEqual([down.status, down.parts.store], [503, 'no-answer'])
    assert.doesNotMatch(JSON.stringify(down), /postgres|5432|127\.0/)
    assert.equal((await ask(running, 'livez')).status, 200)
    primary.start()
    assert.equal((await until('it is ready again', () => readyAs(running, 200))).ready, true)
  } finally {
    await close()
    servers.remove()
  }
})

async function readyAs(running: Running, status: number) {
  const found = await ready(running)
  return found.status === status && found
}
