import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type EntityId, type StoryId } from '../../core/ids.ts'
import { nearestStories, type StoryToCompare } from './nearest-stories.ts'

const named = (name: string) => ({
  entity: { id: asId<EntityId>(`person:${name}`), kind: 'person' as const, name },
  documentCount: 2,
})
const storyOn = (id: string, title: string, ...names: readonly string[]): StoryToCompare => ({
  id: asId<StoryId>(id),
  titles: [title],
  entities: names.map(named),
})
const bridge = storyOn('bridge', 'Aldry bridge opens after nine years', 'Carl Lund', 'Anna Berg')
const strike = storyOn('strike', 'Tram drivers strike for a second night', 'Petra Novak')
const budget = storyOn('budget', 'Council passes the budget of the year', 'Carl Lund')
const text = {
  title: 'Who pays for the bridge of Aldry?',
  text: 'Carl Lund and Anna Berg differ over the bridge that took nine years.',
  entityIds: [named('Carl Lund').entity.id, named('Anna Berg').entity.id],
}
const ids = (limit: number, given = text) => nearestStories(given, [strike, budget, bridge], limit).map(({ id }) => id)

describe('nearestStories', () => {
  it('puts the story first that shares names and words, and leaves out what shares nothing', () => {
    assert.deepEqual(ids(5), ['bridge'], 'the budget shares one common name: filler')
    assert.deepEqual(ids(1), ['bridge'])
  })
  it('names what is shared, the rarest name first', () => {
    assert.deepEqual(nearestStories(text, [budget, bridge], 1)[0]?.sharedNames, ['Anna Berg', 'Carl Lund'])
  })
  it('goes by words alone where nobody is named', () => {
    assert.deepEqual(ids(1, { title: 'Night trams', text: 'The drivers strike.', entityIds: [] }), ['strike'])
    assert.deepEqual(nearestStories({ title: '', text: '', entityIds: [] }, [bridge], 5), [])
  })
})
