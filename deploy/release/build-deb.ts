import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { commandGroups } from '../../src/app/commands/commands.ts'
import { version } from '../../src/app/version.ts'
import { completionScript } from '../../src/cli/completion.ts'
import { manualPage } from '../../src/cli/manual.ts'
import { readCommandLine } from '../../test/read-command-line.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { readLockFile } from './locked-packages.ts'
import { packProgram } from './pack-program.ts'

const HELP = `Usage: npm run deb -- [--out FOLDER]
Makes the Debian package for this machine's processor. Needs debhelper (apt-get install debhelper).

  --out FOLDER   where to (dist)`

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = 'usr/lib/twosource'
/** What makes pictures smaller is installed where npm has it for this processor. */
const optional = 'sharp'
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

export type BuiltDeb = { readonly path: string; readonly bytes: number; readonly installedKilobytes: number }

/**
 * Builds `twosource_VERSION_ARCHITECTURE.deb` into a folder: the packed program, the Node that npm installed for this processor, and what
 * Debian needs to run it as a service (`deploy/debian`, by debhelper). Its times are that of the last commit.
 */
export async function buildDeb(folder: string): Promise<BuiltDeb> {
  const missing = whyNoDeb()
  if (missing !== undefined) throw new Error(missing)
  const architecture = architectures[process.arch]
  const node = packagedNode()
  const aside = mkdtempSync(join(tmpdir(), 'twosource-deb-'))
  try {
    const source = join(aside, 'source')
    cpSync(join(root, 'deploy/debian'), join(source, 'debian'), { recursive: true })
    cpSync(join(root, 'deploy/twosource.service'), join(source, 'debian/twosource.service'))
    writeFileSync(join(source, 'debian/changelog'), changelog())
    await layTree(join(source, 'tree'), node)
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(committedAt().getTime() / 1000) }
    execFileSync('debian/rules', ['binary'], { cwd: source, env, stdio: ['ignore', 'ignore', 'inherit'] })
    const name = `twosource_${debianVersion(version)}_${architecture}.deb`
    mkdirSync(folder, { recursive: true })
    const path = join(folder, name)
    cpSync(join(aside, name), path)
    const installed = execFileSync('dpkg-deb', ['--field', path, 'Installed-Size'], { encoding: 'utf8' })
    return { path, bytes: statSync(path).size, installedKilobytes: Number(installed) }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** Why no package can be built on this machine; undefined if it can. */
export function whyNoDeb(): string | undefined {
  if (architectures[process.arch] === undefined || !existsSync(packagedNode()))
    return `There is no package of Node for this processor (${process.arch}): run npm ci on Linux, x64 or arm64.`
  return existsSync('/usr/bin/dh')
    ? undefined
    : 'debhelper is not installed: apt-get install debhelper (Debian, as root).'
}

function packagedNode(): string {
  return join(root, 'node_modules', `node-linux-${process.arch}`)
}

function tell({ path, bytes, installedKilobytes }: BuiltDeb): void {
  const megabytes = (count: number) => `${(count / 2 ** 20).toFixed(1)} MB`
  console.log(`${path}: ${megabytes(bytes)}, ${megabytes(installedKilobytes * 1024)} installed`)
}

/** The files of the package as they will be on the machine, less what debhelper adds. */
async function layTree(tree: string, node: string): Promise<void> {
  const place = join(tree, home)
  const lay = (from: string, to: string) => cpSync(join(root, from), join(tree, to), { recursive: true })
  await packProgram()
  lay('dist/program', join(home, 'dist/program'))
  lay('package.json', join(home, 'package.json'))
  lay('extension', join(home, 'extension'))
  // The program itself is packed, and so are the files its pages load; tables and the demo are read from where they are.
  cpSync(join(root, 'src'), join(place, 'src'), {
    recursive: true,
    filter: (path) => !/\.(?:test\.)?ts$|\.md$|\/src\/web$/.test(path),
  })
  cpSync(join(node, 'bin/node'), join(place, 'node_modules', basename(node), 'bin/node'))
  for (const file of ['package.json', 'LICENSE'])
    cpSync(join(node, file), join(place, 'node_modules', basename(node), file))
  symlinkSync(join('node_modules', basename(node), 'bin/node'), join(place, 'node'))
  for (const name of needsOf(optional)) lay(`node_modules/${name}`, join(home, 'node_modules', name))

  lay('deploy/debian/twosource.sh', 'usr/bin/twosource')
  execFileSync('chmod', ['755', join(tree, 'usr/bin/twosource')])
  for (const file of ['LICENSE', 'NOTICE.md', 'SECURITY.md']) lay(file, join('usr/share/doc/twosource', file))
  const commands = commandGroups.flatMap((group) => group.commands)
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  write('usr/share/doc/twosource/sbom.cdx.json', billOfMaterials(readLockFile()))
  write('usr/share/man/man1/twosource.1', manualPage(commandGroups, version))
  write('usr/share/bash-completion/completions/twosource', completionScript('bash', commands))
  write('usr/share/zsh/vendor-completions/_twosource', completionScript('zsh', commands))
  write('usr/share/fish/vendor_completions.d/twosource.fish', completionScript('fish', commands))
}

/** An installed package and what it needs that is installed too, by name; nothing for another C library than Debian's, which npm may add. */
function needsOf(name: string, found = new Set<string>()): ReadonlySet<string> {
  const manifest = join(root, 'node_modules', name, 'package.json')
  if (found.has(name) || !existsSync(manifest)) return found
  const { dependencies = {}, optionalDependencies = {}, libc = ['glibc'] } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (!libc.includes('glibc')) return found
  found.add(name)
  for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) needsOf(each, found)
  return found
}

/** A version as Debian orders them: 1.0.0~rc.1 comes before 1.0.0. */
export function debianVersion(of: string): string {
  return `${of.replace('-', '~')}-1`
}

function changelog(): string {
  const at = committedAt().toUTCString().replace('GMT', '+0000')
  return `twosource (${debianVersion(version)}) stable; urgency=medium

  * Version ${version}: what changed is in CHANGELOG.md of its source.

 -- Twosource maintainers <maintainers@twosource.invalid>  ${at}
`
}

/** The time of the last commit: what is built from it carries no other. */
function committedAt(): Date {
  return new Date(execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' }).trim())
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = readCommandLine(HELP, { out: { type: 'string', default: 'dist' } })
  tell(await buildDeb(values.out))
}
