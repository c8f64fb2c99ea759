import { parseArgs } from 'node:util'
import { type Call, type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { createTerminal } from './terminal.ts'

type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream }

/** Runs one command of `commands`; the answer is the exit code. Unknown words are answered with what there is. */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  open: Call['open'],
  streams: Streams,
): Promise<ExitCode> {
  const [name = 'serve', ...rest] = argv[0]?.startsWith('--') && argv[0] !== '--help' ? ['serve', ...argv] : argv
  const isJson = rest.includes('--json')
  const terminal = createTerminal(streams.out, streams.err, isJson)
  if (name === 'help' || name === '--help' || name === '-h') {
    streams.out.write(helpText(commands))
    return exitCodes.ok
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    terminal.error(`There is no command “${name}”.\n\n${helpText(commands)}`)
    return exitCodes.usage
  }
  if (rest.includes('--help')) {
    streams.out.write(usageOf(command))
    return exitCodes.ok
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' } },
    })
    return await command.run({ args: positionals, values: values as Call['values'], terminal, open })
  } catch (error) {
    if (isOfSystem(error)) {
      terminal.error(error.message)
      return exitCodes.failed
    }
    if (!isUsage(error)) throw error
    terminal.error(`${error.message}\n\n${usageOf(command)}`)
    return exitCodes.usage
  } finally {
    terminal.progressEnd()
  }
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  )
}

/** A file, a disk or a port that cannot be had: the message names it, and nothing in our code is wrong. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function usageOf(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { type }]) => `  --${name}${type === 'string' ? ' …' : ''}`,
  )
  return [`Usage: twosource ${command.name} ${command.usage}`, `  ${command.summary}`, ...options, '  --json', ''].join(
    '\n',
  )
}

/** The list of commands, one line each. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`)
  return [
    'Twosource: every story once, with every source.',
    '',
    'Commands',
    ...lines,
    '',
    'Each takes --help and --json.',
    '',
  ].join('\n')
}
