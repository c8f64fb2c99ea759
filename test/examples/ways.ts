import type { SignInMethodsView } from '../../src/operations/accounts/sign-in-methods.ts'
import type { Answers } from './answers.ts'

const createdAt = '2026-03-01T09:00:00.000Z'
const seenAt = '2026-03-16T06:12:00.000Z'

export const signInWays: SignInMethodsView = {
  hasPassword: true,
  passkeys: [
    { id: 'passkey-1', name: 'Phone <b>', createdAt, seenAt },
    { id: 'passkey-2', name: '', createdAt },
  ],
  hasCodes: true,
  recoveryLeft: 9,
  identities: [
    { issuer: 'https://id.example/', subject: 'subject-1', name: 'Mira & co', createdAt, seenAt, isInUse: true },
    { issuer: 'https://old.example/', subject: 'subject-2', name: '', createdAt, isInUse: false },
  ],
  providerName: 'Varn <ID>',
}

const key = { link: 'otpauth://totp/Twosource:Mira?secret=GEZDGNBVGY3TQOJQ', typed: 'GEZD GNBV GY3T QOJQ' }
const recovery = Array.from({ length: 10 }, (_, index) => `AAAA BBBB CCCC DDD${'ABCDEFGHIJ'[index]}`)

/** The ways to sign in as plain objects; every change is recorded. */
export function waysOperations(changes: unknown[]) {
  const record =
    <Answer>(name: string, answer: Answer) =>
    async (input?: unknown): Promise<Answer> => {
      changes.push([name, input])
      return answer
    }
  return {
    beginPasskeySignIn: async () => ({ token: 'a'.repeat(43), challenge: 'b'.repeat(43) }),
    signInByPasskey: async () => ({ kind: 'refused', why: 'unknown-passkey' }),
    isAtCodeStep: async () => true,
    signInByCode: async () => ({ kind: 'refused' }),
    beginProviderSignIn: async () => ({
      kind: 'begun',
      url: 'https://id.example/authorize?a=1&b=2',
      token: 'c'.repeat(43),
    }),
    finishProviderSignIn: async () => ({ kind: 'refused', why: 'not-linked' }),
    get_sign_in_ways: async () => signInWays,
    begin_passkey: record('beginPasskey', { token: 'd'.repeat(43), options: {} }),
    add_passkey: record('addPasskey', { kind: 'refused' as const, why: 'over' as const }),
    remove_passkey: record('removePasskey', 'last-means' as const),
    begin_codes: async () => ({ token: 'e'.repeat(43), key }),
    confirm_codes: async ({ code }) => (code === '287082' ? { kind: 'done', recovery } : { kind: 'wrong', key }),
    renew_recovery_codes: record('renewRecoveryCodes', { kind: 'done' as const, recovery }),
    stop_codes: record('stopCodes', { kind: 'wrong' as const }),
    remove_identity: record('removeIdentity', 'done' as const),
  } satisfies Answers
}
