import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { regroup } from './assign-story.ts'
import type { Vector } from './vectorize.ts'
import type { ComparedMember, WindowMatch } from './window-entry.ts'

const noon = Date.parse('2025-08-19T12:00:00Z')
const minute = 60_000

/** A vector of length 1 on features 1, 2, 3…; `weights` are scaled to that length. */
function vectorOf(...weights: number[]): Vector {
  const length = Math.hypot(...weights)
  const features = weights.flatMap((weight, i) => (weight === 0 ? [] : [i + 1]))
  return { features: Int32Array.from(features), weights: Float32Array.from(features, (i) => weights[i - 1]! / length) }
}

function company(id: string, storyId: string, vector: Vector, isWhole = true): ComparedMember {
  const atMs = noon - (id.charCodeAt(id.length - 1) % 50) * minute
  return { documentId: asId<DocumentId>(id), storyId: asId<StoryId>(storyId), isWhole, isRunning: false, atMs, vector }
}

function matchOf(vector: Vector, around: readonly ComparedMember[], likeness = 1): WindowMatch {
  return { candidates: [], featureWeights: new Map(), vector, likeness, company: around }
}

const fire = vectorOf(1, 0, 0.2)
const flood = vectorOf(0, 1, 0.2)

describe('regroup', () => {
  it('puts a document with those it is like, and leaves the others where they are', () => {
    const around = [company('a1', 'fire', fire), company('a2', 'fire', fire), company('b1', 'flood', flood)]
    assert.deepEqual(regroup(matchOf(fire, around), noon, false), { storyId: 'fire', displaced: [] })
  })
  it('gives no story to a document that is like nothing, and with nothing around it', () => {
    assert.deepEqual(regroup(matchOf(vectorOf(0, 0, 0, 1), [company('a1', 'fire', fire)]), noon, false), {
      displaced: [],
    })
    assert.deepEqual(regroup(matchOf(fire, []), noon, false), { displaced: [] })
  })
  it('joins two stories that turn out to be one, into the larger', () => {
    const around = [company('a1', 'fire', fire), company('a2', 'fire', fire), company('c1', 'blaze', fire)]
    assert.deepEqual(regroup(matchOf(fire, around), noon, false), {
      storyId: 'fire',
      displaced: [{ documentId: 'c1', from: 'blaze', to: 'fire' }],
    })
  })
  it('takes out of a story what the new document shows to be another event', () => {
    const around = [company('a1', 'fire', fire), company('a2', 'fire', fire), company('b1', 'fire', flood)]
    assert.deepEqual(regroup(matchOf(flood, around), noon, false), { displaced: [{ documentId: 'b1', from: 'fire' }] })
  })
  it('takes nothing out of a story of which it sees a part only', () => {
    const around = [
      company('a1', 'fire', fire, false),
      company('a2', 'fire', fire, false),
      company('b1', 'fire', flood, false),
    ]
    assert.deepEqual(regroup(matchOf(flood, around), noon, false), { displaced: [] })
  })
  it('asks for more likeness in a crowd', () => {
    const near = vectorOf(0.5, 0, 0, 1)
    const around = [company('a1', 'fire', fire)]
    assert.equal(regroup(matchOf(near, around), noon, false).storyId, 'fire')
    assert.equal(regroup(matchOf(near, around, 0.3), noon, false).storyId, undefined)
  })
  it('never moves a document to where it is, and none twice', () => {
    const vector = fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
      .map((w) => vectorOf(...w, 1))
    const member = fc.record({ vector, story: fc.constantFrom('x', 'y', 'z'), isWhole: fc.boolean() })
    fc.assert(
      fc.property(vector, fc.array(member, { maxLength: 12 }), (own, members) => {
        const around = members.map((each, i) => company(`d${i}`, each.story, each.vector, each.isWhole))
        const { displaced } = regroup(matchOf(own, around), noon, false)
        for (const { documentId, from, to } of displaced) {
          assert.notEqual(from, to)
          const member = around.find((each) => each.documentId === documentId)
          assert.ok(member?.isWhole && member.storyId === from)
        }
        assert.equal(new Set(displaced.map(({ documentId }) => documentId)).size, displaced.length)
      }),
    )
  })
})
