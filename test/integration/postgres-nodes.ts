import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { until } from '../until.ts'
import { asPostgres } from './as-postgres.ts'

const binaries = '/usr/lib/postgresql/17/bin'
const pooler = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path))

/** Why no PgBouncer can be started here; `false` when one can. */
export const whyNoPooler: string | false = pooler ? false : 'PgBouncer is not installed: apt-get install pgbouncer.'

/** One server that can be stopped, started again and be asked, as a machine of several would be. */
export type PostgresNode = {
  readonly url: string
  readonly port: number
  start(): void
  /** `fast` ends all connections with a word, `immediate` without one. */
  stop(mode?: 'fast' | 'immediate'): void
  /** Runs SQL as the superuser and answers the rows. */
  ask(statement: string): Promise<readonly Record<string, unknown>[]>
}

/** Servers that belong together, in a temporary folder; `remove` ends them all. */
export type PostgresNodes = {
  makePrimary(): Promise<PostgresNode>
  /** A streaming copy of a running server. */
  addReplica(of: PostgresNode): Promise<PostgresNode>
  /** Makes a copy the server, and waits until it takes writes. */
  promote(node: PostgresNode): Promise<void>
  /** A pooler by transactions before a server; answers its address. */
  addPooler(before: PostgresNode, settings?: readonly string[]): Promise<string>
  remove(): void
}

/** A folder for servers, owned by whom they run as. */
export function postgresNodes(): PostgresNodes {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-nodes-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  const run = (binary: string, ...given: string[]) => {
    const command = [join(binaries, binary), ...given]
    const [program, rest] = asPostgres(command)
    execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  const running = new Set<string>()
  const children: ChildProcess[] = []
  let made = 0

  function nodeOver(data: string, port: number): PostgresNode {
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c max_connections=200 -c fsync=off`
    return {
      url,
      port,
      start() {
        run('pg_ctl', 'start', '-w', '-D', data, '-l', `${data}.log`, '-o', settings)
        running.add(data)
      },
      stop(mode = 'fast') {
        run('pg_ctl', 'stop', '-w', '-D', data, '-m', mode)
        running.delete(data)
      },
      async ask(statement) {
        const client = new pg.Client({ connectionString: url })
        client.on('error', () => {})
        await client.connect()
        try {
          return (await client.query(statement)).rows
        } finally {
          await client.end()
        }
      },
    }
  }

  function remove(): void {
    process.off('exit', remove)
    for (const child of children) child.kill('SIGKILL')
    for (const data of running) run('pg_ctl', 'stop', '-D', data, '-m', 'immediate')
    running.clear()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)

  return {
    async makePrimary() {
      const data = join(folder, `node${++made}`)
      run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
      const node = nodeOver(data, await freePort())
      node.start()
      return node
    },
    async addReplica(of) {
      const data = join(folder, `node${++made}`)
      run('pg_basebackup', '-d', of.url, '-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync')
      const node = nodeOver(data, await freePort())
      node.start()
      return node
    },
    async promote(node) {
      await node.ask('select pg_promote(true, 60)')
    },
    async addPooler(before, settings = []) {
      const port = await freePort()
      const file = join(folder, `pooler${port}.ini`)
      const lines = [
        '[databases]',
        // Any name comes in as the superuser of the server.
        `postgres = host=127.0.0.1 port=${before.port} dbname=postgres user=postgres`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${port}`,
        `unix_socket_dir = ${folder}`,
        'auth_type = any',
        'pool_mode = transaction',
        'default_pool_size = 4',
        'max_client_conn = 200',
        'server_login_retry = 1',
        ...settings,
      ]
      writeFileSync(file, `${lines.join('\n')}\n`)
      if (isRoot) chownSync(file, idOf('-u'), idOf('-g'))
      const as = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
      children.push(spawn(pooler!, [file], { stdio: 'ignore', cwd: folder, ...as }))
      await listens(port)
      return `postgres://postgres@127.0.0.1:${port}/postgres`
    },
    remove,
  }
}

const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }).trim())

async function listens(port: number): Promise<void> {
  await until(`somebody listens at ${port}`, async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    const isThere = await promise
    socket.destroy()
    return isThere
  })
}
