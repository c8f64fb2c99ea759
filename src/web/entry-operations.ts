import type { acceptInvitation, findInvitation } from '../operations/accept-invitation.ts'
import type { OpenedSession } from '../operations/open-session.ts'
import type { canSetUp, enterByLink, setUpHouse } from '../operations/set-up-house.ts'
import type { signIn } from '../operations/sign-in.ts'

type Given<Ask extends (context: never, given: never) => unknown> = (given: Parameters<Ask>[1]) => ReturnType<Ask>

/** How somebody comes in. They open to anybody, and are told from where they were asked. */
export type EntryOperations = {
  /** False: nobody has a means to sign in yet. */
  hasMeans(): Promise<boolean>
  signIn: Given<typeof signIn>
  signOut(input: { readonly token: string }): Promise<void>
  canSetUp: Given<typeof canSetUp>
  setUpHouse: Given<typeof setUpHouse>
  enterByLink: Given<typeof enterByLink>
  findInvitation: Given<typeof findInvitation>
  acceptInvitation: Given<typeof acceptInvitation>
  /** A new session for who asks, in the place of one that ended. */
  openSession(input: { readonly means: string; readonly browser: string }): Promise<OpenedSession>
}
