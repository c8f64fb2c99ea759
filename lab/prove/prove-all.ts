import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countCases, type ProofOptions, type ProofResult } from './proof.ts'
import { threats } from './threats.ts'

type Ran = {
  readonly name: string
  /** When it ended, ISO 8601. */
  readonly at: string
  readonly seconds: number
  readonly result: ProofResult | undefined
  readonly said: string
}

/**
 * Runs proofs, each in a process of its own, and prints one table of what each guards against, how much it tried and how much went wrong. What went
 * wrong is said as soon as its proof has ended. Whether all was met. Those that `mayShare` allows run two at once, then the others one after the
 * other. All of them take hours: with a folder `out` what each found is kept there, and is taken from there the next time, so that a run that was cut
 * off continues; what was proved alone into that folder is taken too. `amountOf` says how much one proof does where the options do not.
 */
export async function proveAll(
  names: readonly string[],
  { isJson, out, ...options }: ProofOptions & { readonly isJson: boolean },
  amountOf: (name: string) => ProofOptions | undefined = () => undefined,
  mayShare: (name: string) => boolean = () => false,
): Promise<boolean> {
  const ended = new Map<string, Ran>()
  let begun = 0
  const proveOne = async (name: string) => {
    const before = out === undefined ? undefined : readKept(out, name)
    process.stderr.write(`${++begun} of ${names.length}: ${name} ${before ? `as it ended at ${before.at}` : '…'}\n`)
    const ran = before ?? (await runApart(name, { ...amountOf(name), ...options, ...(out !== undefined && { out }) }))
    if (out !== undefined && ran.result !== undefined) keepRan(out, ran)
    ended.set(name, ran)
    for (const problem of problemsOf(ran)) process.stderr.write(`  ✗ ${name}: ${problem}\n`)
  }
  const sharing = names.filter(mayShare)
  const lane = async () => {
    for (let name = sharing.shift(); name !== undefined; name = sharing.shift()) await proveOne(name)
  }
  await Promise.all([lane(), lane()])
  for (const name of names) if (!ended.has(name)) await proveOne(name)
  const all = names.flatMap((name) => ended.get(name) ?? [])
  if (isJson) console.log(JSON.stringify(all.map(jsonOf), null, 2))
  else console.table(all.map(rowOf))
  return all.every(({ result }) => result?.checks.every(({ isMet }) => isMet) === true)
}

/** What a proof in a process of its own is called with. */
export function argumentsOf({ minutes, seed, isFull, rounds, store, entries, out }: ProofOptions): readonly string[] {
  const given = { minutes, seed, rounds, store, entries, out }
  return [
    ...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, String(value)])),
    ...(isFull ? ['--full'] : []),
  ]
}

/** One proof in its process: what it measured, or its last words where it ended without. */
function runApart(name: string, options: ProofOptions): Promise<Ran> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const startedAt = performance.now()
  return new Promise((settle) => {
    const child = spawn(process.execPath, [...process.execArgv, main, name, '--json', ...argumentsOf(options)])
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
    child.once('close', () => {
      settle({ name, ...endedNow(startedAt), result: readResult(out), said })
    })
  })
}

/** When what began at `startedAt` (`performance.now()`) ended, and how long it took. */
export function endedNow(startedAt: number): { readonly at: string; readonly seconds: number } {
  return { at: new Date().toISOString(), seconds: Math.round((performance.now() - startedAt) / 100) / 10 }
}

/** Keeps what a proof found in a folder, for the table of all. */
export function keepRan(folder: string, ran: Ran): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(keptAt(folder, ran.name), `${JSON.stringify(ran, null, 2)}\n`)
}

const keptAt = (folder: string, name: string) => join(folder, `${name}.json`)

/** What was kept of a proof; nothing where it was not run yet. */
function readKept(folder: string, name: string): Ran | undefined {
  try {
    return JSON.parse(readFileSync(keptAt(folder, name), 'utf8')) as Ran
  } catch {
    return undefined
  }
}

/** What is at the end of what a proof wrote; nothing where it ended before. */
function readResult(out: string): ProofResult | undefined {
  const from = out.startsWith('{') ? 0 : out.indexOf('\n{') + 1
  try {
    return JSON.parse(out.slice(from)) as ProofResult
  } catch {
    return undefined
  }
}

function problemsOf({ result, said }: Ran): readonly string[] {
  if (result === undefined) return [`ended without a result. Its last words: ${said.trim()}`]
  return result.checks
    .filter(({ isMet }) => !isMet)
    .map(({ what, measured, wanted }) => `${what}: ${measured} (wanted ${wanted})`)
}

function jsonOf({ name, at, seconds, result }: Ran) {
  const counted = result === undefined ? { cases: 0, failures: 1 } : countCases(result)
  return { name, at, threats: threatsOf(name), ...counted, seconds, ...(result && { checks: result.checks }) }
}

function rowOf(ran: Ran): Readonly<Record<string, number | string>> {
  const { name, threats: against, cases, failures, seconds } = jsonOf(ran)
  const checks = ran.result?.checks ?? []
  const met = checks.filter(({ isMet }) => isMet).length
  return {
    proof: name,
    'guards against': against.join(', '),
    cases,
    failures,
    met: `${met} of ${checks.length}`,
    seconds,
  }
}

function threatsOf(proof: string): readonly string[] {
  return threats.filter(({ proofs }) => proofs.includes(proof)).map(({ id }) => id)
}
