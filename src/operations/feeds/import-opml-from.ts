import { z } from 'zod'
import { maxLength } from '../../core/text/max-length.ts'
import { explainFailure } from '../../pipeline/polls/schedule-poll.ts'
import { completeAddress } from '../articles/complete-address.ts'
import { defineOperation } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { importOpml } from './import-opml.ts'
import type { OpmlTaken } from './opml-views.ts'

export const importOpmlFrom = defineOperation({
  name: 'import_opml_from',
  least: 'reader',
  summary: 'Fetches an OPML file from its address, once, and takes it in like one that is sent',
  input: z.object({ url: z.string().min(1).max(maxLength.address) }),
  async run(context, { url }): Promise<OpmlTaken> {
    const address = completeAddress(url)
    if (address === undefined)
      return { kind: 'refused', reason: 'no-address', message: `“${url}” is not a web address.` }
    const tooOften = refuseTurn(context, 'fetch')
    if (tooOften) return tooOften
    const fetched = await context.http.get(address)
    if (fetched.kind === 'not-modified')
      return { kind: 'refused', reason: 'unknown', message: 'The server gave no answer that can be read.' }
    if (fetched.kind !== 'ok') return { kind: 'refused', reason: fetched.kind, message: explainFailure(fetched) }
    const { decode } = await import('../../feeds/decode.ts')
    const { text } = decode(fetched.body, fetched.contentType)
    return importOpml.run(context, { text, name: address.slice(0, 500) })
  },
})
