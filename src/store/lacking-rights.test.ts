import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'

const isRoot = process.getuid?.() === 0
const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {}
const store = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** What a program says that runs as somebody else than who owns the folder. */
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
  const opens = `import { openStore } from ${store('./open-store.ts')}
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
  const examined = asStranger(`import { examineCopy } from ${store('./examine-copy.ts')}
    console.log(examineCopy(${JSON.stringify(path)}).kind)`)
  assert.equal(examined.trim(), 'not-here')
  chmodSync(kept, 0o700)
})
