import type { MockTracker } from 'node:test'

/** The lists that are put into any map under a name, from now to the end of the test: more than one were copied. */
export function listsKept(mock: MockTracker, name: string): ReadonlySet<unknown> {
  const lists = new Set<unknown>()
  const { set } = Map.prototype
  mock.method(Map.prototype, 'set', function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
    if (key === name && Array.isArray(value)) lists.add(value)
    return set.call(this, key, value)
  })
  return lists
}
