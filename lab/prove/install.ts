import { execFileSync, type SpawnOptions } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { frontPage, must, run } from './install/run-program.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

/** A way to call npm in a clone: the words before `ci` or `start`, and where. */
type Machine = { readonly what: string; readonly npm: readonly [string, ...string[]]; readonly options: SpawnOptions }

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Before and after npm learned to keep `.bin/node` (11.6.4). */
const npmVersions = ['10.8.2', '11.0.0'] as const
/** `npm ci` says how many packages it added, around an empty line or two. */
const mostLines = 4

/**
 * `npm ci && npm start demo` in a clean clone of the last commit, as on a new machine: in Debian 13 with Debian's own Node and npm (in a
 * chroot, which needs root and debootstrap), and with versions of npm that leave no `node_modules/.bin/node`, on this machine's own Node.
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
  const what = 'Debian 13, with its own nodejs and npm'
  if (process.getuid?.() !== 0 || !existsSync('/usr/sbin/debootstrap'))
    return [check(what, 'not run: needs root and debootstrap (apt-get install debootstrap)', 'run', false)]
  const system = join(folder, 'debian')
  const mounted: string[] = []
  try {
    await must('debootstrap', ['--variant=minbase', 'trixie', system])
    // How this machine reaches the mirror; its own sources and pinned versions are not for a new one.
    for (const part of ['/etc/apt/apt.conf.d', '/etc/resolv.conf', '/etc/hosts'])
      if (existsSync(part)) cpSync(part, join(system, part), { recursive: true, dereference: true })
    execFileSync('mount', ['-t', 'proc', 'proc', join(system, 'proc')])
    mounted.push(join(system, 'proc'))
    const inside = (...words: readonly string[]) =>
      must('chroot', [system, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words])
    await inside('apt-get', 'update', '-q')
    // It's thrown away: nothing has to outlive a power cut.
    const quick = ['-o', 'Dpkg::Options::=--force-unsafe-io']
    await inside(
      'apt-get',
      'install',
      '-y',
      '-q',
      ...quick,
      '--no-install-recommends',
      'nodejs',
      'npm',
      'ca-certificates',
    )
    trustAndCache(system, mounted)
    cpSync(clone, join(system, 'srv/twosource'), { recursive: true })
    const versions = await inside('sh', '-c', 'echo "Node $(node --version), npm $(npm --version)"')
    const options = { env: { HOME: '/root', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } }
    // The folder is named to the shell in the chroot; what follows are the words of npm.
    const npm = ['chroot', system, 'sh', '-c', 'cd /srv/twosource && exec npm "$@"', 'npm'] as const
    return await installAndStart(
      { what: `${what} (${versions.trim()})`, npm: [...npm], options },
      join(system, 'srv/twosource'),
    )
  } finally {
    for (const place of mounted.toReversed()) execFileSync('umount', [place])
  }
}

/** Certificates this machine trusts, its registry, and its npm cache, so that nothing is downloaded twice. */
function trustAndCache(system: string, mounted: string[]) {
  const certificates = '/etc/ssl/certs/ca-certificates.crt'
  if (existsSync(certificates)) cpSync(certificates, join(system, certificates), { dereference: true })
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim()
  if (!existsSync(cache)) return
  mkdirSync(join(system, 'root/.npm'), { recursive: true })
  execFileSync('mount', ['--bind', cache, join(system, 'root/.npm')])
  mounted.push(join(system, 'root/.npm'))
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
