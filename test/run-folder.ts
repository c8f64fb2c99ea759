import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'twosource-tests-'
const keptMs = 24 * 3_600_000

/**
 * A folder for all that a run of tests puts aside for a while, so that what a test leaves, or a process that was killed, goes with it.
 * What a run left that was killed itself goes with the next, a day later.
 */
export function makeRunFolder(within = tmpdir()): string {
  for (const name of readdirSync(within)) {
    const old = join(within, name)
    const changed = name.startsWith(prefix) ? statSync(old, { throwIfNoEntry: false })?.mtimeMs : undefined
    if (changed !== undefined && changed < Date.now() - keptMs) rmSync(old, { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(within, prefix))
  // PostgreSQL runs as another user and has its folder in this one.
  chmodSync(folder, 0o711)
  return folder
}
