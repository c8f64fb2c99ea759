import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openStore } from '../open-store.ts'

const isRoot = process.getuid?.() === 0
const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {}
const store = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Output of a program that runs as a user who doesn't own the folder. */
function asStranger(program: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], stranger)
  return `${stdout}${stderr}`
}

test('a database of somebody else is told with whose it has to be, not with what the database says', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-rights-'))
  t.after(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })
  chmodSync(folder, 0o755)
  const kept = join(folder, 'kept')
  mkdirSync(kept, { mode: 0o755 })
  const path = join(kept, 'twosource.db')
  const db = new DatabaseSync(path)
  db.exec('pragma journal_mode = wal; create table a (b)')
  db.close()
  const opens = `import { openStore } from ${store('../open-store.ts')}
    await openStore(${JSON.stringify(path)}).catch((error) => console.log(error.message))`
  for (const [mode, fileMode] of [
    [0o000, 0o600],
    [0o555, 0o444],
  ] as const) {
    chmodSync(path, fileMode)
    chmodSync(kept, mode)
    const said = asStranger(opens)
    assert.match(
      said,
      /^\S+twosource\.db cannot be used as the database: \S+ belongs to another user than this one/,
      said,
    )
    assert.match(said, /chown/)
    chmodSync(kept, 0o700)
  }
  chmodSync(path, 0o444)
  chmodSync(kept, 0o555)
  const examined = asStranger(`import { examineCopy } from ${store('../copy/examine-copy.ts')}
    console.log(examineCopy(${JSON.stringify(path)}).kind)`)
  assert.equal(examined.trim(), 'not-here')
  chmodSync(kept, 0o700)
})

test('files and folders that may not be written to are told in a sentence by the product, which ends with 1', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-rights-'))
  t.after(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })
  chmodSync(folder, 0o755)
  const kept = join(folder, 'kept')
  mkdirSync(kept)
  // The first start keeps there, as the other user, what the next ones need not compile.
  const compiled = join(folder, 'compiled')
  mkdirSync(compiled)
  chmodSync(compiled, 0o777)
  const path = join(kept, 'twosource.db')
  const [uid, gid] = [stranger.uid ?? process.getuid?.() ?? 0, stranger.gid ?? process.getgid?.() ?? 0]
  const copy = join(folder, 'copy.db')
  const start = (data: string, ...args: readonly string[]) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../main.ts', import.meta.url)), ...(args.length > 0 ? args : ['serve'])],
      {
        ...stranger,
        timeout: 120_000,
        env: { TWOSOURCE_DATA: data, TWOSOURCE_PORT: '0', NODE_COMPILE_CACHE: compiled },
      },
    )
    assert.equal(status, 1)
    const said = String(stderr)
    assert.match(said, /^[^\n]+ cannot be used as the database: [^\n]+ Nothing in it was changed\.\n$/)
    return said
  }
  await (await openStore(copy)).close()
  const made = new DatabaseSync(copy)
  made.exec('pragma journal_mode = delete')
  made.close()
  chmodSync(copy, 0o644)
  const there = new DatabaseSync(path)
  there.exec('pragma journal_mode = wal; create table a (b)')
  there.close()
  // Only root can give files to another user.
  if (isRoot) {
    chmodSync(path, 0o644)
    chmodSync(kept, 0o777)
    assert.match(start(kept), /twosource\.db belongs to another user/)
    // The state after a command that root ran was killed.
    chownSync(path, uid, gid)
    for (const beside of [`${path}-shm`, `${path}-wal`]) {
      rmSync(beside, { force: true })
      writeFileSync(beside, '', { mode: 0o644 })
    }
    assert.match(start(kept), /twosource\.db-(wal|shm) belongs to another user/)
    rmSync(`${path}-shm`)
    rmSync(`${path}-wal`)
    chownSync(kept, uid, gid)
    assert.match(start(join(folder, 'new/data')), /new\/data is not there, and \S+ belongs to another user/)
  }
  chmodSync(path, 0o444)
  assert.match(start(kept), /twosource\.db may not be written to by its owner .* chmod u\+rwX/)
  chmodSync(path, 0o600)
  chmodSync(kept, 0o555)
  assert.match(start(kept), /kept may not be written to by its owner .* chmod u\+rwX/)
  assert.match(start(kept, 'restore', copy), /kept may not be written to by its owner .* chmod u\+rwX/)
})

test('data of a newer program are told in a sentence by the product, which changes nothing and ends with 1', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-newer-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'twosource.db')
  await (await openStore(path)).close()
  const db = new DatabaseSync(path)
  db.exec(`insert into schema_version values (999, 'of a later program', '2040-01-01', 999)`)
  db.close()
  const { NODE_COMPILE_CACHE } = process.env
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../../main.ts', import.meta.url)), 'serve'],
    {
      env: {
        TWOSOURCE_DATA: folder,
        TWOSOURCE_PORT: '0',
        ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
      },
    },
  )
  assert.equal(status, 1)
  assert.match(
    String(stderr),
    /^This database was written by a newer Twosource .* Nothing was changed\. Update [^\n]+\n$/,
  )
})
