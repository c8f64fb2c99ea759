import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Annotations } from '../core/layers.ts'
import { storyTopics } from './article-topics.ts'

const member = (section: string | undefined, codes: readonly (readonly [string, string?])[]) => ({
  article: { url: 'https://a.example/x', ...(section === undefined ? {} : { section }) },
  annotations: {
    topics: {
      version: 1,
      items: codes.map(([code, broader]) => ({
        code,
        share: 0.5,
        words: [],
        span: { start: 0, end: 1 },
        ...(broader === undefined ? {} : { broader }),
      })),
    },
  } as unknown as Annotations,
})

test('a story is about what a third of its articles are about, the most shared first, the narrower after its broader', () => {
  const topics = storyTopics([
    member('Sport', [['03000000']]),
    member(undefined, [['03000000'], ['20000148', '03000000']]),
    member(undefined, [['03000000'], ['20000148', '03000000']]),
    member(undefined, [['07000000']]),
    member(undefined, []),
  ])
  assert.deepEqual(topics, [
    { code: '03000000', by: 'words', share: 0.75 },
    { code: '20000148', broader: '03000000', by: 'words', share: 0.5 },
  ])
})

test('of one article it is what that article is about; of none, nothing', () => {
  assert.deepEqual(storyTopics([member('Sport', [])]), [{ code: '15000000', by: 'section', share: 1 }])
  assert.deepEqual(storyTopics([member(undefined, [])]), [])
})
