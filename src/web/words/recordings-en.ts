/** The words of recordings that came with entries, and of what feeds say beside the words of an entry. */
export type RecordingsWords = {
  readonly about: string
  readonly listen: string
  readonly watch: string
  /** Titles of pages. */
  readonly listenTo: (title: string) => string
  readonly wordsOf: (title: string) => string
  readonly length: string
  readonly episode: string
  readonly episodePlace: (season: string | undefined, episode: string | undefined) => string
  readonly kinds: Readonly<Record<'trailer' | 'bonus', string>>
  readonly explicit: string
  readonly participants: string
  /** The roles of the Podcast Taxonomy that shows use most; any other is shown as the feed writes it. */
  readonly roles: Readonly<Record<string, string>>
  readonly places: string
  readonly via: string
  readonly inReplyTo: string
  readonly anEntry: string
  readonly related: string
  readonly origin: string
  readonly replies: string
  readonly readReplies: string
  readonly rights: string
  readonly files: string
  readonly openFile: string
  readonly askedFrom: (host: string) => string
  readonly chapters: string
  readonly noChapters: string
  readonly chaptersMissing: string
  readonly soundbites: string
  readonly transcript: string
  readonly transcriptIn: (language: string) => string
  readonly transcriptNote: (host: string) => string
  readonly transcriptMissing: string
  readonly transcriptCut: string
  readonly openTranscript: string
  readonly backToEntry: string
  /** Before a time at which a recording begins. */
  readonly from: (time: string) => string
}

export const recordingsEn: RecordingsWords = {
  about: 'What its feed says of it',
  listen: 'Listen here',
  watch: 'Watch here',
  listenTo: (title) => `Recording: ${title}`,
  wordsOf: (title) => `Transcript: ${title}`,
  length: 'Length',
  episode: 'Episode',
  episodePlace: (season, episode) =>
    [season && `season ${season}`, episode && `episode ${episode}`].filter(Boolean).join(', '),
  kinds: { trailer: 'trailer', bonus: 'bonus' },
  explicit: 'not for children, the feed says',
  participants: 'With',
  roles: {
    host: 'host',
    'co-host': 'co-host',
    'guest host': 'guest host',
    guest: 'guest',
    panelist: 'panelist',
    reporter: 'reporter',
    producer: 'producer',
    'executive producer': 'executive producer',
    editor: 'editor',
    'audio editor': 'sound',
    narrator: 'narrator',
    author: 'author',
    researcher: 'research',
    translator: 'translator',
    'music producer': 'music',
    composer: 'music',
  },
  places: 'Place',
  via: 'Found at',
  inReplyTo: 'In reply to',
  anEntry: 'another entry',
  related: 'Related',
  origin: 'Taken from',
  replies: 'Comments when the feed was read',
  readReplies: 'read them',
  rights: 'Rights',
  files: 'Files',
  openFile: 'open the file',
  askedFrom: (host) => `Pressing play fetches the file from ${host}. Nothing is asked there before.`,
  chapters: 'Chapters',
  noChapters: 'The feed names no chapters.',
  chaptersMissing: 'The chapters could not be fetched or read.',
  soundbites: 'To begin with',
  transcript: 'Transcript',
  transcriptIn: (language) => `Transcript (${language})`,
  transcriptNote: (host) => `As the publisher wrote it, or had it written by a machine; fetched from ${host} just now.`,
  transcriptMissing: 'The transcript could not be fetched or read.',
  transcriptCut: 'It goes on: the rest stands in the transcript itself.',
  openTranscript: 'open its file',
  backToEntry: 'Back to the entry',
  from: (time) => `From ${time}`,
}
