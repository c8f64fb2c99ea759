import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestFollows } from './suggest-follows.ts'

const since = '2026-03-10T00:00:00Z'
const row = (names: Readonly<Record<string, number>>, section?: string, publishedAt = '2026-03-10T12:00:00Z') =>
  ({
    id: 's',
    ...(section && { section }),
    dossier: {
      members: [{ publishedAt }, { publishedAt }],
      entities: Object.entries(names).map(([name, documentCount]) => ({ entity: { id: name, name }, documentCount })),
    },
  }) as never

test('those whom most stories are about come first, then sections; what is known, rare, or only named is left out', () => {
  const rows = [
    row({ Anna: 2, Carl: 1, Known: 2 }, 'Sport'),
    row({ Anna: 1, Known: 2 }, 'Sport'),
    row({ Carl: 2, Once: 2, Named: 0 }, 'World'),
    row({ Carl: 2, Named: 0 }, 'Muted'),
    row({ Anna: 2, Carl: 2 }, 'World', '2026-03-09T12:00:00Z'),
  ]
  const follows = [{ kind: 'entity', target: 'Known' }] as never
  const mutes = [{ kind: 'topic', target: 'Muted' }] as never
  assert.deepEqual(
    suggestFollows(rows, follows, mutes, since).map(({ kind, label, storyCount }) => [kind, label, storyCount]),
    [
      ['entity', 'Carl', 3],
      ['entity', 'Anna', 2],
      ['topic', 'Sport', 2],
      ['topic', 'World', 1],
    ],
  )
})
