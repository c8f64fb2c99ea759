import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Entity, Mention } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { Assignment } from '../core/story.ts'
import type { Syndication, SyndicationKind } from '../core/syndication.ts'
import { type AssignmentInput, assignStory } from './assign-story.ts'
import { featuresOf } from './vectorize.ts'
import { createWindow, type Window } from './window.ts'

const now = '2025-08-19T12:00:00Z'
const bridgeTitle = 'Cracks close Port Alder bridge'
const bridgeText =
  'Engineers closed the harbour bridge at Port Alder on Tuesday after finding cracks in two of its piers. ' +
  'Mayor Ada Lindqvist said the crossing would stay shut until divers from the Norrhamn institute had seen every pier. ' +
  'Ferries will run every ten minutes between the two banks, and shopkeepers expect to lose half of their trade.'
const ferryText =
  'Ferries carried nine thousand people across the harbour at Port Alder on the second day without the bridge. ' +
  'Ada Lindqvist, the mayor, said divers had examined three piers and found cracks in two of them. ' +
  'Shopkeepers on the north bank asked for help with their rents while the crossing is shut.'
const stormText =
  'A storm brought down trees across the Orrin valley overnight and left four thousand homes without power. ' +
  'Crews worked until dawn to clear the roads. Two schools will stay closed, the fire service said. ' +
  'Farmers reported damage to barns and greenhouses along the river.'

type Given = Partial<Omit<AssignmentInput, 'document' | 'vector'>> & { title?: string; text?: string; id?: string }

function inputOf({ title = '', text = '', id = 'new', ...given }: Given): AssignmentInput {
  const document: Document = {
    id: asId(id),
    articleId: asId(id),
    language: 'en',
    title,
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    publishedAt: now,
  }
  return {
    document,
    annotations: {},
    vector: featuresOf(document),
    kind: 'article',
    completeness: { kind: 'complete' },
    syndications: [],
    now,
    ...given,
  }
}

/** A window with a bridge story and a storm story, one document each. */
function stories(): { window: Window; storyOf: (id: DocumentId) => StoryId | undefined } {
  const window = createWindow()
  const known = new Map<DocumentId, StoryId>()
  for (const [id, title, text] of [
    ['bridge', bridgeTitle, bridgeText],
    ['storm', 'Storm cuts power in Orrin valley', stormText],
  ] as const) {
    const { document, vector } = inputOf({ id, title, text })
    known.set(document.id, asId(`story of ${id}`))
    window.add({ documentId: document.id, storyId: asId(`story of ${id}`), language: 'en', at: now, ...vector })
  }
  return { window, storyOf: (id) => known.get(id) }
}

function assign(given: Given): Assignment {
  const { window, storyOf } = stories()
  return assignStory(inputOf(given), window, storyOf).assignment
}

function storyIn(assignment: Assignment): string {
  return assignment.kind === 'join' ? assignment.storyId : assignment.kind
}

function syndication(kind: SyndicationKind, otherId: string, passageCount = 1): Syndication {
  const passage = { span: { start: 0, end: 10 }, otherSpan: { start: 0, end: 10 }, isQuotation: false }
  return {
    documentId: asId('new'),
    otherId: asId(otherId),
    kind,
    share: 0.9,
    otherShare: 0.9,
    isCopyOfOther: true,
    direction: { kind: 'time' },
    passages: Array.from({ length: passageCount }, () => passage),
  }
}

function mentionsOf(text: string, names: readonly string[]): Annotations {
  const items = names.map((name): Mention => {
    const entity: Entity = { id: asId(`person:${name}`), kind: 'person', name }
    const start = text.indexOf(name)
    return { span: { start, end: start + name.length }, kind: 'person', form: 'name', entity }
  })
  return { mentions: { by: 'mentions', version: 1, items } }
}

