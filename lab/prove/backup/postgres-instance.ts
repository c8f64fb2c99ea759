import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../test/free-port.ts'
import { asPostgres } from '../../../test/integration/as-postgres.ts'

const binaries = '/usr/lib/postgresql/17/bin'

/** Folders and servers of one proof. Every command is kept as a person would type it. */
export type PostgresInstance = {
  readonly folder: string
  readonly commands: string[]
  /** Runs one of PostgreSQL's programs, as the user `postgres` where this process is root. */
  run(program: string, ...given: string[]): string
  /** The same for a command of the system. */
  shell(command: string): void
  /** Starts a server on a folder of data, with these lines at the end of its settings; answers its address. */
  start(data: string, ...lines: string[]): Promise<string>
  stop(data: string, mode: 'fast' | 'immediate'): void
  /** Ends the servers that still run, and removes the folder. */
  close(): void
}

export function openInstance(): PostgresInstance {
  const folder = mkdtempSync(join(tmpdir(), 'prove-backup-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) execFileSync('chown', ['postgres:postgres', folder])
  const commands: string[] = []
  const running = new Set<string>()
  const withoutFolder = (text: string) => text.replaceAll(folder, '').replaceAll(binaries, '')
  const asServer = (command: readonly string[]) => {
    const [program, given] = asPostgres(command)
    return execFileSync(program, given, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  }
  const run = (program: string, ...given: string[]) => {
    commands.push(withoutFolder([program, ...given].map((word) => (/[\s;]/.test(word) ? `'${word}'` : word)).join(' ')))
    return asServer([join(binaries, program), ...given])
  }
  const stop = (data: string, mode: 'fast' | 'immediate') => {
    run('pg_ctl', 'stop', '-D', data, '-m', mode)
    running.delete(data)
  }
  return {
    folder,
    commands,
    run,
    stop,
    shell(command) {
      commands.push(withoutFolder(command))
      asServer(['sh', '-c', command])
    },
    async start(data, ...lines) {
      const port = await freePort()
      const settings = [
        ...lines,
        `port = ${port}`,
        "listen_addresses = '127.0.0.1'",
        `unix_socket_directories = '${folder}'`,
      ]
      appendFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`)
      for (const line of lines) commands.push(`  postgresql.conf: ${withoutFolder(line)}`)
      run('pg_ctl', 'start', '-w', '-t', '120', '-D', data, '-l', join(folder, 'log'))
      running.add(data)
      return `postgres://postgres@127.0.0.1:${port}/postgres`
    },
    close() {
      for (const data of running) stop(data, 'immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder that the server can write to. */
export function openFolder(instance: PostgresInstance, name: string): string {
  const path = join(instance.folder, name)
  mkdirSync(path)
  chmodSync(path, 0o777)
  return path
}
