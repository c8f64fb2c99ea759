import type { OperationContext } from '../../operations/operation.ts'
import { runFor } from '../../operations/run.ts'
import { createWeb } from '../../web/routes.ts'
import { webOptions } from './web-options.ts'

/** The web app for any reader: `createWeb` with the product's voice, sign-in provider and API reference. */
export function openWeb(operations: OperationContext, options: Parameters<typeof createWeb>[1]) {
  return createWeb(runFor(operations), webOptions(operations, options))
}
