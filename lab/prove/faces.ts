import { attackPages } from './faces/attack-pages.ts'
import {
  attackFever,
  attackGreader,
  attackMcp,
  attackMiniflux,
  attackRest,
  openPrograms,
} from './faces/attack-programs.ts'
import { attackWire } from './faces/attack-wire.ts'
import { type Finding, type Judge, judge } from './faces/judge-answer.ts'
import { race } from './faces/race.ts'
import { startInstance } from './instance.ts'
import { openProofInstance } from './isolation/instance.ts'
import type { Proof, ProofResult } from './proof.ts'

/** Each face as somebody from outside attacks it, by the list of `payloads.ts`; `--full` tries the whole list everywhere. */
export const prove: Proof = async ({ isFull = false } = {}) => {
  const percent = isFull ? 100 : 12
  const checks: ProofResult['checks'][number][] = []
  const table: Record<string, string>[] = []
  const unhandled: string[] = []
  const note = (error: unknown) => unhandled.push(String((error as Error)?.stack ?? error).slice(0, 300))
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  try {
    await attackInside(percent, run)
    const served = await startInstance([{ name: 'Reader', password: 'the right password' }])
    try {
      await run('what goes over the wire', (found) => attackWire(served.origin, found))
    } finally {
      await served.close()
    }
    await run('two at once', race)
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
  checks.push({
    what: 'errors that nobody caught',
    measured: unhandled.length === 0 ? 0 : unhandled.join(' | '),
    wanted: '0',
    isMet: unhandled.length === 0,
  })
  return { name: 'faces', checks, table }

  async function run(what: string, attack: (found: Judge) => Promise<void>): Promise<void> {
    const found = judge()
    const from = performance.now()
    await attack(found)
    const { count, findings, slow } = found.tally()
    table.push(...findings.map((one) => ({ ...one, payload: one.payload.slice(0, 60) })))
    const slowest = slow.toSorted((a, b) => b.ms - a.ms)[0]
    checks.push({
      what,
      measured: `${count} requests in ${Math.round((performance.now() - from) / 1000)} s, ${findings.length} wrong${told(findings)}${slowest ? `; over 2 s: ${slow.length}, most ${slowest.ms} ms (${slowest.what})` : ''}`,
      wanted: '0 wrong',
      isMet: findings.length === 0,
      cases: count,
      failures: findings.length,
    })
  }
}

/** The faces by what answers them, without a server between. */
async function attackInside(
  percent: number,
  run: (what: string, attack: (found: Judge) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { context, common, web, close } = await openProofInstance('sqlite', { isFilled: false })
  try {
    const attacker = { id: 'attacker', name: 'Attacker', role: 'owner' } as const
    await context.operations.store.accounts.add({ ...attacker, createdAt: new Date().toISOString() }, {})
    const programs = await openPrograms(context, attacker)
    await run('the interface for programs (REST)', (found) => attackRest(programs, common, found, percent))
    await run('the Google Reader API', (found) => attackGreader(programs, found, percent * 2))
    await run('the Fever API', (found) => attackFever(programs, found))
    await run('the API of Miniflux', (found) => attackMiniflux(programs, found, percent * 2))
    await run('the Model Context Protocol', (found) => attackMcp(programs, found, percent))
    await run('pages and forms', (found) => attackPages(web, common, found, percent))
  } finally {
    await close()
  }
}

function told(findings: readonly Finding[]): string {
  const some = findings
    .slice(0, 6)
    .map(({ what, payload, wrong }) => `${what} ${JSON.stringify(payload.slice(0, 40))} ${wrong}`)
  return some.length === 0 ? '' : `: ${some.join(' | ')}`
}
