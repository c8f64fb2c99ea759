import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import type { ActiveChoices } from '../core/story-choice.ts'
import { obeyChoices } from './obey-choices.ts'
import { type Move, proposeRepairs } from './repair.ts'
import { featuresOf } from './vectorize.ts'
import type { WindowEntry } from './window-entry.ts'

const story = (id: string) => asId<StoryId>(id)
const doc = (id: string) => asId<DocumentId>(id)

function rowsOf(stories: Readonly<Record<string, readonly string[]>>): WindowEntry[] {
  return Object.entries(stories).flatMap(([id, documents]) =>
    documents.map((name) => ({
      documentId: doc(name),
      storyId: story(id),
      language: 'en',
      at: '2025-08-19T12:00:00Z',
      features: new Int32Array(),
      weights: new Float32Array(),
    })),
  )
}
const move = (documentId: string, from: string, to: string): Move => ({
  documentId: doc(documentId),
  from: story(from),
  to: story(to),
})
const standing = (
  given: { readonly touched: readonly string[] } & Partial<Omit<ActiveChoices, 'touched'>>,
): ActiveChoices => ({
  whole: new Set(),
  placed: new Set(),
  apart: [],
  ...given,
  touched: new Set(given.touched.map(story)),
})
const rows = rowsOf({ P: ['p1', 'p2', 'p3'], B: ['b1', 'b2'], C: ['c1'] })

describe('obeyChoices', () => {
  it('lets everything pass where nobody chose', () => {
    const moves = [move('b1', 'B', 'P'), move('b2', 'B', 'P')]
    assert.deepEqual(obeyChoices(rows, moves, standing({ touched: [] })), { moves, proposals: [] })
    assert.deepEqual(obeyChoices(rows, moves, standing({ touched: ['C'] })), { moves, proposals: [] })
  })
  it('takes nothing out of a story a reader changed, and proposes it', () => {
    const split = [move('p1', 'P', 'new'), move('p2', 'P', 'new')]
    assert.deepEqual(obeyChoices(rows, split, standing({ touched: ['P'] })), {
      moves: [],
      proposals: [{ kind: 'split', storyId: 'P', documentIds: ['p1', 'p2'] }],
    })
    assert.deepEqual(obeyChoices(rows, [move('p1', 'P', 'B')], standing({ touched: ['P'] })).proposals, [
      { kind: 'split', storyId: 'P', otherId: 'B', documentIds: ['p1'] },
    ])
  })
  it('merges no story into one a reader changed nor the other way, and proposes it', () => {
    const into = [move('b1', 'B', 'P'), move('b2', 'B', 'P')]
    assert.deepEqual(obeyChoices(rows, into, standing({ touched: ['P'] })), {
      moves: [],
      proposals: [{ kind: 'merge', storyId: 'B', otherId: 'P' }],
    })
    assert.deepEqual(obeyChoices(rows, into, standing({ touched: ['B'] })), {
      moves: [],
      proposals: [{ kind: 'merge', storyId: 'B', otherId: 'P' }],
    })
  })
  it('lets a document join by itself: a stray one, or one that stands alone', () => {
    const moves = [move('b1', 'B', 'P'), move('c1', 'C', 'P')]
    assert.deepEqual(obeyChoices(rows, moves, standing({ touched: ['P'] })), { moves, proposals: [] })
  })
  it('does not propose what a reader decided the other way', () => {
    const merge = [move('b1', 'B', 'P'), move('b2', 'B', 'P')]
    const apart = standing({ touched: ['P', 'B'], apart: [[story('P'), story('B')]] })
    assert.deepEqual(obeyChoices(rows, merge, apart), { moves: [], proposals: [] })
    assert.deepEqual(obeyChoices(rows, [move('p1', 'P', 'B')], apart), { moves: [], proposals: [] })
    const split = [move('p1', 'P', 'new')]
    const whole = standing({ touched: ['P'], whole: new Set([story('P')]) })
    assert.deepEqual(obeyChoices(rows, split, whole), { moves: [], proposals: [] })
    const placed = standing({ touched: ['P'], placed: new Set([doc('p1')]) })
    assert.deepEqual(obeyChoices(rows, split, placed), { moves: [], proposals: [] })
  })
  it('founds no story from the rest of those who would have founded it', () => {
    const moves = [move('p1', 'P', 'new'), move('p2', 'P', 'new'), move('b1', 'B', 'new')]
    assert.deepEqual(obeyChoices(rows, moves, standing({ touched: ['P'] })).moves, [])
  })
})

const topics = [
  'engineers closed harbour bridge Port Alder cracks piers mayor ferries divers banks shopkeepers',
  'storm felled trees Orrin valley homes power crews roads schools farmers barns greenhouses',
  'tram drivers Velmar strike night shifts union talks court rest carriages depot company',
]
const fillers = 'amber birch copper dune ember fjord grove heather iris jasper kelp lichen'.split(' ')

/** A reader's act: moves some documents of a story, or merges two stories; the numbers choose among those present. */
type Act = {
  readonly kind: 'leave' | 'split' | 'merge'
  readonly a: number
  readonly b: number
  readonly count: number
}
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('leave', 'split', 'merge'),
  a: fc.nat(50),
  b: fc.nat(50),
  count: fc.integer({ min: 1, max: 3 }),
})
const arrival = fc.record({
  topic: fc.nat(2),
  story: fc.nat(5),
  day: fc.integer({ min: 18, max: 21 }),
  own: fc.nat(40),
})

