import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.ts'
import { asPostgres } from './as-postgres.ts'

const binaries = '/usr/lib/postgresql/17/bin'

/** Why no server can be started here; `false` when one can. */
export const whyNoServer: string | false = existsSync(join(binaries, 'initdb'))
  ? false
  : `PostgreSQL 17 is not in ${binaries}: install it, or name a server in TWOSOURCE_TEST_POSTGRES.`

/** Starts a server of our own in a temporary folder, on a free loopback port, until this process ends. Answers its address. */
export async function startServer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-postgres-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, Number(ask('id', ['-u', 'postgres'])), Number(ask('id', ['-g', 'postgres'])))
  const run = (binary: string, ...given: string[]) => {
    const command = [join(binaries, binary), ...given]
    const [program, rest] = asPostgres(command)
    execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const port = await freePort()
  // What it keeps is thrown away, so it need not survive a power cut.
  const unsafe = '-c fsync=off -c full_page_writes=off -c wal_init_zero=off'
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c max_connections=300 ${unsafe}`
  run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings)
  process.once('exit', () => {
    run('pg_ctl', 'stop', '-D', data, '-m', 'immediate')
    rmSync(folder, { recursive: true, force: true })
  })
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function ask(program: string, given: readonly string[]): string {
  return execFileSync(program, given, { encoding: 'utf8' }).trim()
}
