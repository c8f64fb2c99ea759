import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store.ts'
import { leaver, openReaderToLeave, type ReaderSize, readerFacts } from '../../test/integration/reader-to-leave.ts'
import { openMiniflux, whyNoMiniflux } from './move/real-miniflux.ts'
import { type MoveFrom, runMoves } from './move/run-moves.ts'
import type { Proof, ProofResult } from './proof.ts'

const small: ReaderSize = { feeds: 24, entriesPerFeed: 30, stars: 40, read: 480 }
const whole: ReaderSize = { feeds: 300, entriesPerFeed: 30, stars: 500, read: 6_000 }
const killAt = [0.25, 0.6]

type Check = ProofResult['checks'][number]

/**
 * Somebody moves here from Miniflux, and from another Twosource over each API we serve. The command is killed twice on the way and continued;
 * at the end everything is here as it was there, and nothing twice.
 */
export const prove: Proof = async ({ isFull = false } = {}) => {
  const size = isFull ? whole : small
  const checks: Check[] = []
  const table: Record<string, number | string>[] = []
  const moveFrom = async (name: string, from: MoveFrom, facts: readonly string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'prove-move-'))
    try {
      const { wallSeconds, killedAt, code, output } = await runMoves(folder, from, killAt)
      await using store = await openStore(join(folder, 'twosource.db'))
      const here = await readerFacts(store, 'owner')
      checks.push(...checksOf(name, facts, here))
      checks.push({
        what: `${name}: the command`,
        measured: code === 0 ? 'ended with 0' : `ended with ${code}: ${output.slice(-300)}`,
        wanted: 'ended with 0',
        isMet: code === 0,
      })
      checks.push({
        what: `${name}: killed on the way`,
        measured: killedAt.length,
        wanted: String(killAt.length),
        isMet: killedAt.length === killAt.length,
      })
      const hasPassword = (await store.move.find()).key !== undefined
      checks.push({
        what: `${name}: the password afterwards`,
        measured: hasPassword ? 'still stored' : 'deleted',
        wanted: 'deleted',
        isMet: !hasPassword,
      })
      table.push({
        from: name,
        articles: here.length,
        read: count(here, 5),
        stars: count(here, 6),
        wall_s: Math.round(wallSeconds * 10) / 10,
        killed_at: killedAt.map((share) => share.toFixed(2)).join(', '),
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  if (whyNoMiniflux) table.push({ from: `Miniflux left out: ${whyNoMiniflux}` })
  else {
    const miniflux = await openMiniflux(size)
    const facts = await miniflux.facts()
    await moveFrom('Miniflux', miniflux.from('miniflux'), facts)
    await moveFrom('Miniflux by Fever', miniflux.from('fever'), facts)
    miniflux.close()
  }
  const there = await openReaderToLeave(size)
  const facts = await readerFacts(there.context.operations.store, there.readerId)
  const apis = [
    ['Miniflux API', 'miniflux'],
    ['Google Reader API', 'freshrss'],
    ['Fever API', 'fever'],
  ] as const
  for (const [name, kind] of apis)
    await moveFrom(name, { kind, address: there.url, user: leaver, password: there.password }, facts)
  await there.close()
  return { name: `move, ${size.feeds} feeds, ${size.feeds * size.entriesPerFeed} articles`, checks, table }
}

/** Facts that aren't here, and those that are here too often or shouldn't be. */
function checksOf(name: string, there: readonly string[], here: readonly string[]): readonly Check[] {
  const left = new Map<string, number>()
  for (const fact of here) left.set(fact, (left.get(fact) ?? 0) + 1)
  let missing = 0
  for (const fact of there) {
    const count = left.get(fact) ?? 0
    if (count === 0) missing++
    else left.set(fact, count - 1)
  }
  const surplus = here.length - (there.length - missing)
  const checkOf = (what: string, failures: number): Check => ({
    what: `${name}: ${what}, of ${there.length}`,
    measured: failures,
    wanted: '0',
    isMet: failures === 0,
    cases: there.length,
    failures,
  })
  return [checkOf('not here as they were there', missing), checkOf('doubled or invented', surplus)]
}

/** How many facts are true at that place. */
function count(facts: readonly string[], place: number): number {
  return facts.filter((fact) => fact.split(' | ')[place] === 'true').length
}
