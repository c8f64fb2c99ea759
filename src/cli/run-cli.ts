import { parseArgs } from 'node:util'
import { type Call, type Command, type CommandOption, type ExitCode, exitCodes, UsageError } from './command.ts'
import { createTerminal } from './terminal.ts'

type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream }

/** Runs one of `commands` and returns its exit code. An unknown name prints the list of commands. */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  open: Call['open'],
  streams: Streams,
  version: string,
): Promise<ExitCode> {
  const [name = 'serve', ...rest] = isServe(argv) && argv[0] !== 'serve' ? ['serve', ...argv] : argv
  const isJson = rest.includes('--json')
  const terminal = createTerminal(streams.out, streams.err, isJson)
  if (isHelp(name) || name === 'help') {
    const [about] = rest
    const asked = commands.find((each) => each.name === about)
    streams.out.write(asked ? usageOf(asked) : helpText(commands, streams.out.columns))
    return exitCodes.ok
  }
  if (name === 'version' || name === '--version' || name === '-V') {
    streams.out.write(`${version}\n`)
    return exitCodes.ok
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    terminal.error(`There is no command “${name}”.\n\n${helpText(commands, streams.err.columns)}`)
    return exitCodes.usage
  }
  if (rest.some(isHelp)) {
    streams.out.write(usageOf(command))
    return exitCodes.ok
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' } },
    })
    if (command.usage === '' && positionals.length > 0)
      throw new UsageError(
        `${command.name} takes no words: ${positionals.join(' ')}. With npm, options stand behind “--”.`,
      )
    return await command.run({ args: positionals, values, terminal, open })
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

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

/** Whether the server is to start: `serve`, only options, or no arguments. */
export function isServe([name = 'serve']: readonly string[]): boolean {
  return name === 'serve' || (name.startsWith('--') && name !== '--help' && name !== '--version')
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  )
}

/** An error of the system (file, disk, port) rather than of our code; its message names the cause. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

/** Wider lines are hard to read, however wide the terminal. */
const WIDEST = 100

/** The usage of one command and the meaning of its options. */
export function usageOf({ name, usage, summary, options = {} }: Command): string {
  const offered: readonly (readonly [string, string])[] = [
    ...Object.entries(options).map(([option, each]) => [`  ${calledOption(option, each)}`, each.means] as const),
    ['  --json', 'the answer for programs, as JSON'],
  ]
  const column = Math.max(...offered.map(([call]) => call.length)) + 2
  const lines = offered.flatMap(([call, means]) => wrapped(means, call.padEnd(column), ' '.repeat(column), WIDEST))
  return [`Usage: twosource ${called(name, usage)}`, ...wrapped(summary, '  ', '  ', WIDEST), '', ...lines, ''].join(
    '\n',
  )
}

function calledOption(name: string, option: CommandOption): string {
  return option.type === 'string' ? `--${name} ${option.takes}` : `--${name}`
}

/** Lists all commands with their summaries, wrapped to the terminal's columns. */
export function helpText(commands: readonly Command[], columns = 80): string {
  const width = Math.min(columns, WIDEST)
  const lines = commands.flatMap(({ name, usage, summary }) => [
    ...wrapped(called(name, usage), '  ', '    ', width),
    ...wrapped(summary, '      ', '      ', width),
  ])
  return [
    'Twosource: every story once, with every source.',
    '',
    'Commands',
    ...lines,
    '',
    'Each takes --help and --json. --version tells the version.',
    'With npm, options stand behind “--”: npm start add -- --help',
    'Settings come from the environment: docs/guide/settings.md.',
    '',
  ].join('\n')
}

function called(name: string, usage: string): string {
  return usage === '' ? name : `${name} ${usage}`
}

/** Wraps text to `width` characters, with `first` before the first line and `next` before the others. */
function wrapped(text: string, first: string, next: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = first
  let isFirstWord = true
  for (const word of text.split(' ').filter(Boolean)) {
    if (!isFirstWord && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next
      isFirstWord = true
    }
    line += isFirstWord ? word : ` ${word}`
    isFirstWord = false
  }
  return [...lines, line]
}
