/** The folders around `Outer/Middle/Inner`: `Outer/Middle` and `Outer`. */
export function parentFolders(name: string): readonly string[] {
  const parents: string[] = []
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) parents.push(name.slice(0, at))
  return parents
}

/** Some folders and those around them, each once. */
export function withParents(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, ...parentFolders(name)]))
}
