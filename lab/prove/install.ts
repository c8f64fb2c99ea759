import { execFileSync, type SpawnOptions } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { debianSettings, openDebian, trustAsHere, whyNoDebian } from './install/debian-system.ts'
import { frontPage, must, packedProgram, run } from './install/run-program.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

/** A way to call npm in a clone: the words before `ci` or `start`, and where. */
type Machine = { readonly what: string; readonly npm: readonly [string, ...string[]]; readonly options: SpawnOptions }

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Before and after npm learned to keep `.bin/node` (11.6.4). */
const npmVersions = ['10.8.2', '11.0.0'] as const
/** `npm ci` says how many packages it added, around an empty line or two. */
const mostLines = 4
/** They take five minutes on a machine that does nothing else. */
const longestTestsMs = 60 * 60_000

/**
 * `npm ci && npm start demo` in a clean clone of the last commit, as on a new machine: in Debian 13 with Debian's own Node and npm (in a
 * chroot, which needs root and debootstrap; there the tests and the packed program, too), and with versions of npm that leave no `node_modules/.bin/node`, on this machine's own Node.
 */
export const prove: Proof = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-install-'))
  try {
    const clone = join(folder, 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone])
    const checks: Check[] = [...(await inDebian(folder, clone))]
    for (const version of npmVersions) checks.push(...(await withNpm(version, folder, clone)))
    return { name: 'install', checks }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function inDebian(folder: string, clone: string): Promise<readonly Check[]> {
  const missing = whyNoDebian()
  if (missing !== undefined) return [check('Debian 13, with its own nodejs and npm', missing, 'run')]
  const system = await openDebian(join(folder, 'debian'))
  try {
    await system.inside('apt-get', 'update', '-q')
    await system.install('nodejs', 'npm', 'ca-certificates')
    trustAsHere(system.root)
    // So that nothing is downloaded twice.
    const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim()
    if (existsSync(cache)) system.lend(cache, 'root/.npm')
    const cwd = join(system.root, 'srv/twosource')
    cpSync(clone, cwd, { recursive: true })
    const versions = await system.inside('sh', '-c', 'echo "Node $(node --version), npm $(npm --version)"')
    // The folder is named to the shell in the chroot; what follows are the words of npm.
    const npm = ['chroot', system.root, 'sh', '-c', 'cd /srv/twosource && exec npm "$@"', 'npm'] as const
    const what = `Debian 13, with its own nodejs and npm (${versions.trim()})`
    const machine: Machine = { what, npm: [...npm], options: { env: debianSettings } }
    return [...(await installAndStart(machine, cwd)), ...(await buildAndStart(machine)), ...(await runTests(machine))]
  } finally {
    system.close()
  }
}

/** What `npm start` starts where the program was packed. */
async function buildAndStart({ what, npm, options }: Machine): Promise<readonly Check[]> {
  const [command, ...before] = npm
  await must(command, [...before, 'run', 'build'], options)
  const page = await frontPage(command, [...before, 'start', 'demo'], options)
  return [
    check(`${what}: front page after npm run build`, page.answer, 'there'),
    check(`${what}: the program of npm start then`, page.program, packedProgram),
  ]
}

/** The second command of the README. */
async function runTests({ what, npm, options }: Machine): Promise<readonly Check[]> {
  const [command, ...before] = npm
  const startedAt = performance.now()
  const { status, said } = await run(command, [...before, 'test'], { ...options, timeout: longestTestsMs })
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const [, end = ''] = said.split('══ the end')
  const counted = [...end.matchAll(/^ℹ (tests|fail|skipped) (\d+)$/gm)].map(([, name, count]) => `${count} ${name}`)
  if (status !== 0) console.error(end.trim() || said.slice(-2_000))
  return [check(`${what}: npm test (${counted.join(', ')}; ${seconds} s) ends with`, status, '0', status === 0)]
}

async function withNpm(version: string, folder: string, clone: string): Promise<readonly Check[]> {
  const tool = join(folder, `npm-${version}`)
  const cwd = join(folder, `clone-${version}`)
  mkdirSync(tool)
  cpSync(clone, cwd, { recursive: true })
  // Not the Node that a newer npm put first for this process.
  const path = (process.env.PATH ?? '').split(delimiter).filter((place) => !/node_modules/.test(place))
  const env = { ...process.env, PATH: path.join(delimiter) }
  await must('npm', ['install', '--prefix', tool, '--no-save', '--no-package-lock', `npm@${version}`], {
    env,
    cwd: tool,
  })
  const own = execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim()
  const npm = ['node', join(tool, 'node_modules/npm/bin/npm-cli.js')] as const
  const checks = await installAndStart(
    { what: `npm ${version} (Node ${own})`, npm: [...npm], options: { cwd, env } },
    cwd,
  )
  rmSync(cwd, { recursive: true, force: true })
  return checks
}

async function installAndStart({ what, npm, options }: Machine, cwd: string): Promise<readonly Check[]> {
  const [command, ...before] = npm
  const lock = join(cwd, 'package-lock.json')
  const locked = readFileSync(lock, 'utf8')
  const installed = await run(command, [...before, 'ci'], options)
  const lines = installed.said.split('\n').filter((line) => line.trim() !== '' && !line.includes('Unknown user config'))
  const page = await frontPage(command, [...before, 'start', 'demo'], options)
  return [
    check(`${what}: npm ci ends with`, installed.status, '0', installed.status === 0),
    check(`${what}: lines it printed`, lines.length, `<= ${mostLines}`, lines.length <= mostLines),
    check(`${what}: package-lock.json`, readFileSync(lock, 'utf8') === locked ? 'unchanged' : 'changed', 'unchanged'),
    check(
      `${what}: node_modules/.bin/node`,
      existsSync(join(cwd, 'node_modules/.bin/node')) ? 'there' : 'missing',
      'either',
      true,
    ),
    check(`${what}: front page of npm start demo`, page.answer, 'there'),
    check(`${what}: the demo after SIGTERM`, page.after, 'gone'),
  ]
}

function check(what: string, measured: number | string, wanted: string, isMet = measured === wanted): Check {
  return { what, measured, wanted, isMet }
}
