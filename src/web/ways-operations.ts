import type { CodeCheck } from '../operations/check-code.ts'
import type { CodeKey, CodesBegun } from '../operations/manage-codes.ts'
import type { AddedPasskey, House, NewPasskeyOptions } from '../operations/manage-passkeys.ts'
import type { awaitsCode, signInByCode } from '../operations/sign-in-by-code.ts'
import type { beginPasskeySignIn, signInByPasskey } from '../operations/sign-in-by-passkey.ts'
import type { beginElsewhere, finishElsewhere } from '../operations/sign-in-elsewhere.ts'
import type { MeansRemoval, SignInWaysView } from '../operations/sign-in-ways.ts'

/** A reader's own ways to sign in. Undefined: what was given cannot be used. */
export type WaysOperations = {
  signInWays(): Promise<SignInWaysView>
  beginPasskey(input: {
    readonly house: House
  }): Promise<{ readonly token: string; readonly options: NewPasskeyOptions } | undefined>
  addPasskey(input: {
    readonly house: House
    readonly token?: string
    readonly answer: unknown
    readonly name?: string
  }): Promise<AddedPasskey | undefined>
  removePasskey(input: { readonly id: string }): Promise<MeansRemoval | undefined>
  beginCodes(): Promise<{ readonly token: string; readonly key: CodeKey } | undefined>
  confirmCodes(input: { readonly token?: string; readonly code: string }): Promise<CodesBegun | undefined>
  renewRecoveryCodes(input: {
    readonly code: string
  }): Promise<CodeCheck | { readonly kind: 'done'; readonly recovery: readonly string[] } | undefined>
  stopCodes(input: { readonly code: string }): Promise<CodeCheck | { readonly kind: 'done' } | undefined>
  removeIdentity(input: { readonly issuer: string; readonly subject: string }): Promise<MeansRemoval | undefined>
}

type Given<Ask extends (context: never, given: never) => unknown> = (given: Parameters<Ask>[1]) => ReturnType<Ask>

/** Ways in beside the password. They open to anybody, and are told from where they were asked. */
export type WayInOperations = {
  /** What the provider is called on a button; undefined where none is set. */
  readonly providerName?: string
  beginPasskeySignIn(): ReturnType<typeof beginPasskeySignIn>
  signInByPasskey: Given<typeof signInByPasskey>
  awaitsCode(token: string | undefined): ReturnType<typeof awaitsCode>
  signInByCode: Given<typeof signInByCode>
  beginElsewhere: Given<typeof beginElsewhere>
  finishElsewhere: Given<typeof finishElsewhere>
}
