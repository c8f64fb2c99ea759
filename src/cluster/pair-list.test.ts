import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Neighbors } from './average-link.ts'
import { createPairList } from './pair-list.ts'

type Row = readonly (readonly [number, number])[]

/** Links of each item with earlier ones; a similarity is a whole number of eighths, which rounds nowhere. */
const lists = fc
  .array(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 8 })), { maxLength: 6 }), { maxLength: 40 })
  .map((rows) =>
    rows.map((row, item): Row => {
      const once = new Map(item === 0 ? [] : row.map(([other, eighths]) => [other % item, eighths / 8]))
      return [...once].toSorted(([a], [b]) => a - b)
    }),
  )

function listOf(rows: readonly Row[]) {
  const list = createPairList(16)
  for (const row of rows)
    list.add(
      Int32Array.from(row, ([other]) => other),
      Float32Array.from(row, ([, score]) => score),
      row.length,
    )
  return list
}

const plain = (links: readonly Neighbors[]): Row[] =>
  links.map(({ others, scores }) => Array.from(others, (other, k) => [other, scores[k] as number] as const))

describe('pair list', () => {
  it('gives back what was added, without what was dropped', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 9 }), (rows, eighths) => {
        const list = listOf(rows)
        assert.deepEqual(plain(list.rows()), rows)
        list.drop(eighths / 8)
        const kept = rows.map((row) => row.filter(([, score]) => score >= eighths / 8))
        assert.deepEqual(plain(list.rows()), kept)
        assert.equal(list.count, kept.flat().length)
      }),
    )
  })
  it('gives each item its links with later ones too, in order', () => {
    fc.assert(
      fc.property(lists, (rows) => {
        const expected = rows.map((row, item) => [
          ...row,
          ...rows.flatMap((later, at) => later.filter(([other]) => other === item).map(([, score]) => [at, score])),
        ])
        assert.deepEqual(plain(listOf(rows).bothSides()), expected)
      }),
    )
  })
  it('counts links by similarity', () => {
    const list = listOf([[], [[0, 1 / 8]], [[0, 2 / 8]], [[2, 1]]])
    assert.deepEqual([...list.histogram(1 / 8, 1 / 8, 3)], [1, 1, 1])
  })
})
