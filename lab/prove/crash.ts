import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { limitsEnv } from '../../test/other-limits.ts'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { percentile } from '../bench/measure.ts'
import { compareLedger, editUntilGone, newLedger } from './crash/edits.ts'
import { examineInstance, integrityOf } from './crash/examine.ts'
import { furnishInstance, instanceLimits, instanceSettings, openHook, tryAgain } from './crash/instance.ts'
import { comesToRest } from './crash/rest.ts'
import type { Proof, ProofResult } from './proof.ts'
import { growingFeeds } from './rolling/growing-feeds.ts'
import { type ServingNode, startNode } from './rolling/node.ts'

const ROUNDS = { short: 10, full: 200 }
const AT_ONCE = 2
const FEEDS = 6
const ENTRIES_AT_FIRST = 4
/** So much later each start is by its clock: every feed is due, and what the dead had in hand is free. */
const ROUND_MS = 70 * 60_000
const SHORT_LIFE_MS = 2500
/** One of three lives so long: work is done, and not only begun. */
const LONG_LIFE_MS = 8000
/** Every so many rounds it dies while it starts. */
const EARLY_EVERY = 8
const READY_MS = 5000
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const clock = fileURLToPath(new URL('../../test/e2e/shifted-clock.ts', import.meta.url))
const bad = ['page-failed', 'api-failed', 'job-failed']

/**
 * A server on SQLite takes in news and edits over the interface for programs and is killed (SIGKILL) at a random moment, again and
 * again. Each acknowledged edit is written down here and looked for after the next start.
 */
export const prove: Proof = async ({
  isFull = false,
  seed = 20261127,
  rounds = isFull ? ROUNDS.full : ROUNDS.short,
} = {}) => {
  const shares = Array.from({ length: AT_ONCE }, (_, index) => Math.ceil((rounds - index) / AT_ONCE))
  const instances = await Promise.all(
    shares.filter((share) => share > 0).map((share, index) => killAgain(share, seed + index)),
  )
  const all = <Value>(of: (instance: Found) => readonly Value[]) => instances.flatMap(of)
  const sum = (of: (instance: Found) => number) => instances.reduce((total, instance) => total + of(instance), 0)
  for (const line of all(({ lost, doubled, errors }) => [...lost, ...doubled, ...errors]).slice(0, 20))
    console.error(line)
  const readyP95 = percentile(
    all(({ readyMs }) => readyMs),
    0.95,
  )
  const faults = Object.keys(instances[0]?.faults ?? {})
  return {
    name: 'crash',
    checks: [
      {
        what: 'rounds killed (SIGKILL)',
        measured: sum(({ kills }) => kills),
        wanted: `${rounds}`,
        isMet: sum(({ kills }) => kills) === rounds,
        cases: rounds,
      },
      none(
        'acknowledged edits lost',
        all(({ lost }) => lost).length,
        sum(({ acknowledged }) => acknowledged),
      ),
      none('things there twice', all(({ doubled }) => doubled).length),
      none('starts after which integrity_check or a foreign key was not ok', all(({ unsound }) => unsound).length),
      none(
        'starts that failed',
        sum(({ failedStarts }) => failedStarts),
      ),
      none(
        'edits refused',
        sum(({ refused }) => refused),
      ),
      none('errors in the logs', all(({ errors }) => errors).length),
      none('houses that did not come to rest', instances.filter(({ isSettled }) => !isSettled).length),
      ...faults.map((fault) =>
        none(
          fault,
          sum(({ faults }) => faults[fault] ?? 0),
        ),
      ),
      { what: 'ready after a kill, p95, ms', measured: readyP95, wanted: `≤ ${READY_MS}`, isMet: readyP95 <= READY_MS },
    ],
    table: instances.map((instance, index) => ({
      instance: index + 1,
      kills: instance.kills,
      'while starting': instance.early,
      'edits acknowledged': instance.acknowledged,
      entries: instance.entries,
      'told outside': instance.told,
      alerts: instance.alerts,
      'jobs given up after five deaths, and tried again': instance.givenUp,
      'ready p50, ms': percentile(instance.readyMs, 0.5),
    })),
  }
}

type Found = {
  readonly kills: number
  readonly early: number
  readonly acknowledged: number
  readonly refused: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly unsound: readonly string[]
  readonly errors: readonly string[]
  readonly failedStarts: number
  readonly readyMs: readonly number[]
  /** Jobs that five processes in a row died with: they wait for a person. */
  readonly givenUp: number
  readonly isSettled: boolean
  readonly faults: Readonly<Record<string, number>>
  readonly entries: number
  readonly told: number
  readonly alerts: number
}

