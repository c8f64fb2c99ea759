import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCommandLine, refuse } from '../../test/read-command-line.ts'
import { readLockFile } from './locked-packages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tools = ['docker', 'podman'] as const

const HELP = `Usage: npm run image -- [options] [-- options of ${tools.join(' or ')}]
Builds the image with ${tools.join(' or ')}, whichever is here, from this folder: a clone or an unpacked release.

  --base DIR|IMAGE     what it stands on: an image, or the folder of a root file system (debian:trixie-slim)
  --builder DIR|IMAGE  what packs the program, with npm and a Node (node:24-slim)
  --arch NAME          amd64 or arm64 (this machine's)
  --tag NAME           what it's called (twosource:VERSION)
  --source URL         where the source is, for its label`

const { values, positionals } = readCommandLine(HELP, {
  base: { type: 'string' },
  builder: { type: 'string' },
  arch: { type: 'string', default: process.arch === 'arm64' ? 'arm64' : 'amd64' },
  tag: { type: 'string' },
  source: { type: 'string', default: '' },
})
if (!/^(?:amd64|arm64)$/.test(values.arch)) refuse(`There is no image for ${values.arch}: amd64 or arm64.`, HELP)
const tool = tools.find((name) => spawnSync(name, ['--version']).status === 0)
if (tool === undefined) refuse(`Neither ${tools.join(' nor ')} is here.`, HELP)
else {
  const { version } = readLockFile()
  const tag = values.tag ?? `twosource:${version}`
  const inputs = {
    BASE: values.base && imageOf(tool, values.base, 'base'),
    BUILDER: values.builder && imageOf(tool, values.builder, 'builder'),
    VERSION: version,
    REVISION: spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim(),
    SOURCE: values.source,
  }
  const given = Object.entries(inputs).flatMap(([name, value]) => (value ? ['--build-arg', `${name}=${value}`] : []))
  // Only Docker's format has a health check.
  const format = tool === 'podman' ? ['--format', 'docker'] : []
  const command = ['build', '--file', 'deploy/Dockerfile', '--platform', `linux/${values.arch}`, '--tag', tag]
  execFileSync(tool, [...command, ...format, ...given, ...positionals, '.'], { cwd: root, stdio: 'inherit' })
  console.log(tag)
}

/** The name of an image; a folder becomes one first. */
function imageOf(tool: string, given: string, name: string): string {
  if (!existsSync(given) || !statSync(given).isDirectory()) return given
  const image = `localhost/twosource-${name}:${values.arch}`
  const platform = name === 'base' ? ` --arch ${values.arch}` : ''
  const importing =
    tool === 'podman' ? `podman import --quiet${platform}` : `docker import --platform linux/${values.arch}`
  execFileSync(
    'sh',
    ['-c', `tar --create --directory "$1" --one-file-system . | ${importing} - "$2"`, 'sh', given, image],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return image
}
