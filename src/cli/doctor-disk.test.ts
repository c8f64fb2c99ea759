import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { OperationContext } from '../operations/operation.ts'
import { diskChecks } from './doctor-disk.ts'

test('that others can read all is said where the database is a file they can read, and not of a server', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  chmodSync(folder, 0o755)
  const databaseFile = join(folder, 'twosource.db')
  writeFileSync(databaseFile, '')
  const isSaid = async (instance: { readonly databaseFile?: string }) =>
    (await diskChecks({ maintenance: { folder, ...instance } } as OperationContext, 0)).some(({ what }) =>
      what.startsWith('Other'),
    )
  chmodSync(databaseFile, 0o644)
  assert.equal(await isSaid({ databaseFile }), process.platform !== 'win32')
  chmodSync(databaseFile, 0o600)
  assert.equal(await isSaid({ databaseFile }), false)
  assert.equal(await isSaid({}), false)
})
