/**
 * What `find` finds in an object, found once and kept for as long as the object is: several steps ask for the same. The object must not
 * change.
 */
export function oncePerObject<Given extends object, Found>(find: (given: Given) => Found): (given: Given) => Found {
  const found = new WeakMap<Given, { readonly finding: Found }>()
  return (given) => {
    let known = found.get(given)
    if (known === undefined) {
      known = { finding: find(given) }
      found.set(given, known)
    }
    return known.finding
  }
}
