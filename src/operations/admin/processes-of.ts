import { workRoles } from '../../pipeline/work-roles.ts'
import type { OperationContext } from '../operation.ts'
import type { AdminView } from './admin.ts'

/** The processes that work on this database, and the parts of the work that no living one does. */
export async function processesOf({
  store,
  now,
}: Pick<OperationContext, 'store' | 'now'>): Promise<Pick<AdminView, 'nodes' | 'unattended'>> {
  const rows = await store.nodes.list()
  const atMs = now().getTime()
  const living = rows.filter(({ isGone }) => !isGone)
  return {
    nodes: rows.map(({ id: _, silentMs, isGone, ...row }) => ({
      ...row,
      seenAt: new Date(atMs - silentMs).toISOString(),
      isSilent: isGone,
    })),
    unattended:
      living.length === 0 ? [] : workRoles.filter((role) => !living.some(({ roles }) => roles.includes(role))),
  }
}
