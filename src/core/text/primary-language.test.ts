import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laneOf } from './primary-language.ts'

test('ways to write one language share a lane, and what is none has one', () => {
  assert.deepEqual(['en', 'EN-gb', 'en_US', 'en-Latn-GB'].map(laneOf), ['en', 'en', 'en', 'en'])
  assert.deepEqual(['fil', 'zh-Hans', 'und'].map(laneOf), ['fil', 'zh', 'und'])
  assert.deepEqual(['', '-', 'x', 'english', '日本語', 'constructor'].map(laneOf), Array(6).fill('und'))
})
