import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { must } from './run-program.ts'

/** A Debian 13 of its own in a folder, entered by chroot. */
export type DebianSystem = {
  readonly root: string
  /** Runs a command in it as root and answers what it printed; throws with its last words where it fails. */
  inside(...words: readonly string[]): Promise<string>
  /** Installs packages, by their names or files in it, and only what they need. */
  install(...packages: readonly string[]): Promise<void>
  /** Lets it use a folder of this machine until it is closed. */
  lend(folder: string, place: string): void
  close(): void
}

/** Why there can be none here; undefined where there can. */
export function whyNoDebian(): string | undefined {
  if (process.getuid?.() === 0 && existsSync('/usr/sbin/debootstrap')) return undefined
  return 'not run: needs root and debootstrap (apt-get install debootstrap)'
}

/** Puts the files of the smallest Debian 13 into a folder that is not there yet. */
export async function writeDebian(root: string): Promise<void> {
  await must('debootstrap', ['--variant=minbase', 'trixie', root])
}

/** The settings every command in a system gets, and no others. */
export const debianSettings = {
  DEBIAN_FRONTEND: 'noninteractive',
  HOME: '/root',
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
} as const

/** Makes the smallest Debian 13 in a folder that is not there yet, and lets it reach what this machine reaches. */
export async function openDebian(root: string): Promise<DebianSystem> {
  await writeDebian(root)
  // How this machine reaches the mirror; its own sources and pinned versions are not for a new one.
  for (const part of ['/etc/apt/apt.conf.d', '/etc/resolv.conf', '/etc/hosts'])
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true, dereference: true })
  const mounted: string[] = []
  const mount = (place: string, ...words: readonly string[]) => {
    execFileSync('mount', [...words, join(root, place)])
    mounted.push(join(root, place))
  }
  mount('proc', '-t', 'proc', 'proc')
  const environment = Object.entries(debianSettings).map(([name, value]) => `${name}=${value}`)
  const inside = (...words: readonly string[]) => must('chroot', [root, 'env', '-i', ...environment, ...words])
  // It's thrown away: nothing has to outlive a power cut.
  const install = ['apt-get', 'install', '-y', '-q', '-o', 'Dpkg::Options::=--force-unsafe-io']
  return {
    root,
    inside,
    install: async (...packages) => void (await inside(...install, '--no-install-recommends', ...packages)),
    lend(folder, place) {
      mkdirSync(join(root, place), { recursive: true })
      mount(place, '--bind', folder)
    },
    close() {
      for (const place of mounted.toReversed()) execFileSync('umount', [place])
    },
  }
}

/** The file of a system with the certificates that it trusts. */
export const certificates = 'etc/ssl/certs/ca-certificates.crt'

/** Has a system trust what this machine trusts, where its registry has a certificate of its own. */
export function trustAsHere(root: string): void {
  if (!existsSync(`/${certificates}`)) return
  mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true })
  cpSync(`/${certificates}`, join(root, certificates), { dereference: true })
}
