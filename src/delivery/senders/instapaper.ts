import { defined } from '../../core/defined.ts'
import { serviceResult } from '../send-result.ts'
import { formRequest, type Sender, urlUnder } from '../sender.ts'

/** Instapaper's simple API: the account's name and password, over HTTPS. */
export const instapaper: Sender = {
  kind: 'instapaper',
  name: 'Instapaper',
  does: 'keeps',
  fields: [
    { name: 'user' },
    { name: 'password', isSecret: true, isOptional: true },
    { name: 'address', standard: 'https://www.instapaper.com' },
  ],
  async send({ url, title, excerpt }, { address, user = '', password = '' }, http) {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const page = { url, title, ...defined({ selection: excerpt }) }
    return serviceResult(await http.post(urlUnder(address, '/api/add'), formRequest(page, { authorization })))
  },
}
