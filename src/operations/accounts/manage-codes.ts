import { z } from 'zod'
import {
  codeKeyOf,
  codeStep,
  foldRecoveryCode,
  newCodeSecret,
  newRecoveryCodes,
} from '../../credentials/one-time-code.ts'
import { hashToken } from '../../credentials/token.ts'
import { defineOperation } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { type CodeCheckResult, checkCode } from './check-code.ts'
import { noteEvent } from './note-event.ts'
import { beginStep, findStep, takeStep } from './sign-in-step.ts'

/** Long enough to install an app first. */
const setupMinutes = 15
const code = z.string().trim().min(1).max(40)

/** The key of an authenticator app, shown only during setup. */
export type CodeKey = { readonly link: string; readonly typed: string }

export const beginCodes = defineOperation({
  name: 'begin_codes',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Creates a key for the reader’s authenticator app; undefined if they have one',
  input: z.strictObject({}),
  async run(context): Promise<{ readonly token: string; readonly key: CodeKey } | undefined> {
    const { store, reader } = context
    if ((await store.codes.secret(reader.id)) !== undefined) return undefined
    const secret = newCodeSecret()
    const token = await beginStep(context, 'new-device', { secret }, { readerId: reader.id, minutes: setupMinutes })
    return { token, key: codeKeyOf(secret, reader.name, 'Twosource') }
  },
})

type CodesBegun =
  /** The recovery codes are shown only this once. */
  | { readonly kind: 'done'; readonly recovery: readonly string[] }
  /** The code doesn't match the key; another try is allowed. */
  | { readonly kind: 'wrong'; readonly key: CodeKey }
  | { readonly kind: 'over' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export const confirmCodes = defineOperation({
  name: 'confirm_codes',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Turns on one-time codes at sign-in, after a correct code',
  input: z.strictObject({ token: z.string().max(100).optional(), code }),
  async run(context, { token, code }): Promise<CodesBegun> {
    const { store, reader, now } = context
    const step = await findStep(context, 'new-device', token)
    if (!step || step.readerId !== reader.id) return { kind: 'over' }
    const gate = await countTry(context, 'code', reader.id, '')
    if (gate.kind === 'later') return gate
    const { secret } = JSON.parse(step.body) as { readonly secret: string }
    const at = codeStep(secret, code, now())
    if (at === undefined) return { kind: 'wrong', key: codeKeyOf(secret, reader.name, 'Twosource') }
    await takeStep(context, 'new-device', token)
    const recovery = newRecoveryCodes()
    const hashes = recovery.map(hashOf)
    if (!(await store.codes.begin(reader.id, secret, at, hashes, now().toISOString()))) return { kind: 'over' }
    await gate.forget()
    await noteEvent(context, 'codes-on', reader.id)
    return { kind: 'done', recovery }
  },
})

export const renewRecoveryCodes = defineOperation({
  name: 'renew_recovery_codes',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Replaces all recovery codes with new ones, with a valid code',
  input: z.strictObject({ code }),
  async run(
    context,
    { code },
  ): Promise<CodeCheckResult | { readonly kind: 'done'; readonly recovery: readonly string[] }> {
    const { store, reader } = context
    const check = await checkCode(context, reader.id, code)
    if (check.kind !== 'right') return check
    const recovery = newRecoveryCodes()
    await store.codes.replaceRecovery(reader.id, recovery.map(hashOf))
    await noteEvent(context, 'recovery-codes-made', reader.id)
    return { kind: 'done', recovery }
  },
})

export const stopCodes = defineOperation({
  name: 'stop_codes',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Turns off one-time codes at sign-in, with a valid code',
  input: z.strictObject({ code }),
  async run(context, { code }) {
    const { store, reader } = context
    const check = await checkCode(context, reader.id, code)
    if (check.kind !== 'right') return check
    await store.codes.remove(reader.id)
    await noteEvent(context, 'codes-off', reader.id)
    return { kind: 'done' as const }
  },
})

function hashOf(code: string): string {
  return hashToken(foldRecoveryCode(code)!)
}
