import { spawn } from 'node:child_process'
import type { DatabasePlace } from '../cluster/database-host.ts'

/** This machine as the host of a database, on loopback. */
export const thisMachine: DatabasePlace = {
  name: 'this machine',
  address: '127.0.0.1',
  spawn(program, args, { env = {}, user, cwd } = {}) {
    const isOther = user !== undefined && process.getuid?.() === 0
    const [run = '', ...given] = isOther
      ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', program, ...args]
      : [program, ...args]
    const child = spawn(run, given, {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd !== undefined && { cwd }),
    })
    const end = () => child.kill('SIGQUIT')
    process.once('exit', end)
    child.once('close', () => process.off('exit', end))
    return child
  },
  cut() {
    throw new Error('This machine cannot be cut off')
  },
  processes: () => [],
}
