import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { canary } from '../../lab/prove/isolation/canary.ts'
import type { AnyOperation } from '../../lab/prove/isolation/operation-matrix.ts'
import { fill } from '../../lab/prove/isolation/route-walk.ts'
import { readerA } from '../../lab/prove/isolation/seed.ts'
import { tries, withId } from '../../lab/prove/isolation/tries.ts'
import { proveOn } from '../../lab/prove/isolation.ts'
import { operations } from '../../src/operations/all.ts'
import { defineOperation } from '../../src/operations/operation.ts'

const few = (...names: readonly string[]) =>
  (operations as unknown as readonly AnyOperation[]).filter(({ name }) => names.includes(name))
const unmet = (checks: Awaited<ReturnType<typeof proveOn>>) =>
  checks
    // How much was tried depends on how many operations are given.
    .filter(({ isMet, what }) => !isMet && !/calls of|requests|addresses walked|in whose answers/.test(what))
    .map(({ what, measured }) => `${what}: ${measured}`)

describe('what is kept of one reader', () => {
  test('has a line for every operation that says how it is tried', () => {
    const names = operations.map(({ name }) => name as string)
    assert.deepEqual(
      names.filter((name) => !Object.hasOwn(tries, name)),
      [],
      'say in lab/prove/isolation/tries.ts how it is tried',
    )
    assert.deepEqual(
      Object.keys(tries).filter((name) => !names.includes(name)),
      [],
    )
  })

  test('is neither read nor changed by anybody else', async () => {
    const some = few(
      'save_note',
      'remove_note',
      'list_notes',
      'unmute',
      'revoke_share',
      'list_shares',
      'undo_tags',
      'save_search',
      'make_api_token',
      'list_feeds',
      'remove_feed',
      'remove_feeds',
      'leave_story',
      'merge_stories',
      'split_story',
      'export_saved',
      'find',
    )
    assert.deepEqual(unmet(await proveOn('sqlite', ['reader-b'], some, tries, 5)), [])
  })

  test('is found out when an operation tells or changes it, or is not tried', async () => {
    const leaky = defineOperation({
      name: 'leaky',
      minRole: 'guest',
      summary: 'Tells what it should not',
      input: z.object({ id: z.string() }),
      run: async ({ store }, { id }) => (await store.notes.find(readerA.id, id as never))?.body,
    }) as unknown as AnyOperation
    const rude = defineOperation({
      name: 'rude',
      minRole: 'guest',
      summary: 'Changes what it should not',
      input: z.object({}),
      run: async ({ store }) => {
        await store.preferences.set(readerA.id, 'theme', 'light', '2026-03-12T12:00:00.000Z')
      },
    }) as unknown as AnyOperation
    const untried = { ...rude, name: 'untried' }
    const line = { inputs: () => [{ id: 'x' }] }
    const found = unmet(await proveOn('sqlite', [], [leaky, rude, untried], { leaky: line, rude: line }))
    assert.match(found.join('\n'), new RegExp(`leaky as guest: ${canary('note')}`))
    assert.match(found.join('\n'), /changed a row of reader A: \d: rude as/)
    assert.match(found.join('\n'), /without a line.*untried/)
    assert.match(found.join('\n'), /tell an id.*leaky/)
  })

  test('is asked for in every place of an input and of an address', () => {
    assert.deepEqual(withId({ a: 'x', b: ['y', 1], c: { d: 'z' } }, 'ID'), [
      { a: 'ID', b: ['y', 1], c: { d: 'z' } },
      { a: 'x', b: ['ID', 1], c: { d: 'z' } },
      { a: 'x', b: ['y', 1], c: { d: 'ID' } },
    ])
    assert.equal(fill('/notes/:id/edit', 'a b'), '/notes/a%20b/edit')
    assert.equal(fill('/brief/:day{\\d{4}-\\d{2}-\\d{2}}', 'note-1'), '/brief/2026-03-12')
    assert.equal(fill('/notes/export/:format{md|jsonld}', 'note-1'), '/notes/export/md')
  })
})
