import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printedDates } from './page-dates.ts'

function datesOf(after: readonly string[], foot: readonly string[] = []): Record<string, string> {
  const { published, updated, plain } = printedDates(
    { head: ['Pier reopens', ...after], titleAt: 0, foot, signing: [] },
    undefined,
  )
  const dates = { published, updated, plain }
  return Object.fromEntries(
    Object.entries(dates).flatMap(([kind, date]) => (date ? [[kind, date.iso.slice(0, 10)]] : [])),
  )
}

const cases: readonly (readonly [readonly string[], Record<string, string>])[] = [
  [['Published 4 May 2025, updated 6 May 2025'], { published: '2025-05-04', updated: '2025-05-06' }],
  [['Last updated', 'May 6, 2025'], { updated: '2025-05-06' }],
  [['Posted on the 15/12/2025 at 19:00 by Ann'], { published: '2025-12-15' }],
  [['By Ann Lee', 'May 6, 2025'], { plain: '2025-05-06' }],
  [['Publié le 4 mars 2025 à 10h20, mis à jour le 5 mars 2025'], { published: '2025-03-04', updated: '2025-03-05' }],
  [['Aktualisiert am 05.03.2025'], { updated: '2025-03-05' }],
  [['نشر في ٤ مارس ٢٠٢٥'], { published: '2025-03-04' }],
  [
    [
      'The pier was built on 4 May 1995 by a company that no longer exists, and rebuilt at great cost in the year 2001.',
    ],
    {},
  ],
]

for (const [lines, dates] of cases)
  test(`“${lines.join(' / ')}” gives ${JSON.stringify(dates)}`, () => assert.deepEqual(datesOf(lines), dates))

test('under the text only what says that it is its date counts', () => {
  assert.deepEqual(datesOf([], ['Bridge toll falls', '4 May 2024']), {})
  assert.deepEqual(datesOf([], ['This was originally published on 4 May 2024.']), { published: '2024-05-04' })
})
