import type { OperationContext } from '../operations/operation.ts'
import type { Terminal } from './terminal.ts'

/** What a command works with once the store is open. */
export type CliApp = {
  readonly operations: OperationContext
  /** Where the server is reached, as far as the settings tell. */
  readonly address: string
  /** One pass over everything due: polls, articles, stories. */
  readonly runOnce: (onStage: (stage: 'polling' | 'reading' | 'telling') => void) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type Call = {
  readonly args: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly terminal: Terminal
  /** Opens the store; commands that need none never call it. */
  readonly open: () => Promise<CliApp>
}

/** An option of a command and what the help says of it; `takes` is what stands behind it. */
export type CommandOption =
  | { readonly type: 'boolean'; readonly means: string }
  | { readonly type: 'string'; readonly takes: string; readonly means: string }

/** One command of the command line. `run` answers with the exit code. */
export type Command = {
  readonly name: string
  /** The arguments as the help shows them: `<file>`. */
  readonly usage: string
  readonly summary: string
  readonly options?: Readonly<Record<string, CommandOption>>
  readonly run: (call: Call) => Promise<ExitCode>
}

export const exitCodes = { ok: 0, failed: 1, usage: 2, notFound: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A command called the wrong way. The message says how it is called. */
export class UsageError extends Error {
  override name = 'UsageError'
}
