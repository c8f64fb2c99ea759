import { grouped, plural } from '../layout/words-en.ts'
import { bytesIn } from '../words/sizes.ts'

export const processesEn = {
  machine: 'Machine',
  work: 'Work',
  version: 'Version',
  since: 'Since',
  beat: 'Last report',
  lanes: 'Lanes',
  none: 'No process has reported yet.',
  unattended: (works: string) => `No process does this: ${works}`,
  failing: (loops: string) => `Background work keeps failing: ${loops}. See the log (loop-failed).`,
  silent: 'silent',
  works: {
    serve: 'pages',
    fetch: 'polling feeds',
    analyze: 'analyzing articles',
    story: 'building stories',
    tell: 'sending',
  },
}

export type ProcessesWords = typeof processesEn

/** The page for the person who runs the server. */
export const admin = {
  ownerLead: 'Only the owner of this server can open this page.',
  allWell: 'Everything works.',
  toDo: (count: number) => plural(count, 'problem', 'problems'),
  sections: {
    failures: 'Failed',
    'failing-feeds': 'Feeds that can’t load',
    queue: 'Jobs',
    processes: 'Processes',
    storage: 'Storage',
    backup: 'Backups',
    check: 'Database check',
    decisions: 'Manual corrections',
    settings: 'Environment variables',
    status: 'Status',
    people: 'People and moderation',
    accuracy: 'Accuracy',
    setup: 'Setup',
  },
  feedsFine: 'All feeds load.',
  queueTitle: 'Queue since the start',
  queueCaption: (most: string, now: string) => `At most ${most}; ${now} now. Measured every five minutes.`,
  waits: (count: number) => plural(count, 'waits', 'wait'),
  size: (size: string) => `${size} used`,
  free: (size: string) => `${size} free`,
  holds: 'Stored',
  entries: (count: number) => plural(count, 'article', 'articles'),
  perDayTitle: 'Articles per day',
  perDayCaption: (perDay: string, most: string) => `About ${perDay} a day; at most ${most}.`,
  perDayNone: 'No articles in the last 30 days.',
  growthDay: (size: string, entry: string) => `About ${size} a day, ${entry} per article.`,
  lasts: (days: string) => `Enough disk space for ${days}.`,
  days: (count: number) => plural(count, 'day', 'days'),
  yearsMore: 'more than ten years',
  lowDisk: 'Disk space is running out',
  makeCopy: 'Back up now',
  copying: 'Backing up…',
  copyShare: (share: string) => `${share} written`,
  copied: 'Backup complete.',
  copyFailed: 'Backup failed.',
  noRoom: (needed: string, free: string) =>
    `It needs ${needed}; ${free} are free. Free some space or delete an older backup.`,
  download: 'Download',
  removeCopySure: 'Delete this backup',
  restore: 'Restore a backup',
  restoreSteps: [
    'Stop Twosource.',
    'Run this. It checks the backup first and keeps the current database beside it:',
    'Start Twosource. Newer articles are fetched again if feeds still have them.',
  ] as readonly string[] as readonly string[],
  serverNote: 'PostgreSQL has its own backup program:',
  serverRestore: 'To restore:',
  checkNow: 'Check the database',
  checking: 'Checking… You can keep reading; new articles wait.',
  sound: 'No damage found.',
  unsound: 'Damage found. Restore the latest good backup, and keep this database for inspection.',
  undone: 'undone',
  correctionKinds: { speaker: 'speaker', quote: 'quotation', 'not-a-quote': 'not a quotation', name: 'name' },
  noDecisions: 'No corrections yet.',
  settingsNote: 'Set in the environment; restart to change them.',
  standing: 'default',
  secret: 'set, hidden',
  notSet: 'not set',
  bytes: (count: number) => bytesIn('en-US', count),
  backupTitle: 'Storage & backups',
  lastBackup: 'last backup',
  damaged: 'The database is damaged',
  notAllFound: 'Some articles were read without these findings, which failed on their text',
  jobsFailed: (count: number) => plural(count, 'job failed', 'jobs failed'),
  keptPages: {
    title: 'Keep pages of saved articles',
    help: 'As the outlet served them, with those of stories on the desk. Above this size the oldest go; with 0, no new ones are kept.',
    now: (count: string, size: string) => `${count} kept, ${size}.`,
  },
  feedsFail: (count: number) => plural(count, 'feed can’t load', 'feeds can’t load'),
  pages: 'Pages',
}

