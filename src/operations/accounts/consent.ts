import { z } from 'zod'
import type { Scope } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import { isChallenge } from '../../credentials/pkce.ts'
import { hashToken, newId, newToken } from '../../credentials/token.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { noteEvent } from './note-event.ts'
import { findClient, isLoopbackUri, mayRedirectTo } from './program-clients.ts'
import { isSameResource } from './program-issuer.ts'

/** A code is redeemed at once by the program that waits for it. */
const codeMs = 120_000
const mostGrants = 50

const text = z.string().max(2_000)
/** An authorization request (OAuth 2.1 §4.1.1), and the issuer and resource of the server it came to. */
const request = z.strictObject({
  issuer: text,
  resource: text,
  clientId: text.optional(),
  redirectUri: text.optional(),
  responseType: text.optional(),
  challenge: text.optional(),
  challengeMethod: text.optional(),
  scope: text.optional(),
  state: text.optional(),
  /** What the program names as the resource. */
  target: text.optional(),
})
export type ConsentRequest = z.output<typeof request>

/** What a program asks for, or why it can't be asked. */
export type ConsentView =
  | {
      readonly kind: 'asked'
      /** What the program calls itself. */
      readonly name: string
      /** The host that serves its description, if any. */
      readonly host?: string
      /** Where the browser is sent afterwards. */
      readonly redirectHost: string
      /** True when that is the reader's own machine. */
      readonly isLocal: boolean
      /** What the program asks for; a reader may allow less, or more. */
      readonly scope: 'read' | 'write'
    }
  /** Nothing is known of this program, or it named another place to go back to: no link leads there. */
  | { readonly kind: 'unknown-client' }
  | { readonly kind: 'other-redirect'; readonly name: string }
  | ConsentRefused

/** The request can't be granted. `to`: the program's URL, which says why. */
type ConsentRefused = {
  readonly kind: 'refused'
  readonly error: ConsentError
  readonly to: string
  readonly name: string
}
type ConsentError = 'unsupported_response_type' | 'invalid_request' | 'invalid_target'

export const getConsent = defineOperation({
  name: 'get_consent',
  minRole: 'reader',
  isForPeople: true,
  summary: 'A program that requests access by OAuth: its name, URL and requested scopes',
  input: request,
  async run(context, given): Promise<ConsentView> {
    const checked = await check(context, given)
    if (checked.kind !== 'sound') return checked
    const { client, redirectUri } = checked
    return {
      kind: 'asked',
      name: client.name,
      ...defined({ host: client.host }),
      redirectHost: new URL(redirectUri).host,
      isLocal: isLoopbackUri(redirectUri),
      scope: (given.scope ?? '').split(' ').includes('write') ? 'write' : 'read',
    }
  },
})

/** Where to send the browser, or why nowhere. */
export type ConsentAnswer =
  | { readonly kind: 'answered'; readonly to: string; readonly name: string; readonly redirectHost: string }
  | Exclude<ConsentView, { kind: 'asked' }>

export const answerConsent = defineOperation({
  name: 'answer_consent',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Lets a program that requests access by OAuth read, or read and mark, or refuses it',
  input: request.extend({ may: z.enum(['read', 'write', 'nothing']) }),
  async run(context, { may, ...given }): Promise<ConsentAnswer> {
    const checked = await check(context, given)
    if (checked.kind !== 'sound') return checked
    const { client, redirectUri, challenge } = checked
    const told = { kind: 'answered', name: client.name, redirectHost: new URL(redirectUri).host } as const
    if (may === 'nothing') return { ...told, to: leadTo(redirectUri, given, { error: 'access_denied' }) }
    const { resource } = given
    const grant = { clientId: client.id, name: client.name, redirectUri, challenge, resource, scopes: [may] as const }
    const code = await oneByOne(`grants ${context.reader.id}`, () => allow(context, grant))
    return { ...told, to: leadTo(redirectUri, given, { code }) }
  },
})

type Allowed = {
  readonly clientId: string
  readonly name: string
  readonly redirectUri: string
  readonly challenge: string
  readonly resource: string
  readonly scopes: readonly Scope[]
}

/** Stores the grant and returns its code. */
async function allow(context: OperationContext, allowed: Allowed): Promise<string> {
  const { store, reader, now } = context
  const at = now()
  const id = newId()
  const code = `${id}.${newToken()}`
  const times = { createdAt: at.toISOString(), expiresAt: new Date(at.getTime() + codeMs).toISOString() }
  await store.programGrants.add(
    { id, readerId: reader.id, codeHash: hashToken(code), ...allowed, ...times },
    mostGrants,
  )
  await noteEvent(context, 'program-allowed', reader.id)
  return code
}

export const endProgram = defineOperation({
  name: 'end_program',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Revokes the access of a program; undefined if there is none',
  input: z.strictObject({ id: z.string().min(1).max(60) }),
  async run(context, { id }): Promise<true | undefined> {
    if (!(await context.store.programGrants.end(id, context.reader.id))) return undefined
    await noteEvent(context, 'program-ended', context.reader.id)
    return true
  },
})

/** Checks the program and its redirect first: until both are known, nothing leads away from here. */
async function check(context: OperationContext, given: ConsentRequest) {
  const client = given.clientId === undefined ? undefined : await findClient(context, given.clientId)
  if (!client) return { kind: 'unknown-client' } as const
  const { name } = client
  const [only] = client.redirectUris
  const redirectUri = given.redirectUri ?? (client.redirectUris.length === 1 ? only : undefined)
  if (redirectUri === undefined || !mayRedirectTo(client, redirectUri)) return { kind: 'other-redirect', name } as const
  const { challenge } = given
  const error = problemOf(given)
  if (error !== undefined || !isChallenge(challenge)) {
    const told = error ?? 'invalid_request'
    return { kind: 'refused', error: told, name, to: leadTo(redirectUri, given, { error: told }) } as const
  }
  return { kind: 'sound', client, redirectUri, challenge } as const
}

function problemOf({ responseType, challengeMethod, target, resource }: ConsentRequest): ConsentError | undefined {
  if (responseType !== 'code') return 'unsupported_response_type'
  if (challengeMethod !== 'S256') return 'invalid_request'
  return target !== undefined && !isSameResource(target, resource) ? 'invalid_target' : undefined
}

/** The program's URL with our answer in it, and with who answers (RFC 9207). */
function leadTo(
  redirectUri: string,
  { state, issuer }: ConsentRequest,
  answer: { readonly code: string } | { readonly error: string },
): string {
  const query = new URLSearchParams({ ...answer, ...defined({ state }), iss: issuer })
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}
