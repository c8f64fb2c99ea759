import type { ModelPort } from '../core/model.ts'

/** The default: no model is set, and nothing is missing without one. */
export const noModel: ModelPort = {
  isOn: () => false,
  complete: async () => ({ kind: 'off' }),
  embed: async () => ({ kind: 'off' }),
}
