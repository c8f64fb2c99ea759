import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBylineLine, withoutLeadingLines } from './leading-lines.ts'

const names = ['Nell Orchard', 'RNX']

const lines: readonly (readonly [string, boolean])[] = [
  ['RNX', true],
  ['By Nell Orchard, 30 November 2026 at 13:00 Updated 30 November 2026 at 16:45', true],
  ['By Nell Orchard, November 30, 2026 at 1:00 PM Updated November 30, 2026 at 4:45 PM', true],
  ['Par Nell Orchard, 30 novembre 2026 à 13:00 Mis à jour le 30 novembre 2026 à 16:45', true],
  ['بقلم Nell Orchard، 30 نوفمبر 2026 في 1:00 م حُدّث في 30 نوفمبر 2026 في 4:45 م', true],
  ['By Nell Orchard, 30 November 2026 at 13:00: the river Updated 30 November 2026 at 16:45', false],
  ['Reuters', true],
  ['RNX staff', true],
  ['Nell Orchard', true],
  ['By Nell Orchard', true],
  ['By Nell Orchard, 9 March 2026 at 01:40', true],
  ['By Ann Lee and Bo Ray', true],
  ['9 March 2026 at 04:15', true],
  ['March 9, 2026, 4:15 p.m. EST', true],
  ['By Ann Lee - 3/9/26 4:15 PM EST', true],
  ['By Ann Lee on Monday, March 9th, 2026 at 4:15 p.m.', true],
  ['By the time it opened on the ninth of March 2026', false],
  ['Lundi 9 mars 2026 à 04h15', true],
  ['9 مارس 2026 في 04:15', true],
  ['Updated: 2026-03-09 04:15 GMT', true],
  ['Nell Orchard was there.', false],
  ['By Nell Orchard the river runs deep', false],
  ['On 9 March 2026 the dam broke', false],
  ['The dam', false],
]

for (const [line, isFurniture] of lines)
  test(`“${line}” is ${isFurniture ? 'a byline' : 'text'}`, () => assert.equal(isBylineLine(line, names), isFurniture))

test('only what stands before the first prose is left out, and it is reported', () => {
  const prose = 'The council met on Monday and heard from eleven people who live beside the road.'
  const texts = ['RNX', 'What happened', '9 March 2026 at 04:15', prose, 'Nell Orchard']
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }))
  const found = withoutLeadingLines(blocks, names)
  assert.deepEqual(
    found.blocks.map(({ text }) => text),
    ['What happened', prose, 'Nell Orchard'],
  )
  assert.deepEqual(
    found.removals,
    ['RNX', '9 March 2026 at 04:15'].map((text) => ({ step: 'byline', text })),
  )
})

test('a text of such lines alone is left as it is', () => {
  const blocks = [{ kind: 'paragraph' as const, text: 'RNX' }]
  assert.deepEqual(withoutLeadingLines(blocks, names), { blocks, removals: [] })
})
