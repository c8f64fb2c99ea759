import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openServerMaintenance, type ServerMaintenance } from '../../src/operations/admin/server-maintenance.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { until } from '../until.ts'
import { makeDatabase, type TestDatabase } from './databases.ts'
import { withEntries } from './store-fixtures.ts'

describe('the Server page', () => {
  let database: TestDatabase
  let store: Store
  let desk: ServerMaintenance
  let folder: string
  let clock = Date.parse('2026-03-17T10:00:00Z')

  before(async () => {
    database = await makeDatabase('sqlite')
    store = await database.open()
    folder = dirname(database.url)
    await withEntries(store, [{ key: 'a' }, { key: 'b' }])
    desk = openServerMaintenance({
      store,
      folder,
      databaseFile: database.url,
      version: '0',
      settings: () => [],
      now: () => new Date(clock),
    })
  })
  after(async () => {
    desk.close()
    await database.remove()
  })

  const ended = async (kind: 'backup' | 'check') => {
    return until(`the ${kind} ends`, async () => {
      const task = (await desk.tasks())[kind]
      return task?.endedAt !== undefined && task
    })
  }

  test('a copy is made while everything goes on, named by its time, and opens as it was', async () => {
    assert.deepEqual([await desk.backups(), await desk.tasks()], [[], {}])
    desk.start('backup')
    desk.start('backup')
    await withEntries(store, [{ key: 'c' }], 'https://later.example/feed')
    const { outcome } = await ended('backup')
    assert.deepEqual(outcome, { kind: 'done', detail: 'twosource-2026-03-17T10-00-00Z.db' })
    const [copy] = await desk.backups()
    assert.equal(copy?.at, '2026-03-17T10:00:00Z')
    const found = await desk.findBackup(copy.name)
    await using opened = await openStore(found!.path)
    assert.ok((await opened.check({ isDeep: true })).isOk)
    assert.ok((await opened.check()).counts.entries >= 2)
  })

  test('the latest copy stands first, and what is no copy is none', async () => {
    clock += 3_600_000
    desk.start('backup')
    await ended('backup')
    writeFileSync(join(folder, 'backups', 'notes.txt'), 'mine')
    writeFileSync(join(folder, 'backups', 'twosource-2026-03-17T12-00-00Z.db.part'), 'half')
    assert.deepEqual(
      (await desk.backups()).map(({ name }) => name),
      ['twosource-2026-03-17T11-00-00Z.db', 'twosource-2026-03-17T10-00-00Z.db'],
    )
    for (const name of ['../store.db', 'notes.txt', 'twosource-2026-03-17T12-00-00Z.db.part', ''])
      assert.equal(await desk.findBackup(name), undefined, name)
  })

  test('a copy that could not be made says so and leaves nothing half', async () => {
    // The name of this second is taken by a folder: the copy cannot be put there.
    clock += 3_600_000
    mkdirSync(join(folder, 'backups', 'twosource-2026-03-17T12-00-00Z.db', 'x'), { recursive: true })
    desk.start('backup')
    const { outcome } = await ended('backup')
    assert.equal(outcome?.kind, 'failed')
    assert.ok(
      !readdirSync(join(folder, 'backups')).some((name) => name.endsWith('00-00Z.db.part') && name.includes('T12')),
    )
  })

  test('halves that killed processes left are gone with the next copy; what may be under way stays', async () => {
    const half = (name: string, ageHours: number) => {
      const path = join(folder, 'backups', name)
      writeFileSync(path, 'half')
      utimesSync(path, clock / 1000, clock / 1000 - ageHours * 3600)
      return path
    }
    const old = ['', '-by-itself'].map((how) => half(`twosource-2026-03-15T09-00-00Z${how}.db.part`, 25))
    const journal = half('twosource-2026-03-15T09-00-00Z.db.part-journal', 25)
    const kept = [half('twosource-2026-03-17T09-00-00Z.db.part', 23), half('mine.part', 99)]
    clock += 1000
    desk.start('backup')
    await ended('backup')
    assert.deepEqual([...old, journal].filter(existsSync), [])
    assert.deepEqual(kept.filter(existsSync), kept)
  })

  test('a copy is deleted by its name alone', async () => {
    assert.equal(await desk.removeBackup('notes.txt'), false)
    assert.equal(await desk.removeBackup('twosource-2026-03-17T10-00-00Z.db'), true)
    assert.equal(existsSync(join(folder, 'backups', 'twosource-2026-03-17T10-00-00Z.db')), false)
    assert.ok(existsSync(join(folder, 'backups', 'notes.txt')))
  })

  test('a check reads every page and keeps its answer', async () => {
    desk.start('check')
    const { outcome } = await ended('check')
    assert.deepEqual(outcome, { kind: 'done', detail: 'Every page was read and is sound.' })
  })

  test('copies are made by themselves when they are due, and the newest are kept beside those asked for', async (t) => {
    const place = join(folder, 'elsewhere')
    const scheduled = openServerMaintenance({
      store,
      folder,
      databaseFile: database.url,
      version: '0',
      settings: () => [],
      backupFolder: place,
      schedule: { everyHours: 24, kept: 2 },
      now: () => new Date(clock),
    })
    t.after(() => scheduled.close())
    const hours = (count: number) => {
      clock += count * 3_600_000
    }
    clock = Date.now()
    assert.equal(await scheduled.backUpIfDue(), undefined, 'the file has just begun')
    hours(25)
    assert.equal((await scheduled.backUpIfDue())?.kind, 'done')
    hours(23)
    assert.equal(await scheduled.backUpIfDue(), undefined)
    hours(1)
    assert.equal((await scheduled.backUpIfDue())?.kind, 'done')
    hours(1)
    scheduled.start('backup')
    await until('the copy ends', async () => (await scheduled.tasks()).backup?.endedAt)
    hours(25)
    assert.equal((await scheduled.backUpIfDue())?.kind, 'done')
    const kept = await scheduled.backups()
    assert.deepEqual(
      kept.map(({ isByItself }) => isByItself),
      [true, false, true],
    )
    await using opened = await openStore((await scheduled.findBackup(kept[0]!.name))!.path)
    assert.ok((await opened.check()).counts.entries >= 2)
    // A clock that was a year ahead for a while leaves nobody without copies, and its own do not outlast those of known age.
    hours(365 * 24)
    assert.equal((await scheduled.backUpIfDue())?.kind, 'done')
    hours(-365 * 24 + 25)
    assert.equal((await scheduled.backUpIfDue())?.kind, 'done')
    assert.equal(await scheduled.backUpIfDue(), undefined)
    const ages = (await scheduled.backups()).map(({ at }) => Math.round((clock - Date.parse(at)) / 3_600_000))
    assert.deepEqual(ages, [0, 25, 50])
  })

  test('of several processes on a file that see a copy due at once, one makes it', async (t) => {
    // A database nobody has made a copy of: a process keeps the right to make one for a moment after it made the last.
    const own = await makeDatabase('sqlite')
    t.after(() => own.remove())
    const place = join(dirname(own.url), 'shared')
    const desks = await Promise.all(
      Array.from({ length: 3 }, async () =>
        openServerMaintenance({
          store: await own.open(),
          folder: dirname(own.url),
          databaseFile: own.url,
          version: '0',
          settings: () => [],
          backupFolder: place,
          schedule: { everyHours: 24, kept: 3 },
          now: () => new Date(clock),
        }),
      ),
    )
    t.after(() => {
      for (const each of desks) each.close()
    })
    clock = Date.now() + 25 * 3_600_000
    const outcomes = await Promise.all(desks.map((each) => each.backUpIfDue()))
    assert.deepEqual(outcomes.map((outcome) => outcome?.kind).sort(), ['done', undefined, undefined])
    assert.equal(readdirSync(place).length, 1)
  })

  test('the queue is looked at from the start on, and free room is known', async () => {
    await until('it is looked at', () => desk.queue().length > 0)
    assert.equal(desk.queue().length, 1)
    assert.ok((await desk.freeBytes())! > 0)
  })
})
