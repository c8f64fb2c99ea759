import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { cpuOfTree } from '../../bench/cpu-of-tree.ts'

/** How a program is started on some machine. */
export type Spawn = (args: readonly string[], env: Readonly<Record<string, string>>) => ChildProcess

/** One process of the product, over all its lives. */
export type Member = {
  readonly name: string
  /** The pid of each of its lives, the present one last. */
  readonly lives: number[]
  /** How often it wrote each event to its log. */
  readonly events: Map<string, number>
  /** The last line of each event that tells of a failure. */
  readonly complaints: Map<string, string>
  /** Where its pages are, once it has said so. */
  readonly url: Promise<string>
  /** CPU seconds of all its lives so far. */
  cpuSeconds(): number
  kill(): Promise<void>
  /** Starts it again. */
  start(): void
  /** Asks it to end; kills it where it does not. */
  stop(): Promise<void>
}

export type Crew = {
  readonly members: readonly Member[]
  /** How often one ended though nobody ended it, with the last it wrote. It was started again. */
  readonly fallen: string[]
  start(name: string, spawn: Spawn, args: readonly string[], env: Readonly<Record<string, string>>): Member
  stopAll(): Promise<void>
}

const STOP_MS = 20_000
/** Who fell is started again after so long. */
const RISE_MS = 500
const LAST_LINES = 8
const LONGEST_LINE = 300

/** Processes of the product that are watched: who ends unasked is noted and started again. */
export function openCrew(): Crew {
  const members: Member[] = []
  const fallen: string[] = []
  return {
    members,
    fallen,
    start(name, spawn, args, env) {
      const member = startMember(name, () => spawn(args, env), fallen)
      members.push(member)
      return member
    },
    async stopAll() {
      await Promise.all(members.map((member) => member.stop()))
    },
  }
}

function startMember(name: string, spawn: () => ChildProcess, fallen: string[]): Member {
  const lives: number[] = []
  const events = new Map<string, number>()
  const complaints = new Map<string, string>()
  const spoken = Promise.withResolvers<string>()
  let child: ChildProcess | undefined
  let ended: Promise<unknown> = Promise.resolve()
  let spentSeconds = 0
  let rising: NodeJS.Timeout | undefined

  const listen = (born: ChildProcess, lines: string[]) => {
    if (born.stdout)
      createInterface(born.stdout).on('line', (line) => {
        const url = /(http:\S+)/.exec(line)?.[1]
        if (url) spoken.resolve(url)
      })
    if (born.stderr)
      createInterface(born.stderr).on('line', (line) => {
        lines.push(line)
        if (lines.length > LAST_LINES) lines.shift()
        const event = /"event":"([^"]+)"/.exec(line)?.[1] ?? 'unreadable'
        if (event.endsWith('-failed') || event === 'unreadable') complaints.set(event, line.slice(0, LONGEST_LINE))
        events.set(event, (events.get(event) ?? 0) + 1)
      })
  }
  const start = () => {
    const born = spawn()
    const lines: string[] = []
    child = born
    lives.push(born.pid ?? 0)
    listen(born, lines)
    ended = once(born, 'close').then(([code, signal]) => {
      if (child !== born) return
      fallen.push(`${name} (${code ?? signal}): ${lines.join(' ').slice(-600)}`)
      child = undefined
      rising = setTimeout(start, RISE_MS)
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    clearTimeout(rising)
    const living = child
    if (!living) return
    child = undefined
    spentSeconds += cpuOfTree(living.pid ?? 0)
    living.kill(signal)
    const late = new AbortController()
    const force = sleep(STOP_MS, undefined, { signal: late.signal }).then(
      () => living.kill('SIGKILL'),
      () => {},
    )
    await ended
    late.abort()
    await force
  }
  start()
  return {
    name,
    lives,
    events,
    complaints,
    url: spoken.promise,
    cpuSeconds: () => spentSeconds + (child ? cpuOfTree(child.pid ?? 0) : 0),
    kill: () => end('SIGKILL'),
    start,
    stop: () => end('SIGTERM'),
  }
}
