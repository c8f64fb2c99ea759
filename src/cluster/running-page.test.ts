import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ArticleKind } from '../core/article.ts'
import type { Document } from '../core/document.ts'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { assignStory } from './assign-story.ts'
import { proposeRepairs } from './repair.ts'
import { featuresOf } from './vectorize.ts'
import { createWindow } from './window.ts'

const noon = Date.parse('2025-08-19T12:00:00Z')
const bridge = [
  'Engineers closed the harbour bridge at Port Alder on Tuesday after finding cracks in two of its piers.',
  'Mayor Ada Lindqvist said the crossing would stay shut until divers had seen every pier.',
  'Ferries will run every ten minutes between the two banks while the harbour bridge is closed.',
  'Shopkeepers on the north bank of Port Alder expect to lose half of their trade without the crossing.',
]
const storm = [
  'A storm brought down trees across the Orrin valley overnight and left four thousand homes without power.',
  'Crews worked until dawn to clear fallen trees from the valley roads, the fire service said.',
  'Two schools in the Orrin valley will stay closed after the storm tore off their roofs.',
  'Farmers along the Orrin reported greenhouses flattened by the storm.',
]
const texts: Readonly<Record<string, { readonly text: string; readonly kind: ArticleKind }>> = {
  bridge1: { text: [bridge[0], bridge[1], bridge[2]].join(' '), kind: 'article' },
  bridge2: { text: [bridge[0], bridge[3], bridge[1]].join(' '), kind: 'article' },
  storm1: { text: [storm[0], storm[1], storm[2]].join(' '), kind: 'article' },
  storm2: { text: [storm[3], storm[2], storm[0]].join(' '), kind: 'article' },
  live: { text: [bridge[0], storm[0], bridge[2], storm[2], bridge[1], storm[1]].join(' '), kind: 'live' },
  roundup: { text: [storm[0], bridge[0], storm[1], bridge[1]].join(' '), kind: 'roundup' },
}

/** Adds the texts one at a time, like the product does, then repairs. Returns the story of each before and after. */
function takeIn(ids: readonly string[]) {
  const window = createWindow()
  let minted = 0
  const newId = () => asId<StoryId>(`s${++minted}`)
  for (const [i, id] of ids.entries()) {
    const { text, kind } = texts[id]!
    const publishedAt = new Date(noon + i * 3_600_000).toISOString()
    const document: Document = {
      id: asId(id),
      articleId: asId(id),
      language: 'en',
      title: '',
      text,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
      publishedAt,
    }
    const vector = featuresOf(document)
    const { assignment, displaced } = assignStory(
      {
        document,
        annotations: {},
        vector,
        kind,
        completeness: { kind: 'complete' },
        syndications: [],
        now: publishedAt,
      },
      window,
      () => undefined,
    )
    const storyId = assignment.kind === 'join' ? assignment.storyId : newId()
    const held = assignment.kind === 'hold'
    window.add({
      documentId: document.id,
      ...(held ? {} : { storyId }),
      language: 'en',
      at: publishedAt,
      isRunning: kind === 'live',
      ...vector,
    })
    for (const { documentId, to = storyId } of displaced) window.move(documentId, to)
  }
  const storyOf = (id: string) => window.storyOf(asId<DocumentId>(id))
  const online = new Map(ids.map((id) => [id, storyOf(id)]))
  for (const { documentId, to } of proposeRepairs([...window.entries()], { newId })) window.move(documentId, to)
  return { online, repaired: new Map(ids.map((id) => [id, storyOf(id)])) }
}

describe('a page that tells of two events', () => {
  it('never brings the two together, in whatever order they come, with one text on each or with two', () => {
    const subset = fc.subarray(['bridge2', 'storm2', 'roundup'])
    const order = subset.chain((more) => {
      const all = ['bridge1', 'storm1', 'live', ...more]
      return fc.shuffledSubarray(all, { minLength: all.length })
    })
    fc.assert(
      fc.property(order, (ids) => {
        for (const stories of Object.values(takeIn(ids))) {
          const ofBridge = new Set(ids.filter((id) => id.startsWith('bridge')).map((id) => stories.get(id)))
          const ofStorm = new Set(ids.filter((id) => id.startsWith('storm')).map((id) => stories.get(id)))
          assert.ok(ofBridge.isDisjointFrom(ofStorm), JSON.stringify([...stories]))
          assert.equal(stories.get('roundup'), undefined)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('joins one of them when it runs', () => {
    const { online } = takeIn(['bridge1', 'storm1', 'live'])
    assert.ok([online.get('bridge1'), online.get('storm1')].includes(online.get('live')))
  })
})
