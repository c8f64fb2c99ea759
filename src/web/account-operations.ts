import type { Scope } from '../core/account.ts'
import type { KeyMade } from '../operations/access-keys.ts'
import type { OwnData } from '../operations/export-own.ts'
import type { InvitationMade } from '../operations/invite.ts'
import type { Leaving } from '../operations/leave-house.ts'
import type { AccountsView } from '../operations/list-accounts.ts'
import type { AccountChange, MyAccountView, PasswordChange } from '../operations/my-account.ts'

type Words = 'remove' | 'keep-unnamed'

/** One's own account, and the accounts of the house. Undefined: what was asked for is not there, or cannot be. */
export type AccountOperations = {
  myAccount(input: { readonly sessionId?: string }): Promise<MyAccountView | undefined>
  renameMyself(input: { readonly name: string }): Promise<AccountChange | 'bad-name' | undefined>
  setMyEmail(input: { readonly email: string }): Promise<AccountChange | undefined>
  changePassword(input: { readonly current: string; readonly next: string }): Promise<PasswordChange | undefined>
  endSession(input: { readonly id: string } | { readonly allBut: string }): Promise<number | undefined>
  makeApiToken(input: { readonly name: string; readonly scopes: readonly Scope[] }): Promise<KeyMade | undefined>
  revokeApiToken(input: { readonly id: string }): Promise<true | undefined>
  makeAppPassword(input: { readonly name: string; readonly isForFever?: boolean }): Promise<KeyMade | undefined>
  revokeAppPassword(input: { readonly id: string }): Promise<true | undefined>
  exportOwn(): Promise<OwnData>
  removeMyAccount(input: { readonly proof: string; readonly words: Words }): Promise<Leaving | undefined>

  accounts(): Promise<AccountsView>
  setAccountRole(input: { readonly id: string; readonly role: string }): Promise<AccountChange | undefined>
  disableAccount(input: { readonly id: string; readonly isDisabled: boolean }): Promise<AccountChange | undefined>
  removeAccount(input: { readonly id: string; readonly words: Words }): Promise<Leaving | undefined>
  makeInvitation(input: {
    readonly role: string
    readonly days: number
    readonly note: string
  }): Promise<InvitationMade | undefined>
  takeBackInvitation(input: { readonly id: string }): Promise<true | undefined>
  setGuests(input: { readonly mayRead: boolean }): Promise<unknown>
}
