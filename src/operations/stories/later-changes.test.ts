import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryView } from '../views.ts'
import { withLaterChanges } from './get-story.ts'

const cited = (id: string) => ({ documentId: asId(id), articleId: asId(`article-${id}`) })
const documents = { a: cited('a'), b: cited('b'), c: cited('c') } as unknown as StoryView['documents']
const dossier = {
  amendments: [{ kind: 'retraction', citation: { documentId: 'a', span: { start: 0, end: 1 }, exact: 'R' } }],
} as unknown as Dossier

test('an article is withdrawn by a note of its outlet, or by taking its page away', () => {
  const standing = withLaterChanges(documents, dossier, [], new Set([asId('article-b')]))
  assert.deepEqual(
    Object.values(standing).map(({ isWithdrawn }) => isWithdrawn),
    [true, true, undefined],
  )
})

test('of a page that is not where it was it is said, and that its outlet withdrew it is not', () => {
  const standing = withLaterChanges(documents, dossier, [], new Set(), new Set([asId('article-a'), asId('article-c')]))
  assert.deepEqual(
    Object.values(standing).map(({ isWithdrawn, isAbsent }) => [isWithdrawn, isAbsent]),
    [
      [true, true],
      [undefined, undefined],
      [undefined, true],
    ],
  )
})
