import { defined } from '../../core/defined.ts'
import { newId } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'

/** Events of accounts that the owner can review. */
type EventKind =
  | 'house-claimed'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'password-changed'
  | 'account-added'
  | 'account-removed'
  | 'account-disabled'
  | 'account-enabled'
  | 'role-changed'
  | 'invitation-made'
  | 'invitation-taken-back'
  | 'token-made'
  | 'token-revoked'
  | 'program-allowed'
  | 'program-ended'
  | 'program-reused'
  | 'app-password-made'
  | 'app-password-revoked'
  | 'feed-address-made'
  | 'feed-address-ended'
  | 'data-taken'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-cloned'
  | 'codes-on'
  | 'codes-off'
  | 'recovery-codes-made'
  | 'identity-linked'
  | 'identity-unlinked'

/** Records an account event in the log and for the owner: id and kind only, never a name, an address or a secret. */
export async function noteEvent(
  { store, now, log }: Pick<OperationContext, 'store' | 'now' | 'log'>,
  kind: EventKind,
  readerId?: string,
): Promise<void> {
  log('account', { what: kind, ...defined({ account: readerId }) })
  await store.securityEvents.add({ id: newId(), kind, at: now().toISOString(), ...defined({ readerId }) })
}
