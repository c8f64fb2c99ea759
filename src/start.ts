import { type Config, readConfig } from './app/config/config.ts'
import { createContext, createLog } from './app/context.ts'
import { serve } from './app/serve/serve.ts'
import { version } from './app/version.ts'
import type { CliApp, CommandGroup } from './cli/command.ts'
import { isServe, runCli } from './cli/run-cli.ts'

async function open(): Promise<CliApp> {
  const isWatched = process.stderr.isTTY
  const log = createLog(isWatched ? () => {} : (line) => process.stderr.write(line))
  const config = readConfig(process.env)
  const context = await createContext(config, log)
  return {
    address: addressOf(config),
    operations: context.operations,
    runOnce: (onStage) => context.pipeline.runOnce({ onStage }),
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  }
}

function addressOf({ TWOSOURCE_BASE_URL: base, TWOSOURCE_HOST: host, TWOSOURCE_PORT: port }: Config): string {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return base ?? `http://${isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The commands to choose from. The others are not loaded where the reader itself is started. */
async function commandsFor(argv: readonly string[]): Promise<readonly CommandGroup[]> {
  if (isServe(argv)) return [{ title: 'Start', commands: [serve] }]
  return (await import('./app/commands/commands.ts')).commandGroups
}

/** Runs the command that was asked for, and sets the exit code of the process. */
export async function start(): Promise<void> {
  const argv = process.argv.slice(2)
  // The reader of the log may be gone, or its disk full: work continues.
  process.stderr.on('error', () => {})
  // Whoever reads our output may stop reading: `twosource story | head` is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isServe(argv) || argv[0] === 'worker') return
    if (error.code !== 'EPIPE') process.stderr.write(`${error.message}\n`)
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })

  try {
    const streams = { out: process.stdout, err: process.stderr }
    process.exitCode = await runCli(argv, await commandsFor(argv), open, streams, version)
  } catch (error) {
    process.stderr.write(`${await tellEnd(error)}\n`)
    process.exitCode = 1
  }
}

const told: ReadonlySet<string> = new Set([
  'ConfigError',
  'StoreFullError',
  'StoreGoneError',
  'StoreError',
  'NewerDataError',
  'UnfinishedCopyError',
])

/** What ended the program, for people; with where it came from only where it was our mistake. */
async function tellEnd(error: unknown): Promise<string> {
  const isOurs = error instanceof Error && told.has(error.name)
  // Of what cannot be opened, too, a copy may be there.
  const damage = isOurs && error.name !== 'StoreError' ? undefined : await damageIn(error)
  return damage?.join('\n') ?? (isOurs ? error.message : String((error instanceof Error && error.stack) || error))
}

async function damageIn(error: unknown): Promise<readonly string[] | undefined> {
  const { damageLines } = await import('./app/database-damage.ts')
  return damageLines(error, readConfig(process.env)).catch(() => undefined)
}
