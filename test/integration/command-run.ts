import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import type { CliApp, Command } from '../../src/cli/command.ts'
import { runCli } from '../../src/cli/run-cli.ts'

/** What a command ends with. */
export const ok = 0
export const failed = 1
export const usage = 2
export const notFound = 3

export type CommandRun = {
  readonly folder: string
  readonly open: () => Promise<CliApp>
  /** Runs a command line as main.ts does, and gives its exit code and all it wrote. */
  readonly twosource: (
    ...argv: string[]
  ) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>
  /** Runs with --json; what comes out must be one JSON value and nothing else. */
  readonly asJson: <Result>(
    ...argv: string[]
  ) => Promise<{ readonly code: number; readonly err: string; readonly result: Result }>
  readonly close: () => Promise<void>
}

/** Commands on a store of their own, in a new folder. `settings` and `now` as main.ts would have them. */
export async function openCommands(
  commands: readonly Command[],
  { settings = {}, now }: { readonly settings?: Record<string, string>; readonly now?: () => Date } = {},
): Promise<CommandRun> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-commands-'))

  async function open(): Promise<CliApp> {
    const config = readConfig({ TWOSOURCE_DATA: folder, ...settings })
    const context = await createContext(config, () => {}, now)
    return {
      operations: context.operations,
      address: 'http://127.0.0.1:7180',
      runOnce: (onStage) => context.pipeline.runOnce({ onStage }),
      [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
    }
  }

  async function twosource(...argv: string[]) {
    const written = { out: '', err: '' }
    const stream = (name: 'out' | 'err') =>
      ({ write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream
    const code = await runCli(
      argv,
      [{ title: 'Commands', commands }],
      open,
      { out: stream('out'), err: stream('err') },
      '0.0.0',
    )
    return { code, ...written }
  }

  async function asJson<Result>(...argv: string[]) {
    const { code, out, err } = await twosource(...argv, '--json')
    return { code, err, result: JSON.parse(out) as Result }
  }

  return { folder, open, twosource, asJson, close: () => rm(folder, { recursive: true, force: true }) }
}
