import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openServerMaintenance } from '../../../src/operations/admin/server-maintenance.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { withEntries } from '../../../test/integration/store-fixtures.ts'
import { productProgram } from '../../../test/product-program.ts'
import { fillStore } from '../copy/fill-store.ts'
import type { ProofResult } from '../proof.ts'
import { standing } from './stock.ts'

const longestSeconds = 120

/**
 * The day the disk breaks, tried: a store with so many entries is copied while it is written to, the file is ruined, the copy is
 * put back by the command, and every row is compared with the copy. Times are of the clock, from the first command to the last.
 */
export async function restoreDrill(folder: string, entries: number): Promise<ProofResult['checks']> {
  const path = join(folder, 'drill.db')
  process.stderr.write(`  filling ${entries} entries …\n`)
  await fillStore(path, entries)
  const store = await openStore(path)
  const desk = openServerMaintenance({
    store,
    folder,
    databaseFile: path,
    version: '0',
    settings: () => [],
    schedule: { everyHours: 24, kept: 3 },
    now: () => new Date(Date.now() + 25 * 3_600_000),
  })
  const begun = performance.now()
  let isCopying = true
  const copied = desk.backUpIfDue().finally(() => {
    isCopying = false
  })
  let written = 0
  for (; isCopying; written++)
    await withEntries(store, [{ key: `during-${written}` }], `https://during-${written}.example/feed`)
  const outcome = await copied
  const copySeconds = (performance.now() - begun) / 1000
  desk.close()
  await store.close()
  const copy = outcome?.kind === 'done' ? join(folder, 'backups', outcome.detail) : ''
  const wanted = copy === '' ? 'no copy' : await standing(copy)
  writeFileSync(path, 'ruined')
  const restored = performance.now()
  const code = await run(['restore', copy], path)
  const restoreSeconds = (performance.now() - restored) / 1000
  const found = await standing(path)
  return [
    { what: 'entries written while the copy was made', measured: written, wanted: 'at least 1', isMet: written >= 1 },
    seconds(`copying ${entries} entries and reading the copy to the last page, s`, copySeconds),
    seconds('putting it back over a ruined file, s', restoreSeconds),
    {
      what: 'every row of every table afterwards against the copy',
      measured: code === 0 && found === wanted ? 'equal' : `different (exit ${code})`,
      wanted: 'equal',
      isMet: code === 0 && found === wanted,
      cases: wanted.split('\n').length,
    },
  ]
}

function run(command: readonly string[], database: string): Promise<number> {
  return new Promise((settle) =>
    spawn(process.execPath, [productProgram, ...command], {
      env: { ...process.env, TWOSOURCE_DATABASE: database },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).once('close', (code) => settle(code ?? 1)),
  )
}

function seconds(what: string, measured: number) {
  return {
    what,
    measured: Math.round(measured * 10) / 10,
    wanted: `at most ${longestSeconds}`,
    isMet: measured <= longestSeconds,
  }
}
