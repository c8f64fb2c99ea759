import type { OperationContext } from './operation.ts'
import type { ProgramArrival, ProgramDoor } from './program-door.ts'

/** What a face for programs works with. */
export type ProgramHouse = {
  /** What operations of the house work with; a face puts in the reader it acts for. */
  readonly operations: OperationContext
  readonly door: ProgramDoor
  readonly version: string
  /** When this copy of the program was put on the machine: ISO 8601. */
  readonly installedAt?: string
  /** The public address of the house, without a slash at its end, where it is set. */
  readonly baseUrl?: string
  /** How many requests a program may make in a minute. */
  readonly requestsPerMinute: number
}

/** A face for programs: the paths that are its own, and what answers there. */
export type ProgramApi = {
  readonly owns: (path: string) => boolean
  readonly answer: (request: Request, arrival: ProgramArrival) => Response | Promise<Response>
}
