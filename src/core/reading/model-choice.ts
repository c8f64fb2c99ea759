import type { ModelUse } from '../model.ts'

/** What a model may be used for; each is switched on by itself. */
export const modelSwitches = ['summaries', 'answers', 'translation', 'embeddings'] as const
export type ModelSwitch = (typeof modelSwitches)[number]

/** What the owner chose: which server and model, for what, and how much of it. The key is kept apart. */
export type ModelChoice = {
  /** Base address of the interface, such as http://127.0.0.1:11434/v1; empty: none is set. */
  readonly address: string
  readonly name: string
  /** The model that makes vectors of texts; empty: none. */
  readonly embeddingName: string
  readonly switches: Readonly<Record<ModelSwitch, boolean>>
  /** For all uses together, a day of UTC. */
  readonly callsPerDay: number
  readonly tokensPerDay: number
  /** Longest time one answer may take, and longest pause inside it. */
  readonly timeoutSeconds: number
  readonly stallSeconds: number
}

/** Nothing set, nothing on. */
export const noChoice: ModelChoice = {
  address: '',
  name: '',
  embeddingName: '',
  switches: { summaries: false, answers: false, translation: false, embeddings: false },
  callsPerDay: 2000,
  tokensPerDay: 2_000_000,
  timeoutSeconds: 120,
  stallSeconds: 60,
}

/** Bounds of the numbers: what a form takes. */
export const choiceBounds = {
  callsPerDay: [0, 1_000_000],
  tokensPerDay: [0, 1_000_000_000],
  timeoutSeconds: [1, 600],
  stallSeconds: [1, 600],
} as const

/** A choice as it was kept; what is missing or out of bounds is as if never chosen. */
export function readModelChoice(kept: unknown): ModelChoice {
  if (typeof kept !== 'object' || kept === null) return noChoice
  const fields = kept as Readonly<Record<string, unknown>>
  const text = (name: 'address' | 'name' | 'embeddingName') => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const number = (name: keyof typeof choiceBounds) => {
    const value = fields[name]
    const [least, most] = choiceBounds[name]
    return typeof value === 'number' && value >= least && value <= most ? value : noChoice[name]
  }
  const on = (fields.switches ?? {}) as Readonly<Record<string, unknown>>
  return {
    address: text('address'),
    name: text('name'),
    embeddingName: text('embeddingName'),
    switches: {
      summaries: on.summaries === true,
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

/** Whether an address leads to this machine itself. Where a plugin sends what it is given, nobody here knows. */
export function isOnThisMachine(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || host.endsWith('.localhost')
}
