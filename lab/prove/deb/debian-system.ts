import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const longestMs = 15 * 60_000

/** A Debian 13 of its own in a folder, entered by chroot. */
export type DebianSystem = {
  readonly root: string
  /** Runs a command in it as root and answers what it printed; throws with its last words where it fails. */
  inside(...words: readonly string[]): Promise<string>
  close(): void
}

/** Why there can be none here; undefined where there can. */
export function whyNoDebian(): string | undefined {
  if (process.getuid?.() === 0 && existsSync('/usr/sbin/debootstrap')) return undefined
  return 'not run: needs root and debootstrap (apt-get install debootstrap)'
}

/** Installs the smallest Debian 13 into a folder that is not there yet. */
export async function openDebian(root: string): Promise<DebianSystem> {
  await run('debootstrap', ['--variant=minbase', 'trixie', root])
  // How this machine reaches the mirror; its own sources and pinned versions are not for a new one.
  for (const part of ['/etc/apt/apt.conf.d', '/etc/resolv.conf', '/etc/hosts'])
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true, dereference: true })
  execFileSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')])
  return {
    root,
    inside: (...words) => run('chroot', [root, 'env', '-i', ...environment, ...words]),
    close: () => void execFileSync('umount', [join(root, 'proc')]),
  }
}

const environment = ['DEBIAN_FRONTEND=noninteractive', 'HOME=/root', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin']

async function run(command: string, words: readonly string[]): Promise<string> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMs })
  let [said, printed] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const status = await new Promise<number>((settle) => {
    child.once('error', () => settle(127))
    child.once('close', (code) => settle(code ?? 1))
  })
  if (status !== 0)
    throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${(printed + said).slice(-800)}`)
  return printed
}
