import assert from 'node:assert/strict'
import { Session } from 'node:inspector/promises'
import { after, before, test } from 'node:test'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { runRequest } from '../../src/store/engine/request-context.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

/** The code that one request runs through, by V8's coverage: what a newcomer has to read to follow it. */
let run: DemoRun
let web: ReturnType<typeof openWeb>
const session = new Session()
const origin = 'http://127.0.0.1:7180'

before(async () => {
  run = await runDemo()
  web = openWeb(run.context.operations, { version: '0', now: () => '2026-03-12T12:00:00Z' })
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
})
after(async () => {
  session.disconnect()
  await run.close()
})

function ask(path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  const headers = { host: '127.0.0.1:7180', accept: 'text/html', ...(fields && { origin }) }
  const init = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers }
  const env = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 7180 } } }
  return runRequest(fields === undefined, async () =>
    web.request(`${origin}${path}`, { redirect: 'manual', ...init }, env),
  )
}

/** The functions of `src/` that run during `work`, by file. Code that runs while a module loads is not counted. */
async function functionsRun(work: () => Promise<unknown>): Promise<ReadonlyMap<string, readonly string[]>> {
  await session.post('Profiler.takePreciseCoverage')
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const found = new Map<string, readonly string[]>()
  for (const { url, functions } of result) {
    const file = /\/(src\/.*)$/.exec(url)?.[1]
    const names = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0).map(({ functionName }) => functionName)
    if (file && names.some((name) => name !== '')) found.set(file, names)
  }
  return found
}

test('Today runs through at most 92 files', async () => {
  await ask('/')
  const files = await functionsRun(async () => assert.equal((await ask('/')).status, 200))
  assert.ok(files.size <= 92, `${files.size} files:\n${[...files.keys()].toSorted().join('\n')}`)
})

test('a star passes five stops from its form to the database', async () => {
  const { store } = run.context.operations
  const [entry] = (await store.entries.list('owner', {}, 1)).rows
  assert.ok(entry && !entry.isStarred)
  const form = { entry: entry.id, star: '1' }
  const files = await functionsRun(async () => assert.equal((await ask('/entries/star', form)).status, 303))
  assert.equal((await store.entries.find('owner', entry.id))?.isStarred, true)
  const stops = [...files.keys()].filter((file) =>
    /\/changing-routes|\/run\.ts|(?:operations|store)\/articles\//.test(file),
  )
  assert.deepEqual(stops.toSorted(), [
    'src/operations/articles/mark-entries.ts',
    'src/operations/run.ts',
    'src/store/articles/entries.ts',
    'src/store/articles/reading-marks.ts',
    'src/web/changing-routes.ts',
  ])
})
