import type { ConsentView } from '../../src/operations/accounts/consent.ts'
import type { MyAccountView } from '../../src/operations/accounts/my-account.ts'
import { consentPage, consentProblemPage, returningPage } from '../../src/web/accounts/pages/consent.ts'
import { tokensPage } from '../../src/web/accounts/pages/tokens.ts'
import type { Reader } from '../../src/web/reader.ts'

const name = 'Assistant <b>'
const to = 'https://assistant.example/back?error=invalid_request&state=a%22b'

const createdAt = '2026-03-01T09:00:00.000Z'
const seenAt = '2026-03-16T06:12:00.000Z'

/** Programs that were allowed. */
export const programs: MyAccountView['programs'] = [
  { id: 'p1', name, scopes: ['write'], redirectHost: '127.0.0.1:4111', createdAt, seenAt },
  { id: 'p2', name: 'مساعد', scopes: ['read'], redirectHost: 'assistant.example', createdAt },
]

const account = { id: 'owner', name: 'Mira Holm', role: 'owner', createdAt } as const
const view: MyAccountView = { account, hasPassword: true, sessions: [], tokens: [], appPasswords: [], programs }

/** What a program asks for, by its client id. */
export function consentOf(clientId: string | undefined): ConsentView {
  if (clientId === undefined) return { kind: 'unknown-client' }
  if (clientId === 'elsewhere') return { kind: 'other-redirect', name }
  if (clientId === 'incomplete') return { kind: 'refused', name, error: 'invalid_request', to }
  if (clientId === 'distant')
    return {
      kind: 'asked',
      name,
      redirectHost: 'back.example',
      isLocal: false,
      scope: 'write',
      host: 'assistant.example',
    }
  return { kind: 'asked', name, redirectHost: '127.0.0.1:4111', isLocal: true, scope: 'read' }
}

const asking = (clientId: string) => (reader: Reader) => {
  const view = consentOf(clientId)
  return view.kind === 'asked' ? consentPage(view, [['state', 'a "state"']], reader) : consentProblemPage(view, reader)
}

/** The pages of programs that ask for access by OAuth. */
export const consentPages: Readonly<Record<string, (reader: Reader) => string>> = {
  'a program that asks': asking('local'),
  'a program elsewhere that asks': asking('distant'),
  'a program that names another place': asking('elsewhere'),
  'a program that asks wrongly': asking('incomplete'),
  'a program nobody knows': (reader) => consentProblemPage({ kind: 'unknown-client' }, reader),
  'back to a program': (reader) =>
    returningPage({ kind: 'answered', to, name, redirectHost: 'assistant.example' }, reader),
  'tokens and programs': (reader) => tokensPage(view, reader, {}),
}
