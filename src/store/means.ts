import { codeStore } from './codes.ts'
import type { Engine } from './engine.ts'
import type { MeansStores } from './means-stores.ts'
import { identityStore } from './outside-identities.ts'
import { passkeyStore } from './passkeys.ts'
import { stepStore } from './sign-in-steps.ts'

/** What readers sign in with beside a password, over a database. */
export function meansStores(engine: Engine): MeansStores {
  return {
    passkeys: passkeyStore(engine),
    codes: codeStore(engine),
    identities: identityStore(engine),
    steps: stepStore(engine),
  }
}
