import { defined } from '../../core/defined.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import { serviceResult } from '../send-result.ts'
import { formRequest, jsonRequest, type Sender, urlUnder } from '../sender.ts'

/**
 * wallabag 2: gets an OAuth 2 token with the reader's name and password, then creates an entry, whose page wallabag fetches
 * itself.
 */
export const wallabag: Sender = {
  kind: 'wallabag',
  name: 'wallabag',
  does: 'keeps',
  fields: [
    { name: 'address' },
    { name: 'clientId' },
    { name: 'clientSecret', isSecret: true },
    { name: 'user' },
    { name: 'password', isSecret: true },
    { name: 'tags', isOptional: true },
  ],
  async send({ url, title, authors, publishedAt }, settings, http) {
    const { address, clientId = '', clientSecret = '', user = '', password = '', tags } = settings
    const login = { client_id: clientId, client_secret: clientSecret, username: user, password }
    const answer = await http.post(
      urlUnder(address, '/oauth/v2/token'),
      formRequest({ grant_type: 'password', ...login }),
    )
    const begun = serviceResult(answer)
    if (begun.kind !== 'sent') return begun
    const token = answer.kind === 'ok' ? tokenIn(answer) : undefined
    if (token === undefined) return { kind: 'failed', reason: 'The answer has no access token.' }
    const entry = {
      url,
      title,
      ...defined({ tags, authors: authors?.length ? authors.join(', ') : undefined, published_at: publishedAt }),
    }
    const bearer = { authorization: `Bearer ${token}` }
    return serviceResult(await http.post(urlUnder(address, '/api/entries.json'), jsonRequest(entry, bearer)))
  },
}

function tokenIn({ body }: Extract<FetchResult, { kind: 'ok' }>): string | undefined {
  try {
    const { access_token: token } = JSON.parse(Buffer.from(body).toString()) as { readonly access_token?: unknown }
    return typeof token === 'string' && /^[\x21-\x7e]{1,4000}$/.test(token) ? token : undefined
  } catch {
    return undefined
  }
}
