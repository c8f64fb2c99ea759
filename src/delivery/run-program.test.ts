import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProgram } from './run-program.ts'

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('what a program started ends with it, when it takes too long or writes too much', {
  skip: process.platform === 'win32' && 'there are no groups of processes',
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-program-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [what, does, why] of [
    ['sleeps', 'sleep 60', /took longer than 500 ms/],
    ['writes', 'yes', /wrote more than 100000 bytes/],
  ] as const) {
    const file = join(folder, what)
    const script = `${does} & echo $! > ${file}; wait`
    const options = { input: '', timeoutMs: what === 'sleeps' ? 500 : 20_000, mostBytes: 100_000 }
    const result = await runProgram('sh', ['-c', script], options)
    assert.match(result.kind === 'failed' ? result.message : 'done', why)
    const pid = Number(readFileSync(file, 'utf8'))
    t.after(() => isThere(pid) && process.kill(pid, 'SIGKILL'))
    for (let tries = 0; tries < 40 && isThere(pid); tries++) await sleep(50)
    assert.equal(isThere(pid), false, `what ${what} is still there`)
  }
})
