import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { dropStaleMoves } from './obey-choices.ts'

const doc = (name: string) => asId<DocumentId>(name)
const story = (name: string) => asId<StoryId>(name)
const move = (name: string, from: string, to: string) => ({ documentId: doc(name), from: story(from), to: story(to) })
const place = (name: string, storyId?: string) => ({
  documentId: doc(name),
  ...(storyId === undefined ? {} : { storyId: story(storyId) }),
})

describe('dropStaleMoves', () => {
  it('keeps moves of what stands where it stood, to a story that is there or is founded by them', () => {
    const moves = [move('a', 'A', 'B'), move('c', 'C', 'new')]
    const places = [place('a', 'A'), place('b', 'B'), place('c', 'C'), place('c2', 'C')]
    assert.deepEqual(dropStaleMoves(moves, places, new Set([story('new')])), moves)
  })
  it('drops those of a document that has moved, is held now, or has left the window', () => {
    const moves = [move('moved', 'A', 'B'), move('held', 'A', 'B'), move('gone', 'A', 'B'), move('stays', 'A', 'B')]
    const places = [place('moved', 'C'), place('held'), place('stays', 'A'), place('b', 'B')]
    assert.deepEqual(dropStaleMoves(moves, places, new Set()), [move('stays', 'A', 'B')])
  })
  it('drops those to a story that is no longer there', () => {
    assert.deepEqual(dropStaleMoves([move('a', 'A', 'B')], [place('a', 'A')], new Set()), [])
  })
})
