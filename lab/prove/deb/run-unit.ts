import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { until } from '../../../test/until.ts'
import { programOf } from '../install/run-program.ts'

const unitFile = 'usr/lib/systemd/system/twosource.service'

/** What a service said since it was started, the program that runs, and its end. */
export type RunningUnit = { said(): string; program(): string; stop(): Promise<number | null> }

/**
 * Starts the unit installed in a system as systemd would, where there is none: its command and folder, as its user without any right, with
 * its settings and those of its files, and nothing of ours. Comes back when the server says where it is.
 */
export async function runUnit(root: string): Promise<RunningUnit> {
  const unit = readUnit(readFileSync(join(root, unitFile), 'utf8'))
  const one = (name: string) => unit(name).at(-1) ?? ''
  const files = unit('EnvironmentFile').map((name) => join(root, name.replace(/^-/, '')))
  const settings = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin',
    HOME: one('WorkingDirectory'),
    ...Object.assign({}, ...unit('Environment').map((line) => parseEnv(line))),
    ...Object.assign(
      {},
      ...files.filter((file) => existsSync(file)).map((file) => parseEnv(readFileSync(file, 'utf8'))),
    ),
  }
  const user = one('User')
  const asUser = [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${user}`,
    '--clear-groups',
    '--no-new-privs',
    '--bounding-set=-all',
  ]
  const shell = `umask ${one('UMask')} && cd ${one('WorkingDirectory')} && exec ${one('ExecStart')}`
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const child = spawn('chroot', [root, ...asUser, 'env', '-i', ...words, 'sh', '-c', shell], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = once(child, 'close')
  await until(`the unit serves. It said: ${said}`, () => {
    if (child.exitCode !== null) throw new Error(`The unit ended with ${child.exitCode}: ${said.slice(-800)}`)
    return /is at http/.test(said) && /token=/.test(said)
  })
  return {
    said: () => said,
    program: () => programOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

/** All values of a name, in their order. */
function readUnit(text: string): (name: string) => readonly string[] {
  const lines = text.split('\n').flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, value: value ?? '' }]
  })
  return (wanted) => lines.filter(({ name }) => name === wanted).map(({ value }) => value)
}
