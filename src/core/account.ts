import type { ReaderIdentity, Role } from './reader-identity.ts'

/** Somebody who may sign in. Times are ISO 8601, UTC. */
export type Account = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly email?: string
  readonly createdAt: string
  /** Since when it may not sign in. */
  readonly disabledAt?: string
}

/** What a program with a token may do; each is held to the role of who made the token. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** The longest name of an account, in characters. */
export const longestName = 40

/** The fewest and the most characters of a password. */
export const shortestPassword = 10
export const longestPassword = 200

/** True for what may be a password. What it is made of is nobody's business; its length is what makes it hard to guess. */
export function isPassword(given: string): boolean {
  const { length } = [...given]
  return length >= shortestPassword && length <= longestPassword
}

/** A name as it is shown: without blanks at its ends, and one between words; undefined for one that cannot be a name. */
export function accountName(given: string): string | undefined {
  // The sign after a letter that makes it a picture is not part of a name.
  const name = given
    .normalize('NFKC')
    .replace(/[\ufe00-\ufe0f]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
  // Nothing that cannot be seen, turns the direction of what stands beside it, or grows out of its line.
  const isPlain = !/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|\p{M}{4}/u.test(name)
  return isPlain && name.length > 0 && [...name].length <= longestName ? name : undefined
}

/** A name as it is compared: two that differ in case alone are one. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFKC')
}

/** Who an operation is carried out for, of an account. */
export function identityOfAccount({ id, name, role }: Account): ReaderIdentity {
  return { id, name, role }
}

/** The role in which a program acts: the least of what its token allows and what its maker may. */
export function cappedRole(role: Role, given: readonly Scope[]): Role {
  if (given.includes('admin')) return role
  if (given.includes('write')) return role === 'guest' ? 'guest' : 'reader'
  return 'guest'
}
