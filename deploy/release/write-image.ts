import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closureOf, type LockFile, readLockFile } from './locked-packages.ts'
import { writeProgram } from './write-package.ts'

/** What an image calls a processor, and what npm and Node do. */
const processors: Readonly<Record<string, string>> = { amd64: 'x64', arm64: 'arm64' }

/**
 * Writes what an image holds besides its base into a folder: `app`, the program with what makes pictures smaller; `node`, which runs it;
 * and `data`, empty. Both come by npm, in the versions of the lock file, for the processor the image is for.
 */
async function writeImage(folder: string, processor: string): Promise<void> {
  const app = join(folder, 'app')
  await writeProgram(app)
  const { dependencies: _, ...manifest } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))
  const write = (name: string, value: unknown) => writeFileSync(join(app, name), `${JSON.stringify(value, null, 2)}\n`)
  write('package.json', manifest)
  write('package-lock.json', lockOf(readLockFile(), manifest))
  const its = ['--os=linux', `--cpu=${processor}`]
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...its], { cwd: app, stdio: 'inherit' })
  const packaged = join(app, 'node_modules', `node-linux-${processor}`)
  cpSync(join(packaged, 'bin/node'), join(folder, 'node'))
  chmodSync(join(folder, 'node'), 0o755)
  for (const needless of [packaged, join(app, 'node_modules/.bin'), join(app, 'package-lock.json')])
    rmSync(needless, { recursive: true, force: true })
  mkdirSync(join(folder, 'data'), { recursive: true })
}

/** The part of the lock file that a manifest needs. */
function lockOf({ packages }: LockFile, manifest: { readonly name: string; readonly optionalDependencies: object }) {
  const { name, optionalDependencies } = manifest
  const its = closureOf({ version: '', packages }, Object.keys(optionalDependencies))
  const kept = Object.entries(packages).filter(([place]) => its.has(place))
  return {
    name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name, optionalDependencies }, ...Object.fromEntries(kept) },
  }
}

const [, , folder = '/image'] = process.argv
const processor = processors[process.env.TARGETARCH || (process.arch === 'x64' ? 'amd64' : process.arch)]
if (processor === undefined)
  throw new Error(`There is no image for ${process.env.TARGETARCH}: ${Object.keys(processors).join(' or ')}.`)
await writeImage(folder, processor)
