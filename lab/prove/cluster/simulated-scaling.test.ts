import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulateScaling } from './simulated-scaling.ts'

const one = { workers: 1, articlesPerSecond: 10 }

test('two workers with cores of their own keep nearly twice as much; where all share two cores the database takes its part', () => {
  const { apart, shared } = simulateScaling(
    { ...one, workerCpuMsPerArticle: 50, databaseCpuMsPerArticle: 10 },
    [0.5, 0.3, 0.2],
  )
  assert.ok(apart > 1.85 && apart <= 2.01, `${apart}`)
  assert.ok(shared > 1.4 && shared < apart - 0.1, `${shared}`)
})

test('a database that costs more than a worker is what does not scale', () => {
  const { apart } = simulateScaling({ ...one, workerCpuMsPerArticle: 20, databaseCpuMsPerArticle: 40 }, [0.5, 0.3, 0.2])
  assert.ok(apart < 1.1, `${apart}`)
})

test('where all is in one language its lane is waited for', () => {
  const { apart } = simulateScaling({ ...one, workerCpuMsPerArticle: 50, databaseCpuMsPerArticle: 10 }, [1])
  assert.ok(apart > 1.2 && apart < 1.8, `${apart}`)
})
