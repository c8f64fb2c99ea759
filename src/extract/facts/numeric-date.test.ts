import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DayOrder, dayOrderOf, readNumericDate } from './numeric-date.ts'
import { readDate } from './read-date.ts'

const dates: readonly (readonly [string, DayOrder | undefined, string | undefined])[] = [
  ['25/12/2025', undefined, '2025-12-25'],
  ['12/25/2025', undefined, '2025-12-25'],
  ['03/04/2025', undefined, undefined],
  ['03/04/2025', 'day-first', '2025-04-03'],
  ['03/04/2025', 'month-first', '2025-03-04'],
  ['03.04.2025', undefined, '2025-04-03'],
  ['09/11/25', 'month-first', '2025-09-11'],
  ['09.11.25', 'month-first', undefined],
  ['2025年12月19日', undefined, '2025-12-19'],
  ['2025년 12월 19일', undefined, '2025-12-19'],
  ['99/99/2025', undefined, undefined],
  ['call 12-25-2025-1', undefined, undefined],
  ['192.168.10.2025', undefined, undefined],
]

for (const [text, order, day] of dates)
  test(`“${text}”${order ? ` ${order}` : ''} is ${day ?? 'no date'}`, () =>
    assert.equal(readDate(text, order)?.iso.slice(0, 10), day))

test('the clock beside a date in numbers is read', () =>
  assert.equal(readDate('25/12/2025 at 19:05')?.iso, '2025-12-25T19:05:00Z'))

test('a page shows by one date how it writes the others', () => {
  const page = { language: undefined, url: 'https://post.example/a' }
  assert.equal(dayOrderOf({ ...page, lines: ['03/04/2025', 'Updated 12/25/2025'] }), 'month-first')
  assert.equal(dayOrderOf({ ...page, lines: ['25/12/2025'] }), 'day-first')
  assert.equal(dayOrderOf({ ...page, lines: ['03/04/2025'] }), undefined)
})

test('without such a date, language and country tell', () => {
  assert.equal(dayOrderOf({ lines: [], language: 'en-US', url: 'https://post.example/a' }), 'month-first')
  assert.equal(dayOrderOf({ lines: [], language: 'en', url: 'https://post.co.uk/a' }), 'day-first')
  assert.equal(dayOrderOf({ lines: [], language: 'fr', url: 'https://post.example/a' }), 'day-first')
  assert.equal(dayOrderOf({ lines: [], language: 'en', url: 'https://post.example/a' }), undefined)
})

test('no text takes long', () => {
  for (const text of ['1/'.repeat(50_000), '1'.repeat(100_000), '12.'.repeat(40_000)])
    assert.equal(readNumericDate(text.slice(0, 100_000)), undefined)
})
