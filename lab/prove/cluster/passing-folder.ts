import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes a folder that is gone when this process ends, however it ends but by a kill. */
export function passingFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `twosource-${name}-`))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
