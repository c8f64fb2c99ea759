import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runFuzz } from '../../lab/prove/fuzz/run-fuzz.ts'

test('ten seconds of feeds grown and broken find nothing that throws, hangs or lets markup run', async () => {
  const { cases, wrong } = await runFuzz(11, 10_000)
  assert.ok(cases > 0)
  assert.deepEqual(
    wrong.map(({ number, wrong }) => `${number}: ${wrong}`),
    [],
  )
})