async function killAgain(rounds: number, seed: number): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-crash-'))
  const random = randomNumbers(seed)
  const feeds = await growingFeeds(FEEDS)
  const hook = await openHook()
  const database = join(folder, 'twosource.db')
  const base = instanceSettings(folder)
  const settings = (round: number) => ({
    ...base,
    ...limitsEnv(instanceLimits, clock),
    TWOSOURCE_TEST_CLOCK_AHEAD_MS: String(round * ROUND_MS),
  })
  const ledger = newLedger()
  const lost: string[] = []
  const doubled: string[] = []
  const unsound: string[] = []
  const errors: string[] = []
  const readyMs: number[] = []
  let [kills, early, failedStarts] = [0, 0, 0]
  const look = async () => {
    const compared = await compareLedger(database, ledger)
    lost.push(...compared.lost)
    doubled.push(...compared.doubled)
    const said = await integrityOf(database)
    if (said !== 'ok') unsound.push(said)
  }
  const start = async (round: number) => {
    const startedAt = performance.now()
    const node = await startNode(main, settings(round), ['--only-me']).catch((error: unknown) => {
      errors.push(String(error).slice(0, 600))
      failedStarts += 1
      return undefined
    })
    if (!node) return undefined
    await fetch(`${node.url}feeds`).then((answer) => answer.text())
    readyMs.push(Math.round(performance.now() - startedAt))
    return node
  }
  try {
    const token = await furnishInstance(base, feeds.urls, hook.url)
    feeds.grow(ENTRIES_AT_FIRST)
    for (let round = 0; round < rounds; round++) {
      feeds.grow(1)
      if (round % EARLY_EVERY === EARLY_EVERY - 1) {
        await startAndDie(settings(round), random() * 1500)
        early += 1
      } else {
        const node = await start(round)
        if (!node) continue
        await look()
        const edits = [true, false].map((mayWriteOver) =>
          editUntilGone(node.url, token, database, ledger, random, (number) => feeds.urlOf(number + 100), {
            mayWriteOver,
          }),
        )
        await sleep(random() * (round % 3 === 2 ? LONG_LIFE_MS : SHORT_LIFE_MS))
        await kill(node)
        await Promise.all(edits)
        errors.push(...bad.flatMap((event) => node.lines(event)).map((line) => line.slice(0, 600)))
      }
      kills += 1
    }
    let givenUp = 0
    // An hour later, too: of more alerts than an hour may bring the others go out then.
    const atRest = async (round: number) => {
      const node = await start(round)
      await look()
      const rests = () => comesToRest(database, () => Date.now() + round * ROUND_MS)
      // What five processes died with is given up only when somebody asks for work again.
      await rests()
      givenUp += await tryAgain(base)
      const isSettled = node !== undefined && (await rests())
      errors.push(...bad.flatMap((event) => node?.lines(event) ?? []))
      const end = await node?.stop()
      if (end !== 0) errors.push(`It ended with ${end}`)
      return isSettled
    }
    const isSettled = (await atRest(rounds)) && (await atRest(rounds + 1))
    return {
      ...{ kills, early, lost, doubled, unsound, errors, failedStarts, readyMs, givenUp, isSettled },
      acknowledged: ledger.acknowledged,
      refused: refusedOf(ledger.refused),
      faults: await examineInstance(database, feeds.length(), hook.heard),
      entries: feeds.total(),
      told: hook.heard.entries.size,
      alerts: hook.heard.alerts.size,
    }
  } finally {
    feeds.close()
    hook.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function kill({ child }: ServingNode): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Starts it and kills it so many milliseconds later, most likely before it is ready. */
async function startAndDie(settings: Readonly<Record<string, string>>, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TWOSOURCE_PORT: '0', ...settings },
    stdio: 'ignore',
  })
  const gone = once(child, 'close')
  await sleep(afterMs)
  child.kill('SIGKILL')
  await gone
}

/** How many edits were refused; each kind of refusal is told. */
function refusedOf(refused: ReadonlyMap<string, number>): number {
  for (const [why, count] of refused) console.error(`refused ${count} times: ${why}`)
  return [...refused.values()].reduce((sum, count) => sum + count, 0)
}

function none(what: string, measured: number, cases = 1): ProofResult['checks'][number] {
  return { what, measured, wanted: '0', isMet: measured === 0, cases, failures: measured }
}
