import { defined } from '../../core/defined.ts'
import type { ProviderPlugin } from '../../core/plugin.ts'
import type { HttpSettings } from '../../http/client.ts'
import { streamPost } from '../../http/stream-post.ts'
import { type ActiveModel, openActiveModel } from '../../operations/admin/active-model.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import type { Store } from '../../store/store.ts'

/** The language models, over our HTTP client. The server that the owner named may be in a private network: no other may. */
export function modelsOf(
  { userAgent, connectTimeoutMs, proxy }: HttpSettings,
  parts: {
    readonly store: Store
    readonly now: () => Date
    readonly log: Log
    readonly providers: readonly ProviderPlugin[]
  },
): Promise<ActiveModel> {
  const settings = { userAgent, connectTimeoutMs, allowPrivate: true, ...defined({ proxy }) }
  return openActiveModel({
    ...parts,
    send: (url, options) => streamPost(settings, url, options),
  })
}
