import type { ClaimCheck } from '../../core/claim.ts'
import type { ModelTrouble, ModelUse } from '../../core/model.ts'
import type { ModelSwitch } from '../../core/reading/model-choice.ts'
import type { ModelRefusal } from '../../operations/admin/model-views.ts'
import { listeningEn } from '../articles/words-en.ts'
import { grouped, plural } from '../layout/words-en.ts'
import { bytesIn } from '../words/sizes.ts'

export type ProcessesWords = {
  readonly section: string
  readonly note: string
  readonly machine: string
  readonly work: string
  readonly version: string
  readonly since: string
  readonly beat: string
  readonly lanes: string
  readonly none: string
  readonly unattended: (works: string) => string
  readonly failing: (loops: string) => string
  readonly silent: string
  /** Each kind of work. */
  readonly works: Readonly<Record<'serve' | 'fetch' | 'analyze' | 'story' | 'tell', string>>
  readonly help: Readonly<Record<string, string>>
}

export const processesEn: ProcessesWords = {
  section: 'Processes at work',
  note: 'Each reports regularly that it is running. One that has been silent for a day is removed from this list.',
  machine: 'Machine',
  work: 'What it does',
  version: 'Version',
  since: 'Since',
  beat: 'Last sign of life',
  lanes: 'Lanes it holds',
  none: 'No process has given a sign of life yet.',
  unattended: (works) => `Nobody does this now: ${works}. Start a process that does, or look why it ended.`,
  failing: (loops) => `Background work of this process keeps failing: ${loops}. The log says why, under loop-failed.`,
  silent: 'silent',
  works: {
    serve: 'pages',
    fetch: 'asking feeds',
    analyze: 'reading articles',
    story: 'telling stories',
    tell: 'alerts, briefs, sendings',
  },
  help: {
    TWOSOURCE_HEALTH_PORT: 'A port of its own for /livez, /readyz and /metrics.',
    TWOSOURCE_METRICS: 'Who may read the figures at /metrics.',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'The collector that is told how polls and articles go.',
    OTEL_EXPORTER_OTLP_HEADERS: 'The headers that collector wants.',
    OTEL_TRACES_SAMPLER_ARG: 'Which share of the polls it is told of.',
  },
}

