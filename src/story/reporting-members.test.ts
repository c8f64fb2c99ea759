import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleKind } from '../core/article.ts'
import type { StoryInput } from './story-text.ts'
import { reportingMembers } from './story-text.ts'

const of = (kind: ArticleKind) => ({ article: { kind } as StoryInput['article'] })
const kinds = (...given: ArticleKind[]) => reportingMembers(given.map(of)).map(({ article }) => article.kind)

test('lists and newsletters are no reports, whatever release named them', () => {
  assert.deepEqual(kinds('article', 'index', 'newsletter', 'roundup', 'live', 'opinion'), [
    'article',
    'live',
    'opinion',
  ])
})

test('a story of nothing else keeps them', () =>
  assert.deepEqual(kinds('newsletter', 'index'), ['newsletter', 'index']))
