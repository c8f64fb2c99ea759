// @ts-check
// Plain JavaScript of a few years ago, so that an old Node can run it: it only looks for a newer one.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './find-node.js'
import { heapGrowthFlag, oldestNode, productFlags } from './node-needs.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const written = 'src/main.ts'
const packed = 'dist/program/main.js'

/** These signals are passed on when they are sent to the launcher alone. */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/**
 * Options of Node for each program that needs more than the defaults. Every start of ours uses this list.
 * @type {Readonly<Record<string, readonly string[] | undefined>>}
 */
const flagsOf = {
  [written]: [...productFlags, '--import', new URL('./keep-compiled.js', import.meta.url).href],
  [packed]: productFlags,
  // With heaps that grow as the product's (main.ts): otherwise a poll collects garbage four times as often as there.
  'lab/bench/main.ts': [...productFlags, heapGrowthFlag],
}

/**
 * Runs one of our programs with a Node that's new enough: same arguments, same terminal, same exit code. The program replaces this process
 * where Node can do that (`process.execve`, from 22.15 on); otherwise this one waits for it and passes signals on.
 * @param {string} asked file, from the project's folder; of the product the packed program is run, where it's there and not out of date
 * @param {readonly string[]} args
 */
export function launch(asked, args) {
  const program = programFor(asked)
  const node = findNode(fileURLToPath(import.meta.url))
  if (node === undefined) {
    process.stderr.write(
      `Twosource needs Node ${oldestNode} or newer, and found only ${process.versions.node}. Install a newer Node, or run "npm ci" on Linux (x64 or arm64) without --omit=optional, which brings one.\n`,
    )
    process.exit(1)
  }
  const given = [...(flagsOf[program] || []), join(root, program), ...args]
  if (process.execve) process.execve(node, [node, ...given], process.env)
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  // Before the child exists: a signal in between would leave it running alone.
  for (const signal of passedOn) process.on(signal, () => child?.kill(/** @type {NodeJS.Signals} */ (signal)))
  child = spawn(node, given, { stdio: 'inherit' })
  child.once('error', ({ message }) => {
    process.stderr.write(`Twosource could not start ${node}: ${message}\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code || 0)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/**
 * The file that runs when one of our programs is asked for, both from the project's folder.
 * @param {string} asked
 */
export function programFor(asked) {
  return asked === written && isPacked() ? packed : asked
}

/** Packed (`npm run build`) after anything it's made of was written, added or removed, or installed without that. */
function isPacked() {
  if (!existsSync(join(root, packed))) return false
  if (!existsSync(join(root, written))) return true
  const { mtimeMs } = statSync(join(root, packed))
  return !isNewer(join(root, 'package-lock.json'), mtimeMs) && !holdsNewer(join(root, 'src'), mtimeMs)
}

/**
 * @param {string} place
 * @param {number} thanMs
 */
function isNewer(place, thanMs) {
  const found = statSync(place, { throwIfNoEntry: false })
  return found !== undefined && found.mtimeMs > thanMs
}

/**
 * A folder is as new as the last thing that was added to it or removed.
 * @param {string} folder
 * @param {number} thanMs
 * @returns {boolean}
 */
function holdsNewer(folder, thanMs) {
  if (isNewer(folder, thanMs)) return true
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const place = join(folder, entry.name)
    return entry.isDirectory() ? holdsNewer(place, thanMs) : isNewer(place, thanMs)
  })
}

const [, self = '', program, ...args] = process.argv
if (realpathSync(self) === fileURLToPath(import.meta.url)) {
  if (program === undefined) {
    process.stderr.write(
      'Usage: node src/app/launch/launch.js PROGRAM [ARGUMENT…], as in: node src/app/launch/launch.js src/main.ts serve\n',
    )
    process.exit(2)
  }
  launch(program, args)
}
