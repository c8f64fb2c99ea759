import { ConfigError } from '../config/config.ts'

/** Where the server should listen, and the settings for that. `what` distinguishes ports in the message: ` for newsletters`. */
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
        `Port ${port}${what} is in use. Stop the program that uses it, or change ${portSetting}${any}.`,
      )
    case 'EACCES':
      return new ConfigError(
        `This program isn’t allowed to open port ${port}${what}. Change ${portSetting} to one above 1023, and forward the port to it.`,
      )
    case 'EADDRNOTAVAIL':
      return new ConfigError(
        `${host} isn’t an address of this machine. Change ${hostSetting} to one that it has, or to 0.0.0.0 for all of them.`,
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(`${host} wasn’t found. Change ${hostSetting} to an address of this machine.`)
    default:
      return error
  }
}
