import type { Context } from 'hono'
import { nth } from '../../core/nth.ts'
import type { Html } from '../layout/html.ts'
import type { PasskeyPlace } from '../layout/pass-key.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { otherSignInMethods } from './pages/sign-in-steps.ts'
import { isAtPasskeySite, passkeySite } from './passkey-site.ts'

/** Where passkeys can be used from the page of this request. */
export function passkeyPlace(context: Context, baseUrl: string | undefined): PasskeyPlace {
  const instance = passkeySite(context, baseUrl)
  if (!instance) return { kind: 'nowhere' }
  return isAtPasskeySite(context, instance) ? { kind: 'here' } : { kind: 'at', origin: nth(instance.origins, 0) }
}

/** The other sign-in methods, shown below the password form. */
export function otherSignInMethodsFor(context: Context, options: WebOptions, back: string): Html {
  const place = passkeyPlace(context, options.baseUrl)
  return otherSignInMethods(readerOf(context, options), place, options.providerName, back)
}
