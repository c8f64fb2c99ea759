import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { brokenLog, cutOff, everyLeaf, type Harm, headerPage, randomPages, zeroedRange } from './damage/harm.ts'
import { furnishDamaged } from './damage/instance.ts'
import { type Outcome, tryHarm } from './damage/try-harm.ts'
import type { Proof, ProofResult } from './proof.ts'

const SEEDS = { short: 1, full: 5 }
const COUNTS = [1, 3, 20, 200]
/** Without everything asked for, one of so many trees is harmed. */
const EVERY = 12

/**
 * A database file that is damaged: pages overwritten, zeroed or missing, each table and index in turn. The real server is started on it and
 * asked for everything, then `doctor`, then the restore that it offers. Nothing may die or show its insides, damage that a request met has to
 * be named, and the copy has to come back whole.
 */
export const prove: Proof = async ({
  seed = 20261130,
  isFull = false,
  rounds = isFull ? SEEDS.full : SEEDS.short,
} = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-damage-'))
  const instance = join(folder, 'house')
  const random = randomNumbers(seed)
  try {
    mkdirSync(instance)
    await furnishDamaged(instance)
    const whole: readonly Harm[] = [
      ...Array.from({ length: rounds }, (_, round) =>
        COUNTS.map((count) => randomPages(count, seed + round, randomNumbers(seed + round * 31 + count))),
      ).flat(),
      headerPage(random),
      cutOff,
      zeroedRange,
      brokenLog(random),
    ]
    const leaves = everyLeaf(join(instance, 'twosource.db'), random).filter((_, at) => isFull || at % EVERY === 0)
    const outcomes: Outcome[] = []
    for (const harm of whole) outcomes.push(await tryHarm(instance, join(folder, 'harmed'), harm, true))
    for (const harm of leaves) outcomes.push(await tryHarm(instance, join(folder, 'harmed'), harm, false))
    return judge(outcomes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What has to be so, whatever was harmed. */
export function judge(outcomes: readonly Outcome[]): ProofResult {
  const none = (what: string, isSo: (outcome: Outcome) => boolean, among = outcomes) => {
    const wrong = among.filter(isSo)
    for (const outcome of wrong.slice(0, 5)) console.error(`${what}: ${JSON.stringify(outcome)}`)
    return {
      what,
      measured: wrong.length,
      wanted: '0',
      isMet: wrong.length === 0,
      cases: among.length,
      failures: wrong.length,
    }
  }
  const served = outcomes.filter(({ start }) => start === 'serves')
  const examined = outcomes.filter(({ doctor }) => doctor !== 'not asked')
  const toRestore = outcomes.filter(({ restore }) => restore !== 'not tried')
  return {
    name: 'damage',
    checks: [
      none('starts that ended without a word', ({ start }) => start === 'dies'),
      none('servers that died', ({ isDead }) => isDead, served),
      none('outputs with places in the program', ({ rawStacks }) => rawStacks > 0),
      none('damage that a request met and nobody named', ({ isUnnamed }) => isUnnamed, served),
      none('doctor silent about damage, or dead', ({ doctor }) => doctor !== 'well', examined),
      none('copies that did not come back whole', ({ restore }) => restore !== 'back', toRestore),
    ],
    table: [
      {
        'files harmed': outcomes.length,
        'damaged by SQLite’s check': outcomes.filter(({ isDamaged }) => isDamaged).length,
        served: served.length,
        'said why not': outcomes.filter(({ start }) => start === 'says why not').length,
        'requests asked': sum(outcomes, 'asked'),
        'of these met damage': sum(outcomes, 'failed'),
        restored: toRestore.length,
      },
    ],
  }
}

function sum(outcomes: readonly Outcome[], field: 'asked' | 'failed'): number {
  return outcomes.reduce((total, outcome) => total + outcome[field], 0)
}
