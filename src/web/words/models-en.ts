import type { ClaimCheck } from '../../core/claim.ts'
import type { ModelTrouble, ModelUse } from '../../core/model.ts'
import type { ModelSwitch } from '../../core/model-choice.ts'
import type { ModelRefusal } from '../../operations/model-views.ts'

/** The words of the page for the language model. */
export type ModelWords = {
  readonly title: string
  readonly lead: string
  readonly sections: Readonly<Record<'server' | 'uses' | 'limits' | 'test' | 'cost', string>>
  readonly saved: string
  readonly keyForgotten: string
  readonly refused: Readonly<Record<ModelRefusal, string>>
  readonly reach: { readonly none: string; readonly here: string; readonly elsewhere: (host: string) => string }
  readonly unencrypted: string
  readonly neverSent: string
  readonly address: string
  readonly addressNote: string
  readonly name: string
  readonly nameNote: string
  readonly embeddingName: string
  readonly embeddingNote: string
  readonly key: string
  readonly keyNote: string
  readonly keyKept: string
  readonly forgetKey: string
  /** Before the name of a setting of the environment. */
  readonly fixedBy: string
  readonly examples: string
  readonly vendor: string
  readonly vendorNote: string
  readonly switches: Readonly<Record<ModelSwitch, string>>
  /** What each use sends. */
  readonly sends: Readonly<Record<ModelSwitch, string>>
  readonly usesNote: string
  readonly callsPerDay: string
  readonly tokensPerDay: string
  readonly budgetNote: string
  readonly timeoutSeconds: string
  readonly stallSeconds: string
  readonly testNote: string
  readonly testNow: string
  readonly tested: string
  readonly took: (time: string) => string
  readonly seconds: (count: number) => string
  readonly tokensUsed: (sent: string, written: string) => string
  readonly keptForm: string
  readonly keptPart: string
  readonly keptNothing: string
  readonly keptList: string
  readonly droppedList: string
  readonly unreadable: string
  readonly vectorsMade: (width: number) => string
  readonly vectorsFailed: string
  readonly failures: Readonly<Record<'off' | 'over-budget' | 'timeout' | 'cancelled' | 'too-long', string>>
  readonly troubles: Readonly<Record<ModelTrouble, string>>
  /** Before what the server itself says. */
  readonly itSays: string
  readonly today: (calls: string, mostCalls: string, tokens: string, mostTokens: string) => string
  readonly noUse: string
  readonly columns: Readonly<Record<'day' | 'use' | 'calls' | 'failures' | 'tokens' | 'kept' | 'dropped', string>>
  readonly costNote: string
  readonly uses: Readonly<Record<ModelUse, string>>
  readonly checks: Readonly<Record<ClaimCheck, string>>
}

