import { setImmediate as nextTurn } from 'node:timers/promises'

/** So many at once take a few milliseconds. */
const AT_ONCE = 500

/** Does a long piece of work some items at a time, in order, and lets others have their turn in between. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (some: readonly Item[]) => unknown,
  atOnce: number = AT_ONCE,
): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await work(items.slice(from, from + atOnce))
    if (from + atOnce < items.length) await nextTurn()
  }
}
