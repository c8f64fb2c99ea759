import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { cpuOfTree } from '../../bench/cpu-of-tree.ts'
import type { Host } from './network.ts'
import { passingFolder } from './passing-folder.ts'

const binaries = '/usr/lib/postgresql/17/bin'
const PORT = 5432
const TRIES = 600
const isRoot = process.getuid?.() === 0
const LAST_SAID = 2000

/** Why there can be no server here; undefined when there can. */
export const whyNoDatabase = existsSync(join(binaries, 'initdb')) ? undefined : `no PostgreSQL 17 in ${binaries}`

/** Where a server runs: a host of a network, or this machine. */
export type DatabasePlace = Pick<Host, 'name' | 'address' | 'spawn' | 'cut' | 'processes'>

/** A PostgreSQL server on a host. It keeps what it acknowledges: nothing of its durability is switched off. */
export type DatabaseHost = {
  readonly host: DatabasePlace
  readonly folder: string
  /** CPU seconds of all its processes so far, those that have ended included. */
  cpuSeconds(): number
  /** `fast`: whoever is connected is cut off; `immediate`: as after a crash. */
  stop(mode: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  /** Starts it again where it ended by itself; true when it had. */
  revive(): Promise<boolean>
  /** Kills everything on its host, and pulls the cable. */
  killHost(): void
  /** Makes a standby the server that is written to. */
  promote(): Promise<void>
}

/** Makes a server with nothing in it, for whoever is in `network` (such as 10.1.2.0/24), and starts it. */
export async function startDatabase(
  host: DatabasePlace,
  network: string,
  {
    port = PORT,
    listensTo = '*',
    within,
  }: { readonly port?: number; readonly listensTo?: string; readonly within?: string } = {},
): Promise<DatabaseHost> {
  const folder = ownFolder(within)
  asPostgres('initdb', '-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  appendFileSync(join(folder, 'pg_hba.conf'), `host all all ${network} trust\nhost replication all ${network} trust\n`)
  appendFileSync(
    join(folder, 'postgresql.conf'),
    `listen_addresses = '${listensTo}'\nport = ${port}\nunix_socket_directories = ''\nmax_connections = 200\nshared_buffers = 64MB\n`,
  )
  return serverOn(host, folder, port)
}

/** A second server that follows the first and has to have each commit before that one acknowledges it. */
export async function startStandby(host: Host, primary: DatabaseHost): Promise<DatabaseHost> {
  const folder = ownFolder()
  const { address } = primary.host
  const name = 'standby'
  asPostgres('pg_basebackup', '-R', '-X', 'stream', '-c', 'fast', '-D', folder, '-d', `host=${address} user=postgres`)
  // What pg_basebackup wrote into this file names no standby.
  appendFileSync(
    join(folder, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${address} user=postgres application_name=${name}'\n`,
  )
  const standby = await serverOn(host, folder, PORT)
  await execute(urlOf(primary.host.address), `alter system set synchronous_standby_names = '${name}'`)
  await execute(urlOf(primary.host.address), 'select pg_reload_conf()')
  for (let tries = 0; ; tries += 1) {
    const client = await connected(urlOf(primary.host.address))
    const found = await client.query(`select 1 from pg_stat_replication where sync_state = 'sync'`)
    await client.end()
    if (found.rows.length > 0) return standby
    if (tries === TRIES) throw new Error('The standby does not follow')
    await sleep(100)
  }
}

/** Where a database is. */
export function urlOf(address: string, database = 'postgres', port = PORT): string {
  return `postgres://postgres@${address}:${port}/${database}`
}

/** Runs one statement. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = await connected(url)
  await client.query(statement)
  await client.end()
}

export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function serverOn(host: DatabasePlace, folder: string, port: number): Promise<DatabaseHost> {
  let child: ChildProcess | undefined
  let spentSeconds = 0
  const start = async () => {
    child = host.spawn(join(binaries, 'postgres'), ['-D', folder], { user: 'postgres', cwd: folder })
    let said = ''
    child.stdout?.resume()
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-LAST_SAID)
    })
    for (let tries = 0; ; tries += 1) {
      try {
        return await execute(urlOf(host.address, 'postgres', port), 'select 1')
      } catch (error) {
        if (tries === TRIES || child.exitCode !== null)
          throw new Error(`PostgreSQL does not start: ${said}`, { cause: error })
        await sleep(100)
      }
    }
  }
  await start()
  return {
    host,
    folder,
    start,
    async revive() {
      if (child && child.exitCode === null && child.signalCode === null) return false
      await start()
      return true
    },
    cpuSeconds: () => spentSeconds + (child?.pid === undefined ? 0 : cpuOfTree(child.pid)),
    async stop(mode) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      spentSeconds += cpuOfTree(child.pid as number)
      const ended = once(child, 'close')
      child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
      await ended
      child = undefined
    },
    killHost() {
      host.cut()
      for (const pid of host.processes()) process.kill(pid, 'SIGKILL')
      child = undefined
    },
    async promote() {
      asPostgres('pg_ctl', 'promote', '-w', '-D', folder)
    },
  }
}

/** A new folder that belongs to the user of the server; `within` another, or else one that goes with this process. */
function ownFolder(within?: string): string {
  const folder = within === undefined ? passingFolder('database') : mkdtempSync(join(within, 'database-'))
  if (!isRoot) return folder
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  chownSync(folder, id('-u'), id('-g'))
  return folder
}

/** The server refuses to run as root. */
function asPostgres(binary: string, ...args: readonly string[]): void {
  const command = [join(binaries, binary), ...args]
  const [program = '', ...given] = isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', ...command]
    : command
  execFileSync(program, given, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() })
}
