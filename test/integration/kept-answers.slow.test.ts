import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openProofInstance, type ProofInstance } from '../../lab/prove/isolation/instance.ts'
import { walkKept } from '../../lab/prove/kept-answers/walk.ts'
import { allWrites } from '../../lab/prove/kept-answers/writes.ts'
import { keptRoutes } from '../../lab/prove/kept-answers.ts'

const now = () => new Date('2026-03-12T12:00:00Z')
const few = 'mark_read mark_story_read mute follow save_note set_preferences correct_quote merge_stories'
const isFew = (name: string) => few.split(' ').includes(name)
/** What is given again, and some beside it that must not be. */
const isWalked = (route: string) => keptRoutes.includes(route) || /^\/articles\/:id$|^\/settings$/.test(route)

describe('a page that is given again', () => {
  let instance: ProofInstance
  before(async () => {
    instance = await openProofInstance('sqlite', { now })
  })
  after(() => instance.close())

  test('is as one made anew after everything that is written', async () => {
    const walked = await walkKept(instance, now, allWrites(instance, isFew, 4), { isWalked, isWithQueries: false })
    assert.deepEqual(walked.keptRoutes, keptRoutes)
    assert.ok(walked.wrote.length > 5, walked.wrote.join(', '))
    assert.deepEqual(walked.stale, [])
  })

  test('is found out where a write is not noticed', async () => {
    const walked = await walkKept(
      instance,
      now,
      allWrites(instance, (name) => name === 'mark_read', 1),
      { isWalked: (route) => route === '/feeds', isWithQueries: false, versionOf: () => 1 },
    )
    assert.ok(walked.stale.length > 0)
  })

  test('is none where the database does not say at once whether anything was written', async () => {
    const walked = await walkKept(instance, now, [], {
      isWalked: (route) => keptRoutes.includes(route),
      versionOf: () => undefined,
    })
    assert.equal(walked.keptPages, 0)
  })
})
