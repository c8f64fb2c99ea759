import type { OperationContext } from '../operations/operation.ts'
import type { Terminal } from './terminal.ts'

/** What a command works with once the store is open. */
export type CliApp = {
  readonly operations: OperationContext
  /** Where the server is reachable, according to the settings. */
  readonly address: string
  /** One pass over everything due: polls, articles, stories. */
  readonly runOnce: (onStage: (stage: 'polling' | 'reading' | 'telling') => void) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type Call = {
  readonly args: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly terminal: Terminal
  /** Opens the store; commands that don't need it never call this. */
  readonly open: () => Promise<CliApp>
}

/** An option of a command and its help text; `takes` names its value. */
export type CommandOption =
  | { readonly type: 'boolean'; readonly means: string }
  | { readonly type: 'string'; readonly takes: string; readonly means: string }

/** One command of the command line. `run` returns the exit code. */
export type Command = {
  readonly name: string
  readonly usage: string
  /** One line without a full stop, for the list of commands. */
  readonly summary: string
  /** What else somebody needs to know to use it, in whole sentences. */
  readonly details?: string
  readonly options?: Readonly<Record<string, CommandOption>>
  readonly run: (call: Call) => Promise<ExitCode>
}

/** Commands that are listed together, under a heading. */
export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] }

export const exitCodes = { ok: 0, failed: 1, usage: 2, notFound: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A command called the wrong way. The message explains the right way. */
export class UsageError extends Error {
  override name = 'UsageError'
}
