import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readCommandLine, refuse } from './read-command-line.ts'
import { packagesOf, wantedPrograms } from './wanted-programs.ts'

const HELP = `Usage: npm run setup
Installs from Debian what the tests want and what is missing: PostgreSQL 17, Chromium, Newsboat and others. Needs root.`

readCommandLine(HELP, {})

const missing = () => wantedPrograms.filter((program) => !program.isThere())
const packages = packagesOf(missing())
if (packages.length === 0) console.log('Everything the tests want is installed.')
else {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    refuse(
      `Only root on Debian can install these here: ${packages.join(' ')}. Without them "npm test" skips what needs them.`,
      HELP,
    )
  console.log(`Installing from Debian: ${packages.join(' ')} …`)
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', ...packages)
  const left = missing()
  if (left.length > 0) {
    console.error(`Could not install ${left.map(({ name }) => name).join(', ')}. What apt-get said is above.`)
    process.exitCode = 1
  }
}

function apt(...args: readonly string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['-o', 'Acquire::http::Timeout=20', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
