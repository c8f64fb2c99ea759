import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { productFlags } from '../../src/app/launch/node-needs.js'
import { pageAttacks } from './page-attacks/all-attacks.ts'
import type { AttackFelt } from './page-attacks/extract-child.ts'
import { knownAttacks } from './page-attacks/known-attacks.ts'
import type { PoolFelt } from './page-attacks/pool-child.ts'
import type { Proof } from './proof.ts'

const MOST_SECONDS = 5
const MOST_MEGABYTES = 512
/** A process is ended after so many seconds of CPU. */
const GIVEN_UP_SECONDS = 20
const EXTRACT_CHILD = fileURLToPath(new URL('page-attacks/extract-child.ts', import.meta.url))
const POOL_CHILD = fileURLToPath(new URL('page-attacks/pool-child.ts', import.meta.url))

type Felt = AttackFelt & { readonly name: string }

/** Pages that mean harm: each alone in a process, and all through the threads that read articles, with harmless ones between them. */
export const prove: Proof = async () => {
  const felt: Felt[] = []
  const ended: string[] = []
  for (const { name } of pageAttacks) {
    const out = await ask<AttackFelt>(EXTRACT_CHILD, [name], GIVEN_UP_SECONDS)
    if (out === undefined) ended.push(name)
    else felt.push({ name, ...out })
  }
  const mayLose = new Set(pageAttacks.filter(({ mayLoseText }) => mayLoseText).map(({ name }) => name))
  const lost = felt.filter(({ name, isFound }) => !isFound && !mayLose.has(name)).map(({ name }) => name)
  const worst = (of: (one: Felt) => number) => felt.reduce((most, one) => (of(one) > of(most) ? one : most))
  const slowest = worst((one) => one.cpuSeconds)
  const largest = worst((one) => one.megabytes)
  const pool = await ask<PoolFelt>(POOL_CHILD, [], 900)
  return {
    name: 'page-attacks',
    checks: [
      {
        what: 'attacks',
        measured: `${knownAttacks.length} known, ${pageAttacks.length - knownAttacks.length} of ours`,
        wanted: 'at least 26 and 25',
        isMet: knownAttacks.length >= 26 && pageAttacks.length - knownAttacks.length >= 25,
      },
      { what: 'thrown, or ended by force', measured: ended.join(', ') || 0, wanted: '0', isMet: ended.length === 0 },
      {
        what: 'most CPU to read one, without the start of the process',
        measured: `${slowest.cpuSeconds.toFixed(1)} s (${slowest.name})`,
        wanted: `at most ${MOST_SECONDS} s`,
        isMet: slowest.cpuSeconds <= MOST_SECONDS,
      },
      {
        what: 'most memory of a whole process',
        measured: `${largest.megabytes} MB, of them ${largest.startMegabytes} before (${largest.name})`,
        wanted: `at most ${MOST_MEGABYTES} MB`,
        isMet: largest.megabytes <= MOST_MEGABYTES,
      },
      { what: 'text of the article lost', measured: lost.join(', ') || 0, wanted: '0', isMet: lost.length === 0 },
      ...(pool === undefined
        ? [
            {
              what: 'threads that read articles',
              measured: 'ended with the process',
              wanted: 'they go on',
              isMet: false,
            },
          ]
        : checksOf(pool)),
    ],
    table: felt.map(({ name, kilobytes, cpuSeconds, megabytes, blocks }) => ({
      name,
      kB: kilobytes,
      CPUs: Number(cpuSeconds.toFixed(2)),
      MB: megabytes,
      blocks,
      throughThreads: pool?.outcomes[name] ?? '',
    })),
  }
}

function checksOf({
  read,
  refused,
  harmlessLost,
  afterwards,
  megabytes,
  startMegabytes,
  unsaid,
  deadlineMs,
}: PoolFelt) {
  return [
    {
      what: `read through the threads, with everything that is found in a text (deadline ${deadlineMs / 1000} s)`,
      measured: `${read} read, ${refused.length} given up${refused.length === 0 ? '' : `: ${refused.join(', ')}`}`,
      wanted: 'read or given up',
      isMet: read + refused.length === pageAttacks.length,
    },
    {
      what: 'given up without a reason in the article',
      measured: unsaid.join(', ') || 0,
      wanted: '0',
      isMet: unsaid.length === 0,
    },
    {
      what: 'harmless pages between them that were not read',
      measured: harmlessLost,
      wanted: '0',
      isMet: harmlessLost === 0,
    },
    { what: 'harmless pages read afterwards', measured: afterwards, wanted: '20', isMet: afterwards === 20 },
    {
      what: 'most memory of the process with its threads',
      measured: `${megabytes} MB, of them ${startMegabytes} before`,
      wanted: 'under 1024 MB',
      isMet: megabytes < 1024,
    },
  ]
}

/** What a process of its own writes; undefined where it fails or is ended. */
async function ask<Answer>(path: string, args: readonly string[], cpuSeconds: number): Promise<Answer | undefined> {
  const command = `ulimit -t ${cpuSeconds}; exec "$@"`
  const flags = [...productFlags, path, ...args]
  const child = spawn('sh', ['-c', command, 'sh', process.execPath, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [out] = await Promise.all([text(child.stdout), once(child, 'close')])
  return out === '' ? undefined : (JSON.parse(out) as Answer)
}
