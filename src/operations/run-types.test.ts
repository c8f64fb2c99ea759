import assert from 'node:assert/strict'
import { test } from 'node:test'
import { star } from './articles/mark-entries.ts'
import { getToday } from './day/get-today.ts'
import type { Run } from './run.ts'
import { getStory } from './stories/get-story.ts'

/** What a page may ask for and what not: `npm run check` fails where a line compiles that should not. */
async function ask(run: Run): Promise<void> {
  await run(getToday, { section: 'World' })
  await run(star, { entryId: 'a', isStarred: true })
  await run(getStory, { id: 'a' })
  // @ts-expect-error It has no such field.
  await run(getToday, { sections: 'World' })
  // @ts-expect-error It has no such field.
  await run(star, { entryIds: 'a', isStarred: true })
  // @ts-expect-error It has no such field.
  await run(getStory, { ids: 'a' })
}

test('an operation is asked with fields of its own alone', async () => {
  const asked: string[] = []
  await ask((async ({ name }: { readonly name: string }) => asked.push(name)) as unknown as Run)
  assert.equal(asked.length, 6)
})
