import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { averageLink, type Neighbors } from './average-link.ts'
import { proposeRepairs } from './repair.ts'
import { featuresOf } from './vectorize.ts'
import type { WindowEntry } from './window-entry.ts'

/** An event: three words that all its headlines have, and four sides of it with words of their own. */
const bridge = [
  'harbor bridge Alder',
  'cracks engineers piers divers steel repairs',
  'ferries commuters queues buses detours timetable',
  'mayor Lindqvist inquiry budget contractor resigns',
  'shops traders harborfront losses insurance claims',
] as const
const tunnel = [
  'metro tunnel Velmar',
  'flooded pumps drained rails silt drainage',
  'trams stations platforms crowds shuttle delays',
  'council Novak hearing audit operator fined',
  'cafes kiosks takings rents compensation petition',
] as const

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Headlines on one event: what it is, four words of one side of it and three that other news has too. */
function headlines(name: string, [core, ...sides]: readonly string[], count: number): WindowEntry[] {
  const next = seeded(name.charCodeAt(0))
  return Array.from({ length: count }, (_, number) => {
    const side = nth(sides, number % sides.length).split(' ')
    const words = Array.from({ length: 4 }, (_, place) => nth(side, (number + place + next(2)) % side.length))
    const other = Array.from({ length: 3 }, () => `word${next(600)}`)
    return row(name, number, [core, ...words, ...other].join(' '))
  })
}

function row(name: string, number: number, title: string): WindowEntry {
  return {
    documentId: asId<DocumentId>(`${name}${number}`),
    storyId: asId<StoryId>(`${name} alone ${number}`),
    language: 'en',
    at: new Date(Date.parse('2025-08-19T12:00:00Z') + number * 60_000).toISOString(),
    ...featuresOf({ title, text: '', language: 'en' }),
  }
}

/** News of nothing in particular. */
const others = Array.from({ length: 400 }, (_, number) => {
  const next = seeded(number)
  return row('other', number, Array.from({ length: 9 }, () => `word${next(600)}`).join(' '))
})

function storiesAfter(rows: readonly WindowEntry[]): ReadonlyMap<string, string> {
  let count = 0
  const moved = proposeRepairs(rows, { newId: () => asId<StoryId>(`new ${++count}`) })
  const to = new Map(moved.map(({ documentId, to }) => [documentId, to]))
  return new Map(rows.map(({ documentId, storyId }) => [documentId, to.get(documentId) ?? storyId ?? '']))
}

const sizesOf = (stories: Iterable<string>) =>
  [...Map.groupBy(stories, (story) => story).values()].map(({ length }) => length).sort((a, b) => b - a)

describe('the pieces of large stories', () => {
  it('are joined, although its own words are everywhere', () => {
    const after = storiesAfter([...headlines('b', bridge, 160), ...others])
    const [largest = 0] = sizesOf([...after].flatMap(([id, story]) => (id.startsWith('b') ? [story] : [])))
    assert.ok(largest >= 150, `${largest} of 160`)
  })

  it('of two events stay apart', () => {
    const after = storiesAfter([...headlines('b', bridge, 90), ...headlines('t', tunnel, 90), ...others])
    const storiesOf = (name: string) => new Set([...after].flatMap(([id, to]) => (id.startsWith(name) ? [to] : [])))
    assert.equal(storiesOf('b').intersection(storiesOf('t')).size, 0)
  })
})

describe('averageLink over groups', () => {
  it('finds what it finds over their documents, when these are in groups already', () => {
    const group = fc.record({ size: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), fc.integer(), (groups, seed) => {
        const next = seeded(seed)
        const mean = groups.map((_, i) => groups.map((_, j) => (i < j ? (next(1_000_000) + 0.5) / 1_000_003 : 0)))
        const at = (i: number, j: number) => nth(nth(mean, Math.min(i, j)), Math.max(i, j))
        const linksOf = (scale: (i: number, j: number) => number): Neighbors[] =>
          groups.map((_, i) => {
            const others = Array.from(groups.keys()).filter((j) => j !== i)
            return {
              others: Int32Array.from(others),
              scores: Float64Array.from(others, (j) => at(i, j) * scale(i, j)),
            }
          })
        const sizes = groups.map(({ size }) => size)
        const summed = averageLink(
          linksOf((i, j) => nth(sizes, i) * nth(sizes, j)),
          0.5,
          () => false,
          sizes,
        )
        const expanded = sizes.flatMap((size, i) => Array.from({ length: size }, () => i))
        const links = expanded.map((own, place) => {
          const others = Array.from(expanded.keys()).filter((other) => other !== place)
          return {
            others: Int32Array.from(others),
            scores: Float64Array.from(others, (other) =>
              nth(expanded, other) === own ? 2 : at(own, nth(expanded, other)),
            ),
          }
        })
        const whole = averageLink(links, 0.5)
        const first = (i: number) => expanded.indexOf(i)
        for (const i of groups.keys())
          for (const j of groups.keys())
            assert.equal(
              nth(summed, i) === nth(summed, j),
              nth(whole, first(i)) === nth(whole, first(j)),
              `${i} and ${j}`,
            )
      }),
      { numRuns: 100 },
    )
  })
})
