/** Where apps look for it: the address they are given may end in any of these ways. */
const paths = /^\/{1,4}(?:fever(?:\/{1,4}(?:index\.php)?)?|fever\.php|api\/{1,4}fever\.php)\/{0,4}$/

/** Whether the Fever API answers at a path. */
export function ownedByFever(path: string): boolean {
  return paths.test(path)
}
