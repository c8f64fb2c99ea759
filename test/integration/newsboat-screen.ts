import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { until } from '../until.ts'

/** Why tests with Newsboat are left out; false where it is there. */
export const noNewsboat = existsSync('/usr/bin/newsboat') ? false : 'Newsboat is not here: apt-get install newsboat'

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
  await until(`the screen shows ${pattern}`, () => pattern.test(shown))
}

/** Presses keys. */
export function type(screen: ChildProcess, keys: string): void {
  screen.stdin!.write(keys)
}

/** Quits it by these keys and waits until it is gone: while one has a folder, another refuses to begin there. */
export async function quit(screen: ChildProcess, keys: string): Promise<void> {
  type(screen, keys)
  await until('Newsboat is gone', () => screen.exitCode !== null)
}
