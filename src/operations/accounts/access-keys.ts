import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { type Scope, scopes } from '../../core/account.ts'
import { feverHashes } from '../../credentials/fever-key.ts'
import { hashToken, newId, newToken } from '../../credentials/token.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { noteEvent } from './note-event.ts'

const DAY_MS = 86_400_000
const mostKeys = 50
const name = z.string().trim().min(1).max(60)
const id = z.string().min(1).max(60)

/** A new secret; it is stored only as a hash and shown this once. */
export type KeyMade = { readonly secret: string; readonly name: string }

export const makeApiToken = defineOperation({
  name: 'make_api_token',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Creates a token with which a program acts for the reader; undefined if there are already fifty',
  input: z.strictObject({
    name,
    scopes: z.array(z.enum(scopes)).min(1),
    days: z.number().int().min(1).max(3650).optional(),
  }),
  run: (context, given) => oneByOne(`keys ${context.reader.id}`, () => makeToken(context, given)),
})

async function makeToken(
  context: OperationContext,
  {
    name,
    scopes,
    days,
  }: { readonly name: string; readonly scopes: readonly Scope[]; readonly days?: number | undefined },
): Promise<KeyMade | undefined> {
  const { store, reader, now } = context
  if ((await store.accessKeys.listTokens(reader.id)).length >= mostKeys) return undefined
  const secret = newToken()
  const at = now()
  const expiresAt = days === undefined ? {} : { expiresAt: new Date(at.getTime() + days * DAY_MS).toISOString() }
  const token = { id: newId(), readerId: reader.id, name, scopes, createdAt: at.toISOString(), ...expiresAt }
  await store.accessKeys.addToken(token, hashToken(secret))
  await noteEvent(context, 'token-made', reader.id)
  return { secret, name }
}

export const revokeApiToken = defineOperation({
  name: 'revoke_api_token',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Revokes one of the reader’s tokens; undefined if there is none',
  input: z.strictObject({ id }),
  async run(context, { id }): Promise<true | undefined> {
    if (!(await context.store.accessKeys.remove('token', context.reader.id, id))) return undefined
    await noteEvent(context, 'token-revoked', context.reader.id)
    return true
  },
})

export const makeAppPassword = defineOperation({
  name: 'make_app_password',
  minRole: 'reader',
  isForPeople: true,
  summary:
    'Creates a password for one feed reader app, which allows nothing else; undefined if there are already fifty',
  input: z.strictObject({
    name,
    /** Also valid for the Fever API, whose key is weaker: MD5 of name and password. */
    isForFever: z.boolean().optional(),
  }),
  run: (context, given) => oneByOne(`keys ${context.reader.id}`, () => makePassword(context, given)),
})

async function makePassword(
  context: OperationContext,
  { name, isForFever }: { readonly name: string; readonly isForFever?: boolean | undefined },
): Promise<KeyMade | undefined> {
  const { store, reader, now } = context
  if ((await store.accessKeys.appPasswords(reader.id)).length >= mostKeys) return undefined
  const letters = typedSecret()
  const made = { id: newId(), readerId: reader.id, name, createdAt: now().toISOString() }
  const secret = letters.replace(/.{5}(?=.)/g, '$&-')
  const account = isForFever ? await store.accounts.find(reader.id) : undefined
  await store.accessKeys.addAppPassword(made, hashToken(letters), account ? feverHashes(account.name, secret) : [])
  await noteEvent(context, 'app-password-made', reader.id)
  return { secret, name }
}

export const revokeAppPassword = defineOperation({
  name: 'revoke_app_password',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Revokes the password of a feed reader app; undefined if there is none',
  input: z.strictObject({ id }),
  async run(context, { id }): Promise<true | undefined> {
    if (!(await context.store.accessKeys.remove('app-password', context.reader.id, id))) return undefined
    await noteEvent(context, 'app-password-revoked', context.reader.id)
    return true
  },
})

// Without characters that are easily confused when typed from another screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A secret of 25 characters, 123 bits. */
function typedSecret(): string {
  return Array.from({ length: 25 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
