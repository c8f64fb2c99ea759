import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../store/open-store.ts'
import type { OperationContext } from '../operation.ts'
import { busyProgressOf, progressOf } from './get-progress.ts'

test('pages say what is left while anything is, and what is held is counted once for those who ask at once', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-progress-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  await using store = await openStore(join(folder, 'store.db'))
  const counts = context.mock.method(store, 'counts')
  const at = new Date('2026-03-17T10:00:00Z')
  const asked = { store, now: () => at } as unknown as OperationContext
  assert.deepEqual(await busyProgressOf(asked), { feedCount: 0 })
  assert.equal(counts.mock.callCount(), 0)

  await store.feeds.addMany('owner', [{ url: 'https://outlet.example/feed' }], at.toISOString())
  const both = await Promise.all([busyProgressOf(asked), busyProgressOf(asked)])
  const exact = await progressOf(asked)
  for (const { feedCount, progress } of both) {
    assert.equal(feedCount, 1)
    assert.deepEqual(progress, exact)
  }
  assert.equal(exact.isBusy, true)
  assert.equal(counts.mock.callCount(), 2)
})
