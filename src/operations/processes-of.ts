import { workRoles } from '../pipeline/work-roles.ts'
import type { AdminView } from './admin.ts'
import { SILENT_MS } from './health-desk.ts'
import type { OperationContext } from './operation.ts'

/** The processes that work on the data of a house, and the parts of the work that no living one has. */
export async function processesOf({
  store,
  now,
}: Pick<OperationContext, 'store' | 'now'>): Promise<Pick<AdminView, 'nodes' | 'unattended'>> {
  const rows = await store.nodes.list()
  const atMs = now().getTime()
  const living = rows.filter(({ silentMs }) => silentMs <= SILENT_MS)
  return {
    nodes: rows.map(({ id: _, silentMs, ...row }) => ({
      ...row,
      seenAt: new Date(atMs - silentMs).toISOString(),
      isSilent: silentMs > SILENT_MS,
    })),
    unattended:
      living.length === 0 ? [] : workRoles.filter((role) => !living.some(({ roles }) => roles.includes(role))),
  }
}
