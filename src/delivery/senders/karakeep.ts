import type { FetchResult } from '../../core/fetch-result.ts'
import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, tagList, urlUnder } from '../sender.ts'

/** Karakeep (formerly Hoarder): creates a bookmark, then its tags. */
export const karakeep: Sender = {
  kind: 'karakeep',
  name: 'Karakeep',
  does: 'keeps',
  fields: [{ name: 'address' }, { name: 'token', isSecret: true }, { name: 'tags', isOptional: true }],
  async send({ url, title }, { address, token, tags }, http) {
    const bearer = { authorization: `Bearer ${token ?? ''}` }
    const base = urlUnder(address, '/api/v1/bookmarks')
    const answer = await http.post(base, jsonRequest({ type: 'link', url, title }, bearer))
    const wanted = tagList(tags).map((tagName) => ({ tagName }))
    const kept = serviceResult(answer)
    if (kept.kind !== 'sent' || wanted.length === 0) return kept
    const id = answer.kind === 'ok' ? idIn(answer) : undefined
    if (id === undefined) return { kind: 'failed', reason: 'The answer has no ID to add tags to.' }
    return serviceResult(
      await http.post(`${base}/${encodeURIComponent(id)}/tags`, jsonRequest({ tags: wanted }, bearer)),
    )
  },
}

function idIn({ body }: Extract<FetchResult, { kind: 'ok' }>): string | undefined {
  try {
    const { id } = JSON.parse(Buffer.from(body).toString()) as { readonly id?: unknown }
    return typeof id === 'string' && id !== '' && id.length <= 200 ? id : undefined
  } catch {
    return undefined
  }
}
