import type { OperationContext } from '../operations/operation.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'

/** A request that found its route, for the reader it acts for. */
export type Call = {
  readonly context: OperationContext
  readonly arrival: ProgramCaller
  /** What stands in the path, in its order: numbers as they are written, or a name. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Uint8Array<ArrayBuffer>
  readonly version: string
  /** When this copy of the program was put on the machine: ISO 8601. */
  readonly installedAt: string
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:id` stands for a number, `:name` for anything. */
  readonly path: string
  readonly run: (call: Call) => Response | Promise<Response>
  /** The largest body, in bytes. */
  readonly mostBytes?: number
}

/** What a body says, as far as it is an object in JSON; undefined when it is none. */
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

/** A field that is a whole number, not negative. */
export function wholeIn(fields: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** A field that is true or false. */
export function truthIn(fields: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  const value = fields[name]
  return typeof value === 'boolean' ? value : undefined
}

/** A field that is text. */
export function textIn(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}
