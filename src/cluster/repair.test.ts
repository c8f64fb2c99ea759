import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { averageLink, type Neighbors } from './average-link.ts'
import { proposeRepairs } from './repair.ts'
import { featuresOf } from './vectorize.ts'
import type { WindowEntry } from './window-entry.ts'

const topics: Readonly<Record<string, string>> = {
  bridge:
    'engineers closed harbour bridge Port Alder cracks piers mayor Ada Lindqvist ferries divers banks shopkeepers',
  storm: 'storm felled trees Orrin valley homes power crews roads schools farmers barns greenhouses river grid',
  tram: 'tram drivers Velmar strike night shifts union Petra Novak company talks court rest carriages depot',
}
const fillers = 'amber birch copper dune ember fjord grove heather iris jasper kelp lichen moss nettle opal pine'.split(
  ' ',
)

/** A document on a topic: all its words and three of its own, long enough not to be a short item. */
function row(name: string, topic: string, storyId: string | undefined, day = 19): WindowEntry {
  const number = [...name].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7)
  const ownWords = Array.from({ length: 40 }, (_, i) => `${fillers[i % fillers.length]}${number}${i}`).join(' ')
  const text = `${Array.from({ length: 3 }, () => topics[topic]).join(' ')} ${ownWords}`
  return {
    documentId: asId<DocumentId>(name),
    ...(storyId === undefined ? {} : { storyId: asId<StoryId>(storyId) }),
    language: 'en',
    at: `2025-08-${day}T12:00:00Z`,
    ...featuresOf({ title: topics[topic] ?? '', text, language: 'en' }),
  }
}

const short = (name: string, text: string, storyId: string): WindowEntry => ({
  documentId: asId<DocumentId>(name),
  storyId: asId<StoryId>(storyId),
  language: 'en',
  at: '2025-08-19T12:00:00Z',
  ...featuresOf({ title: '', text, language: 'en' }),
})

function minting() {
  let count = 0
  return () => asId<StoryId>(`new ${++count}`)
}

function moves(rows: readonly WindowEntry[], context: Partial<Parameters<typeof proposeRepairs>[1]> = {}) {
  return proposeRepairs(rows, { newId: minting(), ...context }).map(({ documentId, from, to }) => [
    documentId,
    from,
    to,
  ])
}