/** Background jobs and their results. */
export const jobs = {
  isBusy: 'Working',
  isIdle: 'Nothing queued',
  feedsPolled: 'Feeds read',
  articlesRead: 'Articles read',
  storiesMade: 'Stories written',
  waiting: 'waiting',
  running: 'running',
  failed: 'failed',
  failures: 'Failures',
  retry: 'Retry',
  retryAll: 'Retry all',
  attempts: (count: number) => plural(count, 'attempt', 'attempts'),
  failingFeeds: 'Failing feeds',
  queue: 'Queue',
  store: 'Store',
  storeOk: 'in order',
  storeBad: 'not in order',
  jobKinds: {
    'ingest-entry': 'Fetch article',
    'refresh-story': 'Update story',
    tidy: 'Clean up',
    alert: 'Check alerts',
    deliver: 'Send alerts',
    announce: 'Notify webhooks',
    send: 'Send to service',
    'send-brief': 'Send brief',
    'write-summary': 'Write summary',
    'translate-article': 'Translate article',
    'keep-page': 'Keep page',
    'end-embargo': 'End embargo',
    'keep-hub': 'Renew hub subscription',
    'take-push': 'Read hub update',
    'import-opml': 'Import feeds',
    move: 'Move from another reader',
  } as Readonly<Record<string, string>>,
  progress: 'Progress',
  newStories: 'New stories are ready: show them',
}

/** The pages about the API. Descriptions of operations and fields stay in English, as in the code. */
export type ApiWords = {
  readonly title: string
  readonly lead: string
  readonly tokens: string
  readonly limits: (count: number) => string
  readonly inEnglish: string
  readonly needs: string
  readonly noToken: string
  readonly answers: string
  readonly nothing: string
  readonly required: string
  readonly places: Readonly<Record<'path' | 'query' | 'body', string>>
  readonly problems: string
  readonly link: string
  readonly areas: Readonly<
    Record<
      | 'day'
      | 'stories'
      | 'articles'
      | 'search'
      | 'feeds'
      | 'marks'
      | 'discussion'
      | 'alerts'
      | 'sending'
      | 'settings'
      | 'house',
      string
    >
  >
}

export const apiEn: ApiWords = {
  title: 'API',
  lead: 'Programs with a token can do everything these pages can. Answers are JSON.',
  tokens: 'API tokens',
  limits: (count) => `Limit: ${grouped.format(count)} requests a minute.`,
  inEnglish: 'Routes and fields are described in English.',
  needs: 'Scope',
  noToken: 'no token needed',
  answers: 'Answer',
  nothing: 'nothing (204)',
  required: 'required',
  places: { path: 'in the path', query: 'in the query', body: 'in the JSON body' },
  problems: 'Errors',
  link: 'How programs use a token',
  areas: {
    day: 'Day and brief',
    stories: 'Stories',
    articles: 'Articles',
    search: 'Search, questions, people',
    feeds: 'Feeds and entries',
    marks: 'Marks',
    discussion: 'Discussion',
    alerts: 'Alerts',
    sending: 'Sending outside',
    settings: 'Settings',
    house: 'Server',
  },
}

/** Automatic backups of the database. */

export const backupsEn = {
  byItself: 'automatic',
  schedule: (hours: number, kept: number) =>
    `Automatic ${hours === 24 ? 'every day' : hours === 1 ? 'every hour' : `every ${hours} hours`}; the newest ${kept} are kept. Also keep a copy on another disk.`,
  noSchedule: 'Automatic backups are off (TWOSOURCE_BACKUP_HOURS is 0).',
}

export type BackupWords = typeof backupsEn

/** How long things are kept. */

export const keepingEn = {
  forGood: 'Everything is kept.',
  forDays: (days: string) => `Articles are kept for ${days}; marked or cited ones forever.`,
  gone: (entries: string, articles: string, since: string, last: string) =>
    `Deleted so far: ${entries}, ${articles} (${since} to ${last}).`,
}

