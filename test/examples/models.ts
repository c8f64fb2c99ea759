import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import type { ModelSettingsView, ModelTested } from '../../src/operations/admin/model-views.ts'
import type { Answers } from './answers.ts'

const hostile = '<img src=x onerror=alert(1)> & "quoted" \u202eturned'

export const modelSettings: ModelSettingsView = {
  choice: {
    ...defaultModelChoice,
    address: 'http://models.example:8000/v1',
    name: 'small-model:8b',
    embeddingName: 'vectors-small',
    switches: { summaries: true, judging: true, answers: true, translation: false, embeddings: false },
  },
  hasKey: true,
  reach: 'elsewhere',
  isEncrypted: false,
  spentToday: { calls: 31, tokens: 41_230 },
  days: [
    {
      day: '2026-03-12',
      use: 'summary',
      calls: 30,
      failures: 2,
      tokensIn: 36_000,
      tokensOut: 4_200,
      kept: 112,
      dropped: 9,
      droppedBy: { number: 4, name: 3, relation: 2 },
    },
    {
      day: '2026-03-12',
      use: 'test',
      calls: 1,
      failures: 0,
      tokensIn: 700,
      tokensOut: 330,
      kept: 2,
      dropped: 0,
      droppedBy: {},
    },
  ],
}

export const modelTested: ModelTested = {
  milliseconds: 2_340,
  tokens: { in: 512, out: 96 },
  outcome: {
    kind: 'written',
    model: 'small-model:8b',
    text: {
      kept: [],
      dropped: [{ text: `The bridge cost 3 euros. ${hostile}`, failed: 'number', why: 'No cited sentence has 3.' }],
    },
  },
  vectors: { kind: 'failed', why: 'not-found', reason: `status 404: ${hostile}` },
}

export function modelOperations(changes: unknown[]) {
  return {
    get_model_settings: async () => modelSettings,
    async set_model(input) {
      changes.push(['setModel', input])
      if (input.address.startsWith('ftp:')) return { kind: 'refused', why: 'address' }
      return { kind: 'saved', isKeyForgotten: input.forgetsKey }
    },
    test_model: async () => modelTested,
    list_models: async ({ address }) =>
      address.endsWith('/v1')
        ? { kind: 'listed', names: ['llama3.2', 'small-model:8b'] }
        : { kind: 'failed', why: 'unreachable', reason: `nothing there ${hostile}` },
  } satisfies Answers
}
