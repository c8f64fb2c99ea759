import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { createCounter } from './counter.ts'
import { createPostings } from './postings.ts'
import { featuresOf } from './vectorize.ts'
import { dot, weigh } from './weigh.ts'
import { createWindow } from './window.ts'
import type { WindowEntry, WindowQuery } from './window-entry.ts'

const bridge = 'Engineers closed the harbour bridge at Port Alder after finding cracks in its piers'
const ferry = 'Ferries replace the harbour bridge at Port Alder while engineers inspect cracks in piers'
const storm = 'A storm in the Orrin valley felled trees and cut power to thousands of homes'
const election = 'Ilse Brandt won the vote for governor of Sarn against Jon Tarrow'

const id = (text: string) => asId<DocumentId>(text)
const story = (text: string) => asId<StoryId>(text)

function query(text: string, at = '2025-08-19T12:00:00Z', language = 'en'): WindowQuery {
  return { language, at, ...featuresOf({ title: '', text, language }) }
}

function entry(name: string, storyId: string | undefined, text: string, at?: string, language?: string): WindowEntry {
  const row = { documentId: id(name), ...query(text, at, language) }
  return storyId === undefined ? row : { ...row, storyId: story(storyId) }
}

describe('window', () => {
  it('finds the story nearest to a document, its score and its nearest members', () => {
    const window = createWindow()
    window.add(entry('b1', 'bridge', bridge))
    window.add(entry('b2', 'bridge', `${bridge} on Tuesday`))
    window.add(entry('s1', 'storm', storm))
    const { best, candidates } = window.assign(query(ferry))
    assert.equal(best?.storyId, 'bridge')
    assert.ok(best.score > 0.3 && best.score <= 1)
    assert.deepEqual(best.documents.map(({ documentId }) => documentId).sort(), ['b1', 'b2'])
    assert.ok(candidates.every(({ storyId }) => storyId !== 'storm'))
  })
  it('gives a document its own story with a score of nearly one', () => {
    const window = createWindow()
    window.add(entry('b1', 'bridge', bridge))
    window.add(entry('s1', 'storm', storm))
    assert.ok((window.assign(query(bridge, '2025-08-19T12:01:00Z')).best?.score ?? 0) > 0.99)
  })
  it('finds nothing in an empty window or for a document without words', () => {
    const window = createWindow()
    assert.equal(window.assign(query(bridge)).best, undefined)
    window.add(entry('b1', 'bridge', bridge))
    assert.equal(window.assign(query('')).best, undefined)
  })
  it('counts likeness with a large story for more where there is only a headline', () => {
    const window = createWindow()
    const headline = 'Harbour bridge closed'
    const told = (name: string, count: number) => {
      for (let i = 0; i < count; i += 1) window.add(entry(`${name}${i}`, 'bridge', `${headline} ${name}${i}`))
    }
    told('a', 11)
    assert.equal(window.assign(query(headline)).likeness, 1)
    told('b', 1)
    assert.equal(window.assign(query(headline)).likeness, 1.5)
    assert.equal(window.assign(query(`${headline}: ${bridge}. ${storm}`)).likeness, 1)
    assert.equal(window.assign(query('Storm fells trees')).likeness, 1)
  })
  it('keeps languages apart', () => {
    const window = createWindow()
    window.add(entry('b1', 'bridge', bridge))
    assert.equal(window.assign(query(bridge, undefined, 'fr')).best, undefined)
    assert.equal(window.assign(query(bridge, undefined, 'en-US')).best?.storyId, 'bridge')
  })
  it('does not offer a held document, but counts its words', () => {
    const window = createWindow()
    window.add(entry('b1', undefined, bridge))
    assert.equal(window.assign(query(bridge)).best, undefined)
    assert.equal(window.size, 1)
    window.move(id('b1'), story('bridge'))
    assert.equal(window.assign(query(bridge)).best?.storyId, 'bridge')
  })
  it('offers a story only within the window before and after its documents', () => {
    const window = createWindow({ windowMs: 4 * 86_400_000 })
    window.add(entry('b1', 'bridge', bridge, '2025-08-10T12:00:00Z'))
    assert.equal(window.assign(query(bridge, '2025-08-14T11:00:00Z')).best?.storyId, 'bridge')
    assert.equal(window.assign(query(bridge, '2025-08-14T13:00:00Z')).best, undefined)
    assert.equal(window.assign(query(bridge, '2025-08-06T13:00:00Z')).best?.storyId, 'bridge')
    assert.equal(window.assign(query(bridge, '2025-08-06T11:00:00Z')).best, undefined)
  })
  it('keeps a running story alive by its latest document', () => {
    const window = createWindow()
    window.add(entry('b1', 'bridge', bridge, '2025-08-01T12:00:00Z'))
    window.add(entry('b2', 'bridge', ferry, '2025-08-04T12:00:00Z'))
    const { best } = window.assign(query(bridge, '2025-08-07T12:00:00Z'))
    assert.deepEqual(best?.documents.map(({ documentId }) => documentId).sort(), ['b1', 'b2'])
  })
  it('moves, removes and replaces documents without leaving a trace in the scores', () => {
    const window = createWindow()
    window.add(entry('b1', 'bridge', bridge))
    const before = window.assign(query(ferry)).best?.score as number
    window.add(entry('b2', 'bridge', storm))
    window.move(id('b2'), story('storm'))
    window.add(entry('b3', 'bridge', election))
    window.remove(id('b3'))
    window.remove(id('never there'))
    window.move(id('never there'), story('storm'))
    const after = window.assign(query(ferry))
    assert.equal(after.best?.storyId, 'bridge')
    assert.ok(Math.abs(after.best.score - before) < 0.05)
    assert.equal(window.assign(query(storm)).best?.storyId, 'storm')
    window.add(entry('b1', 'other', bridge))
    assert.equal(window.size, 2)
    assert.equal(window.assign(query(bridge)).best?.storyId, 'other')
  })
  it('forgets what is older than the window, but not the latest arrivals', () => {
    const window = createWindow({ keepNewest: 1 })
    window.add(entry('b1', 'bridge', bridge, '2025-08-01T12:00:00Z'))
    window.add(entry('s1', 'storm', storm, '2025-08-18T12:00:00Z'))
    window.add(entry('e1', 'election', election, '2025-08-02T12:00:00Z'))
    window.expire('2025-08-19T12:00:00Z')
    assert.deepEqual(
      [...window.entries()].map(({ documentId }) => documentId),
      ['s1', 'e1'],
    )
    assert.equal(window.has(id('b1')), false)
    window.expire('not a date')
    assert.equal(window.size, 2)
  })
  it('lets go as documents come, not all at once an hour later', () => {
    const window = createWindow({ keepNewest: 0 })
    window.expire('2025-08-19T12:00:00Z')
    window.add(entry('b1', 'bridge', bridge, '2025-08-15T12:05:00Z'))
    window.expire('2025-08-19T12:10:00Z')
    assert.equal(window.size, 0)
  })
  it('stays right when thousands of documents have come and gone', () => {
    const window = createWindow({ keepNewest: 0 })
    for (let day = 0; day < 40; day += 1) {
      const at = new Date(Date.UTC(2025, 0, 1 + day)).toISOString()
      for (let i = 0; i < 60; i += 1) window.add(entry(`${day}.${i}`, `s${day}.${i}`, `report${day}x${i} ${storm}`, at))
      window.expire(at)
    }
    assert.ok(window.size <= 60 * 6, String(window.size))
    const { best } = window.assign(query(`report39x7 ${storm}`, '2025-02-09T00:00:00Z'))
    assert.equal(best?.storyId, 's39.7')
  })
  it('holds thousands of documents without a story, and of any length, and lets them go', () => {
    const window = createWindow({ keepNewest: 0 })
    for (let i = 0; i < 3000; i += 1) window.add(entry(`h${i}`, undefined, `held${i} ${storm}`))
    window.add(entry('empty', 'none', ''))
    window.add(entry('b1', 'bridge', bridge))
    assert.equal(window.storyOf(id('b1')), 'bridge')
    assert.equal(window.storyOf(id('h7')), undefined)
    assert.equal(window.assign(query(storm)).best, undefined)
    assert.equal(window.assign(query(ferry)).best?.storyId, 'bridge')
    for (let i = 0; i < 3000; i += 1) window.remove(id(`h${i}`))
    window.remove(id('empty'))
    assert.equal(window.assign(query(ferry)).best?.storyId, 'bridge')
    assert.deepEqual(
      [...window.entries()].map(({ documentId }) => documentId),
      ['b1'],
    )
  })
  it('scores as one made anew with what is left, whatever came and went before', () => {
    const texts = [bridge, ferry, storm, election]
    const change = fc.record({
      name: fc.integer({ min: 0, max: 9 }),
      what: fc.constantFrom('add', 'move', 'remove', 'hold'),
      text: fc.integer({ min: 0, max: 3 }),
      story: fc.integer({ min: 0, max: 2 }),
      day: fc.integer({ min: 10, max: 28 }),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const window = createWindow()
        for (const { name, what, text, story: number, day } of changes) {
          const row = entry(`d${name}`, `s${number}`, `${texts[text]} own${name}`, `2025-08-${day}T12:00:00Z`)
          if (what === 'add') window.add(row)
          else if (what === 'remove') window.remove(row.documentId)
          else window.move(row.documentId, what === 'hold' ? undefined : row.storyId)
        }
        const fresh = createWindow()
        for (const row of window.entries()) fresh.add(row)
        for (const text of texts) {
          const asked = query(text, '2025-08-19T12:00:00Z')
          // Words of expired documents are still counted, so scores differ slightly; the stories do not.
          const storiesOf = (from: typeof window) =>
            from
              .assign(asked)
              .candidates.map(({ storyId, documents }) => [storyId, documents.map((n) => n.documentId).sort()])
          assert.deepEqual(storiesOf(window).sort(), storiesOf(fresh).sort())
          for (const { score } of window.assign(asked).candidates) assert.ok(score > 0 && score < 1.000001)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('returns the rows as they were added, with their present story', () => {
    const window = createWindow()
    const row = entry('b1', 'bridge', bridge)
    window.add(row)
    assert.deepEqual([...window.entries()], [row])
    window.move(id('b1'), undefined)
    assert.equal([...window.entries()][0]?.storyId, undefined)
    assert.deepEqual(window.places(), [{ documentId: 'b1' }])
  })
})

describe('counter', () => {
  it('counts, grows and halves', () => {
    const counter = createCounter()
    for (let round = 0; round < 3; round += 1) for (let key = -5000; key <= 5000; key += 1) counter.increment(key)
    counter.increment(17)
    assert.equal(counter.size, 10_000)
    assert.equal(counter.get(17), 4)
    assert.equal(counter.get(-4999), 3)
    assert.equal(counter.get(123_456), 0)
    counter.halve()
    assert.equal(counter.get(17), 2)
    assert.equal(counter.get(-4999), 1)
    counter.halve()
    assert.equal(counter.get(-4999), 0)
    assert.equal(counter.size, 1)
  })
  it('counts nothing under the reserved key', () => {
    const counter = createCounter()
    counter.increment(0)
    assert.equal(counter.get(0), 0)
  })
})

describe('weigh and dot', () => {
  const raw = { features: Int32Array.of(1, 2, 3, 4), weights: Float32Array.of(1, 1, 3, 1) }
  it('gives a vector of length one, the rarest and most repeated heaviest', () => {
    const vector = weigh(raw, 100, (feature) => (feature === 1 ? 90 : 1), 80)
    assert.ok(Math.abs(dot(vector, vector) - 1) < 1e-6)
    assert.ok((vector.weights[2] as number) > (vector.weights[1] as number))
    assert.ok((vector.weights[1] as number) > (vector.weights[0] as number))
  })
  it('keeps the heaviest features, in ascending order, and leaves out those refused', () => {
    assert.deepEqual([...weigh(raw, 100, (feature) => feature, 2).features], [1, 3])
    assert.deepEqual([...weigh(raw, 100, (feature) => (feature === 3 ? -1 : 1), 80).features], [1, 2, 4])
  })
  it('multiplies only what both vectors have', () => {
    const a = { features: Int32Array.of(1, 3, 5), weights: Float32Array.of(1, 2, 3) }
    const b = { features: Int32Array.of(2, 3, 5, 9), weights: Float32Array.of(7, 1, 2, 7) }
    assert.equal(dot(a, b), 8)
  })
})

describe('postings', () => {
  const vectorOf = (features: readonly number[], slot: number) => ({
    features: Int32Array.from(features),
    weights: new Float32Array(features.length).fill(slot + 1),
  })
  const slotsIn = (scores: Float32Array) => [...scores.keys()].filter((slot) => scores[slot] !== 0)
  it('accumulates dot products with every document that shares a feature', () => {
    const postings = createPostings()
    postings.insert(0, { features: Int32Array.of(1, 2), weights: Float32Array.of(1, 2) })
    postings.insert(1, { features: Int32Array.of(2, 3), weights: Float32Array.of(1, 1) })
    postings.insert(2, { features: Int32Array.of(9), weights: Float32Array.of(1) })
    const scores = new Float32Array(3)
    postings.addTo({ features: Int32Array.of(2, 3), weights: Float32Array.of(2, 3) }, scores)
    assert.deepEqual(slotsIn(scores), [0, 1])
    assert.deepEqual([...scores], [4, 5, 0])
    assert.equal(postings.entryCount, 5)
  })
  it('keeps, for any order of coming and going, what a plain map keeps', () => {
    const step = fc.record({
      slot: fc.nat(40),
      features: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const postings = createPostings()
        const kept = new Map<number, readonly number[]>()
        for (const { slot, features } of steps) {
          const old = kept.get(slot)
          if (old) postings.remove(slot, vectorOf(old, slot))
          if (old) kept.delete(slot)
          else kept.set(slot, features)
          if (!old) postings.insert(slot, vectorOf(features, slot))
        }
        assert.equal(postings.entryCount, [...kept.values()].flat().length)
        for (let feature = 1; feature <= 30; feature += 1) {
          const expected = new Float32Array(41)
          for (const [slot, features] of kept) if (features.includes(feature)) expected[slot] = slot + 1
          const scores = new Float32Array(41)
          postings.addTo(vectorOf([feature], 0), scores)
          assert.deepEqual(scores, expected)
          assert.equal(slotsIn(scores).length, expected.filter((score) => score > 0).length)
        }
      }),
      { numRuns: 30 },
    )
  })
  it('holds more features and longer lists than one array has room for', () => {
    const postings = createPostings()
    const vector = (slot: number) => vectorOf([1, 1000 + slot], slot)
    for (let slot = 0; slot < 140_000; slot += 1) postings.insert(slot, vector(slot))
    for (let slot = 0; slot < 139_990; slot += 1) postings.remove(slot, vector(slot))
    const scores = new Float32Array(140_000)
    postings.addTo(vectorOf([1], 0), scores)
    assert.deepEqual(
      slotsIn(scores),
      Array.from({ length: 10 }, (_, i) => 139_990 + i),
    )
    assert.equal(scores[139_999], 140_000)
    assert.equal(postings.entryCount, 20)
  })
})
