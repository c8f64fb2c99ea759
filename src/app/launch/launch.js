// @ts-check
// Plain JavaScript of a few years ago, so that an old Node can run it: it only looks for a newer one.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findNode } from './find-node.js'
import { oldestNode, productFlags } from './node-needs.js'

/** These signals are passed on when they are sent to the launcher alone. */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/**
 * Options of Node for each program that needs more than the defaults. Every start of ours uses this list.
 * @type {Readonly<Record<string, readonly string[] | undefined>>}
 */
const flagsOf = {
  'src/main.ts': [...productFlags, '--import', new URL('./keep-compiled.js', import.meta.url).href],
  'dist/program/main.js': productFlags,
  'lab/bench/main.ts': productFlags.slice(0, 1),
}

/**
 * Runs one of our programs with a Node that's new enough: same arguments, same terminal, same exit code. The program replaces this process
 * where Node can do that (`process.execve`, from 22.15 on); otherwise this one waits for it and passes signals on.
 * @param {string} program file, from the project's folder
 * @param {readonly string[]} args
 */
export function launch(program, args) {
  const node = findNode(fileURLToPath(import.meta.url))
  if (node === undefined) {
    process.stderr.write(
      `Twosource needs Node ${oldestNode} or newer, and found only ${process.versions.node}. Install a newer Node, or run "npm ci" on Linux (x64 or arm64) without --omit=optional, which brings one.\n`,
    )
    process.exit(1)
  }
  const given = [...(flagsOf[program] || []), fileURLToPath(new URL(`../../../${program}`, import.meta.url)), ...args]
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
