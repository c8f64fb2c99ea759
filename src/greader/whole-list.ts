import { exportOpml } from '../operations/export-opml.ts'
import { importOpml } from '../operations/import-opml.ts'
import { mustCarryOut } from '../operations/must-carry-out.ts'
import type { OperationContext } from '../operations/operation.ts'
import { done, opml, text, unusable } from './answers.ts'
import type { Answer } from './call.ts'
import { readBody } from './read-body.ts'

/** Fifty thousand feeds come to less. */
const mostBytes = 16_000_000

/** All subscriptions as OPML. */
export const exportSubscriptions: Answer = async ({ context }) => opml(await mustCarryOut(context, exportOpml, {}))

/** Subscribes to all feeds of an OPML file, which is the whole body. */
export async function importSubscriptions(context: OperationContext, request: Request): Promise<Response> {
  const body = await readBody(request, mostBytes)
  if (body === undefined) return text('That file is too large', 413)
  const result = await mustCarryOut(context, importOpml, { text: body })
  return result.kind === 'refused' ? unusable(result.message) : done()
}
