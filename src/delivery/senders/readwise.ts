import { defined } from '../../core/defined.ts'
import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, tagList, urlUnder } from '../sender.ts'

/** Readwise Reader, `save` of its API version 3. */
export const readwise: Sender = {
  kind: 'readwise',
  name: 'Readwise Reader',
  does: 'keeps',
  fields: [
    { name: 'token', isSecret: true },
    { name: 'tags', isOptional: true },
    { name: 'address', standard: 'https://readwise.io' },
  ],
  async send({ url, title, authors, publishedAt }, { address, token, tags }, http) {
    const page = {
      url,
      title,
      tags: tagList(tags),
      saved_using: 'Twosource',
      ...defined({ author: authors?.length ? authors.join(', ') : undefined, published_date: publishedAt }),
    }
    const authorization = `Token ${token ?? ''}`
    return serviceResult(await http.post(urlUnder(address, '/api/v3/save/'), jsonRequest(page, { authorization })))
  },
}
