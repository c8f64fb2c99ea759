/** The words of newsletters and the addresses they come to. */
export type LettersWords = {
  readonly title: string
  readonly lead: string
  readonly name: string
  readonly folder: string
  readonly make: string
  /** Beside the address that was just made. */
  readonly made: string
  readonly madeNote: string
  readonly tooMany: (most: number) => string
  readonly off: string
  readonly offNote: string
  readonly ownerNote: string
  readonly none: string
  readonly noneNote: string
  readonly address: string
  readonly letters: (count: number, shown: string) => string
  readonly lastLetter: string
  readonly noLetter: string
  readonly ended: string
  readonly end: string
  readonly endSure: string
  readonly endedNow: string
  readonly private: string
  /** Before the name of the place where a list is left. */
  readonly leaveAt: string
  readonly leaveByMail: string
  readonly leaveNote: string
  readonly leftOut: (count: number) => string
  readonly unnamedFile: string
  /** What went wrong and what to do. */
  readonly unreadable: readonly [string, string]
}

export const lettersEn: LettersWords = {
  title: 'Newsletters',
  lead: 'Make an address for a newsletter and subscribe to it with that address. What comes is a feed of yours.',
  name: 'Name of the newsletter',
  folder: 'Folder (optional)',
  make: 'Make an address',
  made: 'The address is made',
  madeNote:
    'Give it to the newsletter where it asks for your mail address. A letter that asks you to confirm comes here too: open it and follow its link.',
  tooMany: (most) => `You have ${most} addresses. Remove a feed of letters first.`,
  off: 'Letters are not taken in here yet',
  offNote: 'Who runs this server has to switch that on.',
  ownerNote: 'Set TWOSOURCE_MAIL_PORT and TWOSOURCE_MAIL_DOMAIN; the guide says how mail gets here.',
  none: 'No addresses yet',
  noneNote:
    'One for each newsletter: if one of them reaches others, you know who gave it away, and end that one alone.',
  address: 'Address',
  letters: (count, shown) => (count === 1 ? '1 letter' : `${shown} letters`),
  lastLetter: 'the last',
  noLetter: 'no letter yet',
  ended: 'ended: letters are refused since',
  end: 'End',
  endSure: 'Yes, refuse letters from now on',
  endedNow: 'Letters to that address are refused from now on. What came stays.',
  private:
    'Only you see what comes here: it is in no search, story or list of others, not even of who runs this server.',
  leaveAt: 'Leave this list at',
  leaveByMail: 'Leave this list by mail to',
  leaveNote: 'nothing is sent before you do',
  leftOut: (count) =>
    count === 1 ? 'A file that came with it is not kept:' : `${count} files that came with it are not kept:`,
  unnamedFile: 'without a name',
  unreadable: [
    'A letter could not be read and was refused.',
    'Its sender was told. The next that can be read ends this note.',
  ],
}