/** The page for the person who runs the server. */
export const admin = {
  title: 'Admin',
  lead: 'What this server is doing, what it could not do, and how to keep what it holds.',
  ownerLead: 'Failures, copies of the database and settings are for the owner of this server.',
  allWell: 'All is well.',
  toDo: (count: number) => `${plural(count, 'thing needs', 'things need')} a look.`,
  sections: {
    now: 'Now',
    failures: 'What failed',
    'failing-feeds': 'Feeds that cannot be read',
    queue: 'Waiting',
    processes: processesEn.section,
    storage: 'Storage',
    backup: 'Copies of the database',
    check: 'Soundness',
    decisions: 'What people decided',
    settings: 'Settings in force',
    versions: 'Versions',
  },
  feedsFine: 'Every feed was read without a fault the last time.',
  queueTitle: 'Waiting since the start',
  queueCaption: (most: string, now: string) =>
    `At most ${most}; ${now} at the last look. One look every five minutes, for a day.`,
  queueNone: 'The drawing begins with the second look, five minutes after the start.',
  moment: 'Time',
  waits: (count: number) => plural(count, 'waits', 'wait'),
  queueEmpty: 'Nothing waits.',
  queueRest: (count: number) => `${grouped.format(count)} more wait.`,
  aboutArticle: 'the entry',
  aboutStory: 'the story',
  size: (size: string) => `${size} in the database`,
  free: (size: string) => `${size} free on its disk`,
  holds: 'It holds',
  entries: (count: number) => plural(count, 'entry', 'entries'),
  where: 'Where',
  perDayTitle: 'Entries by day of publication',
  perDayCaption: (perDay: string, most: string) => `About ${perDay} a day over thirty days; at most ${most}.`,
  perDayNone: 'No entry of the last thirty days yet.',
  growthDay: (size: string, entry: string) => `About ${size} a day, at ${entry} an entry on average.`,
  lasts: (days: string) => `At this rate the disk has room for ${days}.`,
  days: (count: number) => plural(count, 'day', 'days'),
  yearsMore: 'more than ten years',
  lowDisk: 'There is hardly room left for one copy. Make room soon.',
  backupNote:
    'A copy of everything at one moment, made while everything goes on. It lies in the folder below; keep one on another disk as well.',
  makeCopy: 'Make a copy now',
  copying: 'A copy is being made',
  copyShare: (share: string) => `${share} written.`,
  copied: 'The copy is ready.',
  copyFailed: 'No copy was made.',
  noRoom: (needed: string, free: string) =>
    `It needs ${needed}, and ${free} are free. Make room, or remove an older copy.`,
  copies: 'Copies made here',
  noCopies: 'None yet.',
  download: 'Download',
  removeCopy: 'Delete',
  removeCopySure: 'Yes, delete this copy',
  restore: 'How to put a copy back',
  restoreSteps: [
    'Stop Twosource.',
    'Run this with the copy. It is read to the last page first, and what is there now is kept beside it:',
    'Start Twosource. What came after the copy is read again as far as feeds still carry it.',
  ] as readonly string[],
  serverNote:
    'This database is a PostgreSQL server, which makes copies with its own program. It can run while everything goes on:',
  serverRestore: 'To put it back:',
  lookAgain: 'Look again',
  checkNote:
    'Reads every page of the database and looks whether it is sound. Reading goes on; what comes in waits for it.',
  checkNow: 'Check now',
  checking: 'It is being read',
  sound: 'Every page was read and is sound.',
  unsound: 'Something is not in order. Put back the last copy that is sound, and keep this one for a closer look.',
  last: 'Last time',
  undone: 'taken back',
  correctionKinds: { speaker: 'speaker', quote: 'quotation', 'not-a-quote': 'not a quotation', name: 'name' },
  noDecisions: 'Nobody has corrected or moved anything yet.',
  settingsNote: 'They come from the environment at the start. To change one, set it there and start again.',
  setting: 'Setting',
  value: 'Value',
  meaning: 'What it does',
  standing: 'default',
  secret: 'set, not shown',
  notSet: 'not set',
  help: {
    ...listeningEn.help,
    ...processesEn.help,
    TWOSOURCE_DATA: 'The folder that holds everything kept.',
    TWOSOURCE_DATABASE: 'PostgreSQL in place of a file.',
    TWOSOURCE_HOST: 'The address the server listens on.',
    TWOSOURCE_PORT: 'The port it listens on.',
    TWOSOURCE_CONTACT: 'Sent to outlets, so that they can reach you.',
    TWOSOURCE_ALLOW_PRIVATE: 'Whether feeds in private networks may be read.',
    TWOSOURCE_FETCH_PAGES: 'Whether the page of each entry is fetched, or only the feed’s text used.',
    TWOSOURCE_POLL_MINUTES: 'How often a feed is read when it asks for nothing else.',
    TWOSOURCE_IN_FLIGHT: 'Quick requests under way at once for feeds, and as many for pages.',
    TWOSOURCE_PER_HOST: 'Requests under way at once to one outlet.',
    TWOSOURCE_TIMEOUT_SECONDS: 'The longest one request may take.',
    TWOSOURCE_FEED_MEGABYTES: 'The largest feed taken in.',
    TWOSOURCE_PAGE_MEGABYTES: 'The largest page taken in.',
    TWOSOURCE_PICTURE_MEGABYTES: 'The largest picture taken in.',
    TWOSOURCE_PICTURE_FOLDER_MEGABYTES: 'How much room pictures may take; those used longest ago go first.',
    TWOSOURCE_BASE_URL: 'The public address, for links in share cards.',
    TWOSOURCE_ANALYSIS_THREADS: 'Threads that read articles.',
    TWOSOURCE_ANALYSIS_SECONDS: 'The longest one page may keep a thread busy.',
    TWOSOURCE_STORY_DAYS: 'How many days back a new article may join a story.',
    TWOSOURCE_KEEP_DAYS:
      'How long entries and articles are kept that nobody marked and nothing cites. Without it: for good.',
    TWOSOURCE_OIDC_ISSUER:
      'The provider that readers may sign in by. It is asked even when it is in a private network.',
    TWOSOURCE_OIDC_CLIENT_ID: 'The name of this server there.',
    TWOSOURCE_OIDC_CLIENT_SECRET: 'The secret of this server there.',
    TWOSOURCE_MODEL_URL: 'The base address of a language model. It wins over the page for models.',
    TWOSOURCE_MODEL_NAME: 'The model that is asked there.',
    TWOSOURCE_MODEL_KEY: 'The key its server wants.',
    TWOSOURCE_OIDC_NAME: 'What the provider is called on the button.',
    TWOSOURCE_OIDC_NEW_READERS: 'Whoever the provider knows becomes a reader at the first sign-in.',
    TWOSOURCE_TRUSTED_HEADER: 'The header in which a proxy names who has signed in there.',
    TWOSOURCE_TRUSTED_PROXIES: 'The networks of the proxies that header is taken from.',
    TWOSOURCE_TRUSTED_NEW_READERS: 'Whoever that header names becomes a reader at the first visit.',
  } as Readonly<Record<string, string>>,
  version: 'Twosource',
  node: 'Node.js',
  system: 'System',
  schema: 'Data',
  startedAt: 'Running since',
  bytes: (count: number) => bytesIn('en-US', count),
}

