/** Of a server that ends, starts, was ended, or takes no more connections, or that ended a connection for its time. */
const awayCodes: ReadonlySet<string> = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '25P04'],
  ...['53300', '08000', '08001', '08003', '08006'],
])
const networkCodes: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'],
  ...['EAI_AGAIN', 'ENOENT'],
])
/** What the driver says when a connection ends under it; it has no code for that. */
const awayWords =
  /connection (?:terminated|ended)|connection error and is not queryable|query read timeout|^timeout expired$/i
const noConnection = /timeout exceeded when trying to connect/i

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '')
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** True when the connection is gone or was never made: what was not committed has not happened, and another connection may do. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error)
  if (awayCodes.has(code) || networkCodes.has(code)) return true
  // The server behind this connection has become a copy of another one.
  if (code === '25006') return true
  // A pooler ends a connection with the code of a broken protocol, whatever the reason.
  if (code === '08P01') return !isRefusedAtStart(error)
  return awayWords.test(messageOf(error)) || noConnection.test(messageOf(error))
}

/** True when a connection that was made ended under what was asked. */
export const isLost = (error: unknown): boolean => codeOf(error) === '57P05' || awayWords.test(messageOf(error))

/** True when no connection became free in time. */
export const isNoneFree = (error: unknown): boolean => noConnection.test(messageOf(error))

/** True when a pooler refuses the settings that a connection begins with. */
export const isRefusedAtStart = (error: unknown): boolean => /startup parameter/i.test(messageOf(error))

/** True when a statement took longer than it may. */
export const isTooSlow = (error: unknown): boolean =>
  codeOf(error) === '57014' || /query read timeout/i.test(messageOf(error))

/** True when a copy cannot answer what the server itself can: it takes in changes of what is read, or lacks a new table or column. */
export const isOfCopy = (error: unknown): boolean =>
  isAway(error) || isTooSlow(error) || ['40001', '40P01', '42P01', '42703', '42883', '3F000'].includes(codeOf(error))

/** True when a lock was waited for as long as is allowed. */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03'
