import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandGroups } from '../../src/app/commands/commands.ts'
import { manualPage } from '../../src/cli/manual.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { closureOf, type LockFile, lockedPackages, readLockFile } from './locked-packages.ts'
import { packProgram } from './pack-program.ts'
import { writeClient } from './write-client.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
type Manifest = Readonly<Record<string, unknown>> & {
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

/** What the packed program reads from files of `src`: the demo, and tables of words. Code is in the program, and so is what pages load. */
const read = [
  'src/app/demo/{edition,icons,pictures}/**/*',
  'src/**/*.bin',
  'src/ask/wordnet-synonyms.txt',
  'src/story/related/freedict*.{md,txt}',
  'src/twosource.js',
  'src/app/launch/{launch,find-node,node-needs}.js',
  'extension/**/*',
]
const told = ['CHANGELOG.md', 'LICENSE', 'NOTICE.md', 'SECURITY.md']
/** What the client's types are made of. */
const typedWith = ['zod']

/**
 * Writes a folder that is the package: the program and the client for programs with its types. `npm pack FOLDER` packs it.
 * @param repository where its source is, as `https://…`: registries show it, and check that a release was made there
 */
export async function writePackage(folder: string, repository?: string): Promise<void> {
  await writeProgram(folder, repository)
  writeClient(folder)
  writeFileSync(join(folder, 'dist/twosource.1'), manualPage(commandGroups, readLockFile().version))
  cpSync(join(root, 'deploy/release/package-readme.md'), join(folder, 'README.md'))
  openToAll(folder)
}

/**
 * Writes a folder that runs: the packed program with the files it reads, its licenses and what it's made of. Nothing has to be built or
 * fetched for it but a Node, and what makes pictures smaller.
 */
export async function writeProgram(folder: string, repository?: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const lock = readLockFile()
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestOf(own, lock, repository), null, 2)}\n`)
  writeFileSync(join(folder, 'sbom.cdx.json'), billOfMaterials(lock))
  writeFileSync(join(folder, 'LIBRARIES.txt'), licenses(own, lock))
  for (const file of [...told, ...globSync(read, { cwd: root })]) {
    if (!statSync(join(root, file)).isFile() || /\.(?:test|d)\.ts$|tsconfig\.json$/.test(file)) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  await packProgram(join(folder, 'dist/program'))
  openToAll(folder)
}

/** Anybody may read it and run its command, whatever the clone and this process allow: rights go into the archive, and into an image. */
function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() || entry.name === 'twosource.js' ? 0o755 : 0o644)
}

/** The manifest of the package: what it is, what starts it, and what is installed with it, in the versions it was tested with. */
export function manifestOf(own: Manifest, lock: LockFile, repository?: string) {
  const { name, version, description, keywords, license, type, engines, bin, man, exports } = own
  const locked = (names: readonly string[]) =>
    Object.fromEntries(names.map((each) => [each, lock.packages[`node_modules/${each}`]?.version ?? '']))
  return {
    ...{ name, version, description, keywords, license },
    ...(repository !== undefined && { repository: { type: 'git', url: `git+${repository}.git` } }),
    ...{ type, engines, bin, man, exports },
    dependencies: locked(typedWith),
    optionalDependencies: locked(Object.keys(own.optionalDependencies)),
  }
}

/** The licenses of the libraries that are packed into the program, each with its text as its package has it. */
function licenses(own: Manifest, lock: LockFile): string {
  const packed = closureOf(lock, Object.keys(own.dependencies))
  const parts = lockedPackages(lock)
    .filter(({ place }) => packed.has(place))
    .map(({ place, name, version, license }) => `${name} ${version}: ${license}\n\n${licenseText(join(root, place))}`)
  return `Libraries that are packed into Twosource, under their own licenses.\n\n${parts.join(`\n\n${'─'.repeat(80)}\n\n`)}\n`
}

function licenseText(folder: string): string {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    : []
  const texts = files.toSorted().map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : 'Its package has no text of its license.'
}

/** Packs the folder as npm does, into another one, and gives the path of the archive. */
export function packFolder(folder: string, into: string): string {
  const said = execFileSync('npm', ['pack', folder, '--pack-destination', into, '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [packed] = JSON.parse(said) as readonly { readonly filename: string }[]
  return join(into, packed?.filename ?? '')
}
