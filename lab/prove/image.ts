import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeArchive } from '../../deploy/release/write-archive.ts'
import { version } from '../../src/app/version.ts'
import { migrations } from '../../src/store/migrations/all.ts'
import { freePort } from '../../test/free-port.ts'
import { until } from '../../test/until.ts'
import { builderAt, debianAt } from './image/bases.ts'
import { whyNoDebian } from './install/debian-system.ts'
import { must, packedProgram, programOf } from './install/run-program.ts'
import { ask, stepTo } from './migrations/place.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

const root = fileURLToPath(new URL('../..', import.meta.url))
const mostMb = 250
const mostEndMs = 10_000
/** As deploy/compose.yaml has it; the network is the machine's. */
const careful = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'all', '--security-opt', 'no-new-privileges']
/** ELF's numbers of processors. */
const machines = { amd64: 62, arm64: 183 } as const

/**
 * The image, built from the archive of a release on a Debian made here (debootstrap), by podman: what is in it, that it serves the demo and a
 * volume of the schema before this one, read-only and without rights, is healthy on any port, and ends on SIGTERM. For arm64, too, whose
 * image is built but not run.
 */
export const prove: Proof = async () => {
  const missing = whyNoDebian() ?? (isHere('podman') ? undefined : 'not run: needs podman')
  if (missing !== undefined) return { name: 'image', checks: [check('run', missing, 'run')] }
  const folder = mkdtempSync(join(tmpdir(), 'twosource-image-'))
  const tags = [`localhost/twosource:proof-${process.pid}`, `localhost/twosource:proof-${process.pid}-arm64`] as const
  try {
    return { name: 'image', checks: await proveIn(folder, tags) }
  } finally {
    spawnSync('podman', ['rmi', '--force', ...tags])
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function proveIn(folder: string, [tag, other]: readonly [string, string]): Promise<Check[]> {
  const unpacked = join(folder, 'unpacked')
  mkdirSync(unpacked)
  await must('tar', ['xzf', writeArchive(folder).path, '-C', unpacked, '--strip-components=1'])
  const base = await debianAt(join(folder, 'debian'))
  const builder = await builderAt(join(folder, 'builder'), base)
  const build = (name: string, ...more: readonly string[]) =>
    must('npm', ['run', 'image', '--', '--builder', builder, '--tag', name, ...more, '--', ...limits()], {
      cwd: unpacked,
      env: { ...process.env, BUILDAH_ISOLATION: 'chroot' },
    })
  await build(tag, '--base', base)
  await build(other, '--base', 'scratch', '--arch', 'arm64')
  const [{ Size, Config }] = JSON.parse(podman('image', 'inspect', tag)) as [Inspected]
  const { Labels } = Config
  return [
    atMost('megabytes of the image', Math.round(Size / 1e6), mostMb),
    check('its user', Config.User, '1000:1000'),
    check(
      'its version',
      `${Labels['org.opencontainers.image.title']} ${Labels['org.opencontainers.image.version']}`,
      `Twosource ${version}`,
    ),
    ...inside(tag, 'amd64'),
    ...inside(other, 'arm64'),
    ...(await serves('demo', tag, folder, ['node', 'src/twosource.js', 'demo'])),
    ...(await upgrades(tag, folder)),
  ]
}

/** What each container may have: no more than this process, where that is itself in one. */
function limits(): readonly string[] {
  const own = readFileSync('/proc/self/limits', 'utf8')
  return (
    [
      ['nofile', 'Max open files'],
      ['nproc', 'Max processes'],
    ] as const
  ).flatMap(([name, line]) => {
    const most = new RegExp(`^${line} +\\S+ +(\\d+)`, 'm').exec(own)?.[1]
    return most === undefined ? [] : ['--ulimit', `${name}=${most}:${most}`]
  })
}

function inside(image: string, processor: keyof typeof machines): readonly Check[] {
  const mounted = podman('image', 'mount', image).trim()
  try {
    const bill = JSON.parse(readFileSync(join(mounted, 'app/sbom.cdx.json'), 'utf8')) as {
      readonly components: readonly object[]
    }
    const needless = ['root/.npm', 'app/test', 'app/lab', 'app/src/main.ts', 'app/node_modules/zod']
    return [
      check(`${processor}: processor of its Node`, machineOf(join(mounted, 'usr/local/bin/node')), machines[processor]),
      check(
        `${processor}: what makes pictures smaller`,
        existsSync(join(mounted, 'app/node_modules/sharp')) ? 'there' : 'missing',
        'there',
      ),
      check(`${processor}: bill of materials`, bill.components.length > 50 ? 'whole' : bill.components.length, 'whole'),
      check(`${processor}: what is not needed`, needless.filter((name) => existsSync(join(mounted, name))).join(), ''),
    ]
  } finally {
    podman('image', 'unmount', image)
  }
}

function machineOf(file: string): number {
  const head = Buffer.alloc(20)
  readSync(openSync(file, 'r'), head)
  return head.readUInt16LE(18)
}

/** Runs the image with a volume until it is ready, asks what it serves and whether it is healthy, and stops it. */
async function serves(
  what: string,
  image: string,
  folder: string,
  command: readonly string[],
): Promise<readonly Check[]> {
  const port = await freePort()
  const volume = join(folder, what.replaceAll(' ', '-'))
  mkdirSync(volume, { recursive: true })
  chownSync(volume, 1000, 1000)
  const name = `twosource-proof-${process.pid}`
  const machine = ['--network', 'host', ...limits()]
  const given = ['--name', name, '--volume', `${volume}:/data`, '--env', `TWOSOURCE_PORT=${port}`]
  const startedAt = performance.now()
  podman('run', '--detach', ...careful, ...machine, ...given, image, ...command)
  try {
    const page = await until(
      'it answers',
      async () => {
        if (!isRunning(name))
          throw new Error(`The container ended: ${spawnSync('podman', ['logs', name], { encoding: 'utf8' }).stderr}`)
        return fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).catch(() => undefined)
      },
      200,
    )
    const firstMs = Math.round(performance.now() - startedAt)
    const program = programOf(Number(podman('inspect', '--format', '{{.State.Pid}}', name)))
    const user = podman('top', name, 'huser').trim().split('\n').at(-1)
    const healthy = spawnSync('podman', ['healthcheck', 'run', name]).status
    const stoppedAt = performance.now()
    podman('stop', '--time', '20', name)
    const [{ State }] = JSON.parse(podman('inspect', name)) as [{ readonly State: { readonly ExitCode: number } }]
    return [
      check(`${what}: its page`, page.status < 500 ? 'there' : (await page.text()).slice(-300), 'there'),
      { ...atMost(`${what}: ms to its page`, firstMs, 300_000), wanted: 'any', isMet: true },
      check(`${what}: the program it starts`, program, packedProgram),
      check(`${what}: its user`, user ?? '', '1000'),
      check(`${what}: healthy, on a port of its own`, healthy ?? -1, 0),
      check(`${what}: exit code after SIGTERM`, State.ExitCode, 0),
      atMost(`${what}: ms to its end`, Math.round(performance.now() - stoppedAt), mostEndMs),
    ]
  } finally {
    spawnSync('podman', ['rm', '--force', '--time', '0', name])
  }
}

/** A volume of the schema before this one, with a text in it. */
async function upgrades(image: string, folder: string): Promise<readonly Check[]> {
  const what = 'volume of the version before'
  const data = join(folder, what.replaceAll(' ', '-'))
  mkdirSync(data)
  const place = { url: join(data, 'twosource.db') }
  await stepTo(place, migrations.at(-2)?.version ?? 0)
  const at = '2026-03-12T12:00:00.000Z'
  await ask(
    place,
    `insert into document (id, article_id, language, title, text, blocks, published_at, article, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ['d1', 'a1', 'en', 'A bridge opens', 'The bridge opened on Monday.', '[]', at, '{}', at],
  )
  const texts = () => ask(place, 'select * from document order by 1').then((rows) => JSON.stringify(rows))
  const before = await texts()
  await must('chown', ['-R', '1000:1000', data])
  const checks = await serves(what, image, folder, [])
  const [{ version: now } = {}] = await ask(place, 'select max(version) as version from schema_version')
  return [
    ...checks,
    check(`${what}: its schema afterwards`, Number(now), migrations.at(-1)?.version ?? 0),
    check(`${what}: its texts afterwards`, (await texts()) === before ? 'the same' : 'changed', 'the same'),
  ]
}

type Inspected = {
  readonly Size: number
  readonly Config: { readonly User: string; readonly Labels: Readonly<Record<string, string>> }
}

function podman(...words: readonly string[]): string {
  return execFileSync('podman', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: root })
}

function isRunning(name: string): boolean {
  return podman('inspect', '--format', '{{.State.Running}}', name).trim() === 'true'
}

function isHere(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

function check<T extends number | string>(what: string, measured: T, wanted: T): Check {
  return { what, measured, wanted: String(wanted), isMet: measured === wanted }
}

function atMost(what: string, measured: number, limit: number): Check {
  return { what, measured, wanted: `<= ${limit}`, isMet: measured <= limit }
}
