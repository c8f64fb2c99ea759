import type { Account } from '../../core/account.ts'

/** What readers sign in with beside a password, and the steps of signing in. */
export type MeansStores = {
  readonly passkeys: PasskeyStore
  readonly codes: CodeStore
  readonly identities: IdentityStore
  readonly steps: StepStore
}

/** What became of taking a means away: `last-means` where the account could not be signed in to any more. */
export type MeansRemoval = 'done' | 'not-there' | 'last-means'

/** A passkey (WebAuthn credential), of which the public half is kept. Times are ISO 8601, UTC. */
export type Passkey = {
  /** The credential's own, base64url. */
  readonly id: string
  readonly readerId: string
  /** SPKI, base64url. */
  readonly publicKey: string
  readonly algorithm: 'ES256' | 'RS256'
  readonly counter: number
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}

export type PasskeyStore = {
  add(passkey: Passkey): Promise<'done' | 'known' | 'too-many'>
  /** With its account, disabled or not. */
  find(id: string): Promise<{ readonly passkey: Passkey; readonly account: Account } | undefined>
  list(readerId: string): Promise<readonly Passkey[]>
  /** Notes a use; false where the counter did not grow, unless it does not count at all: then there are two of it. */
  use(id: string, counter: number, at: string): Promise<boolean>
  /** `issuer` is the one that identities are taken from: one of another is no means to sign in. */
  remove(readerId: string, id: string, issuer: string | undefined): Promise<MeansRemoval>
}

export type CodeStore = {
  /** The key of the reader's device, base32; undefined where they use none. */
  secret(readerId: string): Promise<string | undefined>
  /** Sets the device that codes come from, with the codes for when it is lost; false where there is one. */
  begin(readerId: string, secret: string, step: number, recoveryHashes: readonly string[], at: string): Promise<boolean>
  /** Uses up the code of a step and all before it; false where it is used up. */
  useStep(readerId: string, step: number): Promise<boolean>
  /** Uses up a recovery code; false where there is no such code. */
  useRecovery(readerId: string, hash: string): Promise<boolean>
  replaceRecovery(readerId: string, hashes: readonly string[]): Promise<void>
  countRecovery(readerId: string): Promise<number>
  remove(readerId: string): Promise<boolean>
}

/** Who a reader is to another server (OpenID Connect issuer and subject). */
export type OutsideIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly readerId: string
  /** For the reader to know it by. */
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}

export type IdentityStore = {
  /** `taken`: it is another account's. One that is there already stays as it is. */
  add(identity: OutsideIdentity): Promise<'done' | 'taken'>
  find(
    issuer: string,
    subject: string,
  ): Promise<{ readonly identity: OutsideIdentity; readonly account: Account } | undefined>
  list(readerId: string): Promise<readonly OutsideIdentity[]>
  touch(issuer: string, subject: string, at: string): Promise<void>
  remove(readerId: string, issuer: string, subject: string, inUse: string | undefined): Promise<MeansRemoval>
}

/** A step of signing in that waits for what the browser brings back. */
export type SignInStep = {
  readonly kind: string
  readonly readerId?: string
  readonly body: string
  readonly expiresAt: string
}

export type StepStore = {
  add(step: SignInStep, tokenHash: string, now: string): Promise<void>
  /** One of a kind that is not over. */
  find(kind: string, tokenHash: string, at: string): Promise<SignInStep | undefined>
  /** The same, and it is gone: of two who ask at once one gets it. */
  take(kind: string, tokenHash: string, at: string): Promise<SignInStep | undefined>
}
