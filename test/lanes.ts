import { spawn } from 'node:child_process'

/** One process of the test runner: what it is called when it is told of, and what node is given. */
export type Work = { readonly name: string; readonly args: readonly string[] }

export type Totals = { tests: number; pass: number; fail: number; skipped: number }

/** A process that does not end is ended after this, and named. */
const longestWorkMs = 20 * 60_000

/**
 * Does the works in the order given, so many at once; each says what it found when it is done, whole, so that nothing of another
 * stands between. A work that ends badly without a failing test counts as one.
 */
export async function runLanes(works: readonly Work[], lanes: number, env: NodeJS.ProcessEnv): Promise<Totals> {
  const totals: Totals = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const waiting = [...works]
  const lane = async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) add(totals, await once(work, env))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return totals
}

export function add(totals: Totals, more: Totals): void {
  for (const name of Object.keys(totals) as (keyof Totals)[]) totals[name] += more[name]
}

async function once({ name, args }: Work, env: NodeJS.ProcessEnv): Promise<Totals> {
  const startedAt = Date.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const end = () => child.kill('SIGKILL')
  const tooLong = setTimeout(end, longestWorkMs)
  // A run that is told to stop leaves nothing behind.
  process.once('exit', end)
  const how = await new Promise<number | string>((settle) =>
    child.once('close', (code, signal) => settle(code ?? signal ?? 1)),
  )
  clearTimeout(tooLong)
  process.off('exit', end)
  const count = (what: string) => Number([...said.matchAll(new RegExp(`^ℹ ${what} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)
  const found = { tests: count('tests'), pass: count('pass'), fail: count('fail'), skipped: count('skipped') }
  // What ends before it has told what it found has found nothing good.
  const isBroken = found.tests === 0 || (how !== 0 && found.fail === 0)
  process.stdout.write(
    `${said.trimEnd()}\n── ${name}: ${isBroken ? `ended with ${how}` : `${found.pass} of ${found.tests}`}`,
  )
  process.stdout.write(`, ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n\n`)
  return isBroken ? { ...found, fail: found.fail + 1 } : found
}
