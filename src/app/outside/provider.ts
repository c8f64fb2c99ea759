import { defined } from '../../core/defined.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { OidcFetch } from '../../credentials/oidc.ts'
import { createHttp, type Http, type HttpSettings } from '../../http/client.ts'
import type { IdentityProvider } from '../../operations/operation.ts'
import type { Config } from '../config/config.ts'

const MOST_BYTES = 1_048_576

/**
 * The configured identity provider, over our HTTP client. It alone may be in a private network, since the owner named it: other hosts its
 * documents point to may not. Undefined when none is configured.
 */
export async function openProvider(
  config: Config,
  settings: HttpSettings,
): Promise<{ readonly provider: IdentityProvider; readonly close: () => void } | undefined> {
  const { TWOSOURCE_OIDC_ISSUER: issuer, TWOSOURCE_OIDC_CLIENT_ID: clientId, TWOSOURCE_BASE_URL: baseUrl } = config
  if (issuer === undefined || clientId === undefined || baseUrl === undefined) return undefined
  const origin = new URL(issuer).origin
  const guarded = createHttp(settings)
  const named = createHttp({ ...settings, allowPrivate: true, allowPorts: 'any' })
  const { oidcClient } = await import('../../credentials/oidc.ts')
  const { providerReturnPath } = await import('../../web/accounts/sign-in-step-routes.ts')
  const client = oidcClient({
    issuer,
    clientId,
    clientSecret: config.TWOSOURCE_OIDC_CLIENT_SECRET,
    redirectUri: `${baseUrl}${providerReturnPath}`,
    fetch: fetchOver((url) => (new URL(url).origin === origin ? named : guarded)),
  })
  return {
    provider: {
      ...client,
      name: new URL(issuer).hostname,
      bringsNewReaders: config.TWOSOURCE_NEW_READERS,
    },
    close() {
      guarded.close()
      named.close()
    },
  }
}

/** `fetch` for the provider's client, over our HTTP client. */
function fetchOver(httpFor: (url: string) => Http): OidcFetch {
  return async (url, { method, headers, body, signal }) => {
    const http = httpFor(url)
    const limits = { maxBytes: MOST_BYTES, ...defined({ signal }) }
    const given = Object.fromEntries(new Headers(headers))
    if (method === 'GET') return responseOf(await http.get(url, { ...limits, accept: given.accept ?? '*/*' }), url)
    if (method !== 'POST') throw new TypeError(`The provider is not asked by ${method}`)
    const bytes = new TextEncoder().encode(body === null || body === undefined ? '' : String(body))
    const isForm = body instanceof URLSearchParams && !('content-type' in given)
    const sent = isForm ? { ...given, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } : given
    return responseOf(await http.post(url, { ...limits, headers: sent, body: bytes }), url)
  }
}

/** A network failure throws, as fetch does; an unsuccessful status has no body. */
function responseOf(fetched: FetchResult, url: string): Response {
  if (fetched.kind === 'ok') {
    // A document reached by a redirect is not the requested one.
    if (new URL(fetched.url).href !== new URL(url).href)
      throw new TypeError('The sign-in provider redirected to another URL')
    const headers = { 'content-type': fetched.contentType }
    return new Response(Uint8Array.from(fetched.body), { status: fetched.status, headers })
  }
  if ('status' in fetched && fetched.status >= 400) return new Response(null, { status: fetched.status })
  throw new TypeError(`The sign-in provider can’t be reached: ${fetched.kind}`)
}