/** Background jobs and their results. */
export const jobs = {
  isBusy: 'working',
  isIdle: 'nothing to do',
  feedsPolled: 'Feeds read',
  articlesRead: 'Articles read',
  storiesMade: 'Stories written',
  waiting: 'waiting',
  running: 'running',
  failed: 'failed',
  failures: 'Failures',
  noFailures: 'No failures.',
  retry: 'Try again',
  retryAll: 'Try all again',
  attempts: (count: number) => plural(count, 'attempt', 'attempts'),
  failingFeeds: 'Failing feeds',
  queue: 'Queue',
  store: 'Store',
  storeOk: 'in order',
  storeBad: 'not in order',
  jobKinds: {
    'ingest-entry': 'read an article',
    'refresh-story': 'write a story',
    tidy: 'tidy up',
    alert: 'look for alerts',
    deliver: 'send alerts',
    announce: 'tell webhooks',
    send: 'send outside',
    'send-brief': 'send a brief',
    'write-summary': 'have a summary written',
    'translate-article': 'translate an article',
    'keep-hub': 'ask a hub to tell of news',
    'take-push': 'take in what a hub sent',
    'import-opml': 'bring in a list of subscriptions',
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
export type BackupWords = {
  readonly byItself: string
  readonly schedule: (hours: number, kept: number) => string
  readonly noSchedule: string
}

export const backupsEn: BackupWords = {
  byItself: 'made by itself',
  schedule: (hours, kept) =>
    `${hours === 24 ? 'Every day' : hours === 1 ? 'Every hour' : `Every ${hours} hours`} a copy is made by itself and read again to the last page; ${kept === 1 ? 'the newest is kept' : `the newest ${kept} are kept`}. Those you ask for stay until you delete them.`,
  noSchedule: 'None is made by itself: TWOSOURCE_BACKUP_HOURS is 0.',
}

/** How long things are kept. */
export type KeepingWords = {
  readonly forGood: string
  readonly forDays: (days: string) => string
  readonly gone: (entries: string, articles: string, since: string, last: string) => string
}

export const keepingEn: KeepingWords = {
  forGood: 'Everything is kept for good.',
  forDays: (days) =>
    `Entries and articles are kept for ${days}; what somebody marked or anything cites is kept for good.`,
  gone: (entries, articles, since, last) => `So far ${entries} and ${articles} went: since ${since}, last on ${last}.`,
}

/** The page for the language model. */
export type ModelWords = {
  readonly title: string
  readonly lead: string
  readonly sections: Readonly<Record<'server' | 'uses' | 'limits' | 'test' | 'cost', string>>
  readonly saved: string
  readonly keyForgotten: string
  readonly refused: Readonly<Record<ModelRefusal, string>>
  readonly reach: { readonly none: string; readonly here: string; readonly elsewhere: (host: string) => string }
  readonly unencrypted: string
  readonly neverSent: string
  readonly address: string
  readonly addressNote: string
  readonly name: string
  readonly nameNote: string
  readonly embeddingName: string
  readonly embeddingNote: string
  readonly key: string
  readonly keyNote: string
  readonly keyKept: string
  readonly forgetKey: string
  /** Before the name of an environment variable. */
  readonly fixedBy: string
  readonly examples: string
  readonly vendor: string
  readonly vendorNote: string
  readonly switches: Readonly<Record<ModelSwitch, string>>
  /** What each use sends. */
  readonly sends: Readonly<Record<ModelSwitch, string>>
  readonly usesNote: string
  readonly callsPerDay: string
  readonly tokensPerDay: string
  readonly budgetNote: string
  readonly timeoutSeconds: string
  readonly stallSeconds: string
  readonly testNote: string
  readonly testNow: string
  readonly tested: string
  readonly took: (time: string) => string
  readonly seconds: (count: number) => string
  readonly tokensUsed: (sent: string, written: string) => string
  readonly keptForm: string
  readonly keptPart: string
  readonly keptNothing: string
  readonly keptList: string
  readonly droppedList: string
  readonly unreadable: string
  readonly vectorsMade: (width: number) => string
  readonly vectorsFailed: string
  readonly failures: Readonly<Record<'off' | 'over-budget' | 'timeout' | 'cancelled' | 'too-long', string>>
  readonly troubles: Readonly<Record<ModelTrouble, string>>
  /** Before the server's own message. */
  readonly itSays: string
  readonly today: (calls: string, mostCalls: string, tokens: string, mostTokens: string) => string
  readonly noUse: string
  readonly columns: Readonly<Record<'day' | 'use' | 'calls' | 'failures' | 'tokens' | 'kept' | 'dropped', string>>
  readonly costNote: string
  readonly uses: Readonly<Record<ModelUse, string>>
  readonly checks: Readonly<Record<ClaimCheck, string>>
}

export const modelsEn: ModelWords = {
  title: 'Language model',
  lead: 'None is needed. With one, summaries and answers in whole sentences stand beside the words of the articles. Each sentence it writes names the sentences it rests on and is held against them; what does not hold is not shown, and is counted.',
  sections: {
    server: 'Where it is',
    uses: 'What it may do',
    limits: 'How much',
    test: 'Try it',
    cost: 'What it cost, and what held',
  },
  saved: 'Kept. It is in force now.',
  keyForgotten: 'The key was forgotten: it belongs to the server it was given for.',
  refused: {
    address:
      'This is no base address. It begins with http:// or https://, and has no name, password or question in it.',
    name: 'The name of a model is one line.',
    number: 'One of the numbers is not a whole number within its bounds.',
    key: 'A key has no spaces and no letters beyond ASCII.',
  },
  reach: {
    none: 'No model is set: nothing is sent anywhere.',
    here: 'The model runs on this machine: nothing leaves it.',
    elsewhere: (host) => `What the model works on leaves this machine: it is sent to ${host}.`,
  },
  unencrypted: 'The way there is not encrypted: who is on it can read what is sent, and the key.',
  neverSent: 'Never sent: who reads what, names of readers, notes, comments, follows.',
  address: 'Base address',
  addressNote: 'Of the chat completions interface as OpenAI made it known. Empty: no model.',
  name: 'Model',
  nameNote: 'As its server calls it.',
  embeddingName: 'Model for vectors',
  embeddingNote: 'Only for finding what is alike across languages. Empty: none.',
  key: 'Key',
  keyNote: 'Only where the server wants one. It is kept on this server and never shown again.',
  keyKept: 'A key is kept. Leave this empty to keep it.',
  forgetKey: 'Forget the key',
  fixedBy: 'Set in the environment by',
  examples: 'Usual addresses',
  vendor: 'A vendor',
  vendorNote: 'the base address from its documentation, with your key',
  switches: {
    summaries: 'Summaries and background of stories',
    answers: 'Answers to questions',
    translation: 'Translations',
    embeddings: 'Vectors of texts',
  },
  sends: {
    summaries: 'Sends sentences of the articles of a story, as stories come up.',
    answers: 'Sends the question of a reader, and sentences found for it.',
    translation: 'Sends the article that a reader asks to have translated.',
    embeddings: 'Sends the beginning of every article.',
  },
  usesNote: 'All are off until you switch them on. The words of the articles stand there in any case.',
  callsPerDay: 'Requests a day',
  tokensPerDay: 'Tokens a day',
  budgetNote: 'For all uses together, a day of universal time. Once it is spent, nothing more is asked until the next.',
  timeoutSeconds: 'Longest answer, in seconds',
  stallSeconds: 'Longest pause inside an answer, in seconds',
  testNote: 'Asks for two sentences about a bridge that we made up, and checks them. Nothing of yours is sent.',
  testNow: 'Test the model',
  tested: 'The model answered',
  took: (time) => `after ${time}`,
  seconds: (count) => `${count.toFixed(1)} seconds`,
  tokensUsed: (sent, written) => `${sent} tokens sent, ${written} written`,
  keptForm: 'It keeps to the form, and all it wrote holds. It can be used.',
  keptPart: 'It keeps to the form. Some of what it wrote does not hold and would not be shown.',
  keptNothing:
    'Nothing it wrote holds, so that nothing of it would ever be shown. A larger model, or one that follows instructions, may do better.',
  keptList: 'Holds',
  droppedList: 'Does not hold',
  unreadable:
    'It did not answer in the form that was asked for, so that nothing of it would be shown. Try a model that follows instructions, or a larger one.',
  vectorsMade: (width) => `Vectors work: ${width} numbers each.`,
  vectorsFailed: 'Vectors do not work.',
  failures: {
    off: 'No model is set. Give a base address and the name of a model, and save.',
    'over-budget': 'The budget of the day is spent.',
    timeout:
      'It took too long. A model that is just being loaded is slow at first: try again, or allow a longer answer.',
    cancelled: 'The request was called off.',
    'too-long': 'It wrote far more than was asked for, and was cut off.',
  },
  troubles: {
    unreachable: 'Nothing answers there. Is the server running, and is the address right?',
    redirect: 'The server sends elsewhere. That is not followed: give the address it leads to, if you trust it.',
    key: 'The server wants a key, or another one.',
    'not-found': 'The server does not know this model, or the address is not quite right: it often ends in /v1.',
    busy: 'The server is busy, or your quota with it is used up.',
    server: 'The server failed. Its own log says why.',
    refused: 'The server refuses the request.',
    form: 'What answers there is not the interface of a model. Check the address.',
    empty: 'It wrote nothing. A model that thinks for long may need another one in its place.',
  },
  itSays: 'It says:',
  today: (calls, mostCalls, tokens, mostTokens) =>
    `Today: ${calls} of ${mostCalls} requests, ${tokens} of ${mostTokens} tokens.`,
  noUse: 'It was not asked anything in the last seven days.',
  columns: {
    day: 'Day',
    use: 'For',
    calls: 'Requests',
    failures: 'Failed',
    tokens: 'Tokens sent and written',
    kept: 'Sentences that hold',
    dropped: 'Dropped',
  },
  costNote: 'The last seven days.',
  uses: {
    summary: 'summaries',
    background: 'background',
    answer: 'answers',
    translation: 'translations',
    embedding: 'vectors',
    test: 'tests',
  },
  checks: {
    citation: 'no such sentence',
    form: 'form',
    quotation: 'quotation marks',
    number: 'number',
    unit: 'unit',
    date: 'date',
    name: 'name',
    negation: 'not',
    modality: 'may or must',
    speaker: 'speaker',
    support: 'words nobody wrote',
    relation: 'who did what',
  },
}

/** Results of plugins. */
export type PluginWords = {
  readonly title: string
  /** Above all results. */
  readonly note: string
}

export const pluginsEn: PluginWords = {
  title: 'Found by plugins',
  note: 'Programs that the owner of this server added found these. Twosource has not checked what they say of them.',
}
