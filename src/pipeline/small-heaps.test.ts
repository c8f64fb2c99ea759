import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHeapTuner } from './small-heaps.ts'

test('heaps are kept small while feeds come in, and not while a thread reads articles', () => {
  const set: string[] = []
  const heaps = createHeapTuner((flag) => set.push(flag))
  const small = '--optimize-for-size'
  const grown = '--no-optimize-for-size'
  const [leave, leaveToo] = [heaps.keepSmall(), heaps.keepSmall()]
  leave()
  assert.deepEqual(set.splice(0), [small])
  heaps.countArticleThread(1)
  heaps.countArticleThread(1)
  heaps.countArticleThread(-1)
  assert.deepEqual(set.splice(0), [grown])
  heaps.countArticleThread(-1)
  assert.deepEqual(set.splice(0), [small])
  leaveToo()
  assert.deepEqual(set.splice(0), [grown])
  heaps.countArticleThread(1)
  heaps.countArticleThread(-1)
  assert.deepEqual(set, [])
})