export const modelsEn: ModelWords = {
  title: 'Language model',
  lead: 'None is needed. With one, summaries and answers in whole sentences stand beside the words of the articles. Each sentence it writes names the sentences it rests on and is held against them; what does not hold is not shown, and is counted.',
  sections: {
    server: 'Where it is',
    uses: 'What it may do',
    limits: 'How much',
    test: 'Try it',
    cost: 'What it cost, and what held',
  },
  saved: 'Kept. It is in force now.',
  keyForgotten: 'The key was forgotten: it belongs to the server it was given for.',
  refused: {
    address:
      'This is no base address. It begins with http:// or https://, and has no name, password or question in it.',
    name: 'The name of a model is one line.',
    number: 'One of the numbers is not a whole number within its bounds.',
    key: 'A key has no spaces and no letters beyond ASCII.',
  },
  reach: {
    none: 'No model is set: nothing is sent anywhere.',
    here: 'The model runs on this machine: nothing leaves it.',
    elsewhere: (host) => `What the model works on leaves this machine: it is sent to ${host}.`,
  },
  unencrypted: 'The way there is not encrypted: who is on it can read what is sent, and the key.',
  neverSent: 'Never sent: who reads what, names of readers, notes, comments, follows.',
  address: 'Base address',
  addressNote: 'Of the chat completions interface as OpenAI made it known. Empty: no model.',
  name: 'Model',
  nameNote: 'As its server calls it.',
  embeddingName: 'Model for vectors',
  embeddingNote: 'Only for finding what is alike across languages. Empty: none.',
  key: 'Key',
  keyNote: 'Only where the server wants one. It is kept on this server and never shown again.',
  keyKept: 'A key is kept. Leave this empty to keep it.',
  forgetKey: 'Forget the key',
  fixedBy: 'Set in the environment by',
  examples: 'Usual addresses',
  vendor: 'A vendor',
  vendorNote: 'the base address from its documentation, with your key',
  switches: {
    summaries: 'Summaries and background of stories',
    answers: 'Answers to questions',
    translation: 'Translations',
    embeddings: 'Vectors of texts',
  },
  sends: {
    summaries: 'Sends sentences of the articles of a story, as stories come up.',
    answers: 'Sends the question of a reader, and sentences found for it.',
    translation: 'Sends the article that a reader asks to have translated.',
    embeddings: 'Sends the beginning of every article.',
  },
  usesNote: 'All are off until you switch them on. The words of the articles stand there in any case.',
  callsPerDay: 'Requests a day',
  tokensPerDay: 'Tokens a day',
  budgetNote: 'For all uses together, a day of universal time. Once it is spent, nothing more is asked until the next.',
  timeoutSeconds: 'Longest answer, in seconds',
  stallSeconds: 'Longest pause inside an answer, in seconds',
  testNote: 'Asks for two sentences about a bridge that we made up, and checks them. Nothing of yours is sent.',
  testNow: 'Test the model',
  tested: 'The model answered',
  took: (time) => `after ${time}`,
  seconds: (count) => `${count.toFixed(1)} seconds`,
  tokensUsed: (sent, written) => `${sent} tokens sent, ${written} written`,
  keptForm: 'It keeps to the form, and all it wrote holds. It can be used.',
  keptPart: 'It keeps to the form. Some of what it wrote does not hold and would not be shown.',
  keptNothing:
    'Nothing it wrote holds, so that nothing of it would ever be shown. A larger model, or one that follows instructions, may do better.',
  keptList: 'Holds',
  droppedList: 'Does not hold',
  unreadable:
    'It did not answer in the form that was asked for, so that nothing of it would be shown. Try a model that follows instructions, or a larger one.',
  vectorsMade: (width) => `Vectors work: ${width} numbers each.`,
  vectorsFailed: 'Vectors do not work.',
  failures: {
    off: 'No model is set. Give a base address and the name of a model, and save.',
    'over-budget': 'The budget of the day is spent.',
    timeout:
      'It took too long. A model that is just being loaded is slow at first: try again, or allow a longer answer.',
    cancelled: 'The request was called off.',
    'too-long': 'It wrote far more than was asked for, and was cut off.',
  },
  troubles: {
    unreachable: 'Nothing answers there. Is the server running, and is the address right?',
    redirect: 'The server sends elsewhere. That is not followed: give the address it leads to, if you trust it.',
    key: 'The server wants a key, or another one.',
    'not-found': 'The server does not know this model, or the address is not quite right: it often ends in /v1.',
    busy: 'The server is busy, or your quota with it is used up.',
    server: 'The server failed. Its own log says why.',
    refused: 'The server refuses the request.',
    form: 'What answers there is not the interface of a model. Check the address.',
    empty: 'It wrote nothing. A model that thinks for long may need another one in its place.',
  },
  itSays: 'It says:',
  today: (calls, mostCalls, tokens, mostTokens) =>
    `Today: ${calls} of ${mostCalls} requests, ${tokens} of ${mostTokens} tokens.`,
  noUse: 'It was not asked anything in the last seven days.',
  columns: {
    day: 'Day',
    use: 'For',
    calls: 'Requests',
    failures: 'Failed',
    tokens: 'Tokens sent and written',
    kept: 'Sentences that hold',
    dropped: 'Dropped',
  },
  costNote: 'The last seven days.',
  uses: {
    summary: 'summaries',
    background: 'background',
    answer: 'answers',
    translation: 'translations',
    embedding: 'vectors',
    test: 'tests',
  },
  checks: {
    citation: 'no such sentence',
    form: 'form',
    quotation: 'quotation marks',
    number: 'number',
    unit: 'unit',
    date: 'date',
    name: 'name',
    negation: 'not',
    modality: 'may or must',
    speaker: 'speaker',
    support: 'words nobody wrote',
    relation: 'who did what',
  },
}
