import { grouped, plural } from './counts-en.ts'

/** The words of a source: its own share of text, what it had first, how it fares. */
export const source = {
  ownText: 'Own text',
  ownTextNote: 'Mean share of its articles’ words that stand in no earlier article.',
  hadFirst: 'Had it first',
  hadFirstOf: (first: number, stories: number) => `${grouped.format(first)} of ${plural(stories, 'story', 'stories')}`,
  editedLater: 'Edited after publication',
  family: (name: string) => `Belongs to ${name}; outlets of one owner are not counted as independent of each other.`,
  latest: 'Latest',
  health: 'Health',
  noSources: 'No sources yet',
}

/** The words of the pages about sources. */
export const outlets = {
  behind: 'Behind the first',
  medianOf: (stories: string) => `median of ${stories}`,
  firstOf: (first: number, total: number) => `${grouped.format(first)} of ${grouped.format(total)}`,
  underAMinute: 'less than a minute',
  owner: 'Owner',
  everyOwner: 'All owners',
  everyHealth: 'Any',
  healths: { fine: 'can be read', failing: 'cannot be read' },
  failing: (count: number) => plural(count, 'source cannot be read', 'sources cannot be read'),
  listNote:
    'First and behind: in stories of the last 30 days with two or more independent reports; behind is the median of those another had first.',
  noneMatch: 'No source fits this',
  tooFew: (what: string) => `Too few to say: ${what}.`,
  speed: 'How fast',
  speedNote: (days: number) => `Stories of the last ${days} days with two or more independent reports.`,
  speedText: (stories: string, first: string, median: string) =>
    `${stories}: first in ${first}; in half of the others within ${median}.`,
  allFirst: (stories: string) => `${stories}: first in all of them.`,
  behindFirst: 'After the first report',
  wasFirst: 'first',
  within: (time: string) => `up to ${time}`,
  later: 'later',
  ownOverTime: 'Own text over time',
  ownText: (least: string, most: string) => `Of the text, ${least} to ${most} is its own.`,
  noEdits: 'No article was seen to change.',
  versions: (count: number) => plural(count, 'version', 'versions'),
  copiesFrom: 'Copies from',
  copiedBy: 'Copied by',
  copiesNote: (days: number) =>
    `Stories of the last ${days} days in which its article is a copy of another’s, by a credit line or by time.`,
  noCopies: 'No copy is known.',
  agency: 'by credit line',
  quotes: 'Whom it quotes',
  languages: 'Languages',
  sections: 'Sections',
  polls: 'Last times it was read',
  pollsText: (polls: number, withNew: number, failed: number) =>
    `Read ${plural(polls, 'time', 'times')}: ${grouped.format(withNew)} with something new, ${grouped.format(failed)} failed.`,
  poll: 'Time, the newest first',
  outcome: 'Outcome',
  newEntries: (count: number) => plural(count, 'new entry', 'new entries'),
  nothingNew: 'nothing new',
  failed: 'failed',
}
