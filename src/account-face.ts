import { acceptInvitation, findInvitation } from './operations/accept-invitation.ts'
import { makeApiToken, makeAppPassword, revokeApiToken, revokeAppPassword } from './operations/access-keys.ts'
import { disableAccount, setAccountRole, setGuests } from './operations/change-account.ts'
import { exportOwn } from './operations/export-own.ts'
import { makeInvitation, takeBackInvitation } from './operations/invite.ts'
import { removeAccount, removeMyAccount } from './operations/leave-house.ts'
import { listAccounts } from './operations/list-accounts.ts'
import { changePassword, endSession, getMyAccount, renameMyself, setMyEmail } from './operations/my-account.ts'
import { openSession } from './operations/open-session.ts'
import type { Ask, Need, OperationContext } from './operations/operation.ts'
import { canSetUp, enterByLink, setUpHouse } from './operations/set-up-house.ts'
import { signIn } from './operations/sign-in.ts'
import { signOut } from './operations/sign-out.ts'
import type { AccountOperations } from './web/account-operations.ts'
import type { EntryOperations } from './web/entry-operations.ts'

/** Joins the pages of accounts to what they ask for. */
export function accountFace(context: OperationContext, ask: Ask, need: Need): AccountOperations & EntryOperations {
  return {
    hasMeans: () => context.store.accounts.hasMeans(),
    signIn: (given) => signIn(context, given),
    signOut: ({ token }) => signOut(context, token),
    canSetUp: (given) => canSetUp(context, given),
    setUpHouse: (given) => setUpHouse(context, given),
    enterByLink: (given) => enterByLink(context, given),
    findInvitation: (given) => findInvitation(context, given),
    acceptInvitation: (given) => acceptInvitation(context, given),
    openSession: ({ means, browser }) => openSession(context, context.reader.id, means, browser),
    myAccount: ask(getMyAccount),
    renameMyself: ask(renameMyself),
    setMyEmail: ask(setMyEmail),
    changePassword: ask(changePassword),
    endSession: ask(endSession),
    makeApiToken: ask(makeApiToken),
    revokeApiToken: ask(revokeApiToken),
    makeAppPassword: ask(makeAppPassword),
    revokeAppPassword: ask(revokeAppPassword),
    exportOwn: () => need(exportOwn)(),
    removeMyAccount: ask(removeMyAccount),
    accounts: () => need(listAccounts)(),
    setAccountRole: ask(setAccountRole),
    disableAccount: ask(disableAccount),
    removeAccount: ask(removeAccount),
    makeInvitation: ask(makeInvitation),
    takeBackInvitation: ask(takeBackInvitation),
    setGuests: ask(setGuests),
  }
}