describe('proposeRepairs', () => {
  it('leaves a right clustering alone', () => {
    assert.deepEqual(moves([row('b1', 'bridge', 'B'), row('b2', 'bridge', 'B'), row('s1', 'storm', 'S')]), [])
  })
  it('merges two stories on one event into the larger', () => {
    const rows = [row('b1', 'bridge', 'B'), row('b2', 'bridge', 'B'), row('b3', 'bridge', 'C'), row('s1', 'storm', 'S')]
    assert.deepEqual(moves(rows), [['b3', 'C', 'B']])
  })
  it('splits a story on two events; the larger part keeps the id and the other gets a new one', () => {
    const rows = [
      row('b1', 'bridge', 'B'),
      row('b2', 'bridge', 'B'),
      row('b3', 'bridge', 'B'),
      row('s1', 'storm', 'B'),
      row('s2', 'storm', 'B'),
    ]
    assert.deepEqual(moves(rows), [
      ['s1', 'B', 'new 1'],
      ['s2', 'B', 'new 1'],
    ])
  })
  it('moves a stray document to the story it belongs to', () => {
    const rows = [row('b1', 'bridge', 'B'), row('b2', 'bridge', 'B'), row('s1', 'storm', 'S'), row('b3', 'bridge', 'S')]
    assert.deepEqual(moves([...rows, row('s2', 'storm', 'S')]), [['b3', 'S', 'B']])
  })
  it('never touches a pinned story', () => {
    const rows = [row('b1', 'bridge', 'B'), row('b2', 'bridge', 'B'), row('b3', 'bridge', 'C'), row('s1', 'storm', 'B')]
    assert.deepEqual(moves(rows, { pinned: new Set([asId<StoryId>('B')]) }), [])
  })
  it('does not compare documents further apart than the window', () => {
    assert.deepEqual(moves([row('b1', 'bridge', 'B', 10), row('b2', 'bridge', 'C', 19)]), [])
    assert.equal(moves([row('b1', 'bridge', 'B', 16), row('b2', 'bridge', 'C', 19)]).length, 1)
  })
  it('leaves held documents and other languages alone', () => {
    const french = { ...row('b2', 'bridge', 'C'), language: 'fr' }
    assert.deepEqual(moves([row('b1', 'bridge', 'B'), french, row('b3', 'bridge', undefined)]), [])
  })
  it('looks only at stories near what was touched', () => {
    const rows = [row('b1', 'bridge', 'B'), row('b2', 'bridge', 'C'), row('s1', 'storm', 'S'), row('s2', 'storm', 'T')]
    assert.equal(moves(rows).length, 2)
    const touched = new Set([asId<DocumentId>('s2')])
    assert.deepEqual(moves(rows, { touched }), [['s2', 'T', 'S']])
    assert.deepEqual(moves(rows, { touched: new Set() }), [])
  })
  it('holds no more pairs than it may: of many alike some are compared, and the others go where they are nearest', () => {
    const alike = Array.from({ length: 60 }, (_, i) => row(`b${i}`, 'bridge', i % 10 === 0 ? 'C' : 'B'))
    const others = [row('s1', 'storm', 'S'), row('s2', 'storm', 'T'), row('t1', 'tram', 'U')]
    const all = moves([...alike, ...others])
    for (const mostPairs of [60 * 50, 60 * 30, 60 * 10])
      assert.deepEqual(moves([...alike, ...others], { mostPairs }).sort(), all.sort(), `${mostPairs} pairs`)
    assert.equal(all.length, 7)
  })
  it('leaves a short item, which joined by its names, with its story', () => {
    const rows = [
      row('b1', 'bridge', 'B'),
      row('b2', 'bridge', 'B'),
      short('brief', 'Lindqvist to address the assembly', 'B'),
      row('s1', 'storm', 'S'),
    ]
    assert.deepEqual(moves(rows), [])
  })
  it('takes a short item along when its story is merged away', () => {
    const rows = [
      row('b1', 'bridge', 'B'),
      row('b2', 'bridge', 'B'),
      row('b3', 'bridge', 'C'),
      short('brief', 'Lindqvist to address the assembly', 'C'),
    ]
    assert.deepEqual(moves(rows), [
      ['b3', 'C', 'B'],
      ['brief', 'C', 'B'],
    ])
  })
  /** A document that shares the words of its topic; half of its text is about its own event. */
  const onEvent = (name: string, event: string, at: string, storyId: string): WindowEntry => {
    const words = Array.from({ length: 12 }, (_, i) => `${event}${fillers[i]}`).join(' ')
    const own = Array.from({ length: 30 }, (_, i) => `${name}${fillers[i % fillers.length]}${i}`).join(' ')
    return {
      documentId: asId<DocumentId>(name),
      storyId: asId<StoryId>(storyId),
      language: 'en',
      at,
      ...featuresOf({ title: words, text: `dam Sella valley engineers lake wall ${words} ${own}`, language: 'en' }),
    }
  }
  it('tells two events on one topic apart by the days between them', () => {
    const topicOnly = (name: string, at: string) => {
      const own = Array.from({ length: 24 }, (_, i) => `${name}${fillers[i % fillers.length]}${i}`).join(' ')
      const text = `dam Sella valley engineers lake wall sluice town ${own}`
      const vector = featuresOf({ title: '', text, language: 'en' })
      return { documentId: asId<DocumentId>(name), storyId: asId<StoryId>(name), language: 'en', at, ...vector }
    }
    const sameDay = [topicOnly('a', '2025-08-16T06:00:00Z'), topicOnly('b', '2025-08-16T15:00:00Z')]
    const daysApart = [topicOnly('a', '2025-08-16T06:00:00Z'), topicOnly('b', '2025-08-19T15:00:00Z')]
    assert.equal(moves(sameDay).length, 1)
    assert.deepEqual(moves(daysApart), [])
  })
  it('parts a story in which two events of one topic were taken together', () => {
    const rows = [
      onEvent('a', 'crack', '2025-08-16T06:00:00Z', 'S'),
      onEvent('b', 'crack', '2025-08-16T08:00:00Z', 'S'),
      onEvent('c', 'crack', '2025-08-16T09:00:00Z', 'S'),
      onEvent('d', 'inquiry', '2025-08-19T06:00:00Z', 'S'),
      onEvent('e', 'inquiry', '2025-08-19T09:00:00Z', 'S'),
    ]
    assert.deepEqual(moves(rows), [
      ['d', 'S', 'new 1'],
      ['e', 'S', 'new 1'],
    ])
  })
  const anyRows = fc.array(
    fc.record({
      topic: fc.constantFrom(...Object.keys(topics)),
      story: fc.constantFrom('A', 'B', 'C', 'D', undefined),
      day: fc.integer({ min: 10, max: 28 }),
    }),
    { maxLength: 14 },
  )
  it('never moves a document of a pinned story, nor one into it', () => {
    fc.assert(
      fc.property(anyRows, fc.subarray(['A', 'B', 'C', 'D']), (list, names) => {
        const rows = list.map(({ topic, story, day }, i) => row(`d${i}`, topic, story, day))
        const pinned = new Set(names.map((name) => asId<StoryId>(name)))
        for (const { from, to } of proposeRepairs(rows, { newId: minting(), pinned }))
          assert.ok(!pinned.has(from) && !pinned.has(to), `${from} to ${to}`)
      }),
      { numRuns: 20 },
    )
  })
  it('moves each document once, from where it stands, never a held one, and uses every new id', () => {
    fc.assert(
      fc.property(anyRows, (list) => {
        const rows = list.map(({ topic, story, day }, i) => row(`d${i}`, topic, story, day))
        const minted: StoryId[] = []
        const mint = minting()
        const newId = () => {
          minted.push(mint())
          return minted.at(-1) as StoryId
        }
        const proposed = proposeRepairs(rows, { newId })
        const standing = new Map(rows.map(({ documentId, storyId }) => [documentId, storyId]))
        assert.equal(new Set(proposed.map(({ documentId }) => documentId)).size, proposed.length)
        for (const { documentId, from, to } of proposed) {
          assert.equal(standing.get(documentId), from)
          assert.notEqual(from, to)
        }
        for (const id of minted) assert.ok(proposed.some(({ to }) => to === id))
      }),
      { numRuns: 20 },
    )
  })
  it('proposes the same groups in whatever order the documents arrived', () => {
    const scene = anyRows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    )
    const groupsAfter = (rows: readonly WindowEntry[]) => {
      const to = new Map(proposeRepairs(rows, { newId: minting() }).map((move) => [move.documentId, move.to]))
      const stories = Map.groupBy(
        rows.filter(({ storyId }) => storyId !== undefined),
        ({ documentId, storyId }) => to.get(documentId) ?? storyId,
      )
      return [...stories.values()].map((group) => group.map(({ documentId }) => documentId).sort()).sort()
    }
    fc.assert(
      fc.property(scene, ([list, order]) => {
        // One time for all, because evenly spaced documents would tie and the first pair would win.
        const rows = list.map(({ topic, story }, i) => row(`d${i}`, topic, story))
        assert.deepEqual(groupsAfter(order.map((i) => rows[i] as WindowEntry)), groupsAfter(rows))
      }),
      { numRuns: 20 },
    )
  })
  it('settles: applied once, it proposes nothing more', () => {
    const labels = fc.array(
      fc.record({ topic: fc.constantFrom(...Object.keys(topics)), story: fc.constantFrom('A', 'B', 'C', 'D') }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(labels, (list) => {
        const rows = list.map(({ topic, story }, i) => row(`d${i}`, topic, story))
        const newId = minting()
        const to = new Map(proposeRepairs(rows, { newId }).map((move) => [move.documentId, move.to]))
        const after = rows.map((each) => ({
          ...each,
          storyId: to.get(each.documentId) ?? each.storyId,
        })) as WindowEntry[]
        assert.deepEqual(proposeRepairs(after, { newId }), [])
        const storyByTopic = new Map<string, Set<unknown>>()
        for (const [i, { topic }] of list.entries()) {
          storyByTopic.set(topic, (storyByTopic.get(topic) ?? new Set()).add(after[i]?.storyId))
        }
        for (const stories of storyByTopic.values()) assert.equal(stories.size, 1)
      }),
      { numRuns: 20 },
    )
  })
})

