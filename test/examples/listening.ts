import type { Recording, RecordingState } from '../../src/core/feed/recording.ts'
import { writeWave } from '../../src/delivery/wave.ts'
import type { ArticleView, StoryView } from '../../src/operations/views.ts'
import type { Answers } from './answers.ts'

/** Silence, as long as it takes to say each text at ten letters a second. */
export function recordingOf(texts: readonly string[]): Recording {
  const sounds = texts.map((text) => ({ samplesPerSecond: 8_000, samples: Buffer.alloc(1_600 * text.length) }))
  const { file, seconds, starts } = writeWave(sounds, 100)
  return {
    contentType: 'audio/wav',
    bytes: file.length,
    seconds,
    tag: 'as-recorded',
    cues: texts.map((text, index) => ({ from: starts[index]!, until: starts[index]! + text.length / 10, text })),
    read: async (from = 0, last = file.length - 1) => file.subarray(from, last + 1),
  }
}

const title = 'Council of Varn agrees to a second ferry'

/** The recording of the article and of the brief, which the examples have. */
export const recording = recordingOf([title, 'A & B <i>said</i> --> so.'])
const recorded: RecordingState = { kind: 'recorded', seconds: 187.4, bytes: 1_468_006 }

/** An article with a recording, and others where one is being made or failed. */
export const heardArticle = (view: ArticleView): ArticleView => ({ ...view, listening: recorded })
export const articleInMaking = (view: ArticleView): ArticleView => ({
  ...view,
  listening: { kind: 'making', share: 0.4 },
})
export const unheardStory = (view: StoryView): StoryView => ({ ...view, listening: { kind: 'none' } })

/** Listening as the examples have it; `changes` records what was begun. */
export function listeningOperations(changes: unknown[]) {
  return {
    record_aloud: async (input) => {
      if (input.id === 'nothing') return undefined
      changes.push(['recordAloud', input])
      return 'started'
    },
    get_recording: async ({ kind }) => (kind === 'article' ? recording : undefined),
    get_speech: async () => ({
      kind: 'piper',
      place: 'http://piper.example:5000/',
      voices: { en: 'en_GB-alba-medium', '*': 'fr_FR-siwis-medium' },
      extension: 'opus',
    }),
    try_speech: async (input) => {
      changes.push(['trySpeech', input])
      return { kind: 'said', seconds: 3.94, bytes: 173_800, tookMs: 412 }
    },
    getBriefListening: async ({ day }) =>
      day === '2026-03-16' ? { kind: 'failed', message: 'The speech server is busy (503).' } : recorded,
    startBriefRecording: async ({ day }) => {
      changes.push(['startBriefRecording', day])
      return true
    },
    findBriefRecording: async () => recording,
  } satisfies Answers
}
