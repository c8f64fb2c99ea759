import assert from 'node:assert/strict'
import { Session } from 'node:inspector/promises'
import { after, before, test } from 'node:test'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { runRequest } from '../../src/store/engine/request-context.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun
let web: ReturnType<typeof openWeb>
const session = new Session()

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

const ask = (path: string, init: RequestInit = {}) =>
  runRequest(init.method === undefined, () =>
    web.request(
      `http://127.0.0.1:7180${path}`,
      { redirect: 'manual', ...init, headers: { host: '127.0.0.1:7180', accept: 'text/html', ...init.headers } },
      { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 7180 } } },
    ),
  )

/** Files of `src/` in which a function ran during `work`, by V8's coverage; code that runs when a module loads is not counted. */
async function filesRun(work: () => Promise<unknown>): Promise<readonly string[]> {
  await session.post('Profiler.takePreciseCoverage')
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ functions }) =>
      functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0),
    )
    .flatMap(({ url }) => /\/(src\/.*)$/.exec(url)?.[1] ?? [])
    .toSorted()
}

test('Today runs few files', async () => {
  await ask('/')
  const files = await filesRun(async () => assert.equal((await ask('/')).status, 200))
  console.log(files.length, files.join('\n'))
})
