type TroubleWords = {
  readonly title: string
  /** On every page, while it is so. */
  readonly note: string
  /** Leads who runs the house to where it says what to do, or says it. */
  readonly whatToDo: string
  /** What is answered that could not be kept or read. */
  readonly refused: string
}

/** The words for a server that keeps nothing now: its disk is full, its database damaged, or its file gone. */
export type RoomWords = Readonly<Record<'disk-full' | 'damaged' | 'file-gone', TroubleWords>> & {
  readonly rescue: {
    /** Who can do something; the command follows. */
    readonly ask: string
    readonly damaged: string
    /** Where only indexes are damaged; the commands follow. */
    readonly remake: string
    /** The time follows. */
    readonly newest: string
    /** The command follows. */
    readonly restore: string
    readonly none: string
  }
}

export const roomEn: RoomWords = {
  'disk-full': {
    title: 'The disk of this server is full',
    note: 'You can read everything. News and changes are not kept until there is room again; then all goes on automatically.',
    whatToDo: 'What takes up room',
    refused: 'This could not be kept, and nothing was changed. Do it again when there is room.',
  },
  damaged: {
    title: 'Part of this server’s database is damaged',
    note: 'You can read what is not damaged. News and changes are not kept until the database is restored.',
    whatToDo: 'What to do',
    refused: 'This could not be read or kept, and nothing was changed. Other pages can still be read.',
  },
  'file-gone': {
    title: 'The data folder of this server is gone',
    note: 'You can still read. News and changes are not kept: the database file was removed, moved or replaced while the server runs.',
    whatToDo: 'Stop the server, put the folder back, and start it again.',
    refused: 'This could not be kept, and nothing was changed.',
  },
  rescue: {
    ask: 'Whoever runs this server sees what is damaged and what to do with',
    damaged: 'Damaged',
    remake:
      'Only indexes are damaged: all that is kept is there. Stop the server, and run this to copy it into a file with new indexes:',
    newest: 'The newest sound backup is from',
    restore:
      'Stop the server, run this with the same settings, and start it again. The damaged file is kept beside it.',
    none: 'There is no sound backup in the backup folder. Keep the database file as it is, and look for a backup elsewhere.',
  },
}
