/**
 * The same, and how often a part of it was looked at, the letters cut out of a text among them: what some work costs, as a number
 * that is the same on every machine and under every load.
 */
export function countReads<Given extends string | object>(given: Given): { readonly counted: Given; reads(): number } {
  let reads = 0
  const target = Object(given) as object
  const counted = new Proxy(target, {
    get(_, name) {
      const found: unknown = Reflect.get(target, name, target)
      if (typeof name === 'string' && /^\d+$/.test(name)) reads++
      if (typeof found !== 'function') return found
      return (...args: unknown[]) => {
        const result: unknown = found.apply(given, args)
        // What a text becomes itself again for, as for a pattern that begins within it, is not looked at whole.
        if (name !== 'toString' && name !== 'valueOf') reads += typeof result === 'string' ? result.length + 1 : 1
        return result
      }
    },
  })
  return { counted: counted as Given, reads: () => reads }
}
