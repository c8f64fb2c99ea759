import type { AccountsView } from '../../src/operations/accounts/list-accounts.ts'
import type { MyAccountView } from '../../src/operations/accounts/my-account.ts'
import type { Answers } from './answers.ts'
import { consentOf, programs } from './consent.ts'

const createdAt = '2026-03-01T09:00:00.000Z'
const seenAt = '2026-03-16T06:12:00.000Z'
const expiresAt = '2026-05-30T09:00:00.000Z'
const session = { token: 'a'.repeat(43), expiresAt, device: `${'d'.repeat(16)}.${'e'.repeat(43)}` }

const owner = { id: 'owner', name: 'Mira Holm', role: 'owner', email: 'mira@example.org', createdAt } as const

export const myAccount: MyAccountView = {
  account: owner,
  hasPassword: true,
  sessions: [
    {
      id: 's1',
      readerId: 'owner',
      means: 'password',
      browser: 'Firefox, Linux',
      createdAt,
      seenAt,
      expiresAt,
      isThisOne: true,
    },
    {
      id: 's2',
      readerId: 'owner',
      means: 'password',
      browser: 'Safari, iPhone',
      createdAt,
      seenAt,
      expiresAt,
      isThisOne: false,
    },
    { id: 's3', readerId: 'owner', means: 'password', browser: '', createdAt, seenAt, expiresAt, isThisOne: false },
  ],
  tokens: [
    { id: 't1', readerId: 'owner', name: 'Evening <script>', scopes: ['read'], createdAt, seenAt, expiresAt },
    { id: 't2', readerId: 'owner', name: 'Backup', scopes: ['admin'], createdAt },
  ],
  appPasswords: [
    { id: 'a1', readerId: 'owner', name: 'Phone', createdAt },
    { id: 'a2', readerId: 'owner', name: 'Emacs', createdAt, isForFever: true },
  ],
  programs,
}

export const accounts: AccountsView = {
  hasMeans: true,
  guestsMayRead: false,
  accounts: [
    { ...owner, isYou: true, hasPassword: true, seenAt },
    { id: 'r1', name: 'Édith Ørn', role: 'reader', createdAt, isYou: false, hasPassword: true, seenAt },
    { id: 'r2', name: 'سلمى', role: 'moderator', createdAt, disabledAt: seenAt, isYou: false, hasPassword: false },
  ],
  invitations: [{ id: 'i1', readerId: 'owner', role: 'reader', note: 'for <Noor>', createdAt, expiresAt }],
  events: [
    { id: 'e1', readerId: 'r1', kind: 'signed-in', at: seenAt, name: 'Édith Ørn' },
    { id: 'e2', kind: 'sign-in-failed', at: seenAt },
    { id: 'e3', kind: 'of-a-later-version', at: createdAt },
  ],
}

/** Accounts as plain objects; every change is recorded. */
export function accountOperations(changes: unknown[]) {
  const record =
    <Answer>(name: string, answer: Answer) =>
    async (input?: unknown): Promise<Answer> => {
      changes.push([name, input])
      return answer
    }
  return {
    hasSignInMethod: async () => true,
    signIn: async ({ name, password }) => {
      if (name === 'often') return { kind: 'later', retryAfterSeconds: 300 }
      if (password !== 'right') return { kind: 'refused' }
      changes.push(['signIn', { name }])
      return { kind: 'signed-in', session, identity: owner }
    },
    signOut: record('signOut', undefined),
    checkSetupCode: async ({ token }) =>
      token === 'used'
        ? { kind: 'closed' }
        : { kind: token === undefined ? 'no-code' : token === 'wrong' ? 'wrong-code' : 'open', stage: 'new' },
    claimOwnerAccount: async ({ name }) => {
      if (name === '') return { kind: 'refused', why: 'bad-name' }
      changes.push(['setUpHouse', { name }])
      return { kind: 'entered', session }
    },
    signInByLink: async () => {
      changes.push(['enterByLink', {}])
      return { kind: 'entered', session }
    },
    findInvitation: async ({ token }) =>
      token === 'open' ? { kind: 'found', invitation: accounts.invitations[0]! } : { kind: 'none' },
    acceptInvitation: async ({ name }) => {
      if (name === 'taken') return { kind: 'refused', why: 'name-taken' }
      changes.push(['acceptInvitation', { name }])
      return { kind: 'entered', session }
    },
    reopenSession: record('openSession', session),
    get_my_account: async () => myAccount,
    rename_myself: record('renameMyself', 'done' as const),
    set_my_email: async (input) => {
      if (!/^$|@/.test(input.email)) return undefined
      changes.push(['setMyEmail', input])
      return 'done'
    },
    change_password: async ({ current }) => (current === 'right' ? 'done' : 'wrong'),
    end_session: record('endSession', 1),
    make_api_token: record('makeApiToken', { secret: 'example-secret-of-a-token', name: 'Script' }),
    get_consent: async ({ clientId }) => consentOf(clientId),
    answer_consent: async ({ clientId, may, ...rest }) => {
      changes.push(['answerConsent', { clientId, may, ...rest }])
      const asked = consentOf(clientId)
      if (asked.kind !== 'asked') return asked
      const to = `http://127.0.0.1:4111/callback?${may === 'nothing' ? 'error=access_denied' : 'code=example'}`
      return { kind: 'answered', to, name: asked.name, redirectHost: asked.redirectHost }
    },
    end_program: record('endProgram', true as const),
    revoke_api_token: record('revokeApiToken', true as const),
    make_app_password: record('makeAppPassword', { secret: 'abcde-fghjk-mnpqr-stuvw-xyz23', name: 'Phone' }),
    revoke_app_password: record('revokeAppPassword', true as const),
    export_own: async () => ({
      body: ReadableStream.from([new Uint8Array([80, 75])]),
      mediaType: 'application/zip',
      fileName: 'my-data.zip',
    }),
    remove_my_account: async ({ proof }) => (proof === 'right' ? 'done' : 'wrong'),
    list_accounts: async () => accounts,
    set_account_role: async (input) => {
      if (input.id === 'owner') return 'last-owner'
      changes.push(['setAccountRole', input])
      return 'done'
    },
    disable_account: record('disableAccount', 'done' as const),
    remove_account: record('removeAccount', 'done' as const),
    make_invitation: record('makeInvitation', { token: 'new-invitation', expiresAt }),
    take_back_invitation: record('takeBackInvitation', true as const),
    set_guests: record('setGuests', undefined),
  } satisfies Answers
}
