import { type Account, accountName, maxAccountNameLength } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import type { OidcFlow, OidcIdentity, OidcRefusal } from '../../credentials/oidc.ts'
import { newId } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { permit } from '../permit.ts'
import { admit } from './admit.ts'
import { noteEvent } from './note-event.ts'
import type { Entrance, SignedIn } from './sign-in.ts'
import { beginStep, takeStep } from './sign-in-step.ts'

/** As an entrance, with the provider that is asked. */
export type ProviderEntrance = Entrance & Pick<OperationContext, 'provider'>

export type BegunElsewhere =
  | { readonly kind: 'begun'; readonly url: string; readonly token: string }
  | { readonly kind: 'unreachable' }

type Begun = { readonly flow: OidcFlow; readonly back: string }

/**
 * Sends a browser to the provider: to sign in, or to link who they are there to the account of a reader who is signed in. Undefined
 * where no provider is set.
 */
export async function beginElsewhere(
  context: ProviderEntrance,
  { back, linkTo }: { readonly back: string; readonly linkTo?: ReaderIdentity },
): Promise<BegunElsewhere | undefined> {
  if (linkTo) permit({ reader: linkTo }, { name: 'linkIdentity', least: 'reader', isForPeople: true })
  const begun = await context.provider?.begin()
  if (begun?.kind !== 'begun') return begun
  const body: Begun = { flow: begun.flow, back }
  const token = await beginStep(context, 'elsewhere', body, { ...defined({ readerId: linkTo?.id }), minutes: 10 })
  return { kind: 'begun', url: begun.url, token }
}

export type ElsewhereResult =
  | (SignedIn & { readonly back: string })
  | { readonly kind: 'linked'; readonly back: string }
  | { readonly kind: 'taken'; readonly back: string }
  | { readonly kind: 'refused'; readonly why: OidcRefusal | 'over' | 'not-linked' | 'disabled' | 'other-reader' }

/**
 * Takes what a browser brings back from the provider. An identity opens the account it was linked to, and none else: neither an
 * address nor a name that is the same makes it anybody's. One that is new makes an account only where the owner lets it.
 */
export async function finishElsewhere(
  context: ProviderEntrance,
  given: {
    readonly token: string | undefined
    readonly query: URLSearchParams
    readonly browser: string
    /** Who this browser is signed in as. */
    readonly reader?: ReaderIdentity
    readonly previous?: string
  },
): Promise<ElsewhereResult> {
  const result = await finish(context, given)
  if (result.kind === 'refused') {
    context.log('account', { what: 'elsewhere-refused', why: result.why })
    await noteEvent(context, 'sign-in-failed')
  }
  return result
}

async function finish(
  context: ProviderEntrance,
  given: Parameters<typeof finishElsewhere>[1],
): Promise<ElsewhereResult> {
  const { provider } = context
  const step = await takeStep(context, 'elsewhere', given.token)
  if (!step || !provider) return { kind: 'refused', why: 'over' }
  const { flow, back } = JSON.parse(step.body) as Begun
  const answer = await provider.finish(given.query, flow)
  if (answer.kind === 'refused') return answer
  if (step.readerId === undefined) return enter(context, answer.identity, back, given)
  // Who began to link and signed out, or in as somebody else, meanwhile links nothing.
  if (given.reader?.id !== step.readerId || given.reader.isProgram) return { kind: 'refused', why: 'other-reader' }
  return link(context, answer.identity, step.readerId, back)
}

async function enter(
  context: ProviderEntrance,
  identity: OidcIdentity,
  back: string,
  given: Parameters<typeof finishElsewhere>[1],
): Promise<ElsewhereResult> {
  const { store, now } = context
  const found = await store.identities.find(identity.issuer, identity.subject)
  const account = found?.account ?? (await newReader(context, identity))
  if (!account) return { kind: 'refused', why: 'not-linked' }
  if (account.disabledAt !== undefined) return { kind: 'refused', why: 'disabled' }
  await store.identities.touch(identity.issuer, identity.subject, now().toISOString())
  return { ...(await admit(context, account, 'elsewhere', given)), back }
}

async function link(
  context: ProviderEntrance,
  identity: OidcIdentity,
  readerId: string,
  back: string,
): Promise<ElsewhereResult> {
  const { store, now } = context
  const added = await store.identities.add({ ...identity, readerId, createdAt: now().toISOString() })
  if (added === 'taken') return { kind: 'taken', back }
  await noteEvent(context, 'identity-linked', readerId)
  return { kind: 'linked', back }
}

/** A reader for somebody whom nobody here is yet, where the owner lets the provider bring new readers. */
async function newReader(context: ProviderEntrance, identity: OidcIdentity): Promise<Account | undefined> {
  const { store, now, provider } = context
  if (!provider?.bringsNewReaders) return undefined
  const createdAt = now().toISOString()
  const account = await addReader(context, identity.name)
  if (!account) return undefined
  const added = await store.identities.add({ ...identity, readerId: account.id, createdAt })
  if (added === 'done') return account
  // Somebody was quicker, in another window: theirs is the account.
  await store.readerRows.remove(account.id, 'remove')
  return (await store.identities.find(identity.issuer, identity.subject))?.account
}

/** Adds a reader under a name, or that name and a number where somebody has it: a name that is taken is never handed over. */
async function addReader(context: Entrance, given: string): Promise<Account | undefined> {
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
