import type { Account, Scope } from '../../core/account.ts'
import type { Role } from '../../core/reader-identity.ts'
import type { ReaderRowStore } from './reader-rows.ts'

/** Who may come in, by what, and what is kept of each. */
export type AccountStores = {
  readonly accounts: AccountStore
  readonly sessions: SessionStore
  readonly invitations: InvitationStore
  readonly keys: KeyStore
  readonly tries: TryStore
  readonly events: EventStore
  readonly houseSettings: HouseSettingStore
  readonly readerRows: ReaderRowStore
}

/** What became of a change to an account: `last-owner` where the house would be left without an owner who may sign in. */
export type AccountChange = 'done' | 'not-there' | 'name-taken' | 'last-owner'

/** Who may sign in. Names are found in any case. */
export type AccountStore = {
  find(id: string): Promise<Account | undefined>
  findByName(name: string): Promise<Account | undefined>
  /** In the order they were made in. */
  list(): Promise<readonly Account[]>
  /** True once anybody has a password or another means to sign in: from then on nobody comes in without one. */
  hasMeans(): Promise<boolean>
  /** Keeps a new account, with its password where it has one, and uses up the invitation it came by. */
  add(
    account: Account,
    given?: { readonly passwordHash?: string; readonly invitationId?: string },
  ): Promise<'done' | 'name-taken' | 'not-invited'>
  rename(id: string, name: string): Promise<AccountChange>
  setEmail(id: string, email: string | undefined): Promise<AccountChange>
  /** Ends the sessions of the account: what they may do changed. */
  setRole(id: string, role: Role): Promise<AccountChange>
  /** Ends the sessions of an account that is disabled; undefined lets it in again. */
  setDisabled(id: string, at: string | undefined): Promise<AccountChange>
  /** The hash of the password, as it was kept. */
  passwordHash(id: string): Promise<string | undefined>
  /** Sets the password and ends every session of the account but one. */
  setPassword(id: string, hash: string, at: string, keepSession?: string): Promise<void>
  /** The same where the password is still that of one hash, or there still is none, and ends every session; false otherwise. */
  changePassword(id: string, from: string | undefined, to: string, at: string): Promise<boolean>
  /** Puts another hash of the same password in the place of one; nothing where it was changed meanwhile. */
  renewPassword(id: string, from: string, to: string, at: string): Promise<void>
  /** Sets the owner's name and password, only as long as nobody has a means to sign in; false otherwise. */
  claim(ownerId: string, name: string, hash: string, at: string): Promise<boolean>
}

export type Session = {
  readonly id: string
  readonly readerId: string
  /** By what it was opened: `password`, `passkey`, … */
  readonly means: string
  /** A word or two for the reader to know it by. */
  readonly browser: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

export type SessionStore = {
  add(session: Session, tokenHash: string): Promise<void>
  /** The same while the password of its reader is still that of a hash; false otherwise. */
  addByPassword(session: Session, tokenHash: string, passwordHash: string): Promise<boolean>
  /** That of a token, with its account, unless it is over at a time or the account is disabled. */
  find(tokenHash: string, at: string): Promise<{ readonly session: Session; readonly account: Account } | undefined>
  /** Those not over at a time, the one used last first. */
  list(readerId: string, at: string): Promise<readonly Session[]>
  touch(id: string, at: string): Promise<void>
  /** False: there is none of this reader. */
  remove(readerId: string, id: string): Promise<boolean>
  removeAll(readerId: string): Promise<number>
  /** Forgets those that are over. */
  removeEnded(at: string): Promise<number>
}

export type Invitation = {
  readonly id: string
  /** Who made it. */
  readonly readerId: string
  readonly role: Role
  /** For whom it is, in the words of who made it. */
  readonly note: string
  readonly createdAt: string
  readonly expiresAt: string
}

export type InvitationStore = {
  add(invitation: Invitation, tokenHash: string): Promise<void>
  find(tokenHash: string, at: string): Promise<Invitation | undefined>
  list(at: string): Promise<readonly Invitation[]>
  remove(id: string): Promise<boolean>
}

/** What a program signs in with: a token of our own interface, or a password for a feed reader. */
export type AccessKey = {
  readonly id: string
  readonly readerId: string
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}
/** `isForFever`: it opens the Fever face too. */
export type AppPassword = AccessKey & { readonly isForFever?: true }
export type ApiToken = AccessKey & { readonly scopes: readonly Scope[]; readonly expiresAt?: string }

export type KeyStore = {
  addToken(token: ApiToken, tokenHash: string): Promise<void>
  findToken(tokenHash: string, at: string): Promise<{ readonly token: ApiToken; readonly account: Account } | undefined>
  listTokens(readerId: string): Promise<readonly ApiToken[]>
  /** With the hashes of its keys for Fever, where it opens that too. */
  addAppPassword(key: AccessKey, hash: string, feverHashes?: readonly string[]): Promise<void>
  /** Those of a reader, each with its hash. */
  appPasswords(readerId: string): Promise<readonly (AppPassword & { readonly hash: string })[]>
  /** The password a key of Fever was made for, as long as who made it may sign in. */
  findByFeverKey(hash: string): Promise<{ readonly key: AccessKey; readonly account: Account } | undefined>
  /** Whose password that is, as long as they may sign in. */
  findAppPasswordAccount(id: string): Promise<Account | undefined>
  /** Notes that it was used. */
  touch(kind: KeyKind, id: string, at: string): Promise<void>
  remove(kind: KeyKind, readerId: string, id: string): Promise<boolean>
}
export type KeyKind = 'token' | 'app-password'

/** How often something was tried of late; keys are hashes. */
export type TryStore = {
  /**
   * Counts one more try and answers how many there were since `since`, this one included, and when the first was. Those before
   * `since` count no more.
   */
  count(key: string, at: string, since: string): Promise<{ readonly count: number; readonly startedAt: string }>
  forget(key: string): Promise<void>
  /** Makes one try that was counted none. */
  takeBack(key: string): Promise<void>
}

export type SecurityEvent = {
  readonly id: string
  /** Of whose account; absent where there is none. */
  readonly readerId?: string
  readonly kind: string
  readonly at: string
}

export type EventStore = {
  add(event: SecurityEvent): Promise<void>
  /** The latest first. */
  list(limit: number): Promise<readonly SecurityEvent[]>
}

/** What the owner chose for the whole house. */
export type HouseSettingStore = {
  get(name: string): Promise<string | undefined>
  /** Undefined takes it away. */
  set(name: string, value: string | undefined, at: string): Promise<void>
  /** Takes it away as long as it is still that; false otherwise. */
  take(name: string, value: string): Promise<boolean>
}
