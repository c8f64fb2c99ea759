import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { at, parsed, polled, subscribe } from './store-fixtures.ts'

/** A folder on a file system of 16 MB, or why there is none. */
function mountSmall(): { readonly folder: string; unmount(): void } | { readonly reason: string } {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-full-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { encoding: 'utf8' })
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    return { reason: `A small disk could not be mounted (it takes root): ${mounted.stderr ?? mounted.error?.message}` }
  }
  return {
    folder,
    unmount() {
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describe('a full disk', () => {
  test('refuses the write whole, keeps reading, loses nothing and goes on once there is room', async (t) => {
    const small = mountSmall()
    if ('reason' in small) return t.skip(small.reason)
    t.after(() => small.unmount())
    const ballast = join(small.folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(10_000_000))
    const store = await openStore(join(small.folder, 'store.db'))
    const feedId = await subscribe(store)
    const acked: string[] = []
    let failure: Error | undefined
    for (let batch = 0; !failure && batch < 500; batch++) {
      const keys = Array.from({ length: 10 }, (_, index) => `${batch}-${index}`)
      try {
        await store.feeds.savePolls([parsed(feedId, keys.map(filler))])
        acked.push(...keys)
      } catch (error) {
        failure = error as Error
      }
    }
    assert.equal(failure?.name, 'StoreFullError')
    assert.match(failure?.message ?? '', /Free some space/)
    assert.ok(acked.length > 0)

    // Reads go on, and what could not be written left no trace.
    assert.equal((await store.feeds.get('owner', feedId)).entryCount, acked.length)
    assert.equal((await store.entries.list('owner', { feedId }, 1_000)).rows.length, acked.length)
    assert.ok((await store.entries.search('common', 5)).rows.length > 0)
    assert.equal((await store.check()).isOk, true)

    rmSync(ballast)
    await store.feeds.savePolls([parsed(feedId, [filler('after')])])
    acked.push('after')
    for (const key of acked) assert.ok(await store.entries.findByKey(feedId, key), `${key} is gone`)
    await store.entries.markAllRead('owner', {}, at(1))
    await store.close()

    const again = await openStore(join(small.folder, 'store.db'))
    const check = await again.check({ isDeep: true })
    assert.equal(check.isOk, true, check.detail)
    assert.equal(check.counts.entries, acked.length)
    await again.close()
  })
})

function filler(key: string) {
  // Words that differ, so that the search index grows as well.
  const words = Array.from(
    { length: 400 },
    (_, index) => `w${(index * 7_919 + key.length * 31 + Number.parseInt(key, 10) * 1_013) % 99_991}`,
  )
  return polled({ key, text: `common ${words.join(' ')}` })
}
