import type { OperationContext } from './operation.ts'
import type { ProgramAuthentication, ProgramCaller } from './program-authentication.ts'

export type ProgramApiContext = {
  /** The context of operations; the adapter sets the reader. */
  readonly operations: OperationContext
  readonly door: ProgramAuthentication
  readonly version: string
  /** When this version was installed: ISO 8601. */
  readonly installedAt?: string
  /** The public URL of this instance without a trailing slash, if configured. */
  readonly baseUrl?: string
  readonly requestsPerMinute: number
}

/** An API for programs: its paths, and the handler for them. */
export type ProgramApi = {
  readonly owns: (path: string) => boolean
  readonly answer: (request: Request, arrival: ProgramCaller) => Response | Promise<Response>
}
