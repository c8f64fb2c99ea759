import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutThinking } from './without-thinking.ts'

test('what a model wrote to itself is left out', () => {
  assert.equal(withoutThinking('<think>a</think>b'), 'b')
  assert.equal(withoutThinking('a</THINK> b'), ' b')
  assert.equal(withoutThinking('<think>a</think>b<reasoning>c'), 'b')
  assert.equal(withoutThinking('<thinking>a</thinking>b<think>c</think>d'), 'd')
  assert.equal(withoutThinking('I think </b> so'), 'I think </b> so')
  assert.equal(withoutThinking('<think>'), '')
  withoutThinking('<think>'.repeat(100_000))
  withoutThinking('</think>'.repeat(100_000))
})
