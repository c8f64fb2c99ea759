import type { OperationContext } from '../operations/operation.ts'
import type { Parameters } from './parameters.ts'

export type Call = {
  readonly context: OperationContext
  readonly parameters: Parameters
  readonly stream?: string
  /** The server's public URL, without a final slash. */
  readonly base: string
}

export type Answer = (call: Call) => Response | Promise<Response>
