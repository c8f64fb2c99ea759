/** A part of the background work that a process can take on: the same for every process that has it, and safe for any number. */
export type WorkRole = 'fetch' | 'analyze' | 'story' | 'tell'

/** All, in the order in which an article passes them. */
export const workRoles: readonly WorkRole[] = ['fetch', 'analyze', 'story', 'tell']

/** Names with commas between, `all` or `none`. Undefined when a name is none of them. */
export function readWorkRoles(text: string): readonly WorkRole[] | undefined {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  if (names.length === 0) return undefined
  if (names.length === 1 && names[0] === 'none') return []
  if (names.length === 1 && names[0] === 'all') return workRoles
  const asked = new Set(names)
  const known = workRoles.filter((role) => asked.delete(role))
  return asked.size === 0 ? known : undefined
}

/** What may be written, for messages. */
export const workRoleHelp = `${workRoles.join(', ')} with commas between, all or none`
