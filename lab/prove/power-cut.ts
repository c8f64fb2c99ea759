import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { type Fate, fates, strictDisk } from './power-cut/disk.ts'
import { type Left, lookAfterCut } from './power-cut/look-after-cut.ts'
import { type DiskEvent, readTrace, straceOptions } from './power-cut/trace.ts'
import type { Proof, ProofResult } from './proof.ts'

const CUTS = { short: 12, full: 80 }
const BATCHES = { short: 16, full: 60 }
const CARELESS_COMMITS = 40
const fileOf = (name: string) => fileURLToPath(new URL(`./power-cut/${name}`, import.meta.url))

/**
 * Power cuts: what the product asks of the disk is recorded (strace) with what it says was kept, and made again on a disk that keeps only
 * what it was told to keep. Cut off at many moments, with what was not told to last dropped, torn at sectors, reordered or written, each
 * of what is left is opened as after a cut. What is not simulated: a disk that says it has kept what it has not, and bits that change.
 */
export const prove: Proof = async ({ isFull = false, seed = 20261127, rounds } = {}) => {
  const why = whyNoStrace()
  if (why) return { name: 'power-cut', checks: [{ what: `skipped: ${why}`, measured: '–', wanted: '–', isMet: true }] }
  const random = randomNumbers(seed)
  const size = isFull ? 'full' : 'short'
  const cuts = rounds ?? CUTS[size]
  const folder = mkdtempSync(join(tmpdir(), 'twosource-power-'))
  try {
    const events = record(folder, 'writer.ts', [String(BATCHES[size])])
    const images = await cutAgain(folder, events, cuts, random)
    const careless = { normal: lostByCareless(folder, 'normal', random), full: lostByCareless(folder, 'full', random) }
    const wrong = (of: (left: Left) => readonly string[]) => images.filter(({ left }) => of(left).length > 0)
    for (const { at, fate, left } of images)
      for (const line of [...left.lost, ...left.torn, ...left.unsound].slice(0, 2))
        console.error(`${fate} at ${at}: ${line}`)
    const none = (what: string, found: number): ProofResult['checks'][number] => ({
      what,
      measured: found,
      wanted: '0',
      isMet: found === 0,
      cases: images.length,
      failures: found,
    })
    return {
      name: 'power-cut',
      checks: [
        {
          what: 'moments at which the power went',
          measured: cuts,
          wanted: '≥ 50 with --full',
          isMet: !isFull || cuts >= 50,
        },
        none('disks on which something acknowledged is lost', wrong(({ lost }) => lost).length),
        none('disks on which something is torn', wrong(({ torn }) => torn).length),
        none('disks on which a database or a copy is not sound', wrong(({ unsound }) => unsound).length),
        {
          what: 'commits a careless program loses on this disk (synchronous = normal)',
          measured: careless.normal,
          wanted: '> 0',
          isMet: careless.normal > 0,
        },
        {
          what: 'and with synchronous = full, as here',
          measured: careless.full,
          wanted: '0',
          isMet: careless.full === 0,
        },
      ],
      table: fates.map((fate) => ({
        'not told to last': fate,
        disks: images.filter((image) => image.fate === fate).length,
        'in the middle of what was acknowledged': images.filter(
          (image) => image.fate === fate && image.acknowledged > 0,
        ).length,
        'acknowledged at most': Math.max(...images.map(({ acknowledged }) => acknowledged)),
        'calls recorded': events.length,
      })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function whyNoStrace(): string | undefined {
  const { error, status } = spawnSync('strace', ['-o', '/dev/null', 'true'])
  return error || status !== 0 ? 'strace is not here, or may not trace' : undefined
}

/** Runs a writer in a folder of its own; answers what it did to the disk. */
function record(folder: string, writer: string, given: readonly string[]): readonly DiskEvent[] {
  const root = join(folder, `disk-${writer}-${given.join('-')}`)
  const trace = join(folder, 'trace')
  mkdirSync(root)
  const command = ['-o', trace, ...straceOptions, process.execPath, fileOf(writer), root, ...given]
  execFileSync('strace', command, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 })
  const events = [...readTrace(readFileSync(trace, 'latin1'), root)]
  rmSync(trace)
  return events.map((event) => (event.kind === 'said' ? event : moved(event, root)))
}

/** Paths as they are below the root of the disk. */
function moved(event: Exclude<DiskEvent, { readonly kind: 'said' }>, root: string): DiskEvent {
  const within = (path: string) => `/disk${path.slice(root.length)}`
  return event.kind === 'renamed'
    ? { ...event, path: within(event.path), to: within(event.to) }
    : { ...event, path: within(event.path) }
}

type Image = { readonly at: number; readonly fate: Fate; readonly acknowledged: number; readonly left: Left }

/** Cuts the power at so many moments, half of them right after something was acknowledged, each with every fate. */
async function cutAgain(
  folder: string,
  events: readonly DiskEvent[],
  cuts: number,
  random: () => number,
): Promise<readonly Image[]> {
  const moments = momentsOf(events, cuts, random)
  const disk = strictDisk('/disk')
  const said = new Map<string, string[]>()
  const images: Image[] = []
  for (const [at, event] of events.entries()) {
    if (event.kind === 'said') hear(event.text, said)
    else disk.happen(event)
    if (!moments.has(at)) continue
    for (const fate of fates) {
      const into = join(folder, `image-${at}-${fate}`)
      mkdirSync(into)
      disk.cutPower(into, fate, random)
      const acknowledged = [...said.values()].reduce((sum, keys) => sum + keys.length, 0)
      images.push({ at, fate, acknowledged, left: await lookAfterCut(into, said) })
      rmSync(into, { recursive: true })
    }
  }
  return images
}

function momentsOf(events: readonly DiskEvent[], cuts: number, random: () => number): ReadonlySet<number> {
  const all = [...events.keys()]
  const spoken = all.filter((at) => events[at]?.kind === 'said')
  const moments = new Set<number>()
  for (let tries = 0; moments.size < cuts && tries < cuts * 50; tries++) {
    const from = tries % 2 === 0 ? spoken : all
    moments.add(from[Math.floor(random() * from.length)]!)
  }
  return moments
}

/** Lines of `kind key`; others are only said. */
function hear(text: string, said: Map<string, string[]>): void {
  for (const line of text.trim().split('\n')) {
    const [kind = '', key] = line.split(' ')
    if (key !== undefined) said.set(kind, [...(said.get(kind) ?? []), key])
  }
}

/** How many commits that were said to be kept are gone when everything that was not told to last is dropped. */
function lostByCareless(folder: string, manner: 'normal' | 'full', random: () => number): number {
  const events = record(folder, 'careless-writer.ts', [String(CARELESS_COMMITS), manner])
  const disk = strictDisk('/disk')
  const said = new Map<string, string[]>()
  for (const event of events) {
    if (event.kind === 'said') hear(event.text, said)
    else if (event.kind === 'folder') {
      disk.happen(event)
      disk.happen({ kind: 'kept', path: '/disk' })
    } else disk.happen(event)
    // Before it is closed, which keeps all.
    if ((said.get('kept')?.length ?? 0) === CARELESS_COMMITS) break
  }
  const into = join(folder, `careless-${manner}`)
  mkdirSync(into)
  disk.cutPower(into, 'dropped', random)
  try {
    using db = new DatabaseSync(join(into, 'data', 'careless.db'))
    const rows = db.prepare('select number from kept').all()
    return CARELESS_COMMITS - rows.length
  } catch {
    // Not even the table.
    return CARELESS_COMMITS
  }
}
