import type { ModelPort } from '../src/core/model.ts'
import { defaultModelChoice } from '../src/core/reading/model-choice.ts'
import { streamPost } from '../src/http/stream-post.ts'
import { createModelPort } from '../src/providers/model-port.ts'
import type { ModelServerUnderTest } from './model-server.ts'

/** The door to a scripted server of vectors; `choose` names the model, or switches it off. */
export function openEmbeddingPort(server: Pick<ModelServerUnderTest, 'address'>): {
  readonly port: ModelPort
  readonly choose: (embeddingName: string) => void
} {
  let embeddingName = 'words-8'
  const inForce = () => ({
    ...defaultModelChoice,
    address: server.address,
    embeddingName,
    switches: { ...defaultModelChoice.switches, embeddings: embeddingName !== '' },
  })
  const port = createModelPort({
    seen: inForce,
    current: async () => inForce(),
    ledger: { spent: async () => ({ calls: 0, tokens: 0 }), count: async () => {} },
    send: (url, options) =>
      streamPost({ userAgent: 'Twosource test', allowPrivate: true, connectTimeoutMs: 2000 }, url, options),
  })
  return {
    port,
    choose(name) {
      embeddingName = name
    },
  }
}

const concepts: readonly RegExp[] = [
  /bridge|pont|jisr|span|viaduct/gi,
  /ferry|bac\b|boat|vessel/gi,
  /school|école|pupil|élève/gi,
  /flood|inondation|dam\b|barrage|water/gi,
  /strike|grève|walkout/gi,
  /election|élection|vote/gi,
]

/** Vectors of texts by what they are about, in English and French alike: each word stands for its idea, and a little of its own letters. */
export function conceptVectors(texts: readonly string[]): readonly (readonly number[])[] {
  return texts.map((text) => [
    ...concepts.map((words) => 3 * [...text.matchAll(words)].length),
    ...Array.from({ length: 6 }, (_, at) => 0.2 * Math.sin(text.length * (at + 1) + text.charCodeAt(0))),
    0.5,
  ])
}
