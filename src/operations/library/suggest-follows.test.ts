import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestFollows } from './get-following.ts'

const story = (mainEntityIds: readonly string[], section?: string, articleCount = 1) =>
  ({ id: 's', ...(section && { section }), articleCount, outline: { mainEntityIds } }) as never
const store = {
  entities: {
    find: async (id: string) => (id === 'gone' ? undefined : ({ entity: { id, name: `Name of ${id}` } } as never)),
  },
}

test('those whom most stories are about come first, then sections; of equally many those with more articles', async () => {
  const stories = [
    story(['anna', 'known', 'gone'], 'Sport'),
    story(['known', 'gone'], 'Sport'),
    story(['carl', 'aaron'], 'World'),
    story(['petra'], 'World', 5),
    story(['carl', 'anna', 'gone'], 'Muted'),
    story(['carl'], 'Muted'),
    story([]),
  ]
  const marks = [
    { kind: 'entity', target: 'known' },
    { kind: 'topic', target: 'Muted' },
  ] as never
  assert.deepEqual(
    (await suggestFollows({ store }, stories, marks)).map(({ kind, label, storyCount }) => [kind, label, storyCount]),
    [
      ['entity', 'Name of carl', 3],
      ['entity', 'Name of anna', 2],
      ['entity', 'Name of petra', 1],
      ['entity', 'Name of aaron', 1],
      ['topic', 'World', 2],
      ['topic', 'Sport', 2],
    ],
  )
})
