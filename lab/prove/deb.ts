import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildDeb, debianVersion } from '../../deploy/release/build-deb.ts'
import { version } from '../../src/app/version.ts'
import { freePort } from '../../test/free-port.ts'
import { until } from '../../test/until.ts'
import { runUnit } from './deb/run-unit.ts'
import { type DebianSystem, openDebian, whyNoDebian } from './install/debian-system.ts'
import { packedProgram } from './install/run-program.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

const earlier = '0.0.1-1'
const feed = 'https://feeds.example/harbor.xml'
/** One more than it is now; the smallest that would still be news. */
const mostMegabytes = 45
const worstExposure = 1.5

/**
 * The Debian package as a new machine meets it: built here, looked at by lintian, and in a Debian 13 of its own installed in an earlier
 * version, started as its unit says, filled, brought up to date, removed, and purged without an answer and with one.
 */
export const prove: Proof = async () => {
  const missing = whyNoDebian() ?? (existsSync('/usr/bin/dh') ? undefined : 'not run: needs debhelper')
  if (missing !== undefined) return { name: 'deb', checks: [check('the Debian package', missing, 'built')] }
  const folder = mkdtempSync(join(tmpdir(), 'twosource-prove-deb-'))
  try {
    const { path, bytes, installedKilobytes } = await buildDeb(folder)
    const megabytes = Math.round(bytes / 2 ** 19) / 2
    return {
      name: 'deb',
      checks: [
        check('size of the package, MB', megabytes, `<= ${mostMegabytes}`, megabytes <= mostMegabytes),
        check('size installed, MB', Math.round(installedKilobytes / 1024), 'told', true),
        ...unitChecks(),
        lintianCheck(path),
        ...(await inDebian(path, folder)),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function unitChecks(): readonly Check[] {
  const { error, stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', 'deploy/twosource.service'])
  if (error) return [check('exposure of the unit', 'not run: needs systemd-analyze', `<= ${worstExposure}`)]
  const exposure = Number(/exposure level for .*: ([\d.]+)/.exec(String(stdout))?.[1])
  return [check('exposure of the unit', exposure, `<= ${worstExposure}`, exposure <= worstExposure)]
}

function lintianCheck(path: string): Check {
  const { error, stdout } = spawnSync('lintian', ['--allow-root', path], { encoding: 'utf8' })
  if (error) return check('lintian', 'not run: needs lintian', 'no error')
  const tags = stdout.split('\n').filter((line) => /^[EW]:/.test(line))
  return check('lintian: errors and warnings', tags.join('; ') || 'none', 'none')
}

/** The life of the package in a system of its own; `packed` is the package, `folder` where the system may lie. */
export async function inDebian(packed: string, folder: string): Promise<readonly Check[]> {
  const system = await openDebian(join(folder, 'debian'))
  const { root, inside } = system
  try {
    const at = await freePort()
    const install = async (path: string) => {
      cpSync(path, join(root, 'root', basename(path)))
      await system.install(`/root/${basename(path)}`)
    }
    await inside('apt-get', 'update', '-q')
    await install(earlierOf(packed, folder))
    const installed = await inside('stat', '-c', '%a %U', '/var/lib/twosource', '/var/cache/twosource')
    appendFileSync(join(root, 'etc/default/twosource'), `TWOSOURCE_PORT=${at}\n`)
    const started = await startAndAsk(root, at)

    writeFileSync(join(root, 'tmp/feeds.opml'), `<opml version="2.0"><body><outline xmlUrl="${feed}"/></body></opml>`)
    await inside('twosource', 'import', '/tmp/feeds.opml')
    const owners = await inside('find', '/var/lib/twosource', '!', '-user', 'twosource')
    await install(packed)
    const updated = await startAndAsk(root, at)
    const kept = async () => (await inside('twosource', 'export', 'opml')).includes(feed)
    const afterUpdate = { version: await versionOf(system), feed: await kept(), settings: settingsOf(root, at) }
    const surroundings = await around(system)

    await inside('apt-get', 'remove', '-y', '-q', 'twosource')
    const removed = existsSync(join(root, 'usr/bin/twosource')) || existsSync(join(root, 'usr/lib/twosource'))
    const [dataAfterRemoval, settingsAfterRemoval] = [dataOf(root), settingsOf(root, at)]
    await inside('apt-get', 'purge', '-y', '-q', 'twosource')
    const dataUnasked = dataOf(root)
    await install(packed)
    const again = await kept()
    await inside('sh', '-c', 'echo "twosource twosource/purge-data boolean true" | debconf-set-selections')
    await inside('apt-get', 'purge', '-y', '-q', 'twosource')
    return [
      check('folders of a new installation', installed.trim().replaceAll('\n', ', '), '700 twosource, 700 twosource'),
      check('started as the unit says: the owner’s page', started.page, '200'),
      check('the program it starts', started.program, packedProgram),
      check('ends after SIGTERM with', String(started.end), '0'),
      check('files of the data folder that are not the service’s', owners.trim() || 'none', 'none'),
      check('version after the update', afterUpdate.version, version),
      check('the owner’s page after the update', updated.page, '200'),
      check('the feed after the update', afterUpdate.feed ? 'there' : 'gone', 'there'),
      check('settings after the update', afterUpdate.settings, 'kept'),
      ...surroundings,
      check('the program after removal', removed ? 'there' : 'gone', 'gone'),
      check('data after removal', dataAfterRemoval, 'kept'),
      check('settings after removal', settingsAfterRemoval, 'kept'),
      check('data after a purge with nobody to ask', dataUnasked, 'kept'),
      check('the feed after it was installed again', again ? 'there' : 'gone', 'there'),
      check('data after a purge that was told to delete them', dataOf(root), 'gone'),
      check('settings after a purge', settingsOf(root, at), 'gone'),
    ]
  } finally {
    system.close()
  }
}

/** The same package under an earlier version number. */
function earlierOf(packed: string, folder: string): string {
  const tree = join(folder, 'earlier')
  execFileSync('dpkg-deb', ['--raw-extract', packed, tree])
  const control = join(tree, 'DEBIAN/control')
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${earlier}`))
  const path = join(folder, 'twosource-earlier.deb')
  execFileSync('dpkg-deb', ['--build', '-Znone', tree, path], { stdio: 'ignore' })
  rmSync(tree, { recursive: true })
  return path
}

/** Starts the service, opens the link that it prints, and stops it. */
async function startAndAsk(root: string, port: number) {
  const unit = await runUnit(root)
  try {
    const token = /token=[\w-]+/.exec(unit.said())?.[0]
    const { status } = await fetch(`http://127.0.0.1:${port}/setup?${token}`)
    return { page: String(status), program: unit.program(), end: await unit.stop() }
  } finally {
    await unit.stop()
  }
}

/** What an administrator finds besides the service. */
async function around({ root, inside }: DebianSystem): Promise<readonly Check[]> {
  const manual = await inside('sh', '-c', 'zcat /usr/share/man/man1/twosource.1.gz | head -c 400')
  const completes = await inside(
    'bash',
    '-c',
    'source /usr/share/bash-completion/completions/twosource && complete -p twosource',
  )
  const node = await inside('readlink', '-f', '/usr/lib/twosource/node')
  const others = await inside(
    'setpriv',
    '--reuid=65534',
    '--clear-groups',
    'env',
    'HOME=/tmp',
    'twosource',
    '--version',
  )
  const control = readFileSync(join(root, 'var/lib/dpkg/info/twosource.md5sums'), 'utf8')
  return [
    check('manual page', /^\.TH twosource 1/im.test(manual) ? 'there' : manual.slice(0, 100), 'there'),
    check('completion in bash', completes.trim(), 'complete -o default -F _twosource twosource'),
    check('its own Node', node.trim().endsWith('/bin/node') ? 'there' : node, 'there'),
    check('run by somebody else', others.trim(), version),
    check('the demo, started by somebody else', await demoPage(root), '200'),
    check('files that dpkg can verify', control.split('\n').length > 100 ? 'listed' : 'missing', 'listed'),
  ]
}

/** The demo reads its news from files of the package, and analyzes them with its tables. */
async function demoPage(root: string): Promise<string> {
  const port = await freePort()
  const settings = ['PATH=/usr/bin:/bin', 'HOME=/tmp', `TWOSOURCE_PORT=${port}`]
  const words = ['setpriv', '--reuid=65534', '--clear-groups', 'env', '-i', ...settings, 'twosource', 'demo']
  const child = spawn('chroot', [root, ...words], { stdio: 'ignore' })
  const ended = once(child, 'close')
  try {
    return await until('the demo shows a story', async () => {
      if (child.exitCode !== null) return `it ended with ${child.exitCode}`
      const answer = await fetch(`http://127.0.0.1:${port}/today`).catch(() => undefined)
      return answer && (await answer.text()).includes('href="/stories/') && String(answer.status)
    })
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function versionOf({ inside }: DebianSystem): Promise<string> {
  const debian = await inside('dpkg-query', '--show', '--showformat', '$' + '{Version}', 'twosource')
  const own = (await inside('twosource', '--version')).trim()
  return debian === debianVersion(own) ? own : `${debian} has ${own}`
}

function dataOf(root: string): string {
  const database = join(root, 'var/lib/twosource/twosource.db')
  if (existsSync(database) && statSync(database).size > 0) return 'kept'
  return existsSync(join(root, 'var/lib/twosource')) ? 'half gone' : 'gone'
}

function settingsOf(root: string, port: number): string {
  const file = join(root, 'etc/default/twosource')
  if (!existsSync(file)) return 'gone'
  return readFileSync(file, 'utf8').includes(`TWOSOURCE_PORT=${port}`) ? 'kept' : 'changed'
}

function check(what: string, measured: number | string, wanted: string, isMet = measured === wanted): Check {
  return { what, measured, wanted, isMet }
}
