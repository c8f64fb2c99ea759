import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Why tests with Newsboat are left out; false where it is there. */
export const noNewsboat = existsSync('/usr/bin/newsboat') ? false : 'Newsboat is not here: apt-get install newsboat'
/** A key is tried so often at most; it arrives as soon as the screen is ready for it. */
const mostTries = 100

/** Newsboat with these arguments, on a screen of its own. */
export function onScreen(given: readonly string[]): ChildProcess {
  return spawn('script', ['-qfec', ['newsboat', ...given].join(' '), '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', COLUMNS: '120', LINES: '40' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

/** The first time a screen is drawn it is drawn whole; later only what is otherwise. */
export async function untilShown(screen: ChildProcess, pattern: RegExp): Promise<void> {
  let shown = ''
  screen.stdout!.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  await until(() => pattern.test(shown), `the screen shows ${pattern}`)
}

/** Presses keys. */
export function type(screen: ChildProcess, keys: string): void {
  screen.stdin!.write(keys)
}

/** Waits until something holds, not without end. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await holds()) return
    await setTimeout(100)
  }
  assert.fail(`It does not come about that ${what}`)
}
