import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MoveKind } from '../../../src/core/feed/moved-entry.ts'
import { productProgram } from '../../../test/product-program.ts'

const longestMs = 1_800_000
const lookMs = 15

export type MoveFrom = {
  readonly kind: MoveKind
  readonly address: string
  readonly user: string
  readonly password: string
}

export type MovesRun = {
  readonly wallSeconds: number
  /** How much was done each time it was killed, from 0 to 1. */
  readonly killedAt: readonly number[]
  readonly code: number
  readonly output: string
}

/** Moves with the command, which is killed (SIGKILL) once so much is done, and then continued, each time in a new process. */
export async function runMoves(folder: string, from: MoveFrom, killAt: readonly number[]): Promise<MovesRun> {
  const startedAt = performance.now()
  const begin = ['move', '--from', from.kind, '--user', from.user, from.address, '--json']
  const killedAt: number[] = []
  for (let given = begin; ; given = ['move', '--json']) {
    const due = killAt[killedAt.length]
    const run = startCommand(folder, given, given === begin ? `${from.password}\n` : '')
    while (due !== undefined && !run.hasEnded()) {
      const share = shareOf(folder)
      if (share >= due && share < 1) {
        run.kill()
        killedAt.push(share)
        break
      }
      await sleep(lookMs)
    }
    const { code, output } = await run.ended
    const wasKilled = due !== undefined && killedAt.length > 0 && killAt[killedAt.length - 1] === due
    if (!wasKilled) return { wallSeconds: (performance.now() - startedAt) / 1000, killedAt, code, output }
  }
}

function startCommand(folder: string, given: readonly string[], input: string) {
  const child = spawn(process.execPath, [productProgram, ...given], {
    env: {
      PATH: process.env.PATH ?? '',
      TWOSOURCE_DATA: folder,
      TWOSOURCE_FETCH_PAGES: 'false',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: longestMs,
  })
  child.stdin.on('error', () => {}).end(input)
  const output = Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  const closed = new Promise<number>((settle) => child.once('close', (code) => settle(code ?? -1)))
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => child.kill('SIGKILL'),
    ended: Promise.all([closed, output]).then(([code, pieces]) => ({
      code,
      output: Buffer.concat(pieces.flat()).toString(),
    })),
  }
}

/** How much is done, as stored; 0 before anything is. */
function shareOf(folder: string): number {
  try {
    using db = new DatabaseSync(join(folder, 'twosource.db'), { readOnly: true })
    const row = db.prepare(`select value from house_setting where name = 'move'`).get()
    return row ? (JSON.parse(String(row.value)) as { share: number }).share : 0
  } catch {
    return 0
  }
}
