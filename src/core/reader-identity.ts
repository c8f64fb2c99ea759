/** What somebody may do, each with all of those before it: read; keep marks and take part; moderate; run the house. */
export const roles = ['guest', 'reader', 'moderator', 'owner'] as const
export type Role = (typeof roles)[number]
/** Those an account can have. */
export const accountRoles = ['reader', 'moderator', 'owner'] as const satisfies readonly Role[]
export type AccountRole = (typeof accountRoles)[number]

/** Who an operation is carried out for. */
export type ReaderIdentity = {
  readonly id: string
  /** What others see them called. */
  readonly name: string
  readonly role: Role
  /** True for a program that acts for them with a token. */
  readonly isProgram?: true
  /** Of a program whose token may only read: up to which role it may look at what is kept of its reader. */
  readonly readsAs?: Role
  /** True for what a secret address gives without signing in: it shows nothing that is private to its reader. */
  readonly isInPublic?: true
}

/** Whose marks were kept before there were accounts; the account of the owner has the same id. */
export const ownerId = 'owner'

/** Who sits at the machine: the command line, and the pages as long as nobody has set a password. */
export const houseOwner: ReaderIdentity = { id: ownerId, name: '', role: 'owner' }

/** Whoever has not signed in, where the owner lets anybody read. Nothing is ever kept under this id. */
export const guest: ReaderIdentity = { id: 'guest', name: '', role: 'guest' }

/** True when a role may do what asks for `least`; what `anyone` may do asks for none. */
export function mayActAs(role: Role, least: Role | 'anyone'): boolean {
  return least === 'anyone' || roles.indexOf(role) >= roles.indexOf(least)
}
