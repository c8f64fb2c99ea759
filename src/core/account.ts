import type { ReaderIdentity, Role } from './reader-identity.ts'

/** A person who may sign in. Times are ISO 8601, UTC. */
export type Account = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly email?: string
  readonly createdAt: string
  /** When the account was suspended. */
  readonly disabledAt?: string
}

/** What a program with a token may do. A token never gives more than the role of the account that made it. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Characters. */
export const maxAccountNameLength = 40

/** Characters. */
export const minPasswordLength = 10
export const maxPasswordLength = 200

/** Checks the length alone: length, not the kind of characters, makes a password hard to guess. */
export function isPassword(given: string): boolean {
  const { length } = [...given]
  return length >= minPasswordLength && length <= maxPasswordLength
}

/** The name as it is shown, with its spaces collapsed and trimmed; undefined when it can't be a name. */
export function accountName(given: string): string | undefined {
  // A variation selector turns the character before it into a picture and isn't part of a name.
  const name = given
    .normalize('NFKC')
    .replace(/[\ufe00-\ufe0f]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
  // No invisible characters, changes of text direction, or stacked accents that would overflow the line.
  const isPlain = !/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|\p{M}{4}/u.test(name)
  return isPlain && name.length > 0 && [...name].length <= maxAccountNameLength ? name : undefined
}

/** The form in which names are compared: case doesn't count. */
export function accountNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFKC')
}

/** The identity that operations run for when this account makes a request. */
export function identityOfAccount({ id, name, role }: Account): ReaderIdentity {
  return { id, name, role }
}

/** The role a program acts in: the lower of its token's and its owner's. */
export function cappedRole(role: Role, given: readonly Scope[]): Role {
  if (given.includes('admin')) return role
  if (given.includes('write')) return role === 'guest' ? 'guest' : 'reader'
  return 'guest'
}
