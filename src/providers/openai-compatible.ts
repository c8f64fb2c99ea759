import { defined } from '../core/defined.ts'
import type { ModelFailure, ModelRequest } from '../core/model.ts'
import { withoutThinking } from '../core/text/without-thinking.ts'
import { fenceData } from './fence-data.ts'
import type { ModelServer, Tokens } from './model-fetch.ts'
import { failed, modelFetch, type SendStreaming } from './model-fetch.ts'
import { openLimit } from './open-limit.ts'

/** Result of one request and its usage; a failure may have used tokens too. */
export type Completion =
  | { readonly kind: 'answered'; readonly text: string; readonly tokens: Tokens }
  | { readonly kind: 'failed'; readonly failure: ModelFailure; readonly tokens: Tokens }

export type VectorResult =
  | { readonly kind: 'embedded'; readonly vectors: readonly (readonly number[])[]; readonly tokens: Tokens }
  | { readonly kind: 'failed'; readonly failure: ModelFailure; readonly tokens: Tokens }

/** A streamed event with one token has about this many bytes, including reasoning. */
const BYTES_A_TOKEN = 600
const LEAST_BYTES = 65_536
/** No writing system has longer tokens on average. */
export const CHARACTERS_A_TOKEN = 12
const BYTES_OF_VECTORS = 33_554_432

/** Servers and models that refused a request with a form: they are asked without one. */
const formless = new Set<string>()

/** Calls a server with the chat completions API; one that refuses the form of the answer is asked again without it. Never rejects. */
export async function askCompletion(
  send: SendStreaming,
  server: ModelServer,
  modelName: string,
  { form, ...request }: ModelRequest,
): Promise<Completion> {
  const place = `${server.address} ${modelName}`
  if (form !== undefined && !formless.has(place)) {
    const formed = await completeOnce(send, server, modelName, { ...request, form })
    if (formed.kind !== 'failed' || !isRefused(formed.failure)) return formed
    formless.add(place)
  }
  return completeOnce(send, server, modelName, request)
}

function isRefused(failure: ModelFailure): boolean {
  return failure.kind === 'failed' && failure.why === 'refused'
}

/**
 * One request, through the AI SDK with our own fetch: no tools, no telemetry, no retries. The answer is read as it streams and cut off
 * at the first limit.
 */
async function completeOnce(
  send: SendStreaming,
  server: ModelServer,
  modelName: string,
  request: ModelRequest,
): Promise<Completion> {
  const { instructions, prompt } = fenceData(request)
  const guessedIn = Math.ceil((instructions.length + prompt.length) / 4)
  const mostCharacters = request.maxTokens * CHARACTERS_A_TOKEN
  using limit = openLimit(server.timeoutMs, request.signal)
  const { fetch, trouble } = modelFetch(send, server, {
    maxBytes: Math.max(LEAST_BYTES, request.maxTokens * BYTES_A_TOKEN),
    signal: limit.signal,
  })
  let text = ''
  let tokens: Tokens = { in: 0, out: 0 }
  let error: unknown
  try {
    const [{ streamText }, provider] = await Promise.all([import('ai'), providerOf(server, fetch, request.form)])
    const result = streamText({
      model: provider.chatModel(modelName),
      instructions,
      prompt,
      maxOutputTokens: request.maxTokens,
      maxRetries: 0,
      abortSignal: limit.signal,
      telemetry: { isEnabled: false },
      onError: () => {},
    })
    for await (const part of result.stream) {
      if (part.type === 'error') error ??= part.error
      if (part.type === 'finish') tokens = countOf(part.totalUsage)
      if (part.type !== 'text-delta') continue
      text += part.text
      if (text.length > mostCharacters) {
        limit.end({ kind: 'too-long' })
        break
      }
      request.onText?.(text)
    }
  } catch (thrown) {
    error ??= thrown
  }
  const spent = {
    in: tokens.in || guessedIn,
    out: tokens.out || Math.ceil(text.length / 4),
  }
  const failure = limit.reason() ?? trouble() ?? (error === undefined ? undefined : failureOfError(error, server))
  if (failure) return { kind: 'failed', failure, tokens: spent }
  const answer = withoutThinking(text).trim()
  if (answer === '') return { kind: 'failed', failure: failed('empty', 'it wrote nothing'), tokens: spent }
  return { kind: 'answered', text: answer, tokens: spent }
}

/** Requests vectors of texts, in order, as long as the model makes them. Never rejects. */
export async function askVectors(
  send: SendStreaming,
  server: ModelServer,
  modelName: string,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<VectorResult> {
  const guessed = { in: Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4), out: 0 }
  using limit = openLimit(server.timeoutMs, signal)
  const { fetch, trouble } = modelFetch(send, server, { maxBytes: BYTES_OF_VECTORS, signal: limit.signal })
  try {
    const [{ embedMany }, provider] = await Promise.all([import('ai'), providerOf(server, fetch)])
    const { embeddings, usage } = await embedMany({
      model: provider.embeddingModel(modelName),
      values: [...texts],
      maxRetries: 0,
      abortSignal: limit.signal,
      telemetry: { isEnabled: false },
    })
    return { kind: 'embedded', vectors: embeddings, tokens: { in: usage.tokens || guessed.in, out: 0 } }
  } catch (error) {
    return { kind: 'failed', failure: limit.reason() ?? trouble() ?? failureOfError(error, server), tokens: guessed }
  }
}

async function providerOf({ address, key }: ModelServer, fetch: typeof globalThis.fetch, form?: ModelRequest['form']) {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({
    name: 'house',
    baseURL: address,
    includeUsage: true,
    fetch,
    ...defined({
      apiKey: key === undefined || key === '' ? undefined : key,
      transformRequestBody:
        form &&
        ((body: Record<string, unknown>) => ({
          ...body,
          response_format: { type: 'json_schema', json_schema: { ...form, strict: true } },
        })),
    }),
  })
}

function failureOfError(error: unknown, { stallMs }: ModelServer): ModelFailure {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    if (each.name === 'FloodError') return { kind: 'too-long' }
    if (each.name === 'StallError') return { kind: 'timeout', afterMs: stallMs }
  }
  return failed('form', 'what it answers cannot be read')
}

function countOf(usage: {
  readonly inputTokens?: number | undefined
  readonly outputTokens?: number | undefined
}): Tokens {
  const whole = (count: number | undefined) => (Number.isSafeInteger(count) && count! >= 0 ? count! : 0)
  return { in: whole(usage.inputTokens), out: whole(usage.outputTokens) }
}
