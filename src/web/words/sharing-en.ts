import type { SharedSection } from '../../core/frozen-body.ts'

/** The words of public links. */
export type SharingWords = {
  readonly title: string
  /** One of them, as a story or a brief offers it. */
  readonly link: string
  readonly make: string
  readonly makeOfStory: string
  readonly makeOfBrief: string
  readonly lead: string
  readonly lasts: string
  readonly periods: Readonly<Record<'week' | 'month' | 'year' | 'always', string>>
  readonly embed: string
  readonly embedNote: string
  readonly made: string
  readonly madeNote: string
  readonly address: string
  readonly embedCode: string
  readonly tooMany: (most: number) => string
  readonly none: string
  readonly noneNote: string
  readonly open: string
  readonly over: string
  readonly revoked: string
  readonly until: string
  readonly forGood: string
  readonly embeddable: string
  readonly revoke: string
  readonly revokeSure: string
  readonly revokedNow: string
  readonly kinds: Readonly<Record<'story' | 'brief', string>>
  readonly briefOf: (day: string) => string
  /** Before the moment. */
  readonly asOf: string
  readonly by: string
  readonly frozen: string
  readonly gone: string
  readonly goneNote: string
  readonly sections: Readonly<Record<SharedSection['kind'], string>>
  readonly shownOf: (shown: number, total: number) => string
  readonly saysSo: string
  readonly probably: string
  readonly setHere: string
}

export const sharingEn: SharingWords = {
  title: 'Public links',
  link: 'Public link',
  make: 'Make a public link',
  makeOfStory: 'A public link to this story',
  makeOfBrief: 'A public link to this brief',
  lead: 'Anybody with the link can read what stands here now: the sentences cited, each with its outlet. It stays as it is when the story goes on. Nothing of you is in it: no name, no note, no mark.',
  lasts: 'It opens for',
  periods: { week: 'a week', month: '30 days', year: 'a year', always: 'as long as I leave it' },
  embed: 'Other sites may show it in a frame',
  embedNote: 'Without this it opens only by itself.',
  made: 'The link is made',
  madeNote: 'Copy it now: only a hash of it is kept, so that it cannot be shown again.',
  address: 'Link',
  embedCode: 'Code to put it on a page',
  tooMany: (most) => `You have ${most} open links. Take one back first.`,
  none: 'No public links',
  noneNote: 'A story and a brief offer one under “Public link”.',
  open: 'open',
  over: 'over',
  revoked: 'taken back',
  until: 'until',
  forGood: 'without an end',
  embeddable: 'may be framed',
  revoke: 'Take back',
  revokeSure: 'Yes, nobody can open it any more',
  revokedNow: 'The link opens nothing any more.',
  kinds: { story: 'Story', brief: 'Brief' },
  briefOf: (day) => `Brief of ${day}`,
  asOf: 'As of',
  by: 'by Twosource',
  frozen: 'Every sentence stands word for word in the article it links to. What came later is not in it.',
  gone: 'This link opens nothing',
  goneNote: 'It was taken back, it is over, or it never was.',
  sections: {
    brief: 'In brief',
    differ: 'Where accounts differ',
    said: 'Who said what',
    commitments: 'Commitments',
    timeline: 'Timeline',
  },
  shownOf: (shown, total) => `${shown} of ${total} shown`,
  saysSo: 'The reporter:',
  probably: 'probably',
  setHere: 'speaker set by a reader of this server',
}
