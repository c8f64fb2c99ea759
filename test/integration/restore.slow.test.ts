import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { restoreFile } from '../../src/store/copy/restore-file.ts'
import { openMigrated, openStore } from '../../src/store/open-store.ts'
import { runProduct } from './product.ts'
import { withEntries } from './store-fixtures.ts'

const now = new Date('2026-03-17T10:00:00Z')

describe('putting a copy back', () => {
  test('brings back what was there, and keeps what is there now', async (t) => {
    const { path, copy } = await instanceWithCopy(t)
    const result = restoreFile(copy, path, now)
    assert.deepEqual(result.kind === 'restored' && [result.entries, result.keptAs], [
      1,
      `${path}.before-2026-03-17T10-00-00Z`,
    ])
    assert.equal(await countEntries(path), 1)
    assert.equal(await countEntries(`${path}.before-2026-03-17T10-00-00Z`), 2)
  })

  test('needs no database to be there, and not a sound one', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    const fresh = join(folder, 'new', 'twosource.db')
    assert.equal(restoreFile(copy, fresh, now).kind, 'restored')
    assert.equal(await countEntries(fresh), 1)
    writeFileSync(path, 'no database')
    const result = restoreFile(copy, path, now)
    assert.equal(result.kind, 'restored')
    assert.equal(await countEntries(path), 1)
    const keptAs = result.kind === 'restored' ? result.keptAs! : ''
    assert.equal(readFileSync(keptAs, 'utf8'), 'no database')
  })

  test('refuses what is torn, is none of ours, comes from a newer program, or would pull a file from under a server', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    const refusedFor = (from: string, why: RegExp) => {
      const result = restoreFile(from, path, now)
      assert.match(result.kind === 'refused' ? result.why : result.kind, why)
      assert.ok(!existsSync(`${path}.restoring`))
    }
    refusedFor(join(folder, 'nothing.db'), /There is no file/)
    const torn = join(folder, 'torn.db')
    const whole = readFileSync(copy)
    writeFileSync(torn, whole.subarray(0, whole.length - 8192))
    refusedFor(torn, /can’t be restored: .*\. Nothing was changed\.$/s)
    const other = join(folder, 'other.db')
    using db = new DatabaseSync(other)
    db.exec('create table t (a)')
    refusedFor(other, /isn’t a Twosource database/)
    const newer = join(folder, 'newer.db')
    writeFileSync(newer, whole)
    using later = new DatabaseSync(newer)
    later.exec("insert into schema_version (version, name, at) values (9999, 'later', '')")
    refusedFor(newer, /newer program/)
    await using _store = await openStore(path)
    refusedFor(copy, /in use/)
    assert.equal(await countEntries(path), 2)
  })

  test('refuses a copy that something was taken out of', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    for (const [statement, what] of [
      ['drop table session', 'table session'],
      ['alter table feed drop column etag', 'column feed.etag'],
    ] as const) {
      const less = join(folder, `${what}.db`)
      copyFileSync(copy, less)
      using db = new DatabaseSync(less)
      db.exec(statement)
      db.close()
      const result = restoreFile(less, path, now)
      assert.equal(
        result.kind === 'refused' && result.why.includes(`is missing the ${what},`),
        true,
        JSON.stringify(result),
      )
    }
    assert.equal(await countEntries(path), 2)
  })

  test('takes data alone: a copy that brings statements of its own is refused', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    const statements = [
      'create trigger t after insert on session begin delete from entry; end',
      'create view v as select * from account',
    ]
    for (const [index, statement] of statements.entries()) {
      const hostile = join(folder, `hostile-${index}.db`)
      copyFileSync(copy, hostile)
      using db = new DatabaseSync(hostile)
      db.exec(statement)
      db.close()
      const result = restoreFile(hostile, path, now)
      assert.match(result.kind === 'refused' ? result.why : result.kind, /which Twosource didn’t make/)
    }
    assert.equal(await countEntries(path), 2)
  })

  test('brings what stands in the log beside a copy, and lets nobody else read it', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    const [busy, torn] = [join(folder, 'busy.db'), join(folder, 'torn-off.db')]
    copyFileSync(copy, busy)
    using db = new DatabaseSync(busy)
    db.exec('pragma journal_mode = wal')
    db.exec("insert into schema_version (version, name, at) values (0, 'in the log', '')")
    copyFileSync(busy, torn)
    copyFileSync(`${busy}-wal`, `${torn}-wal`)
    rmSync(path)
    assert.equal(restoreFile(torn, path, now).kind, 'restored')
    assert.equal(statSync(path).mode & 0o077, 0)
    using restored = new DatabaseSync(path)
    assert.equal(restored.prepare('select count(*) as n from schema_version where version = 0').get()?.n, 1)
    assert.ok(!existsSync(`${path}.restoring-wal`))
  })

  test('goes where the server looks, also when that is named by an address', async (t) => {
    const { folder, copy } = await instanceWithCopy(t)
    const path = join(folder, 'a.db')
    const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_DATABASE: pathToFileURL(path).href }
    const restored = await runProduct(['restore', copy], settings)
    assert.deepEqual([restored.code, existsSync(path)], [0, true], restored.err)
  })

  test('whoever opens the file while the copy is written out is not left with one that is gone', async (t) => {
    const { path, copy } = await instanceWithCopy(t)
    let other: DatabaseSync | undefined
    t.after(() => other?.close())
    class Late extends Date {
      override toISOString(): string {
        other ??= new DatabaseSync(path)
        other.prepare('select count(*) from entry').get()
        return super.toISOString()
      }
    }
    const result = restoreFile(copy, path, new Late(now))
    assert.match(result.kind === 'refused' ? result.why : '', /is in use\. Stop Twosource first/)
    assert.equal(existsSync(`${path}.restoring`), false)
    assert.equal(await countEntries(path), 2)
  })

  test('a pipe that nobody writes to is no copy, and is not waited for', { timeout: 120_000 }, async (t) => {
    const { folder, path } = await instanceWithCopy(t)
    const pipe = join(folder, 'pipe.db')
    execFileSync('mkfifo', [pipe])
    const settings = { TWOSOURCE_DATABASE: path, TWOSOURCE_DATA: folder }
    const restored = await runProduct(['restore', pipe], settings)
    assert.equal(restored.code, 1)
    assert.match(restored.err, /pipe\.db isn’t a regular file\. Nothing was changed/)
    assert.equal(await countEntries(path), 2)
  })

  test('a link to a file on another disk stays one', async (t) => {
    const { folder, path, copy } = await instanceWithCopy(t)
    const link = join(folder, 'link.db')
    symlinkSync(path, link)
    const result = restoreFile(copy, link, now)
    assert.equal(result.kind === 'restored' && result.keptAs, `${path}.before-2026-03-17T10-00-00Z`)
    assert.ok(lstatSync(link).isSymbolicLink())
    assert.equal(await countEntries(path), 1)
  })
})

test('copies are made of a file however it is named, also as a server is', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-named-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const before = process.cwd()
  process.chdir(folder)
  try {
    for (const TWOSOURCE_DATABASE of [pathToFileURL(join(folder, 'a.db')).href, 'postgres.db']) {
      await using context = await createContext(readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_DATABASE }), () => {})
      assert.equal(context.operations.maintenance.databaseFile, join(process.cwd(), basename(TWOSOURCE_DATABASE)))
    }
  } finally {
    process.chdir(before)
  }
})

/** A store with two entries, and a copy of it from when there was one. */
async function instanceWithCopy(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-restore-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'twosource.db')
  const copy = join(folder, 'copy.db')
  const store = await openStore(path)
  await withEntries(store, [{ key: 'a' }])
  const { engine } = await openMigrated(path)
  await engine.copyTo?.(copy)
  await engine.close()
  await withEntries(store, [{ key: 'b' }], 'https://later.example/feed')
  await store.close()
  return { folder, path, copy }
}

async function countEntries(path: string): Promise<number> {
  await using store = await openStore(path)
  return (await store.check()).counts.entries
}
