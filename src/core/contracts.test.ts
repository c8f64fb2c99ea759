import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Completeness } from './article.ts'
import { type Citation, cite } from './citation.ts'
import type { FetchResult } from './fetch-result.ts'
import { type ArticleId, asId, type DocumentId, type EntityId, type FeedId, type SourceId } from './ids.ts'
import type { Layer, LayerName } from './layers.ts'
import { span } from './span.ts'
import type { BriefPoint, Commitment, TimelineEvent, Utterance } from './story.ts'

// What these tests claim is checked by the type checker: a line below an unused `@ts-expect-error` does not compile.

const citation: Citation = cite({ id: asId<DocumentId>('d'), text: 'It runs.' }, span(0, 8))

test('no sentence of a story can be made without a citation', () => {
  // @ts-expect-error a point of the brief needs a citation
  const point: BriefPoint = { text: 'x', citations: [], outlets: [] }
  // @ts-expect-error an event needs the citations of its statement
  const event: TimelineEvent = { text: 'x', date: '2026-01-01', expression: citation, isPlanned: false }
  // @ts-expect-error a promise is a statement, not a string
  const promise: Commitment = { by: 'Ada', statement: 'x' }
  // @ts-expect-error an utterance has a wording
  const utterance: Utterance = { wordings: [], outlets: [] }
  assert.deepEqual([point.citations, event.citations, promise.statement, utterance.wordings], [[], undefined, 'x', []])
})

test('no id stands in for one of another kind', () => {
  const byFeed = (id: FeedId): string => id
  // @ts-expect-error a source is no feed
  assert.equal(byFeed(asId<SourceId>('s')), 's')
  // @ts-expect-error an article is no feed
  assert.equal(byFeed(asId<ArticleId>('a')), 'a')
  // @ts-expect-error only ids can be made from strings
  assert.equal(asId<'EntityId'>('e'), 'e')
  assert.equal(byFeed(asId<FeedId>('f')).toUpperCase(), 'F')
  assert.equal(new Map<EntityId, number>([[asId<EntityId>('person:ada'), 1]]).get(asId<EntityId>('person:ada')), 1)
})

test('an article of which something is missing says why', () => {
  // @ts-expect-error a reason is needed
  const silent: Completeness = { kind: 'paywalled' }
  const whole: Completeness = { kind: 'complete' }
  assert.deepEqual([silent.kind, whole.kind], ['paywalled', 'complete'])
})

test('a finding is of the kind its layer is named after', () => {
  const at = span(0, 2)
  const sentences: Layer<'sentences'> = { by: 'sentences', version: 1, items: [{ span: at, block: 0, index: 0 }] }
  // @ts-expect-error a sentence is no time expression
  const times: Layer<'times'> = { by: 'times', version: 1, items: [{ span: at, block: 0, index: 0 }] }
  // @ts-expect-error there is no such layer
  const unknown: LayerName = 'moods'
  assert.deepEqual([sentences.items.length, times.items.length, unknown], [1, 1, 'moods'])
})

test('every end a request can come to is one of the kinds, and none is left out here', () => {
  const isFinal: Readonly<Record<FetchResult['kind'], boolean>> = {
    ok: true,
    'not-modified': true,
    gone: true,
    'not-found': false,
    forbidden: false,
    busy: false,
    'server-error': false,
    'client-error': false,
    'too-large': false,
    timeout: false,
    'refused-address': true,
    'bad-url': true,
    'too-many-redirects': false,
    'network-error': false,
    'bad-encoding': false,
    'proxy-error': false,
  }
  // @ts-expect-error what was not modified has no body
  const noBody = (fetched: Extract<FetchResult, { kind: 'not-modified' }>) => fetched.body
  assert.equal(noBody({ kind: 'not-modified', validators: {} }), undefined)
  assert.equal(Object.keys(isFinal).length, 16)
})
