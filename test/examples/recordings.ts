import { asId, type EntryId } from '../../src/core/ids.ts'
import type { EntryRecordingView, EntryTranscriptView } from '../../src/operations/articles/entry-recording.ts'
import type { EntryView } from '../../src/operations/views.ts'
import type { Answers } from './answers.ts'
import { entryView } from './views.ts'

export const recordedEntryId = 'entry-heard'

const file = {
  url: 'https://files.harbour-radio.example/shows/tides-12.mp3',
  type: 'audio/mpeg',
  lengthBytes: 48_211_004,
  durationSeconds: 3725,
}

const entry = {
  ...entryView.entry,
  id: asId<EntryId>(recordedEntryId),
  title: 'Tides, twelve: who pays for the second ferry?',
}

/** An entry of which its feed says all that a feed can say, some of it hostile. */
export const recordedEntry: EntryView = {
  ...entryView,
  entry,
  more: {
    enclosures: [
      file,
      { url: 'https://files.harbour-radio.example/%3Cb%3E7.png', type: 'image/png', credit: 'Ida <Holm>' },
      { url: 'javascript:alert(5)', type: 'text/html' },
    ],
    recording: {
      durationSeconds: 3725,
      chapterFile: { url: 'https://files.harbour-radio.example/shows/12.json', type: 'application/json+chapters' },
      transcripts: [
        { url: 'https://files.harbour-radio.example/shows/12.vtt', type: 'text/vtt', language: 'en' },
        { url: 'https://files.harbour-radio.example/shows/12.html' },
      ],
      participants: [
        { name: 'Ida Holm', role: 'host', url: 'https://harbour-radio.example/ida' },
        { name: 'Jo <i>Berg</i>', role: 'guest' },
        { name: 'سلمى حدّاد', role: 'Tide reader' },
      ],
      soundbites: [{ startSeconds: 73, durationSeconds: 60, title: 'What the council did not count' }],
      place: { season: 2, seasonName: 'Rivers', episode: 12 },
      isExplicit: true,
    },
    places: [{ name: 'Varn harbour', latitude: 54.5, longitude: -3.25 }, { name: 'the upper locks' }],
    origin: { title: 'Coast Wire', url: 'https://coast-wire.example/' },
    via: [{ url: 'https://finder.example/today', title: 'The Finder' }],
    related: [{ url: 'https://varn.example/ferry-plan' }, { url: 'javascript:alert(6)', title: 'No link' }],
    inReplyTo: [{ id: 'tag:varn.example,2026:1', url: 'https://varn.example/1' }, { id: 'tag:varn.example,2026:2' }],
    replyCount: 14,
    commentsUrl: 'https://harbour-radio.example/12#replies',
    rights: '© Harbour Radio <2026>',
  },
}

const recording: EntryRecordingView = {
  entry,
  file,
  recording: recordedEntry.more.recording!,
  chapters: [
    { startSeconds: 0, title: 'The vote' },
    { startSeconds: 90.5, endSeconds: 1800, title: 'The money & the <tide>', url: 'https://varn.example/ferry-plan' },
    { startSeconds: 1800, title: 'الرسائل' },
  ],
}

const transcript: EntryTranscriptView = {
  entry,
  file,
  language: 'en',
  url: 'https://files.harbour-radio.example/shows/12.vtt',
  lines: [
    { startSeconds: 1, speaker: 'Ida Holm', text: 'The council counted the boats, but who counts the tides?' },
    { startSeconds: 92.5, speaker: 'Jo Berg', text: '<script>alert(1)</script> is what the form said.' },
    { text: 'Applause.' },
  ],
  isMissing: false,
}

/** Recordings as the examples have them. */
export const recordingOperations = {
  get_entry_recording: async ({ id }) => (id === recordedEntryId ? recording : undefined),
  get_entry_transcript: async ({ id, number }) => {
    if (id !== recordedEntryId || number > 1) return undefined
    return number === 0 ? transcript : { ...transcript, lines: [], isMissing: true }
  },
} satisfies Answers
