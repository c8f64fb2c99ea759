import { ConfigError } from '../config/config.ts'

/** Where the server should listen, and the settings for that. `what` distinguishes ports in the message: `, for letters,`. */
type Place = {
  readonly host: string
  readonly port: number
  readonly hostSetting: string
  readonly portSetting: string
  readonly isAnyPortFine: boolean
  readonly what?: string
}

/** Why it cannot listen there, with the setting to change; any other error is returned unchanged. */
export function cannotListen(error: NodeJS.ErrnoException, place: Place): Error {
  const { host, port, hostSetting, portSetting, isAnyPortFine, what = '' } = place
  const any = isAnyPortFine ? ' (0 picks a free one)' : ''
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `Port ${port}${what} is taken. Stop what uses it, or set ${portSetting} to another port${any}.`,
      )
    case 'EACCES':
      return new ConfigError(
        `Port ${port}${what} needs rights this program does not have. Set ${portSetting} to one above 1023 and have it forwarded.`,
      )
    case 'EADDRNOTAVAIL':
      return new ConfigError(
        `${host} is no address of this machine. Set ${hostSetting} to one that it has, or to 0.0.0.0 for all of them.`,
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(`There is no address for ${host}. Set ${hostSetting} to an address of this machine.`)
    default:
      return error
  }
}
