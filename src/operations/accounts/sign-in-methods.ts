import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { SignInMethodRemoval } from '../../store/accounts/accounts.ts'
import { defineOperation } from '../operation.ts'
import { noteEvent } from './note-event.ts'

export type { SignInMethodRemoval }

/** A reader's sign-in methods, without any secret. */
export type SignInMethodsView = {
  readonly hasPassword: boolean
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: string
    readonly seenAt?: string
  }[]
  readonly hasCodes: boolean
  readonly recoveryLeft: number
  readonly identities: readonly {
    readonly issuer: string
    readonly subject: string
    readonly name: string
    readonly createdAt: string
    readonly seenAt?: string
    /** False for a provider that is no longer configured. */
    readonly isInUse: boolean
  }[]
  /** The provider's label on a button; absent if none is configured. */
  readonly providerName?: string
}

export const getSignInWays = defineOperation({
  name: 'get_sign_in_ways',
  minRole: 'reader',
  isForPeople: true,
  summary: 'The reader’s sign-in methods',
  input: z.strictObject({}),
  async run({ store, reader, provider }): Promise<SignInMethodsView> {
    const [hash, passkeys, secret, recoveryLeft, identities] = await Promise.all([
      store.accounts.passwordHash(reader.id),
      store.passkeys.list(reader.id),
      store.codes.secret(reader.id),
      store.codes.countRecovery(reader.id),
      store.identities.list(reader.id),
    ])
    return {
      hasPassword: hash !== undefined,
      passkeys: passkeys.map(({ id, name, createdAt, seenAt }) => ({
        id,
        name,
        createdAt,
        ...defined({ seenAt }),
      })),
      hasCodes: secret !== undefined,
      recoveryLeft,
      identities: identities.map(({ readerId: _, ...identity }) => ({
        ...identity,
        isInUse: identity.issuer === provider?.issuer,
      })),
      ...defined({ providerName: provider?.name }),
    }
  },
})

export const removeIdentity = defineOperation({
  name: 'remove_identity',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Unlinks the reader’s identity at a provider, unless it is their last sign-in method',
  input: z.strictObject({ issuer: z.string().min(1).max(2000), subject: z.string().min(1).max(300) }),
  async run(context, { issuer, subject }): Promise<SignInMethodRemoval> {
    const { store, reader, provider } = context
    const removed = await store.identities.remove(reader.id, issuer, subject, provider?.issuer)
    if (removed === 'done') await noteEvent(context, 'identity-unlinked', reader.id)
    return removed
  },
})
