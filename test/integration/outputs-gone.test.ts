import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { freePort } from '../free-port.ts'
import { closeAfterwards } from '../loopback-server.ts'
import { productProgram } from '../product-program.ts'
import { until } from '../until.ts'

const hasFullDevice = process.platform === 'linux'

/** Starts the product in a folder of its own, with a line of the log to write at its start. */
function startIn(folder: string, port: number, stdio: 'pipe' | number) {
  writeFileSync(join(folder, 'rules.txt'), 'no rule\n')
  const env = { PATH: process.env.PATH ?? '', TWOSOURCE_DATA: folder, TWOSOURCE_PORT: String(port) }
  const child = spawn(process.execPath, [productProgram], { env, stdio: ['ignore', stdio, stdio] })
  closeAfterwards(() => child.kill('SIGKILL'))
  // As a pipe is to a program that was ended.
  child.stdout?.destroy()
  child.stderr?.destroy()
  return child
}

for (const [what, outputs, skip] of [
  ['nobody reads any more', () => 'pipe' as const, false],
  ['a full disk takes no more of', () => openSync('/dev/full', 'w'), !hasFullDevice],
] as const)
  test(`a log that ${what} ends no server`, { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-outputs-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const port = await freePort()
    const child = startIn(folder, port, outputs())
    const ended = once(child, 'exit')
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/livez`)
        .then(({ ok }) => ok)
        .catch(() => false)
    await until('the server answers, or has ended', async () => child.exitCode !== null || (await isUp()))
    assert.equal(child.exitCode, null)
    child.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
  })
