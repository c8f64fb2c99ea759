import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { billOfMaterials } from '../../deploy/release/bill-of-materials.ts'
import { type LockedPackage, lockedPackages, readLockFile } from '../../deploy/release/locked-packages.ts'
import type { WrittenArchive } from '../../deploy/release/write-archive.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** May be distributed with a work under AGPL-3.0-or-later; what stands after OR is a choice. */
const allowedLicenses =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|PSF-2\.0|\(AFL-2\.1 OR BSD-3-Clause\)|\(MIT OR CC0-1\.0\)|BlueOak-1\.0\.0|(?:Apache-2\.0 AND )?LGPL-3\.0-or-later(?: AND MIT)?)$/

/**
 * What is installed with the product: few packages, each with a reason, a hash and a license that may go with ours, none that
 * runs anything at install; and an archive of a release that anybody makes again to the byte, and that runs.
 */
export const prove: Proof = async () => {
  const lock = readLockFile()
  const packages = lockedPackages(lock)
  const folder = mkdtempSync(join(tmpdir(), 'twosource-supply-'))
  try {
    return {
      name: 'supply',
      checks: [...packageChecks(packages), ...billChecks(packages), ...(await releaseChecks(folder))],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function packageChecks(packages: readonly LockedPackage[]): readonly Check[] {
  const direct = packages.filter(({ isDirect }) => isDirect)
  const reasons = read('docs/decisions/0003-dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const own = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']
  const installed = JSON.parse(read('node_modules/.package-lock.json')) as ReturnType<typeof readLockFile>
  const otherThanLocked = packages.filter(({ place, integrity }) => {
    const there = installed.packages[place]
    return there !== undefined && there.integrity !== integrity
  })
  return [
    most('direct packages', direct.length, 40),
    most('packages in all', packages.length, 150),
    none(
      'direct packages without a reason in docs/decisions',
      direct.filter(
        ({ name }) =>
          !reasons.some((line) =>
            line
              .split('|')[1]
              ?.split(', ')
              .some((one) => one.trim() === name),
          ),
      ),
      direct.length,
    ),
    none(
      'packages without a SHA-512 in the lock',
      packages.filter(({ integrity }) => !integrity.startsWith('sha512-')),
      packages.length,
    ),
    none('installed packages other than locked', otherThanLocked, packages.length),
    none(
      'packages that run something at install',
      packages.filter(({ hasInstallScript }) => hasInstallScript),
      packages.length,
    ),
    none(
      'licenses that may not go with ours',
      packages.filter(({ license }) => !allowedLicenses.test(license)),
      packages.length,
    ),
    none(
      'things we run at install ourselves',
      atInstall.filter((name) => name in own.scripts).map((name) => ({ name })),
      atInstall.length,
    ),
    none(
      'addresses of a registry in the lock',
      read('package-lock.json').includes('"resolved"') ? [{ name: 'resolved' }] : [],
      1,
    ),
  ]
}

function billChecks(packages: readonly LockedPackage[]): readonly Check[] {
  const bill = JSON.parse(billOfMaterials(readLockFile())) as {
    readonly components: readonly {
      readonly 'bom-ref': string
      readonly hashes: readonly { readonly content: string }[]
    }[]
    readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
  }
  const product = bill.dependencies[0]?.ref ?? ''
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const reached = new Set<string>()
  const waiting = [product]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
    for (const next of needs.get(one) ?? [])
      if (!reached.has(next)) {
        reached.add(next)
        waiting.push(next)
      }
  const references = new Set(bill.components.map((component) => component['bom-ref']))
  return [
    none(
      'packages that the bill of materials (CycloneDX 1.6) leaves out, or that nothing of it leads to',
      packages.filter(({ name, version }) => {
        const reference = `pkg:npm/${name.replace('@', '%40')}@${version}`
        return !references.has(reference) || !reached.has(reference)
      }),
      packages.length,
    ),
  ]
}

/** The last commit is cloned to two places, an archive is written in each at its own time, and one is installed and started. */
async function releaseChecks(folder: string): Promise<readonly Check[]> {
  const archives: WrittenArchive[] = []
  for (const place of ['here', 'some/where/else']) {
    const clone = join(folder, place)
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone])
    const out = execFileSync(
      process.execPath,
      ['-e', "import('./deploy/release/write-archive.ts').then(m => console.log(JSON.stringify(m.writeArchive('.'))))"],
      { cwd: clone, encoding: 'utf8', env: { ...process.env, TZ: place === 'here' ? 'UTC' : 'Asia/Tokyo' } },
    )
    archives.push({
      ...(JSON.parse(out) as WrittenArchive),
      path: join(clone, (JSON.parse(out) as WrittenArchive).path),
    })
  }
  const [first, second] = archives as [WrittenArchive, WrittenArchive]
  return [
    {
      what: 'archives of one commit, made in two places and time zones',
      measured:
        first.sha256 === second.sha256 ? `equal (${first.sha256.slice(0, 12)}…, ${first.bytes} bytes)` : 'different',
      wanted: 'equal',
      isMet: first.sha256 === second.sha256,
    },
    await answersFrom(first.path, join(folder, 'installed')),
  ]
}

/** The release as somebody gets it: unpacked, installed without what development needs, started, asked for a page. */
async function answersFrom(archive: string, folder: string): Promise<Check> {
  mkdirSync(folder)
  execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=1'])
  execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'ignore',
  })
  const env = { ...process.env, TWOSOURCE_PORT: '0', TWOSOURCE_DATA: join(folder, 'data') }
  const child = spawn('npm', ['start', '--', 'serve', '--json', '--only-me'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  try {
    const url = await addressIn(child.stdout)
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) })
    const isPage = answer.ok && (await answer.text()).includes('<main')
    return {
      what: 'first page of the unpacked release',
      measured: isPage ? 'there' : answer.status,
      wanted: 'there',
      isMet: isPage,
    }
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await new Promise((settle) => child.once('close', settle))
  }
}

async function addressIn(output: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const part of output) {
    text += part.toString()
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0]
    if (url) return url
  }
  throw new Error(`The release did not start: ${text}`)
}

function none(what: string, found: readonly { readonly name: string }[], cases: number): Check {
  const names = found
    .map(({ name }) => name)
    .slice(0, 5)
    .join(', ')
  return { what, measured: names || 0, wanted: '0', isMet: found.length === 0, cases, failures: found.length }
}

function most(what: string, measured: number, limit: number): Check {
  return { what, measured, wanted: `at most ${limit}`, isMet: measured <= limit }
}
