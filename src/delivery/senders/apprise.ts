import { defined } from '../../core/defined.ts'
import { serviceResult } from '../send-result.ts'
import { jsonRequest, type Sender, urlUnder } from '../sender.ts'

/** Apprise API: one server for about a hundred messaging services. Uses a stored configuration (`key`) or Apprise URLs. */
export const apprise: Sender = {
  kind: 'apprise',
  name: 'Apprise',
  does: 'tells',
  fields: [
    { name: 'address' },
    { name: 'key', isOptional: true },
    { name: 'services', isSecret: true, isOptional: true },
    { name: 'tags', isOptional: true },
  ],
  async send({ url, title, outlet, excerpt }, { address, key, services, tags }, http) {
    if (key === undefined && services === undefined)
      return { kind: 'refused', reason: 'Apprise needs the key of a configuration, or Apprise URLs.' }
    const path = key === undefined ? '/notify/' : `/notify/${encodeURIComponent(key)}/`
    const body = [outlet, excerpt, url].filter((line) => line !== undefined && line !== '').join('\n')
    const message = { title, body, type: 'info', format: 'text' }
    const to = defined({ urls: key === undefined ? services : undefined, tag: tags })
    return serviceResult(await http.post(urlUnder(address, path), jsonRequest({ ...message, ...to })))
  },
}
