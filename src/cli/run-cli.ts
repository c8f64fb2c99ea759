import { parseArgs } from 'node:util'
import {
  type Call,
  type Command,
  type CommandGroup,
  type CommandOption,
  type ExitCode,
  exitCodes,
  UsageError,
} from './command.ts'
import { createTerminal, type Terminal } from './terminal.ts'

type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream }

/** Runs one command of `groups` and returns its exit code. An unknown name prints the nearest names and how to list all. */
export async function runCli(
  argv: readonly string[],
  groups: readonly CommandGroup[],
  open: Call['open'],
  streams: Streams,
  version: string,
): Promise<ExitCode> {
  const [name = 'serve', ...rest] = isServe(argv) && argv[0] !== 'serve' ? ['serve', ...argv] : argv
  const commands = groups.flatMap((group) => group.commands)
  const isJson = rest.includes('--json')
  const terminal = createTerminal(streams.out, streams.err, isJson)
  if (isHelp(name) || name === 'help') {
    const [about] = rest
    const asked = commands.find((each) => each.name === about)
    if (about !== undefined && !about.startsWith('-') && !asked) return unknownCommand(about, commands, terminal)
    streams.out.write(asked ? usageOf(asked) : helpText(groups, streams.out.columns))
    return exitCodes.ok
  }
  if (name === 'version' || name === '--version' || name === '-V') {
    streams.out.write(`${version}\n`)
    return exitCodes.ok
  }
  const command = commands.find((each) => each.name === name)
  if (!command) return unknownCommand(name, commands, terminal)
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
        `${command.name} takes no arguments: ${positionals.join(' ')}. With npm, put “--” before options.`,
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

function unknownCommand(name: string, commands: readonly Command[], terminal: Terminal): ExitCode {
  const near = commands.filter(
    (each) => each.name.startsWith(name) || name.startsWith(each.name) || isOneSlip(name, each.name),
  )
  const hint = near.length > 0 ? ` Did you mean ${near.map((each) => each.name).join(' or ')}?` : ''
  terminal.error(`There is no command “${name}”.${hint} “twosource help” lists all.`)
  return exitCodes.usage
}

/** Whether one letter was left out, added, changed or exchanged with the next. */
function isOneSlip(typed: string, name: string): boolean {
  const drops = (word: string) => Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))
  const swaps = Array.from(
    name,
    (_, n) => name.slice(0, n) + name.slice(n + 1, n + 2) + name.slice(n, n + 1) + name.slice(n + 2),
  )
  const [typedDrops, nameDrops] = [drops(typed), drops(name)]
  return (
    nameDrops.includes(typed) ||
    typedDrops.includes(name) ||
    swaps.includes(typed) ||
    (typed.length === name.length && typedDrops.some((drop, n) => drop === nameDrops[n]))
  )
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

/** How one command is called, what it does, and what its options mean. */
export function usageOf({ name, usage, summary, details, options = {} }: Command): string {
  const offered: readonly (readonly [string, string])[] = [
    ...Object.entries(options).map(([option, each]) => [`  ${calledOption(option, each)}`, each.means] as const),
    ['  --json', 'print the result as JSON'],
  ]
  const column = Math.max(...offered.map(([call]) => call.length)) + 2
  const lines = offered.flatMap(([call, means]) => wrapped(means, call.padEnd(column), ' '.repeat(column), WIDEST))
  return [
    `Usage: twosource ${called(name, usage)}`,
    '',
    ...wrapped(`${summary}.${details === undefined ? '' : ` ${details}`}`, '', '', WIDEST),
    '',
    'Options',
    ...lines,
    '',
  ].join('\n')
}

function calledOption(name: string, option: CommandOption): string {
  return option.type === 'string' ? `--${name} ${option.takes}` : `--${name}`
}

/** Lists all commands by group, a line for each where the terminal is wide enough. */
export function helpText(groups: readonly CommandGroup[], columns = 80): string {
  const width = Math.min(columns, WIDEST)
  const column = Math.max(...groups.flatMap(({ commands }) => commands.map(({ name }) => name.length))) + 4
  const lines = groups.flatMap(({ title, commands }) => [
    title,
    ...commands.flatMap(({ name, summary }) => wrapped(summary, `  ${name}`.padEnd(column), ' '.repeat(column), width)),
    '',
  ])
  return [
    'Twosource: every story once, with every source.',
    '',
    'Usage: twosource <command>, or npm start <command>',
    '',
    ...lines,
    ...wrapped(
      '“twosource help <command>” explains one. --json prints results as JSON, --version the version.',
      '',
      '',
      width,
    ),
    ...wrapped('With npm, put “--” before options: npm start add -- --folder News https://example.org', '', '', width),
    ...wrapped('Settings are environment variables: docs/guide/settings.md', '', '', width),
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
