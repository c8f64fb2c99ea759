import { isIP } from 'node:net'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const flagWords = ['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'] as const
const isOn = (word: string) => ['true', '1', 'yes', 'on'].includes(word)

/** `true` or `false`, in the words people write. */
export const flag = () => z.string().trim().toLowerCase().pipe(z.enum(flagWords, 'true or false')).transform(isOn)

/** `true` or `false`, or one other word. */
export const flagOr = <Word extends string>(word: Word) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum([...flagWords, word], `true, false or ${word}`))
    .transform((given): boolean | Word => (given === word ? word : isOn(given)))

/** Reads `2525` or `host:2525`, as of the port that receives newsletters; undefined for anything else. */
export function readMailPort(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host = '127.0.0.1', digits] = /^(?:(.+):)?(\d{1,5})$/.exec(text.trim()) ?? []
  const port = Number(digits)
  const bare = host.replace(/^\[(.+)\]$/, '$1')
  const isHost = bare.includes(':') ? bare !== host && isIP(bare) === 6 : /^[\w.-]+$/.test(host)
  return digits !== undefined && port <= 65_535 && isHost ? { host: bare, port } : undefined
}

/** A whole number in ASCII digits. */
export const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`
  return z
    .string()
    .trim()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
}

/** From 0 to 1. */
export const share = () =>
  z
    .string()
    .trim()
    .regex(/^\d*\.?\d+$/, { error: 'a number from 0 to 1', abort: true })
    .transform(Number)
    .pipe(z.number().max(1, 'a number from 0 to 1'))

export const httpAddress = () => z.url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })

/** A file or a folder. A value that only a shell expands would become a folder of that name in the working directory. */
export const place = () =>
  z
    .string()
    .min(1)
    .regex(/^[^~$]/, 'a full path: ~ and $ are not expanded here')

/** Where everything is stored. An unsupported kind of database would be taken for a file name. */
export const fileOrServer = () =>
  place().regex(/^(?:postgres(?:ql)?:\/\/|sqlite:|file:|(?![A-Za-z][\w+.-]+:))/, 'postgres://user@host/name or a file')

/** The home folder of the user who runs the program, even when the environment does not name it. Empty for a user without one. */
export function usualFolder(): string {
  const home = homeFolder()
  return home && join(home, '.local', 'share', 'twosource')
}

function homeFolder(): string {
  try {
    return homedir() || userInfo().homedir
  } catch {
    // The system knows only a number of this user.
    return ''
  }
}
