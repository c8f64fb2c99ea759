import { beginCodes, confirmCodes, renewRecoveryCodes, stopCodes } from './operations/manage-codes.ts'
import { addPasskey, beginPasskey, removePasskey } from './operations/manage-passkeys.ts'
import type { Ask, Need, OperationContext } from './operations/operation.ts'
import { awaitsCode, signInByCode } from './operations/sign-in-by-code.ts'
import { beginPasskeySignIn, signInByPasskey } from './operations/sign-in-by-passkey.ts'
import { beginElsewhere, finishElsewhere } from './operations/sign-in-elsewhere.ts'
import { getSignInWays, removeIdentity } from './operations/sign-in-ways.ts'
import type { WayInOperations, WaysOperations } from './web/ways-operations.ts'

/** Joins the pages of the ways to sign in to what they ask for. */
export function waysFace(context: OperationContext, ask: Ask, need: Need): WaysOperations & WayInOperations {
  return {
    ...(context.provider && { providerName: context.provider.name }),
    beginPasskeySignIn: () => beginPasskeySignIn(context),
    signInByPasskey: (given) => signInByPasskey(context, given),
    awaitsCode: (token) => awaitsCode(context, token),
    signInByCode: (given) => signInByCode(context, given),
    beginElsewhere: (given) => beginElsewhere(context, given),
    finishElsewhere: (given) => finishElsewhere(context, given),
    signInWays: () => need(getSignInWays)(),
    beginPasskey: ask(beginPasskey),
    addPasskey: ask(addPasskey),
    removePasskey: ask(removePasskey),
    beginCodes: () => need(beginCodes)(),
    confirmCodes: ask(confirmCodes),
    renewRecoveryCodes: ask(renewRecoveryCodes),
    stopCodes: ask(stopCodes),
    removeIdentity: ask(removeIdentity),
  }
}
