import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** `true` or `false`, in the words people write. */
export const flag = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'], 'true or false'))
  .transform((word) => ['true', '1', 'yes', 'on'].includes(word))

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
export const share = z
  .string()
  .trim()
  .regex(/^\d*\.?\d+$/, { error: 'a number from 0 to 1', abort: true })
  .transform(Number)
  .pipe(z.number().max(1, 'a number from 0 to 1'))

export const httpAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })

/** A file or a folder. A value that only a shell expands would become a folder of that name in the working directory. */
export const place = z
  .string()
  .min(1)
  .regex(/^[^~$]/, '~ and $ stand for nothing here: a path written out in full')

/** Where everything is stored. An unsupported kind of database would be taken for a file name. */
export const fileOrServer = place.regex(
  /^(?:postgres(?:ql)?:\/\/|sqlite:|file:|(?![A-Za-z][\w+.-]+:))/,
  'neither postgres://user@host/name nor a file',
)

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
