import type { CliApp, Command } from './cli/command.ts'
import { runCli } from './cli/run-cli.ts'
import { readConfig } from './config.ts'
import { createContext, createLog } from './context.ts'
import { serve } from './serve.ts'

async function open(): Promise<CliApp> {
  const isWatched = process.stderr.isTTY
  const log = createLog(isWatched ? () => {} : (line) => process.stderr.write(line))
  const context = await createContext(readConfig(process.env), log)
  return {
    operations: context.operations,
    runOnce: (onStage) => context.pipeline.runOnce({ onStage }),
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  }
}

/** The commands to choose from. The others are not loaded where the reader itself is started. */
async function commandsFor([name = 'serve']: readonly string[]): Promise<readonly Command[]> {
  const isServe = name === 'serve' || (name.startsWith('--') && name !== '--help')
  return isServe ? [serve] : (await import('./commands.ts')).commands
}

/** Runs the command that was asked for, and sets the exit code of the process. */
export async function start(): Promise<void> {
  // Whoever reads our output may stop reading: `twosource story | head` is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })

  try {
    const argv = process.argv.slice(2)
    process.exitCode = await runCli(argv, await commandsFor(argv), open, { out: process.stdout, err: process.stderr })
  } catch (error) {
    const isOurs =
      error instanceof Error &&
      ['ConfigError', 'StoreFullError', 'StoreError', 'NewerDataError', 'UnfinishedCopyError'].includes(error.name)
    process.stderr.write(
      `${isOurs ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
