import { setImmediate as nextTurn } from 'node:timers/promises'

/** This many items take a few milliseconds. */
const AT_ONCE = 500

/** Does long work a batch of items at a time, in order, and yields to other work in between. */
export async function yieldingBatches<Item>(
  items: readonly Item[],
  work: (some: readonly Item[]) => unknown,
  atOnce: number = AT_ONCE,
): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await work(items.slice(from, from + atOnce))
    if (from + atOnce < items.length) await nextTurn()
  }
}
