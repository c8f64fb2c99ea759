import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelBlocks } from './label-blocks.ts'

test('a block is labeled by the share of its words that stand in the gold text', () => {
  const blocks = [
    'Share this story with all your friends',
    'The council met on Monday at noon',
    'By Ann Lee of the Post',
  ]
  assert.deepEqual(labelBlocks(blocks, 'The council met on Monday at noon'), [0, 1, 0])
})

test('a line said twice is taken once, where the order of the text has it', () => {
  const line = 'a second hearing was set for May'
  const gold = `the council met on Monday at noon ${line} nobody spoke against the plan`
  const blocks = [line, 'the council met on Monday at noon', line, 'nobody spoke against the plan']
  assert.deepEqual(labelBlocks(blocks, gold), [0, 1, 1, 1])
})
