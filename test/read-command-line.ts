import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What a command of the project is called with. Asked for help, it tells how it is called and ends; what it does not know it answers
 * with that, too, behind what is wrong, and ends with 2.
 */
export function readCommandLine<const Known extends Options>(
  help: string,
  options: Known,
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: Known }>> {
  const { argv } = process
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(help)
    process.exit(0)
  }
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    if (!isUsage(error)) throw error
    return refuse(error.message, help)
  }
}

/** Says what is wrong and how it is right, and ends. */
export function refuse(what: string, help: string): never {
  console.error(`${what}\n\n${help}`)
  process.exit(2)
}

/** The number an option was given; undefined where it was not given. What is none would measure nothing, and prove it. */
export function numberGiven(option: string, given: string | undefined, help: string): number | undefined {
  if (given === undefined) return undefined
  const isNumber = given.trim() !== '' && Number.isFinite(Number(given))
  return isNumber ? Number(given) : refuse(`--${option} takes a number, not “${given}”.`, help)
}

function isUsage(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
