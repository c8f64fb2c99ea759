import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readNamedFile } from './read-named-file.ts'

test('files are read, and what may never end is not', { timeout: 10_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-named-file-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'file')
  const pipe = join(folder, 'pipe')
  writeFileSync(file, 'text')
  execFileSync('mkfifo', [pipe])
  assert.deepEqual(await readNamedFile(file), new Uint8Array(Buffer.from('text')))
  for (const name of [pipe, '/dev/zero', folder])
    assert.equal(await readNamedFile(name), `${name} cannot be read: it isn’t a regular file.`)
  assert.equal(await readNamedFile(join(folder, 'none')), `There is no file ${join(folder, 'none')}.`)
  assert.match(String(await readNamedFile(join(file, 'below'))), /cannot be read: ENOTDIR/)
})
