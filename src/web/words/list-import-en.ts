/** The words of a list of subscriptions that comes in. */
export type ListImportWords = {
  readonly title: string
  /** The file or address it came from. */
  readonly from: string
  readonly feeds: string
  readonly states: Readonly<Record<'running' | 'done' | 'cancelled', string>>
  readonly counts: (added: string, existing: string) => string
  readonly note: string
  readonly pollNote: string
  readonly reload: string
  readonly cancel: string
  readonly cancelNote: string
  readonly lists: string
  readonly addressTitle: string
  readonly addressLead: string
  readonly addressLabel: string
  readonly pages: (page: string, pages: string) => string
  readonly previousPage: string
  readonly nextPage: string
  readonly quota: readonly [string, string]
  readonly tooOften: readonly [string, string]
  readonly unreadable: readonly [string, string]
}

export const listImportEn: ListImportWords = {
  title: 'A list of subscriptions',
  from: 'From',
  feeds: 'Feeds taken in',
  states: { running: 'Coming in', done: 'Done', cancelled: 'Stopped' },
  counts: (added, existing) => `${added} added, ${existing} were here already.`,
  note: 'It comes in in the background, also while this page is closed and after a restart.',
  pollNote:
    'The first feeds are read at once, the others within the hour, so that no server is asked for all together.',
  reload: 'See how far it is now',
  cancel: 'Stop',
  cancelNote: 'What has come in stays.',
  lists: 'Lists that came in last',
  addressTitle: 'A list at an address',
  addressLead: 'An OPML file on the web is fetched once and taken in.',
  addressLabel: 'Address of the list',
  pages: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Page before',
  nextPage: 'Next page',
  quota: ['These would be more feeds than one reader may have here.', 'Leave some out, or ask the owner.'],
  tooOften: ['You have asked for as much as one reader may in an hour.', 'Wait a few minutes and ask again.'],
  unreadable: ['The file is made in a way that is not read.', 'What is wrong with it stands below.'],
}
