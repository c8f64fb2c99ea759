import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArticle, reviseBlocks } from './edition.ts'

const file = `---
title: Dam: the crack
at: -1 10:00
---

First. Second.

## A heading

Third.

=== 1 at 0 17:10
title: Dam: what they knew
replace: Second.
with: Another.

=== 2 at 0 17:40
remove: Third.
append: Correction: the third sentence was wrong.
`

test('fields, blocks and revisions are told apart', () => {
  const written = parseArticle(file, 'a.txt')
  assert.deepEqual(written.fields, { title: 'Dam: the crack', at: '-1 10:00' })
  assert.deepEqual(written.blocks, [
    { kind: 'paragraph', text: 'First. Second.' },
    { kind: 'heading', text: 'A heading' },
    { kind: 'paragraph', text: 'Third.' },
  ])
  assert.deepEqual(
    written.revisions.map(({ step, at, title }) => ({ step, at, title })),
    [
      { step: 1, at: '0 17:10', title: 'Dam: what they knew' },
      { step: 2, at: '0 17:40', title: undefined },
    ],
  )
})

test('a revision replaces, removes and appends', () => {
  const { blocks, revisions } = parseArticle(file, 'a.txt')
  const after = revisions.reduce((current, revision) => reviseBlocks(current, revision, 'a.txt'), blocks)
  assert.deepEqual(
    after.map((block) => block.text),
    ['First. Another.', 'A heading', 'Correction: the third sentence was wrong.'],
  )
})

test('a sentence that cannot be found throws with the name of the file', () => {
  const { revisions } = parseArticle(file, 'a.txt')
  assert.throws(() => reviseBlocks([{ kind: 'paragraph', text: 'Else.' }], revisions[0]!, 'a.txt'), /a\.txt: no block/)
})

test('a file without fields, and a field without a colon, throw', () => {
  assert.throws(() => parseArticle('Only text.', 'b.txt'), /b\.txt: begin with fields/)
  assert.throws(() => parseArticle('---\ntitle\n---\n\nText.', 'c.txt'), /c\.txt: write "key: value"/)
})
