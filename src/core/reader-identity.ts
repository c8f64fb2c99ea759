/** Each role may do all that the roles before it may: read; save, mark and comment; moderate; manage the server. */
export const roles = ['guest', 'reader', 'moderator', 'owner'] as const
export type Role = (typeof roles)[number]
export const accountRoles = ['reader', 'moderator', 'owner'] as const satisfies readonly Role[]
export type AccountRole = (typeof accountRoles)[number]

export type ReaderIdentity = {
  readonly id: string
  /** The name others see. */
  readonly name: string
  readonly role: Role
  /** True for a program that acts for them with a token. */
  readonly isProgram?: true
  /** For a program with a read-only token: the highest role whose data it may read. */
  readonly readsAs?: Role
  /** True for a request by secret URL without signing in: it may not show what is private to the reader. */
  readonly isInPublic?: true
}

/** The reader whose marks were stored before there were accounts; the owner's account has the same id. */
export const ownerId = 'owner'

/** The person at this machine: the command line, and the pages while no password is set. */
export const instanceOwner: ReaderIdentity = { id: ownerId, name: '', role: 'owner' }

/** Anyone not signed in, if the owner allows public reading. Nothing is ever stored under this id. */
export const guest: ReaderIdentity = { id: 'guest', name: '', role: 'guest' }

/** True when a role may run an operation that requires `least`; `anyone` requires none. */
export function mayActAs(role: Role, least: Role | 'anyone'): boolean {
  return least === 'anyone' || roles.indexOf(role) >= roles.indexOf(least)
}
