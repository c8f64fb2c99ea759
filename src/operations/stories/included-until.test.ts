import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dossier } from '../../core/story.ts'
import type { StoryMember } from '../../store/stories/stories.ts'
import { includedUntil } from './get-story.ts'

const now = '2026-03-12T12:00:00.000Z'
const dossier = (...ids: string[]) => ({ members: ids.map((articleId) => ({ articleId })) }) as unknown as Dossier
const member = (id: string, addedAt: string, kind = 'article') =>
  ({ article: { id, kind }, addedAt }) as unknown as StoryMember

test('a story is told until just before the first article that came to it since', () => {
  const known = member('a', '2026-03-12T11:00:00.000Z')
  const late = member('b', '2026-03-12T11:50:00.000Z')
  const later = member('c', '2026-03-12T11:55:00.000Z')
  assert.equal(includedUntil(dossier('a'), [known], now), now)
  assert.equal(includedUntil(dossier('a'), [known, later, late], now), '2026-03-12T11:49:59.999Z')
  assert.equal(includedUntil(dossier('a', 'b', 'c'), [known, later, late], now), now)
})

test('what is no report, or was not told in half an hour, is not waited for', () => {
  const known = member('a', '2026-03-12T11:00:00.000Z')
  assert.equal(includedUntil(dossier('a'), [known, member('b', '2026-03-12T11:50:00.000Z', 'index')], now), now)
  assert.equal(includedUntil(dossier('a'), [known, member('b', '2026-03-12T11:30:00.000Z')], now), now)
})
