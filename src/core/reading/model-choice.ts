import type { ModelUse } from '../model.ts'

/** Uses of a model; each has its own switch. */
export const modelSwitches = ['summaries', 'judging', 'answers', 'translation', 'embeddings'] as const
export type ModelSwitch = (typeof modelSwitches)[number]

/** The owner's model settings: server, model, uses and budget. The key is stored separately. */
export type ModelChoice = {
  /** Base URL of the API, such as http://127.0.0.1:11434/v1; empty if none. */
  readonly address: string
  readonly name: string
  /** The model for embeddings; empty if none. */
  readonly embeddingName: string
  readonly switches: Readonly<Record<ModelSwitch, boolean>>
  /** Limit for all uses together, per UTC day. */
  readonly callsPerDay: number
  readonly tokensPerDay: number
  /** Longest time for one answer, and longest pause within it. */
  readonly timeoutSeconds: number
  readonly stallSeconds: number
}

export const defaultModelChoice: ModelChoice = {
  address: '',
  name: '',
  embeddingName: '',
  switches: { summaries: false, judging: false, answers: false, translation: false, embeddings: false },
  callsPerDay: 2000,
  tokensPerDay: 2_000_000,
  timeoutSeconds: 120,
  stallSeconds: 60,
}

/** Limits of the numbers a form accepts. */
export const choiceBounds = {
  callsPerDay: [0, 1_000_000],
  tokensPerDay: [0, 1_000_000_000],
  timeoutSeconds: [1, 600],
  stallSeconds: [1, 600],
} as const

/** Reads stored settings. Missing values and values out of bounds become the defaults. */
export function readModelChoice(kept: unknown): ModelChoice {
  if (typeof kept !== 'object' || kept === null) return defaultModelChoice
  const fields = kept as Readonly<Record<string, unknown>>
  const text = (name: 'address' | 'name' | 'embeddingName') => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const number = (name: keyof typeof choiceBounds) => {
    const value = fields[name]
    const [least, most] = choiceBounds[name]
    return typeof value === 'number' && value >= least && value <= most ? value : defaultModelChoice[name]
  }
  const on = (fields.switches ?? {}) as Readonly<Record<string, unknown>>
  return {
    address: text('address'),
    name: text('name'),
    embeddingName: text('embeddingName'),
    switches: {
      summaries: on.summaries === true,
      judging: on.judging === true,
      answers: on.answers === true,
      translation: on.translation === true,
      embeddings: on.embeddings === true,
    },
    callsPerDay: number('callsPerDay'),
    tokensPerDay: number('tokensPerDay'),
    timeoutSeconds: number('timeoutSeconds'),
    stallSeconds: number('stallSeconds'),
  }
}

/** Whether a use is set and switched on. A test needs no switch. */
export function isUseOn({ address, name, embeddingName, switches }: ModelChoice, use: ModelUse): boolean {
  if (address === '') return false
  switch (use) {
    case 'summary':
    case 'background':
      return name !== '' && switches.summaries
    case 'judging':
      return name !== '' && switches.judging
    case 'answer':
      return name !== '' && switches.answers
    case 'translation':
      return name !== '' && switches.translation
    case 'embedding':
      return embeddingName !== '' && switches.embeddings
    case 'test':
      return name !== ''
  }
}

/** Whether an address is this machine. We can't know where a plugin sends its input. */
export function isOnThisMachine(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || host.endsWith('.localhost')
}
