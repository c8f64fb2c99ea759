import { type Account, accountName, maxAccountNameLength } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import type { OidcFlow, OidcIdentity, OidcRefusal } from '../../credentials/oidc.ts'
import { newId } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { permit } from '../run.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { noteEvent } from './note-event.ts'
import type { SignedIn, SignInContext } from './sign-in.ts'
import { beginStep, takeStep } from './sign-in-step.ts'

type ProviderSignInContext = SignInContext & Pick<OperationContext, 'provider'>

type ProviderSignInBegun =
  | { readonly kind: 'begun'; readonly url: string; readonly token: string }
  | { readonly kind: 'unreachable' }

type Begun = { readonly flow: OidcFlow; readonly back: string }

/**
 * Sends a browser to the provider, to sign in or to link the identity to a signed-in reader's account. Undefined when no provider is
 * configured.
 */
export async function beginProviderSignIn(
  context: ProviderSignInContext,
  { back, linkTo }: { readonly back: string; readonly linkTo?: ReaderIdentity },
): Promise<ProviderSignInBegun | undefined> {
  if (linkTo) permit({ reader: linkTo }, { name: 'linkIdentity', minRole: 'reader', isForPeople: true })
  const begun = await context.provider?.begin()
  if (begun?.kind !== 'begun') return begun
  const body: Begun = { flow: begun.flow, back }
  const token = await beginStep(context, 'elsewhere', body, { ...defined({ readerId: linkTo?.id }), minutes: 10 })
  return { kind: 'begun', url: begun.url, token }
}

export type ProviderSignInResult =
  | (SignedIn & { readonly back: string })
  | { readonly kind: 'linked'; readonly back: string }
  | { readonly kind: 'taken'; readonly back: string }
  | { readonly kind: 'refused'; readonly why: OidcRefusal | 'over' | 'not-linked' | 'disabled' | 'other-reader' }

/**
 * Handles the browser's return from the provider. An identity only opens the account it was linked to, never one with the same email
 * address or name. A new identity gets an account only if the owner allows it.
 */
export async function finishProviderSignIn(
  context: ProviderSignInContext,
  given: {
    readonly token: string | undefined
    readonly query: URLSearchParams
    readonly browser: string
    /** Who is signed in in this browser. */
    readonly reader?: ReaderIdentity
    readonly previous?: string
  },
): Promise<ProviderSignInResult> {
  const result = await finish(context, given)
  if (result.kind === 'refused') {
    context.log('account', { what: 'elsewhere-refused', why: result.why })
    await noteEvent(context, 'sign-in-failed')
  }
  return result
}

async function finish(
  context: ProviderSignInContext,
  given: Parameters<typeof finishProviderSignIn>[1],
): Promise<ProviderSignInResult> {
  const { provider } = context
  const step = await takeStep(context, 'elsewhere', given.token)
  if (!step || !provider) return { kind: 'refused', why: 'over' }
  const { flow, back } = JSON.parse(step.body) as Begun
  const answer = await provider.finish(given.query, flow)
  if (answer.kind === 'refused') return answer
  if (step.readerId === undefined) return enter(context, answer.identity, back, given)
  // Only the reader who began linking, still signed in, may finish it.
  if (given.reader?.id !== step.readerId || given.reader.isProgram) return { kind: 'refused', why: 'other-reader' }
  return link(context, answer.identity, step.readerId, back)
}

async function enter(
  context: ProviderSignInContext,
  identity: OidcIdentity,
  back: string,
  given: Parameters<typeof finishProviderSignIn>[1],
): Promise<ProviderSignInResult> {
  const { store, now } = context
  const found = await store.identities.find(identity.issuer, identity.subject)
  const account = found?.account ?? (await newReader(context, identity))
  if (!account) return { kind: 'refused', why: 'not-linked' }
  if (account.disabledAt !== undefined) return { kind: 'refused', why: 'disabled' }
  await store.identities.touch(identity.issuer, identity.subject, now().toISOString())
  return { ...(await completeSignIn(context, account, 'elsewhere', given)), back }
}

async function link(
  context: ProviderSignInContext,
  identity: OidcIdentity,
  readerId: string,
  back: string,
): Promise<ProviderSignInResult> {
  const { store, now } = context
  const added = await store.identities.add({ ...identity, readerId, createdAt: now().toISOString() })
  if (added === 'taken') return { kind: 'taken', back }
  await noteEvent(context, 'identity-linked', readerId)
  return { kind: 'linked', back }
}

/** A new reader for an unknown identity, if the owner lets the provider add readers. */
async function newReader(context: ProviderSignInContext, identity: OidcIdentity): Promise<Account | undefined> {
  const { store, now, provider } = context
  if (!provider?.bringsNewReaders) return undefined
  const createdAt = now().toISOString()
  const account = await addReader(context, identity.name)
  if (!account) return undefined
  const added = await store.identities.add({ ...identity, readerId: account.id, createdAt })
  if (added === 'done') return account
  // A concurrent sign-in created the account first.
  await store.readerRows.remove(account.id, 'remove')
  return (await store.identities.find(identity.issuer, identity.subject))?.account
}

/** Adds a reader under a name, with a number appended if the name is taken; an existing account is never handed over. */
async function addReader(context: SignInContext, given: string): Promise<Account | undefined> {
  const { store, now } = context
  const plain = accountName([...given].slice(0, maxAccountNameLength - 4).join('')) ?? 'reader'
  for (let number = 1; number <= 100; number++) {
    const name = number === 1 ? plain : `${plain} ${number}`
    const account: Account = { id: newId(), name, role: 'reader', createdAt: now().toISOString() }
    if ((await store.accounts.add(account)) !== 'done') continue
    await noteEvent(context, 'account-added', account.id)
    return account
  }
  return undefined
}
