import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** An honest OpenID Connect provider on loopback, which lets in anybody by the name they type. */
export type HonestProvider = {
  readonly issuer: string
  /** The settings of an instance that asks it. */
  settings(origin: string): Readonly<Record<string, string>>
  close(): Promise<void>
}

const clientId = 'twosource'
const clientSecret = 'a secret that both of them know, long enough'

/** Starts one. Its client is the instance that asks for its settings. */
export async function startProvider(): Promise<HonestProvider> {
  let handle: ((request: never, response: never) => void) | undefined
  const server: Server = createServer((request, response) => handle?.(request as never, response as never))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    settings(origin) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${origin}/sign-in/elsewhere/back`],
            response_types: ['code'],
            grant_types: ['authorization_code'],
          },
        ],
        pkce: { required: () => true },
        features: { devInteractions: { enabled: true } },
        cookies: { keys: ['only for a test'] },
        findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, preferred_username: id }) }),
        // Who was let in is asked for nothing more.
        loadExistingGrant: async (context) => {
          const grant = new context.oidc.provider.Grant({
            clientId: context.oidc.client!.clientId,
            accountId: context.oidc.session!.accountId!,
          })
          grant.addOIDCScope('openid profile')
          await grant.save()
          return grant
        },
      })
      handle = provider.callback() as never
      return {
        TWOSOURCE_BASE_URL: origin,
        TWOSOURCE_OIDC_ISSUER: issuer,
        TWOSOURCE_OIDC_CLIENT_ID: clientId,
        TWOSOURCE_OIDC_CLIENT_SECRET: clientSecret,
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
