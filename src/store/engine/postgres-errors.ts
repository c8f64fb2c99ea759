import { StoreError } from '../store-errors.ts'
import { placeOf } from './postgres-address.ts'

/** Codes of a server that is stopping or starting, has no free connections, or ended a connection because of a time limit. */
const awayCodes: ReadonlySet<string> = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '25P04'],
  ...['53300', '08000', '08001', '08003', '08006'],
])
const networkCodes: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'],
  ...['EAI_AGAIN', 'ENOENT'],
])
/** The driver's messages when a connection breaks; it has no code for them. */
const awayWords =
  /connection (?:terminated|ended)|connection error and is not queryable|query read timeout|^timeout expired$/i
const noConnection = /timeout exceeded when trying to connect/i

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '')
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** True when the connection is gone or was never made: uncommitted work didn't happen, and another connection may succeed. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error)
  if (awayCodes.has(code) || networkCodes.has(code)) return true
  // The server behind this connection became a replica of another one.
  if (code === '25006') return true
  // A pooler ends a connection with the code of a protocol violation, whatever the reason.
  if (code === '08P01') return !isRefusedAtStart(error)
  return awayWords.test(messageOf(error)) || noConnection.test(messageOf(error))
}

/** True when an open connection broke during a query. */
export const isLost = (error: unknown): boolean => codeOf(error) === '57P05' || awayWords.test(messageOf(error))

/** True when no connection became free in time. */
export const isPoolBusy = (error: unknown): boolean => noConnection.test(messageOf(error))

/** True when a pooler refuses the startup settings of a connection. */
export const isRefusedAtStart = (error: unknown): boolean => /startup parameter/i.test(messageOf(error))

/** True when a statement took longer than allowed. */
export const isTooSlow = (error: unknown): boolean =>
  codeOf(error) === '57014' || /query read timeout/i.test(messageOf(error))

/**
 * True when a replica can't answer what the main server can: it is applying changes to the rows being read, or lacks a new table or
 * column.
 */
export const isReplicaFailure = (error: unknown): boolean =>
  isUnreachable(error) ||
  isTooSlow(error) ||
  ['40001', '40P01', '42P01', '42703', '42883', '3F000'].includes(codeOf(error))

/** True when waiting for a lock took longer than allowed. */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03'

const noRight = '42501'

/** The reason a server refuses us, in one line with its address but without any password. */
export function refusedBy(address: string, error: unknown): StoreError {
  const { message, code } = error as { message?: string; code?: string }
  const why = (message || code || String(error)).replace(/\.$/, '')
  const advice = code === noRight ? '. The role it names has to own the schema and all tables in it' : ''
  return new StoreError(placeOf(address), `${why}${advice}`, error)
}

/** The same for an error about missing privileges; any other error is returned unchanged. */
export function asPrivilegeError(address: string, error: unknown): unknown {
  return (error as { code?: string }).code === noRight ? refusedBy(address, error) : error
}
