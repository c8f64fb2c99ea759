import type { FeedKind } from '../../core/feed-subject.ts'

/** The words of feeds for other programs. */
export type FeedsOutWords = {
  readonly title: string
  readonly lead: string
  readonly link: string
  readonly kinds: Readonly<Record<FeedKind, string>>
  readonly choose: string
  readonly make: string
  readonly makeOf: string
  readonly none: string
  readonly noneNote: string
  readonly madeAt: string
  /** Of an address that cannot be shown again. */
  readonly notShown: string
  readonly revoke: string
  readonly revokeSure: string
  readonly revoked: string
  readonly tooMany: (most: number) => string
  readonly announced: string
  readonly announce: string
  readonly stopAnnouncing: string
  readonly announceNote: string
  readonly alsoAlerts: string
  readonly plain: string
  readonly plainNote: string
  // What a feed says of itself.
  readonly ofStories: string
  readonly ofStory: string
  readonly ofEntity: string
  readonly ofEntries: string
  readonly ofSaved: string
  readonly ofComments: string
  readonly story: string
  readonly original: string
}

export const feedsOutEn: FeedsOutWords = {
  title: 'Feeds for other programs',
  lead: 'Any feed reader can read what is here: as RSS, Atom or JSON Feed, under an address nobody can guess. Whoever has the address can read that feed, and nothing else.',
  link: 'Feed',
  kinds: {
    today: 'Today, once each',
    section: 'Section',
    feeds: 'All my feeds',
    folder: 'Folder',
    starred: 'Starred',
    saved: 'Saved and starred',
    story: 'Story',
    entity: 'Person, organization or place',
    source: 'Source',
    search: 'Search',
    brief: 'Daily brief',
    discussion: 'Discussion',
  },
  choose: 'A feed of',
  make: 'Make an address',
  makeOf: 'A feed of this',
  none: 'No feeds yet',
  noneNote: 'Choose a list above. Stories, people and sources offer theirs under “Feed”.',
  madeAt: 'made',
  notShown:
    'This address was made before addresses could be shown again. It still opens. To see one, end it and make another.',
  revoke: 'End',
  revokeSure: 'Yes, it shall open nothing any more',
  revoked: 'The address opens nothing any more.',
  tooMany: (most) => `You have ${most} addresses. End one first.`,
  announced: 'changes are announced',
  announce: 'Announce changes',
  stopAnnouncing: 'Announce no longer',
  announceNote:
    'Feed readers that know WebSub then get changes at once, from the hub the owner has set. The hub learns the address and what is in the feed.',
  alsoAlerts: 'Alerts have a feed of their own',
  plain: 'Address without a secret',
  plainNote: 'It opens where its page does: in a browser that has signed in, and to anybody where guests may read.',
  ofStories: 'Every story once, with how many independent reports stand behind it.',
  ofStory: 'One entry that is updated as the story grows.',
  ofEntity: 'Stories it is in, and what was said in them.',
  ofEntries: 'Entries as their feeds delivered them.',
  ofSaved: 'What was saved, the latest first.',
  ofComments: 'The newest comments.',
  story: 'The whole story',
  original: 'original',
}
