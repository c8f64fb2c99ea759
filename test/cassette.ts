import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ModelPort, ModelRequest } from '../src/core/model.ts'

const folder = new URL('./fixtures/cassettes/', import.meta.url)

type Recorded = { readonly use: string; readonly instructions: string; readonly text: string; readonly model: string }

/**
 * A model that says again what was recorded of one for the same words. With a port to record from, what is not there yet is asked of it and
 * kept. Without one, what is not there fails and says how it is recorded.
 */
export function cassette(name: string, recordFrom?: ModelPort): ModelPort {
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
          `${name}.json holds no answer ${key}. Record it: TWOSOURCE_TEST_RECORD=http://127.0.0.1:11434/v1,MODEL node --test FILE`,
        )
      const answer = await recordFrom.complete(request)
      if (answer.kind !== 'answered') return answer
      const { use, instructions } = request
      tape[key] = { use, instructions, text: answer.text, model: answer.model }
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
