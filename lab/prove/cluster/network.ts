import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const PREFIX = 'twosource'

/** Why there can be no hosts of our own here; undefined when there can. */
export function whyNoNetwork(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are Linux only'
  if (process.getuid?.() !== 0) return 'only root may make network namespaces'
  const name = `${PREFIX}-${process.pid}-try`
  try {
    ip('netns', 'add', name)
    ip('netns', 'del', name)
    return undefined
  } catch (error) {
    return `no network namespace can be made here (${(error as NodeJS.ErrnoException).code ?? 'ip netns add failed'}; package iproute2)`
  }
}

/** A machine of its own: it shares nothing with the others but a cable, the disk and the clock. */
export type Host = {
  readonly name: string
  readonly address: string
  /** Starts a program there. What the program is named by is its process here, too. */
  spawn(program: string, args: readonly string[], options?: HostOptions): ChildProcess
  /** Pulls the cable: nothing is answered any more, not even that nothing is. */
  cut(): void
  join(): void
  /** Gives it a further address. */
  takeAddress(address: string): void
  /** Gives it an address that another host had or will have: who asked there finds it here at once. */
  takeOver(address: string): void
  /** The processes that run there. */
  processes(): readonly number[]
}

export type HostOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** Who it runs as. */
  readonly user?: string
  /** The only cores it may use, such as `0` or `0,1`. */
  readonly cores?: string
  readonly cwd?: string
}

export type Network = {
  readonly hosts: Readonly<Record<string, Host>>
  /** The address with this last number. */
  addressAt(number: number): string
  /** Ends what runs on the hosts and takes them down. */
  close(): void
}

/** Joins hosts by a bridge; this process is at it, too. What an earlier run left behind is taken down first. */
export function openNetwork(names: readonly string[]): Network {
  takeDownLeft()
  const subnet = `10.${200 + (process.pid % 50)}.${Math.floor(process.pid / 50) % 250}`
  const addressAt = (number: number) => `${subnet}.${number}`
  const bridge = `tw${process.pid}`
  const close = () => {
    for (const name of names) takeDown(nameOf(process.pid, name))
    // Those of hosts in which somebody is still dying outlive their host for a moment.
    for (const index of names.keys()) quietly('link', 'del', cableOf(bridge, index))
    quietly('link', 'del', bridge)
  }
  const end = () => process.exit(1)
  process.once('exit', close)
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  ip('link', 'add', bridge, 'type', 'bridge')
  ip('addr', 'add', `${addressAt(1)}/24`, 'dev', bridge)
  ip('link', 'set', bridge, 'up')
  const hosts = names.map((name, index) => [name, addHost(name, index, addressAt(index + 2), bridge)] as const)
  return {
    hosts: Object.fromEntries(hosts),
    addressAt,
    close() {
      close()
      process.removeListener('exit', close)
      process.removeListener('SIGTERM', end)
      process.removeListener('SIGINT', end)
    },
  }
}

function addHost(name: string, index: number, address: string, bridge: string): Host {
  const space = nameOf(process.pid, name)
  const cable = cableOf(bridge, index)
  const inside = (...args: readonly string[]) => ip('-n', space, ...args)
  ip('netns', 'add', space)
  ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space)
  ip('link', 'set', cable, 'master', bridge, 'up')
  inside('link', 'set', 'lo', 'up')
  inside('addr', 'add', `${address}/24`, 'dev', 'eth0')
  inside('link', 'set', 'eth0', 'up')
  return {
    name,
    address,
    spawn(program, args, { env = {}, user, cores, cwd } = {}) {
      // `exec` all along: the process that is killed is the one that was meant.
      const command = [
        ...(cores === undefined ? [] : ['taskset', '-c', cores]),
        ...(user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups']),
        program,
        ...args,
      ]
      const named = ['unshare', '--uts', 'sh', '-c', 'hostname "$0"; PGAPPNAME="$0/$$" exec "$@"', name, ...command]
      return spawn('ip', ['netns', 'exec', space, ...named], {
        env: { PATH: process.env.PATH ?? '', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(cwd !== undefined && { cwd }),
      })
    },
    // The link stays up on both sides, as when a switch on the way dies.
    cut: () => ip('link', 'set', cable, 'nomaster'),
    join: () => ip('link', 'set', cable, 'master', bridge),
    takeAddress: (further) => inside('addr', 'add', `${further}/24`, 'dev', 'eth0'),
    takeOver(further) {
      // A card of its own with a number of its own: nobody has to forget where the address was.
      const card = `02:00:${further
        .split('.')
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join(':')}`
      const arp = '/proc/sys/net/ipv4/conf/all'
      // Nor does its other card answer for the address, or name itself as its owner when it asks for others: who heard that would go
      // on sending there for most of a minute after the address has moved.
      ip('netns', 'exec', space, 'sh', '-c', `echo 1 > ${arp}/arp_ignore; echo 2 > ${arp}/arp_announce`)
      inside('link', 'add', 'link', 'eth0', 'name', 'moving', 'address', card, 'type', 'macvlan', 'mode', 'bridge')
      inside('addr', 'add', `${further}/24`, 'dev', 'moving')
      inside('link', 'set', 'moving', 'up')
    },
    processes: () => processesIn(space),
  }
}

function cableOf(bridge: string, index: number): string {
  return `${bridge}p${index}`
}

function nameOf(pid: number, name: string): string {
  return `${PREFIX}-${pid}-${name}`
}

/** Takes down the hosts of runs whose process is no more. */
function takeDownLeft(): void {
  if (!existsSync('/run/netns')) return
  for (const space of readdirSync('/run/netns')) {
    const pid = new RegExp(`^${PREFIX}-(\\d+)-`).exec(space)?.[1]
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue
    takeDown(space)
    quietly('link', 'del', `tw${pid}`)
  }
}

function takeDown(space: string): void {
  for (const pid of processesIn(space)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
  quietly('netns', 'del', space)
}

function processesIn(space: string): readonly number[] {
  return (quietly('netns', 'pids', space) ?? '').split('\n').filter(Boolean).map(Number)
}

function ip(...args: readonly string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function quietly(...args: readonly string[]): string | undefined {
  try {
    return ip(...args)
  } catch {
    return undefined
  }
}
