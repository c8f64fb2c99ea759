import type { ModelRequest } from '../core/model.ts'
import { type ProviderPlugin, providerNamed } from '../core/plugin.ts'
import { withoutThinking } from '../core/without-thinking.ts'
import { fenceData } from './fence-data.ts'
import { failed } from './model-fetch.ts'
import type { ModelServer } from './model-server.ts'
import { openLimit } from './open-limit.ts'
import { type Asked, type AskedVectors, CHARACTERS_A_TOKEN } from './openai-compatible.ts'

/** Asks a model that is a plugin, within the same limits as a server. Never rejects. */
export async function askProvider(
  providers: readonly ProviderPlugin[],
  server: ModelServer,
  modelName: string,
  { maxTokens, signal, onText, ...request }: ModelRequest,
): Promise<Asked> {
  const fenced = fenceData(request)
  const tokensIn = Math.ceil((fenced.instructions.length + fenced.prompt.length) / 4)
  const asked = await ask(providers, server, signal, (provider, given) =>
    provider.complete({ ...fenced, maxTokens, signal: given }, modelName),
  )
  const failing = (failure: Extract<Asked, { kind: 'failed' }>['failure']): Asked => ({
    kind: 'failed',
    failure,
    tokens: { in: tokensIn, out: 0 },
  })
  if (asked.kind === 'failed') return failing(asked.failure)
  const { answer } = asked
  if (typeof answer !== 'string') return failing(failed('form', 'the plugin answers no text'))
  if (answer.length > maxTokens * CHARACTERS_A_TOKEN) return failing({ kind: 'too-long' })
  const text = withoutThinking(answer).trim()
  if (text === '') return failing(failed('empty', 'it wrote nothing'))
  onText?.(text)
  return { kind: 'answered', text, tokens: { in: tokensIn, out: Math.ceil(answer.length / 4) } }
}

/** Asks a model that is a plugin for vectors. Never rejects. */
export async function askProviderVectors(
  providers: readonly ProviderPlugin[],
  server: ModelServer,
  modelName: string,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<AskedVectors> {
  const tokens = { in: Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4), out: 0 }
  const asked = await ask(providers, server, signal, async (provider, given) =>
    provider.embed?.(texts, modelName, given),
  )
  if (asked.kind === 'failed') return { kind: 'failed', failure: asked.failure, tokens }
  const { answer } = asked
  const isVectors = Array.isArray(answer) && answer.every((vector) => Array.isArray(vector))
  if (!isVectors) return { kind: 'failed', failure: failed('form', 'the plugin answers no vectors'), tokens }
  return { kind: 'embedded', vectors: answer, tokens }
}

async function ask<Answer>(
  providers: readonly ProviderPlugin[],
  { address, timeoutMs }: ModelServer,
  signal: AbortSignal | undefined,
  call: (provider: ProviderPlugin, signal: AbortSignal) => Promise<Answer>,
): Promise<
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Extract<Asked, { kind: 'failed' }>['failure'] }
> {
  const name = providerNamed(address)
  const provider = providers.find((each) => each.name === name)
  if (!provider) return { kind: 'failed', failure: failed('unreachable', `no plugin ${name} is loaded`) }
  using limit = openLimit(timeoutMs, signal)
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  limit.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  try {
    const answer = await Promise.race([call(provider, limit.signal), over])
    const reason = limit.reason()
    return reason ? { kind: 'failed', failure: reason } : { kind: 'answered', answer: answer as Answer }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', failure: limit.reason() ?? failed('server', `the plugin failed: ${why}`) }
  }
}
