import { plural } from './counts-en.ts'
import { listImportEn } from './list-import-en.ts'

/** What is said while there is nothing to read yet. */
export const welcome = {
  welcome: 'Every story once, with every source',
  welcomeLead:
    'Twosource reads the feeds you choose, puts articles on the same event together, shows who really reported it and who copied, and what each person said. Every sentence opens the sentence it came from.',
  welcomeStart: 'Choose sources',
  gathering: 'Reading your sources for the first time',
  gatheringNote: 'Stories appear below as articles are read. You can leave this page open, or come back.',
}

/** The words of the page on which sources are added. */
export const adding = {
  addTitle: 'Add sources',
  addByUrl: 'A page or feed',
  addByUrlHint: 'The address of a site or of its feed; feeds are found on the page.',
  address: 'Address',
  folderOptional: 'Folder (optional)',
  addFeed: 'Add',
  importTitle: 'From another reader',
  importHint: 'An OPML file: what every reader exports. Nothing already here is changed.',
  opmlFile: 'OPML file',
  importButton: 'Import',
  packsTitle: 'Starter packs',
  addPacks: 'Add chosen packs',
  youHave: (feeds: string) => `You have ${feeds}.`,
  added: (feeds: string) => `Added ${feeds}.`,
  alreadyHere: (count: number) => `${plural(count, 'was', 'were')} already here.`,
  addedNote: 'They are being read now.',
  chooseFeed: 'This page has several feeds. Which one?',
  notAdded: 'Not added',
}

/** The words of the first steps, and of what stands in the way of adding a source. */
export const firstRun = {
  feedsNote: 'Everything your feeds bring appears here as it comes. Choose a few to begin with.',
  promises: [
    'A wire report that twenty papers print is one story, and counts once.',
    'Every quotation stands letter by letter in the article it came from. Press it to see.',
    'No account, no tracking, nothing sent away. It works by itself on this machine.',
  ] as readonly string[],
  drawing: 'Eight articles on one event become one story with three independent reports.',
  choose: 'Choose something to begin with',
  chooseNote:
    'Lists of well-known outlets with several on each subject, so that a story has more than one source. You can remove any of them later.',
  otherLanguages: 'In other languages',
  begin: 'Begin reading',
  or: 'Or bring your own',
  onlyLooking: 'Only looking?',
  demo: 'An invented day of news, in a program of its own beside this one. Nothing of it stays when you stop it. Run:',
  demoThen: 'and open',
  steps: ['Choose', 'Read', 'Begin'] as readonly string[],
  stepsLabel: 'Steps',
  reading: 'Your sources are being read',
  readingNote: 'It takes a minute or two for a few lists, longer for long ones. You can leave this page; it goes on.',
  first: 'First stories',
  noneYet: 'Stories appear here as soon as articles have been read.',
  lookAgain: 'Look again',
  ready: (stories: string) => `Ready: ${stories}`,
  readyNote: 'From now on it goes on by itself, as often as your sources change. You can close this page.',
  open: 'Open Today',
  openFeeds: 'Or everything as it came, in Feeds',
  good: 'Good to know',
  goodSettings: 'Set your time zone, language and look',
  goodAbout: 'How reports are counted and quotations checked',
  goodKeys: 'Press ? on any page for its keys',
  nothing: 'Nothing has come yet',
  nothingNote:
    'The sources were asked and have given nothing to read. See which, and why; often it is the network of this machine.',
  seeFeeds: 'See the feeds',
  nextLook: (time: string) => `They are asked again at ${time}.`,
  noFeeds: 'No sources yet',
  refused: {
    'no-address': ['That is not a web address.', 'Give one such as example.org or https://example.org/feed.xml.'],
    'no-feed': [
      'The page is there, but names no feed.',
      'Look on the site for “RSS” or “Feed” and give that address. Some sites have none.',
    ],
    gone: ['What was at this address has been ended by its publisher.', 'Look on the outlet’s site for another.'],
    'not-found': [
      'There is nothing at this address.',
      'Check it for a slip, or give the address of the site: its feeds are found.',
    ],
    forbidden: [
      'The server refuses readers like this one.',
      'Some feeds need an address made for you: log in there and copy it.',
    ],
    busy: ['The server asks us to wait.', 'Try again in some minutes.'],
    'server-error': ['The outlet’s server has a fault.', 'Try again later.'],
    'client-error': [
      'The server does not accept the request.',
      'Open the address in a browser and see whether it is right.',
    ],
    'too-large': [
      'What is there is larger than is taken in.',
      'If it is a feed, raise TWOSOURCE_FEED_MEGABYTES and start again.',
    ],
    timeout: ['The server did not answer in time.', 'Try again; it may be busy.'],
    'refused-address': [
      'The address lies in a private network, which is not read unless you allow it.',
      'If it is yours, set TWOSOURCE_ALLOW_PRIVATE=true and start again.',
    ],
    'bad-url': ['This is no address that can be read.', 'It has to begin with http:// or https://.'],
    'too-many-redirects': ['The address leads in circles.', 'Open it in a browser and give the address you end at.'],
    'proxy-error': ['The way out of this server does not work: its proxy.', 'Ask its owner to run twosource doctor.'],
    'network-error': [
      'There is no connection to that server.',
      'Check the name for a slip, and this machine’s network.',
    ],
    'bad-encoding': ['The answer could not be unpacked.', 'The fault is on the outlet’s side; try again later.'],
    quota: listImportEn.quota,
    'too-often': listImportEn.tooOften,
    'too-deep': listImportEn.unreadable,
    'too-many': listImportEn.unreadable,
    'too-long': listImportEn.unreadable,
    entities: listImportEn.unreadable,
    'not-a-feed': [
      'What is at this address is neither a feed nor a page.',
      'Give the address of the site: its feeds are found.',
    ],
    'not-opml': [
      'This file is no list of subscriptions.',
      'In the other reader, choose Export and OPML, and give the file it makes.',
    ],
    'empty-opml': ['The list is empty: it names no feed.', 'Export it again from the other reader.'],
    'nothing-chosen': ['Nothing was chosen.', 'Tick at least one.'],
    unknown: ['That could not be added.', 'Check what was given and try again.'],
  } as Readonly<Record<string, readonly [what: string, then: string]>>,
  details: 'Details',
  lookInside: 'Look inside first',
  inside: (feeds: string) => `In the file: ${feeds}`,
  insideNote: 'Nothing has been added yet. Leave out folders that you do not want.',
  isHere: 'already here',
  skipped: (count: number) => `${plural(count, 'line', 'lines')} could not be used`,
  takeIn: 'Add these',
}
