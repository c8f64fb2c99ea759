import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bylineOf, distinctBylines } from './byline.ts'

const lines: [string, object | undefined][] = [
  ['Jo Doe', { name: 'Jo Doe' }],
  ['  Jo \n Doe ', { name: 'Jo Doe' }],
  ['jo@e.example (Jo Doe)', { name: 'Jo Doe', email: 'jo@e.example' }],
  ['Jo Doe <jo@e.example>', { name: 'Jo Doe', email: 'jo@e.example' }],
  ['mailto:jo@e.example', { name: 'jo@e.example', email: 'jo@e.example' }],
  ['jo.doe+news@mail.e.example', { name: 'jo.doe+news@mail.e.example', email: 'jo.doe+news@mail.e.example' }],
  ['Jo (Doe) & Co', { name: 'Jo (Doe) & Co' }],
  ['', undefined],
  [' ', undefined],
]
for (const [line, byline] of lines)
  test(`the line “${line}” names ${JSON.stringify(byline)}`, () => assert.deepEqual(bylineOf(line), byline))

test('a person named twice is one, with all that is known', () => {
  const named = [{ name: 'Jo' }, undefined, { name: 'Jo', email: 'jo@e.example' }, { name: 'Mo' }]
  assert.deepEqual(distinctBylines(named), [{ name: 'Jo', email: 'jo@e.example' }, { name: 'Mo' }])
})
