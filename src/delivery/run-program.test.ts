import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { until } from '../../test/until.ts'
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
    ['sleeps', 'sleep 60', /took longer than 2000 ms/],
    ['writes', 'yes', /wrote more than 100000 bytes/],
  ] as const) {
    const file = join(folder, what)
    const script = `${does} & echo $! > ${file}; wait`
    const options = { input: '', timeoutMs: what === 'sleeps' ? 2_000 : 20_000, mostBytes: 100_000 }
    const result = await runProgram('sh', ['-c', script], options)
    assert.match(result.kind === 'failed' ? result.message : 'done', why)
    const pid = Number(readFileSync(file, 'utf8'))
    t.after(() => isThere(pid) && process.kill(pid, 'SIGKILL'))
    await until(`what ${what} is gone`, () => !isThere(pid))
  }
})
