import { grouped } from './counts-en.ts'

/** The words for a form that could not be carried out and comes back. */
export const formAgainEn = {
  title: 'Something is missing',
  /** Where something stands there, and cannot be used. */
  wrongTitle: 'Something is not right',
  lead: 'Nothing was changed. What you had written stands here.',
  /** Where no field can be named. */
  unclear: 'One of these cannot be used as it is.',
  empty: 'Nothing stands here.',
  unchosen: 'One of these has to be chosen. Go back for that.',
  notTicked: 'This has to be ticked.',
  noFile: 'Choose a file.',
  fileAgain: 'A file has to be chosen again.',
  unusable: 'This cannot be used as it is.',
  tooLong: (most: number) => `At most ${grouped.format(most)} letters.`,
  again: 'Send again',
  back: 'Back',
  fields: {
    address: 'Address',
    title: 'Title',
    name: 'Name',
    newName: 'New name',
    folder: 'Folder (optional)',
    tags: 'Tags, apart by commas',
    search: 'Search',
    words: 'Words',
    note: 'Note',
    text: 'Text',
    reason: 'Reason',
    choice: 'Choice',
    file: 'File',
    sure: 'I am sure',
    perHour: 'In an hour at most',
    from: 'From',
    until: 'Until',
    items: 'What an entry is on the page',
  },
}

export type FormAgainWords = typeof formAgainEn