describe('averageLink', () => {
  type Edge = readonly [number, number, number]
  function graphOf(size: number, edges: readonly Edge[]): Neighbors[] {
    return Array.from({ length: size }, (_, i) => {
      const own = edges.flatMap(([a, b, score]) => (a === i ? [[b, score]] : b === i ? [[a, score]] : []))
      return {
        others: Int32Array.from(own, ([other]) => other as number),
        scores: Float64Array.from(own, ([, score]) => score as number),
      }
    })
  }
  it('joins pairs above the threshold and leaves the others', () => {
    const labels = averageLink(
      graphOf(3, [
        [0, 1, 0.5],
        [1, 2, 0.1],
      ]),
      0.2,
    )
    assert.equal(labels[0], labels[1])
    assert.notEqual(labels[1], labels[2])
  })
  it('does not chain: one strong link is not enough for a whole cluster', () => {
    const labels = averageLink(
      graphOf(4, [
        [0, 1, 0.9],
        [2, 3, 0.9],
        [1, 2, 0.5],
      ]),
      0.2,
    )
    assert.equal(labels[0], labels[1])
    assert.equal(labels[2], labels[3])
    assert.notEqual(labels[0], labels[2])
  })
  it('takes the strongest pair first', () => {
    const labels = averageLink(
      graphOf(3, [
        [0, 1, 0.3],
        [1, 2, 0.6],
      ]),
      0.2,
    )
    assert.equal(labels[1], labels[2])
    assert.notEqual(labels[0], labels[1])
  })
  it('handles no documents', () => assert.equal(averageLink([], 0.2).length, 0))
})
