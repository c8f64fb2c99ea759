/** The words of a file of marks that comes in: how much of each it brought, and what is yet to come of it. */
export type MarksFileWords = {
  readonly title: string
  readonly note: string
  readonly nothing: string
  /** How much of each came, in the order it is told. */
  readonly counts: Readonly<
    Record<
      | 'follows'
      | 'mutes'
      | 'saved'
      | 'stars'
      | 'links'
      | 'read'
      | 'places'
      | 'folders'
      | 'searches'
      | 'notes'
      | 'highlights'
      | 'tags'
      | 'visits'
      | 'settings'
      | 'awaited'
      | 'absent'
      | 'skipped',
      string
    >
  >
  readonly linksNote: string
  readonly awaitedNote: string
  readonly absentNote: string
  readonly larger: string
  /** Before the command. */
  readonly command: string
  readonly tooLarge: string
}

export const marksFileEn: MarksFileWords = {
  title: 'The file was taken in',
  note: 'So much came with it. What you have here stands, and nothing doubles.',
  nothing: 'It holds no marks.',
  counts: {
    follows: 'followed',
    mutes: 'muted',
    saved: 'saved',
    stars: 'stars set',
    links: 'stars kept as links',
    read: 'entries read',
    places: 'places in recordings',
    folders: 'empty folders',
    searches: 'kept searches',
    notes: 'notes',
    highlights: 'highlights',
    tags: 'tags',
    visits: 'pages of the history',
    settings: 'settings set',
    awaited: 'feeds yet to come',
    absent: 'stars not taken',
    skipped: 'annotations not taken',
  },
  linksNote: 'Stars whose entries are not here are kept as links. Their pages are read in the background.',
  awaitedNote:
    'What was read of feeds that have brought nothing here yet waits for them, up to 90 days. Bring your subscriptions (feeds.opml) in, if you have not.',
  absentNote: 'Stars that are not taken belong to entries that are not here and have no address on the web.',
  larger: 'Up to 16 MB here. Pack a larger file with gzip, and bring it in there:',
  command: 'Files of any size, for the owner, at the machine on which Twosource runs:',
  tooLarge: 'Files of up to 16 MB are taken here. Pack a larger one with gzip, and choose it under Settings, Import.',
}
