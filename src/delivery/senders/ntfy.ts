import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, tagList, urlUnder } from '../sender.ts'

/** ntfy, published as JSON at the server's root; clicking the message opens the article. */
export const ntfy: Sender = {
  kind: 'ntfy',
  name: 'ntfy',
  does: 'tells',
  fields: [
    { name: 'address', standard: 'https://ntfy.sh' },
    { name: 'topic' },
    { name: 'token', isSecret: true, isOptional: true },
    { name: 'tags', isOptional: true },
  ],
  async send({ url, title, outlet, excerpt }, { address, topic, token, tags }, http) {
    const message = [outlet, excerpt].filter((line) => line !== undefined && line !== '').join('\n') || url
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const click = /^https?:/.test(url) ? { click: url } : {}
    const published = { topic, title, message, ...click, tags: tagList(tags) }
    return serviceResult(await http.post(urlUnder(address, '/'), jsonRequest(published, authorization)))
  },
}
