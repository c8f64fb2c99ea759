import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTransient, withoutTransient } from './compare-texts.ts'

test('lines that come and go say nothing of the news', () => {
  for (const line of [
    '5 minutes ago',
    'Updated 3 hours ago',
    'Last updated: 10 March 2026, 14:05',
    '12 comments',
    '1.2K shares · 310 comments',
    '4 min read',
    'By Nell Orchard, 27 November 2026 at 09:00 Updated 27 November 2026 at 12:45',
    'Most read',
    'Advertisement',
    'Read more: Crane falls in the harbor of Sandvik',
    'À lire aussi : La grue tombe dans le port',
    'Mis à jour il y a 5 minutes',
    'Vor 12 Minuten',
    'Werbung',
    'Hace 3 horas',
    'Lo más leído',
    '12 minuti fa',
    'há 5 minutos',
    '3 uur geleden',
    'منذ 5 دقائق',
    'اقرأ أيضا: سقوط رافعة في الميناء',
  ])
    assert.equal(isTransient(line), true, line)
})

test('sentences of the news are no such lines', () => {
  for (const line of [
    'At least 12 people were hurt.',
    'The crane fell 5 minutes ago.',
    'He wrote 12 comments under the post.',
    'Most read the letter twice.',
    'Related cases are heard in May.',
    'Share prices fell.',
    'By 2026 the harbor will be dredged.',
    'By the end of 2026 some 40 ships will call at the harbor, the mayor said.',
    'Subscribe or lose it, the mayor warned.',
    'Updated figures show a loss of 12 percent.',
    'Correction: The crane fell on Monday.',
    'Published in 1994, the book sold well.',
  ])
    assert.equal(isTransient(line), false, line)
})

test('words that are others each time are taken out of a line', () => {
  assert.equal(withoutTransient('The crane fell 5 minutes ago.'), withoutTransient('The crane fell 2 hours ago.'))
  assert.notEqual(withoutTransient('It fell 12 meters.'), withoutTransient('It fell 15 meters.'))
})
