import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One process of the test runner: its name in the report, what node is given, and what its environment has besides that of all. */
export type Work = { readonly name: string; readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv }

export type Totals = {
  readonly tests: number
  readonly pass: number
  readonly fail: number
  readonly skipped: number
  /** Of each work in which something failed, its name and what the runner said of the failures. */
  readonly failures: readonly string[]
}

/** A process that does not end is ended after this, and named. */
const longestWorkMs = 20 * 60_000
/** So many lines of the end are told of a work that ended without saying what failed. */
const lastLines = 15

/**
 * Does the works in the order given, so many at once; each says what it found when it is done, whole, so that nothing of another
 * is between. A work that ends badly without a failing test counts as one.
 */
export async function runLanes(works: readonly Work[], lanes: number, env: NodeJS.ProcessEnv): Promise<Totals> {
  const found: Totals[] = []
  const waiting = [...works]
  const lane = async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) found.push(await once(work, env))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const sum = (of: (one: Totals) => number) => found.reduce((all, one) => all + of(one), 0)
  return {
    tests: sum(({ tests }) => tests),
    pass: sum(({ pass }) => pass),
    fail: sum(({ fail }) => fail),
    skipped: sum(({ skipped }) => skipped),
    failures: found.flatMap(({ failures }) => failures),
  }
}

async function once({ name, args, env: more }: Work, env: NodeJS.ProcessEnv): Promise<Totals> {
  const startedAt = Date.now()
  let cpuSeconds: number | undefined
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, ...more } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  child.once('exit', () => {
    cpuSeconds = cpuOfEnded()
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
  // What ends before it has told what it found has found nothing good. A suite that is skipped, as without a browser, counts no tests.
  const isBroken = (found.tests === 0 && count('suites') === 0) || (how !== 0 && found.fail === 0)
  const outcome = isBroken ? `ended with ${how}` : `${found.pass} of ${found.tests}`
  const cpu = cpuSeconds === undefined ? '' : `, ${cpuSeconds.toFixed(1)} CPU-s`
  process.stdout.write(
    `${said.trimEnd()}\n── ${name}: ${outcome}, ${((Date.now() - startedAt) / 1000).toFixed(1)} s${cpu}\n\n`,
  )
  const failures = isBroken || found.fail > 0 ? [`── ${name}: ${outcome}\n${failingPart(said)}`] : []
  return { ...found, ...(isBroken && { fail: found.fail + 1 }), failures }
}

let told = 0

/** CPU seconds of the child that has just ended and of all that it waited for, where the system tells (Linux); asked once for each, as it ends. */
function cpuOfEnded(): number | undefined {
  try {
    // After the name of the program, which may hold spaces: user and system time of children that ended, in hundredths.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const all = (Number(fields[13]) + Number(fields[14])) / 100
    const since = all - told
    told = all
    return since
  } catch {
    return undefined
  }
}

/**
 * What the runner says of the failures at the end of its report; without that the end of what else was said, after the errors that belonged
 * to no test.
 */
export function failingPart(said: string): string {
  const at = said.lastIndexOf('✖ failing tests:')
  const lines = (at < 0 ? said : said.slice(at)).trimEnd().split('\n')
  const [before, end] = [lines.slice(0, -lastLines), lines.slice(-lastLines)]
  const ofNoTest = before.filter((line) => line.startsWith('ℹ Error: '))
  return (at < 0 ? [...ofNoTest, ...end] : lines.slice(1).filter((line) => line.trim() !== '')).join('\n')
}

/** Failures as they are told once more before the totals: as many lines as fit, each work's share the same. */
export function toldAgain(failures: readonly string[], mostLines: number): readonly string[] {
  const share = Math.max(1, Math.floor(mostLines / Math.max(1, failures.length)))
  return failures.flatMap((text) => text.split('\n').slice(0, share)).slice(0, mostLines)
}