export type KeepingWords = typeof keepingEn

/** The page for the language model. */

export const modelsEn = {
  lead: 'Optional. A model can write summaries and answers. Each sentence is checked against the articles; unsupported ones are dropped.',
  sections: {
    uses: 'Use it for',
    limits: 'Limits and semantic search',
    cost: 'Usage and accuracy',
  },
  keyForgotten: 'The API key was removed because it belongs to the previous server.',
  refused: {
    address: 'Enter a base URL that begins with http:// or https://, without a user name or query.',
    name: 'A model name is one line.',
    number: 'One of the limits is out of range.',
    key: 'An API key has no spaces or special characters.',
  },
  reach: {
    here: 'The model runs on this computer. Nothing leaves it.',
    elsewhere: (host: string) =>
      `Sentences of articles and questions are sent to ${host}; never who reads what, notes or names of readers.`,
  },
  unencrypted: 'The connection isn’t encrypted.',
  addressNote: 'Base URL of an OpenAI-compatible API. Leave empty to disable.',
  name: 'Model',
  embeddingName: 'Embedding model',
  keyKept: 'Stored. Leave empty to keep it.',
  fixedBy: 'Set by the environment:',
  switches: {
    summaries: 'Summaries',
    judging: 'Finding answers',
    answers: 'Writing answers',
    translation: 'Translations',
    embeddings: 'Semantic search',
  },
  sends: {
    summaries: 'Sends sentences of new stories.',
    judging: 'Sends each question and the closest sentences.',
    answers: 'Sends your question and the sentences found.',
    translation: 'Sends the article you translate.',
    embeddings: 'Sends the beginning of every article. Needs an embedding model.',
  },
  callsPerDay: 'Requests per day',
  tokensPerDay: 'Tokens per day',
  budgetNote: 'Shared daily limit (UTC). When it’s used up, requests resume tomorrow.',
  timeoutSeconds: 'Longest answer (seconds)',
  stallSeconds: 'Longest pause (seconds)',
  testNow: 'Test the model',
  tested: 'The model answered',
  took: (seconds: number) => `after ${seconds.toFixed(1)} seconds`,
  tokensUsed: (sent: string, written: string) => `${sent} tokens sent, ${written} written`,
  keptForm: 'Every sentence passed the check. This model works.',
  keptNothing: 'No sentence passed the check. Try a larger model or one that follows instructions.',
  keptList: 'Passed',
  droppedList: 'Dropped',
  vectorsMade: (width: number) => `Semantic search works (${width} dimensions).`,
  vectorsFailed: 'Semantic search doesn’t work.',
  failures: {
    off: 'No model is set. Enter a URL and a model, then save.',
    'over-budget': 'Today’s limit is used up.',
    timeout: 'It took too long. A model is slow while it loads: try again, or allow a longer answer.',
    cancelled: 'Canceled.',
    'too-long': 'It wrote far more than asked and was cut off.',
  },
  troubles: {
    unreachable: 'No answer. Is the server running, and is the URL right?',
    redirect: 'The server redirects elsewhere. Enter that URL instead, if you trust it.',
    key: 'The server needs an API key, or a different one.',
    'not-found': 'The server doesn’t know this model, or the URL isn’t right.',
    busy: 'The server is busy, or your quota is used up.',
    server: 'The server failed. See its log.',
    refused: 'The server refused the request.',
    form: 'This isn’t a model API. Check the URL.',
    empty: 'It wrote nothing. Try another model.',
  },
  today: (calls: string, mostCalls: string, tokens: string, mostTokens: string) =>
    `Today: ${calls} of ${mostCalls} requests, ${tokens} of ${mostTokens} tokens.`,
  columns: {
    use: 'Use',
    calls: 'Requests',
    tokens: 'Tokens in / out',
  },
  list: 'Find models',
  found: (count: string) => `Connected. Models found: ${count}. Choose one below and save.`,
}

export type ModelWords = typeof modelsEn

/** Results of plugins. */
export type PluginWords = {
  readonly title: string
  /** Above all results. */
  readonly note: string
}

export const pluginsEn: PluginWords = {
  title: 'Found by plugins',
  note: 'Found by plugins that the owner of this server added. Twosource hasn’t checked them.',
}
