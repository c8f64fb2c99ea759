import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ListOrder, orderOfFolder } from './list-order.ts'

test('a folder has its own order, else that of the nearest folder around it, else the usual one', () => {
  const orders = {
    usual: 'newest',
    ofFolders: new Map<string, ListOrder>([
      ['Comics', 'oldest'],
      ['Comics/Daily', 'newest'],
    ]),
  } as const
  const of = (name: string) => orderOfFolder(name, orders)
  assert.deepEqual(['Comics', 'Comics/Weekly', 'Comics/Daily/Short', 'Comics2', ''].map(of), [
    'oldest',
    'oldest',
    'newest',
    'newest',
    'newest',
  ])
})
