import type { OperationContext } from '../operations/operation.ts'
import type { Parameters } from './parameters.ts'

/** One call of a client that has signed in. */
export type Call = {
  readonly context: OperationContext
  readonly parameters: Parameters
  /** The stream in the path, where there is one. */
  readonly stream?: string
  /** The public address of the house, without a slash at its end. */
  readonly base: string
}

/** Answers one call. */
export type Answer = (call: Call) => Response | Promise<Response>
