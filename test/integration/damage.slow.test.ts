import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { randomNumbers } from '../../lab/bench/material/random-numbers.ts'
import { everyLeaf, headerPage, randomPages, zeroedRange } from '../../lab/prove/damage/harm.ts'
import { furnishDamaged } from '../../lab/prove/damage/instance.ts'
import { tryHarm } from '../../lab/prove/damage/try-harm.ts'
import { judge } from '../../lab/prove/damage.ts'
import { findDamage } from '../../src/store/engine/find-damage.ts'
import { runRequest } from '../../src/store/engine/request-context.ts'
import { openStore } from '../../src/store/open-store.ts'
import { until } from '../until.ts'
import { findFilledDemo } from './filled-demo.ts'
import { runProduct } from './product.ts'

describe('a damaged database file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-damage-'))
  const instance = join(folder, 'house')
  const random = randomNumbers(20261130)
  const file = join(folder, 'one', 'twosource.db')

  before(async () => {
    mkdirSync(instance)
    await furnishDamaged(instance, await findFilledDemo())
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** A leaf of one tree, harmed in a copy of its own. */
  function harmed(tree: string): string {
    rmSync(join(folder, 'one'), { recursive: true, force: true })
    cpSync(instance, join(folder, 'one'), { recursive: true })
    const harm = everyLeaf(file, random).find(({ what }) => what === `a leaf of ${tree}`)
    assert.ok(harm, tree)
    harm.to(file)
    return file
  }

  function countRows(path: string) {
    using db = new DatabaseSync(path, { readOnly: true })
    return ['entry', 'article', 'story', 'document', 'annotation', 'quote'].map((table) =>
      db.prepare(`select count(*) as count from ${table}`).get(),
    )
  }

  test('it is served as far as it can be read, named, and restored by what doctor says', async () => {
    const leaf = everyLeaf(join(instance, 'twosource.db'), random).find(({ what }) => what === 'a leaf of story')!
    const few = randomPages(20, 3, randomNumbers(3))
    const outcomes = []
    for (const harm of [leaf, few, headerPage(random), zeroedRange])
      outcomes.push(await tryHarm(instance, join(folder, 'harmed'), harm, true))
    for (const { what, measured, isMet } of judge(outcomes).checks) assert.ok(isMet, `${what}: ${measured}`)
    assert.equal(outcomes[0]?.start, 'serves')
    assert.ok((outcomes[0]?.failed ?? 0) > 0, 'a request met it')
    assert.equal(outcomes[2]?.start, 'says why not')
  })

  test('the tables, indexes and search indexes are named', () => {
    for (const [tree, part] of [
      ['story', { kind: 'table', name: 'story' }],
      ['entry_by_article', { kind: 'index', name: 'entry_by_article' }],
      ['entry_search_data', { kind: 'search', name: 'entry_search' }],
    ] as const)
      assert.deepEqual(findDamage(harmed(tree), Number.MAX_SAFE_INTEGER).parts, [part])
    assert.deepEqual(findDamage(join(instance, 'twosource.db'), Number.MAX_SAFE_INTEGER).parts, [])
    assert.deepEqual(findDamage(harmed('story'), 0), { parts: [], said: '', isWhole: false }, 'no time')
  })

  test('what a page reads at once meets it and ends nothing; no write is taken from then on', async () => {
    const told: string[] = []
    const store = await openStore(harmed('story'), { onDiskSpace: (news) => told.push(news) })
    await store.instance.storedCounts('owner')
    await runRequest(true, () =>
      assert.rejects(store.stories.list({ from: '2000-01-01', until: '2100-01-01' }, 50), {
        name: 'StoreDamagedError',
        trouble: 'damaged',
      }),
    )
    // The read transaction of the page ends in the next turn.
    await new Promise((resolve) => setImmediate(resolve))
    assert.equal(store.instance.trouble(), 'damaged')
    await assert.rejects(
      store.nodes.beat({ roles: [], serves: true, version: '0', since: '2026-03-12T12:00:00.000Z' }),
      {
        name: 'StoreDamagedError',
      },
    )
    assert.ok((await store.instance.storedCounts('owner')).follows >= 0, 'other tables are read')
    await until('it is named', () => told.includes('database-damaged'))
    assert.deepEqual(store.instance.damage()?.parts, [{ kind: 'table', name: 'story' }])
    const { isOk, detail } = await store.check()
    assert.deepEqual([isOk, /the table story/.test(detail)], [false, true])
    await store.close()
  })

  test('where only indexes are damaged, nothing is lost by what doctor says', async () => {
    for (const tree of ['entry_by_article', 'entry_search_data']) {
      const settings = { TWOSOURCE_DATA: join(folder, 'one') }
      const { code, out } = await runProduct(['doctor', '--json'], { ...settings, TWOSOURCE_DATABASE: harmed(tree) })
      assert.equal(code, 1)
      const commands = /copy-store -- --from (\S+) --to (\S+) && npm start restore (\S+?)"/.exec(out)
      assert.ok(commands, out)
      const [, from = '', to = '', copy = ''] = commands
      const copied = await runProduct(['copy-store', '--from', from, '--to', to], settings)
      assert.equal(copied.code, 0, copied.err)
      const restored = await runProduct(['restore', copy], settings)
      assert.equal(restored.code, 0, restored.err)
      assert.deepEqual(findDamage(file, Number.MAX_SAFE_INTEGER).parts, [])
      const [is, was] = [file, join(instance, 'twosource.db')].map(countRows)
      assert.deepEqual(is, was)
    }
  })

  test('no copy of it takes the place of one that is sound', async () => {
    const store = await openStore(harmed('story'))
    const place = join(folder, 'one', 'backups')
    const before = readdirSync(place)
    await assert.rejects(store.instance.copyTo!(join(place, 'new.db.part')))
    rmSync(join(place, 'new.db.part'), { force: true })
    assert.deepEqual(readdirSync(place), before)
    await store.close()
  })

  test('an alarm that a look at the whole file does not confirm is called off', async () => {
    rmSync(join(folder, 'one'), { recursive: true, force: true })
    cpSync(instance, join(folder, 'one'), { recursive: true })
    const { watchDamage } = await import('../../src/store/engine/watch-damage.ts')
    const told: string[] = []
    const watch = watchDamage(file, (news) => told.push(news))
    const error = Object.assign(new Error('database disk image is malformed'), { errcode: 11 })
    assert.equal((watch.register(error) as Error).name, 'StoreDamagedError')
    assert.ok(watch.known())
    await until('it is called off', () => watch.known() === undefined)
    assert.deepEqual(told, ['database-sound'])
    const other = new Error('no such column')
    assert.equal(watch.register(other), other)
  })
})
