import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { productProgram } from '../../../test/product-program.ts'

const longestMs = 3_600_000

/** How far a target is: rows that are in it, and what it is at. */
export type Standing = { readonly rows: number; readonly stage: 'none' | 'copying' | 'indexing' | 'comparing' }

export type CopyRun = {
  readonly wallSeconds: number
  /** Of the command itself; a database server is not in it. */
  readonly cpuSeconds: number
  /** The stages at which it was killed. */
  readonly killedAt: readonly Standing['stage'][]
  readonly code: number
  readonly output: string
}

/**
 * Runs the command until it ends by itself, and kills it (SIGKILL) on the way: at each share of `rows`, while it indexes, and while
 * it compares. Each time the same command is started again.
 */
export async function runCopy(
  from: string,
  to: string,
  rows: number,
  kills: number,
  standingOf: () => Promise<Standing>,
): Promise<CopyRun> {
  const until: ((standing: Standing) => boolean)[] = [
    ...Array.from({ length: kills }, (_, index) => (at: Standing) => at.rows >= ((index + 0.5) * rows) / kills),
    (at) => at.stage === 'indexing' || at.stage === 'comparing',
    (at) => at.stage === 'comparing',
  ]
  const startedAt = performance.now()
  const killedAt: Standing['stage'][] = []
  let cpuSeconds = 0
  for (;;) {
    const child = spawn(process.execPath, [productProgram, 'copy-store', '--from', from, '--to', to, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestMs,
    })
    const output = Promise.all([child.stdout.toArray(), child.stderr.toArray()])
    const ended = new Promise<number>((settle) => child.once('close', (code) => settle(code ?? -1)))
    let cpu = 0
    while (child.exitCode === null && child.signalCode === null) {
      cpu = cpuOf(child.pid ?? 0) ?? cpu
      const isDue = until[0]
      const standing = isDue ? await standingOf() : undefined
      if (isDue && standing && isDue(standing)) {
        until.shift()
        killedAt.push(standing.stage)
        child.kill('SIGKILL')
        break
      }
      await Promise.race([ended, sleep(20)])
    }
    const code = await ended
    cpuSeconds += cpu
    if (child.signalCode === 'SIGKILL') continue
    const [out, err] = await output
    const wallSeconds = (performance.now() - startedAt) / 1000
    return { wallSeconds, cpuSeconds, killedAt, code, output: Buffer.concat([...out, ...err]).toString() }
  }
}

/** CPU seconds of a process so far, threads included, where the system tells. */
function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return undefined
  }
}
