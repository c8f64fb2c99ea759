import { z } from 'zod'
import {
  checkNewPasskey,
  type PasskeyRefusal,
  passkeyAlgorithms,
  type RelyingParty,
} from '../../credentials/passkey.ts'
import { newToken } from '../../credentials/token.ts'
import { defineOperation } from '../operation.ts'
import { noteEvent } from './note-event.ts'
import { beginStep, takeStep } from './sign-in-step.ts'

export type { RelyingParty }

/** Given by the adapter, from the address it is reached at. */
const instance = z.object({
  rpId: z.string().min(1).max(253),
  origins: z.array(z.url()).min(1).max(5).readonly(),
})

const longestPasskeyName = 60

/** PublicKeyCredentialCreationOptions as JSON (WebAuthn §5.1.8). */
type NewPasskeyOptions = Readonly<Record<string, unknown>>

export const beginPasskey = defineOperation({
  name: 'begin_passkey',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Starts adding a passkey in the reader’s browser',
  input: z.strictObject({ instance }),
  async run(context, { instance }): Promise<{ readonly token: string; readonly options: NewPasskeyOptions }> {
    const { store, reader } = context
    const challenge = newToken()
    const token = await beginStep(context, 'new-passkey', { challenge }, { readerId: reader.id })
    const known = await store.passkeys.list(reader.id)
    const options = {
      challenge,
      rp: { id: instance.rpId, name: 'Twosource' },
      user: { id: Buffer.from(reader.id).toString('base64url'), name: reader.name, displayName: reader.name },
      pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
      timeout: 300_000,
    }
    return { token, options }
  },
})

type AddedPasskey =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: PasskeyRefusal | 'over' | 'known' | 'too-many' }

export const addPasskey = defineOperation({
  name: 'add_passkey',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Adds a passkey from the authenticator’s answer',
  input: z.strictObject({
    instance,
    token: z.string().max(100).optional(),
    answer: z.unknown(),
    name: z.string().trim().max(longestPasskeyName).optional(),
  }),
  async run(context, { instance, token, answer, name }): Promise<AddedPasskey> {
    const { store, reader, now } = context
    const result = await check()
    if (result.kind === 'refused') context.log('account', { what: 'passkey-not-added', why: result.why })
    else await noteEvent(context, 'passkey-added', reader.id)
    return result

    async function check(): Promise<AddedPasskey> {
      const step = await takeStep(context, 'new-passkey', token)
      if (!step || step.readerId !== reader.id) return { kind: 'refused', why: 'over' }
      const { challenge } = JSON.parse(step.body) as { readonly challenge: string }
      const made = await checkNewPasskey(answer, { ...instance, challenge })
      if (made.kind === 'refused') return made
      const added = await store.passkeys.add({
        ...made.passkey,
        readerId: reader.id,
        name: name ?? '',
        createdAt: now().toISOString(),
      })
      return added === 'done' ? { kind: 'done' } : { kind: 'refused', why: added }
    }
  },
})

export const removePasskey = defineOperation({
  name: 'remove_passkey',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Removes a passkey, unless it is the reader’s last sign-in method',
  input: z.strictObject({ id: z.string().min(1).max(1400) }),
  async run(context, { id }) {
    const { store, reader, provider } = context
    const removed = await store.passkeys.remove(reader.id, id, provider?.issuer)
    if (removed === 'done') await noteEvent(context, 'passkey-removed', reader.id)
    return removed
  },
})
