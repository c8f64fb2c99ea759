/** A part of the background work that a process can take on; any number of processes can have the same. */
export type WorkRole = 'fetch' | 'analyze' | 'story' | 'tell'

/** All roles, in the order in which an article passes them. */
export const workRoles: readonly WorkRole[] = ['fetch', 'analyze', 'story', 'tell']

/** Parses names separated by commas, `all` or `none`. Returns undefined for an unknown name. */
export function readWorkRoles(text: string): readonly WorkRole[] | undefined {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  if (names.length === 0) return undefined
  if (names.length === 1 && names[0] === 'none') return []
  if (names.length === 1 && names[0] === 'all') return workRoles
  const asked = new Set(names)
  const known = workRoles.filter((role) => asked.delete(role))
  return asked.size === 0 ? known : undefined
}

/** The allowed values, for messages. */
export const workRoleHelp = `${workRoles.join(', ')} with commas between, all or none`
