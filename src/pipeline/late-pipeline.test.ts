import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latePipeline } from './late-pipeline.ts'
import type { Pipeline } from './pipeline.ts'

function watched() {
  const done: string[] = []
  const pipeline = {
    roles: ['fetch'],
    recheckOnce: async () => 3,
    start: () => done.push('start'),
    wake: () => done.push('wake'),
    stop: async () => void done.push('stop'),
  } as unknown as Pipeline
  const load = async () => {
    done.push('load')
    return pipeline
  }
  return { done, load }
}

test('a pipeline that was stopped before anything needed it is never loaded', async () => {
  const { done, load } = watched()
  const late = latePipeline(load, ['fetch'])
  late.wake()
  late.start()
  await late.stop()
  assert.deepEqual(done, [])
})

test('what is asked of it loads it once', async () => {
  const { done, load } = watched()
  const late = latePipeline(load, [])
  assert.deepEqual(await Promise.all([late.recheckOnce(), late.recheckOnce()]), [3, 3])
  late.start()
  late.wake()
  await late.stop()
  assert.deepEqual(done, ['load', 'wake', 'stop'])
})

test('its loops start after a moment, and end with it', async () => {
  const { done, load } = watched()
  const late = latePipeline(load, ['fetch'])
  late.start()
  while (!done.includes('start')) await new Promise((settle) => setTimeout(settle, 20))
  await late.stop()
  assert.deepEqual(done, ['load', 'start', 'stop'])
})
