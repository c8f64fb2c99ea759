import type { OperationContext } from '../operations/operation.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'

/** A matched request, with the reader it acts for. */
export type Call = {
  readonly context: OperationContext
  readonly arrival: ProgramCaller
  /** Path parameters in order: numbers as strings, or names. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Uint8Array<ArrayBuffer>
  readonly version: string
  /** The public URL of this server, without a slash at its end. */
  readonly base: string
  /** When this copy of the program was installed: ISO 8601. */
  readonly installedAt: string
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:id` matches a number, `:name` anything. */
  readonly path: string
  readonly run: (call: Call) => Response | Promise<Response>
  /** Bytes. */
  readonly mostBytes?: number
}

/** The JSON object in a body; undefined if it isn't one. */
export function fieldsOf({ body }: Pick<Call, 'body'>): Readonly<Record<string, unknown>> | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Readonly<Record<string, unknown>>)
    : undefined
}

/** A field that is a nonnegative integer. */
export function integerIn(fields: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

export function booleanIn(fields: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  const value = fields[name]
  return typeof value === 'boolean' ? value : undefined
}

export function textIn(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}
