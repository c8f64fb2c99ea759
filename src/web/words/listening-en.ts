import type { RecordingState, VoiceFacts } from '../../core/recording.ts'

/** The words of listening: on the pages that are read aloud, and where the owner sees who reads. */
export type ListeningWords = {
  readonly previous: string
  readonly next: string
  readonly voice: string
  readonly hint: string
  readonly recording: string
  readonly make: string
  readonly states: Readonly<Record<Exclude<RecordingState['kind'], 'none' | 'recorded'>, string>>
  readonly again: string
  readonly look: string
  readonly title: string
  readonly lead: string
  readonly kinds: Readonly<Record<VoiceFacts['kind'], string>>
  readonly who: string
  readonly where: string
  readonly voices: string
  readonly serverChooses: string
  readonly otherLanguages: string
  readonly form: string
  readonly none: string
  readonly leaves: string
  readonly test: string
  readonly testNote: string
  readonly sample: string
  readonly works: string
  readonly heard: (seconds: string, size: string, took: string) => string
  readonly fails: string
  /** What the settings of a voice mean, for the owner. */
  readonly help: Readonly<Record<string, string>>
}

export const listeningEn: ListeningWords = {
  previous: 'Sentence before',
  next: 'Next sentence',
  voice: 'Voice',
  hint: 'Tap a sentence to go on from there.',
  recording: 'Recording',
  make: 'Make a recording',
  states: { making: 'A recording is being made', failed: 'No recording could be made.' },
  again: 'Try again',
  look: 'Look again',
  title: 'Listening',
  lead: 'Browsers read with a voice of the device, if it has one. A voice of this server makes recordings that play anywhere.',
  kinds: {
    none: 'nobody',
    program: 'a program of this machine',
    piper: 'a Piper server',
    openai: 'an OpenAI-compatible server',
  },
  who: 'Who reads aloud',
  where: 'Where',
  voices: 'Voices',
  serverChooses: 'whoever reads chooses',
  otherLanguages: 'all other languages',
  form: 'Recordings are',
  none: 'No voice is set. The guide says how to set one.',
  leaves: 'What is recorded is sent to this address, sentence by sentence.',
  test: 'Have a sentence said',
  testNote: 'It is said in the language of this page, and nothing is kept.',
  sample: 'The ferry leaves at a quarter past nine, and comes back before dark.',
  works: 'The voice works.',
  heard: (seconds, size, took) => `${seconds} s of speech, ${size}, made in ${took} s.`,
  fails: 'The voice does not work.',
  help: {
    TWOSOURCE_SPEECH: 'The program that reads aloud: espeak-ng.',
    TWOSOURCE_SPEECH_ENCODER: 'The program that makes recordings small.',
    TWOSOURCE_SPEECH_URL: 'The speech server that reads aloud in its place.',
    TWOSOURCE_SPEECH_KIND: 'What that server understands.',
    TWOSOURCE_SPEECH_KEY: 'The key that server asks for.',
    TWOSOURCE_SPEECH_MODEL: 'The model that server is asked for.',
    TWOSOURCE_SPEECH_VOICES: 'The voices of that server by language.',
  },
}
