import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ModelPort, ModelRequest } from '../src/core/model.ts'
import { defaultModelChoice } from '../src/core/reading/model-choice.ts'
import { streamPost } from '../src/http/stream-post.ts'
import { createModelPort } from '../src/providers/model-port.ts'

const folder = new URL('./fixtures/cassettes/', import.meta.url)

type Recorded = { readonly use: string; readonly text: string; readonly model: string }

/**
 * A model that says again what was recorded of one for the same words. What is not there fails, and says how it is recorded: with
 * `TWOSOURCE_TEST_RECORD=<base address>,<model>` that model is asked and its answer kept in `test/fixtures/cassettes/`. Record
 * only texts of our own.
 */
export function cassette(name: string, recordFrom: ModelPort | undefined = portToRecord()): ModelPort {
  const file = new URL(`${name}.json`, folder)
  const tape: Record<string, Recorded> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    isOn: () => true,
    async complete(request) {
      const key = keyOf(request)
      const known = tape[key]
      if (known) return { kind: 'answered', text: known.text, model: known.model }
      if (!recordFrom)
        throw new Error(
          `${name}.json holds no answer ${key}. Record it: TWOSOURCE_TEST_RECORD=http://127.0.0.1:11434/v1,MODEL npm test -- ${name}`,
        )
      const answer = await recordFrom.complete(request)
      if (answer.kind !== 'answered') return answer
      tape[key] = { use: request.use, text: answer.text, model: answer.model }
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, `${JSON.stringify(tape, undefined, 2)}\n`)
      return answer
    },
    embed: async () => ({ kind: 'off' }),
  }
}

/** Of all that the answer depends on. */
function keyOf({ use, instructions, data }: ModelRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([use, instructions, data]))
    .digest('hex')
    .slice(0, 16)
}

function portToRecord(): ModelPort | undefined {
  const [address, name] = (process.env.TWOSOURCE_TEST_RECORD ?? '').split(',')
  if (!address || !name) return undefined
  const choice = {
    ...defaultModelChoice,
    address,
    name,
    switches: { summaries: true, judging: true, answers: true, translation: true, embeddings: false },
  }
  return createModelPort({
    seen: () => choice,
    current: async () => choice,
    ledger: { spent: async () => ({ calls: 0, tokens: 0 }), count: async () => {} },
    send: (url, options) =>
      streamPost({ userAgent: 'Twosource tests', allowPrivate: true, connectTimeoutMs: 5000 }, url, options),
  })
}
