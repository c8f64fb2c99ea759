import type { OperationContext } from '../operation.ts'

/** Leases of jobs last at least three minutes; clocks may differ by a small part of that. */
const MOST_APART_MS = 5_000

/**
 * How far this machine's clock is ahead of the database's, in milliseconds, when several machines share it: each judges the leases of
 * jobs by its own clock. Undefined when all work is on one machine.
 */
export async function clockLead({ store, now }: Pick<OperationContext, 'store' | 'now'>): Promise<number | undefined> {
  if (store.dialect === 'sqlite') return undefined
  const before = now().getTime()
  const theirs = await store.clockMs()
  return Math.round((before + now().getTime()) / 2 - theirs)
}

/** Why work must not start with this clock; undefined when it may. */
export function explainLead(leadMs: number | undefined): string | undefined {
  if (leadMs === undefined || Math.abs(leadMs) <= MOST_APART_MS) return undefined
  const way = leadMs > 0 ? 'ahead of' : 'behind'
  return `This machine’s clock is ${Math.round(Math.abs(leadMs) / 1000)} s ${way} the database’s.`
}
