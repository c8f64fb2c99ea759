import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Crew, Member } from '../cluster/crew.ts'
import { asStarted, surroundings } from '../surroundings.ts'

/** A process of the product whose clock can be set, and of which it is known what it takes. */
export type Soaked = {
  readonly member: Member
  /** Sets its clock ahead of the machine's. */
  setClock(aheadMs: number): void
  vitals(): Vitals
}

/** In bytes; zeros while it is not running. */
export type Vitals = {
  readonly rss: number
  readonly heapUsed: number
  /** Beside the heap: buffers and what libraries hold. */
  readonly external: number
  /** Both after the last whole collection of garbage; 0 before one, and in courses that do not tell it. */
  readonly held: number
  readonly files: number
}

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const clock = new URL('./jumping-clock.ts', import.meta.url).href
/** It is known to a database by machine and number, which is how the holder of a lane is named. */
const named = 'PGAPPNAME="$(hostname)/$$" exec "$@"'

/** Starts it; `folder` is for the two files by which it is told of its clock and tells of its memory. */
export function startSoaked(
  crew: Crew,
  folder: string,
  name: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Soaked {
  const clockFile = join(folder, `${name}.clock`)
  const vitalsFile = join(folder, `${name}.vitals`)
  const setClock = (aheadMs: number) => writeFileSync(clockFile, String(aheadMs))
  setClock(0)
  const member = crew.start(
    name,
    (given, env) =>
      spawn('sh', ['-c', named, 'sh', process.execPath, ...asStarted, '--import', clock, main, ...given], {
        env: { PATH: process.env.PATH ?? '', ...surroundings, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    args,
    { ...settings, TWOSOURCE_TEST_CLOCK_FILE: clockFile, TWOSOURCE_TEST_VITALS_FILE: vitalsFile },
  )
  return {
    member,
    setClock,
    vitals() {
      const pid = member.lives.at(-1) ?? 0
      try {
        const rss = 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
        const files = readdirSync(`/proc/${pid}/fd`).length
        const { heapUsed, external, held } = JSON.parse(readFileSync(vitalsFile, 'utf8')) as Vitals
        return { rss, files, heapUsed, external, held }
      } catch {
        return { rss: 0, heapUsed: 0, external: 0, held: 0, files: 0 }
      }
    },
  }
}