/** A small world in which a reader makes choices and clustering repairs, like the store and the lane do. */
function world() {
  const places = new Map<DocumentId, StoryId>()
  const entries: WindowEntry[] = []
  const choices: { readonly moved: readonly DocumentId[]; from: StoryId; to: StoryId; readonly isMerge: boolean }[] = []
  let minted = 0
  const newId = () => story(`new ${++minted}`)
  const present = () => entries.map((entry) => ({ ...entry, storyId: places.get(entry.documentId)! }))
  const stories = () => [...Map.groupBy(places.keys(), (id) => places.get(id)!)]
  const heirTo = (from: StoryId, to: StoryId) => {
    if ([...places.values()].includes(from)) return
    for (const choice of choices) {
      if (choice.from === from) choice.from = to
      if (choice.to === from) choice.to = to
    }
  }
  const apply = (moves: readonly { readonly documentId: DocumentId; readonly to: StoryId }[]) => {
    const froms = new Map(moves.map(({ documentId, to }) => [places.get(documentId)!, to]))
    for (const { documentId, to } of moves) places.set(documentId, to)
    for (const [from, to] of froms) heirTo(from, to)
  }
  const standing = (): ActiveChoices => ({
    touched: new Set(choices.flatMap(({ from, to }) => [from, to])),
    whole: new Set(choices.filter(({ isMerge }) => isMerge).map(({ to }) => to)),
    placed: new Set(choices.flatMap(({ moved }) => moved)),
    apart: choices.filter(({ from, to, isMerge }) => !isMerge && from !== to).map(({ from, to }) => [from, to]),
  })

  return {
    places,
    choices,
    standing,
    arrive({ topic, story: at, day, own }: { topic: number; story: number; day: number; own: number }) {
      const documentId = doc(`d${entries.length}`)
      const words = Array.from({ length: own }, (_, i) => `${fillers[i % fillers.length]}${entries.length}${i}`)
      const text = `${topics[topic]} ${topics[topic]} ${words.join(' ')}`
      entries.push({
        documentId,
        language: 'en',
        at: `2025-08-${day}T12:00:00Z`,
        ...featuresOf({ title: topics[topic] ?? '', text, language: 'en' }),
      })
      places.set(documentId, stories()[at]?.[0] ?? newId())
    },
    choose({ kind, a, b, count }: Act) {
      const all = stories()
      const [from, members] = all[a % all.length]!
      const other = all[b % all.length]![0]
      const moved = kind === 'merge' ? members : members.slice(0, kind === 'leave' ? 1 : count)
      const to = kind === 'split' || other === from ? newId() : other
      if (moved.length === members.length && !all.some(([id]) => id === to)) return
      apply(moved.map((documentId) => ({ documentId, to })))
      choices.push({ moved, from, to, isMerge: kind === 'merge' })
      heirTo(from, to)
    },
    repair() {
      const rows = present()
      const wanted = proposeRepairs(rows, { newId, threshold: 0.18 })
      const { moves, proposals } = obeyChoices(rows, wanted, standing())
      apply(moves)
      return proposals
    },
    count: () => entries.length,
  }
}

describe('choices under repair', () => {
  it('are never violated, and no document is lost', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: arrival.map((given) => ({ kind: 'arrive', given }) as const) },
      { weight: 2, arbitrary: act.map((given) => ({ kind: 'choose', given }) as const) },
      { weight: 1, arbitrary: fc.constant({ kind: 'repair' } as const) },
    )
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 4, maxLength: 12 }),
        fc.array(step, { maxLength: 25 }),
        (first, steps) => {
          const it = world()
          for (const given of first) it.arrive(given)
          for (const one of [...steps, { kind: 'repair' } as const, { kind: 'repair' } as const]) {
            if (one.kind === 'arrive') it.arrive(one.given)
            else if (one.kind === 'choose') it.choose(one.given)
            else checkedRepair(it)
            assert.equal(it.places.size, it.count(), 'every document is in one story')
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  /** Repairs, and checks what must be true after any repair. */
  function checkedRepair(it: ReturnType<typeof world>) {
    const before = new Map(it.places)
    const { touched, apart, whole, placed } = it.standing()
    const proposals = it.repair()
    for (const [documentId, storyId] of before)
      if (touched.has(storyId)) assert.equal(it.places.get(documentId), storyId, 'nothing leaves what a reader changed')
    for (const documentId of placed) assert.equal(it.places.get(documentId), before.get(documentId))
    const now = new Set(it.places.values())
    for (const [a, b] of apart) assert.ok(a !== b && now.has(a) && now.has(b), 'what was told apart stays two stories')
    for (const proposal of proposals) {
      if (proposal.kind === 'split') {
        assert.ok(touched.has(proposal.storyId) && !whole.has(proposal.storyId))
        assert.ok(!proposal.documentIds.some((id) => placed.has(id)))
      }
      const pair = new Set([proposal.storyId, proposal.otherId])
      assert.ok(!apart.some(([a, b]) => pair.has(a) && pair.has(b)), 'told apart is not proposed to be one')
    }
  }
})
