import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, tagList, urlUnder } from '../sender.ts'

/** Readeck: creates a bookmark, whose page it fetches itself. */
export const readeck: Sender = {
  kind: 'readeck',
  name: 'Readeck',
  does: 'keeps',
  fields: [{ name: 'address' }, { name: 'token', isSecret: true }, { name: 'tags', isOptional: true }],
  async send({ url, title }, { address, token, tags }, http) {
    const authorization = `Bearer ${token ?? ''}`
    const bookmark = { url, title, labels: tagList(tags) }
    return serviceResult(await http.post(urlUnder(address, '/api/bookmarks'), jsonRequest(bookmark, { authorization })))
  },
}
