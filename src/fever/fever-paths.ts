/** Apps append any of these to the URL they're given. */
const paths = /^\/{1,4}(?:fever(?:\/{1,4}(?:index\.php)?)?|fever\.php|api\/{1,4}fever\.php)\/{0,4}$/

export function ownedByFever(path: string): boolean {
  return paths.test(path)
}
