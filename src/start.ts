import { brief } from './brief-command.ts'
import { account } from './cli/account.ts'
import { add } from './cli/add.ts'
import { arrange } from './cli/arrange.ts'
import { ask } from './cli/ask.ts'
import type { CliApp } from './cli/command.ts'
import { doctor } from './cli/doctor.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { label } from './cli/label.ts'
import { refresh } from './cli/refresh.ts'
import { runCli } from './cli/run-cli.ts'
import { search } from './cli/search.ts'
import { analyze, extract, parse } from './cli/stations.ts'
import { story } from './cli/story.ts'
import { readConfig } from './config.ts'
import { createContext, createLog } from './context.ts'
import { demo } from './demo.ts'
import { mcp } from './mcp-command.ts'
import { serve } from './serve.ts'
import { worker } from './worker-command.ts'

const commands = [
  serve,
  worker,
  demo,
  add,
  importCommand,
  refresh,
  story,
  brief,
  ask,
  arrange,
  search,
  label,
  exportCommand,
  account,
  mcp,
  doctor,
  parse,
  extract,
  analyze,
]

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

/** Runs the command that was asked for, and sets the exit code of the process. */
export async function start(): Promise<void> {
  // Whoever reads our output may stop reading: `twosource story | head` is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })

  try {
    process.exitCode = await runCli(process.argv.slice(2), commands, open, { out: process.stdout, err: process.stderr })
  } catch (error) {
    const isOurs = error instanceof Error && ['ConfigError', 'StoreFullError', 'StoreError'].includes(error.name)
    process.stderr.write(
      `${isOurs ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