describe('assignStory', () => {
  it('joins a second report to its story and says why', () => {
    const assignment = assign({ title: 'Ferries replace Port Alder bridge', text: ferryText })
    assert.equal(storyIn(assignment), 'story of bridge')
    assert.ok(assignment.kind === 'join')
    const { reason } = assignment
    assert.ok(reason.score >= 0.22 && reason.score <= 1)
    assert.ok(reason.sharedNames.includes('Port Alder'), reason.sharedNames.join())
    assert.ok(reason.sharedNames.includes('Ada Lindqvist'), reason.sharedNames.join())
    assert.ok(reason.sharedWords.includes('piers'), reason.sharedWords.join())
    assert.equal(reason.copiedSentences, 0)
  })
  it('finds a story for what is like no other', () => {
    assert.deepEqual(assign({ title: 'Sarn elects Ilse Brandt', text: stormText.replace(/\p{L}+/gu, 'ballots') }), {
      kind: 'found',
    })
  })
  it('finds the first story of all', () => {
    const input = inputOf({ title: bridgeTitle, text: bridgeText })
    assert.deepEqual(assignStory(input, createWindow(), () => undefined).assignment, { kind: 'found' })
  })
  it('takes shared names from the mentions layer when it is there', () => {
    const assignment = assign({ text: ferryText, annotations: mentionsOf(ferryText, ['Ada Lindqvist']) })
    assert.ok(assignment.kind === 'join')
    assert.deepEqual(assignment.reason.sharedNames, ['Ada Lindqvist'])
  })
  it('puts a whole or cut copy with its original, whatever its words', () => {
    for (const kind of ['whole-copy', 'cut-copy'] as const) {
      const assignment = assign({ text: 'Nothing here is alike.', syndications: [syndication(kind, 'storm', 3)] })
      assert.equal(storyIn(assignment), 'story of storm')
      assert.ok(assignment.kind === 'join' && assignment.reason.copiedSentences === 3)
    }
  })
  it('does not follow a shared quotation or a copy of something held', () => {
    const text = 'Nothing here is alike, but it is long enough to stand on its own as a report of some event.'
    assert.equal(storyIn(assign({ text, syndications: [syndication('shared-quotation', 'storm')] })), 'found')
    assert.equal(storyIn(assign({ text, syndications: [syndication('whole-copy', 'unknown')] })), 'found')
  })
  it('attaches a short item by two shared names where a long one would found its own story', () => {
    const text = 'Ada Lindqvist will visit Norrhamn to open a glass school and a choir for young singers from abroad.'
    const title = 'Orchestra plays at gala evening with trumpets'
    const named = mentionsOf(text, ['Ada Lindqvist', 'Norrhamn'])
    const short = assign({ title, text, annotations: named })
    assert.equal(storyIn(short), 'story of bridge')
    assert.ok(short.kind === 'join' && short.reason.score < 0.2, JSON.stringify(short))
    assert.equal(storyIn(assign({ title, text, annotations: mentionsOf(text, ['Norrhamn']) })), 'found')
  })
  it('holds index pages, roundups and what is too little to stand on', () => {
    assert.deepEqual(assign({ text: bridgeText, kind: 'index' }), { kind: 'hold', reason: 'not-news' })
    assert.deepEqual(assign({ text: bridgeText, kind: 'roundup' }), { kind: 'hold', reason: 'roundup' })
    assert.deepEqual(assign({ text: bridgeText, kind: 'newsletter' }), { kind: 'hold', reason: 'roundup' })
    assert.deepEqual(assign({ title: 'Crossword', text: 'No. 1,204' }), { kind: 'hold', reason: 'too-short' })
    assert.deepEqual(assign({ title: 'Sarn governor resigns', completeness: { kind: 'failed', reason: 'timeout' } }), {
      kind: 'hold',
      reason: 'incomplete',
    })
  })
  it('lets an item with only a headline join a story it plainly belongs to', () => {
    const completeness = { kind: 'paywalled', reason: 'login' } as const
    assert.equal(storyIn(assign({ title: bridgeTitle, completeness })), 'story of bridge')
  })
  it('lets video and live pages join, and found a story only on text of their own', () => {
    for (const kind of ['video', 'live', 'audio', 'gallery'] as const) {
      assert.equal(storyIn(assign({ title: bridgeTitle, text: ferryText.slice(0, 100), kind })), 'story of bridge')
      const text = 'Watch as a brass band plays on the roof of the town hall of Velmar to open the season.'
      assert.deepEqual(assign({ title: 'Brass band on a roof', text, kind }), { kind: 'hold', reason: 'too-short' })
      const long = `${text} ${text.replaceAll('brass', 'jazz')} ${text} ${text.replaceAll('Velmar', 'Tolva')}`
      assert.deepEqual(assign({ title: 'Brass band on a roof', text: long, kind }), { kind: 'found' })
    }
  })
  it('decides the same of the same document and window each time', () => {
    const pieces = [...bridgeText.split('. '), ...stormText.split('. '), 'A choir sang', 'Trams stood still']
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join('. '))
    const kind = fc.constantFrom('article', 'live', 'video', 'roundup', 'index', 'opinion')
    fc.assert(
      fc.property(fc.constantFrom(...pieces), text, kind, (title, body, kindOfPage) => {
        const { window, storyOf } = stories()
        const input = inputOf({ title, text: body, kind: kindOfPage })
        const placement = assignStory(input, window, storyOf)
        assert.deepEqual(assignStory(input, window, storyOf), placement)
        const first = placement.assignment
        if (first.kind === 'join') assert.ok(['story of bridge', 'story of storm'].includes(first.storyId))
      }),
    )
  })
  it('finds a story further away the more days lie between', () => {
    const scoreAfter = (days: number) => {
      const { window, storyOf } = stories()
      const at = new Date(Date.parse(now) + days * 86_400_000).toISOString()
      const input = inputOf({ text: bridgeText })
      const late = { ...input, document: { ...input.document, publishedAt: at } }
      const { assignment } = assignStory(late, window, storyOf)
      return assignment.kind === 'join' ? assignment.reason.score : 0
    }
    assert.ok(scoreAfter(0.01) > scoreAfter(0.4) && scoreAfter(0.4) > scoreAfter(1) && scoreAfter(1) > scoreAfter(3))
    assert.equal(scoreAfter(9), 0)
  })
  it('does not change the window', () => {
    const { window, storyOf } = stories()
    const before = [...window.entries()]
    assignStory(inputOf({ text: ferryText }), window, storyOf)
    assert.deepEqual([...window.entries()], before)
  })
})
