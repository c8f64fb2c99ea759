import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, tagList, urlUnder } from '../sender.ts'

/** linkding: creates an unread bookmark, or updates the one with the same URL. */
export const linkding: Sender = {
  kind: 'linkding',
  name: 'linkding',
  does: 'keeps',
  fields: [{ name: 'address' }, { name: 'token', isSecret: true }, { name: 'tags', isOptional: true }],
  async send({ url, title, excerpt }, { address, token, tags }, http) {
    const bookmark = { url, title, description: excerpt ?? '', unread: true, tag_names: tagList(tags).map(oneWord) }
    const authorization = `Token ${token ?? ''}`
    return serviceResult(
      await http.post(urlUnder(address, '/api/bookmarks/'), jsonRequest(bookmark, { authorization })),
    )
  },
}

/** linkding's tags have no spaces. */
function oneWord(tag: string): string {
  return tag.replace(/\s+/g, '-')
}
