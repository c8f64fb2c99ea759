import { z } from 'zod'
import { senderAddress } from '../../core/mail-server.ts'
import { mayHavePersonalKey } from '../../core/text/personal-key.ts'
import { isEscapedAddress } from '../../delivery/mail.ts'
import { readVoices } from '../../delivery/speech-server.ts'
import { readPorts } from '../../http/ports.ts'
import { readProxy } from '../../http/proxy.ts'
import { readWorkRoles, workRoleHelp } from '../../pipeline/work-roles.ts'
import { parseNetworks } from '../../web/accounts/trusted-header.ts'
import { readMetricsAccess } from '../serve/metrics-page.ts'
import { fileOrServer, flag, httpAddress, place, share, usualFolder, whole } from './setting-kinds.ts'

/** Every setting, its default and its sentence of help. They come only from the environment. */
export const settings = {
  TWOSOURCE_DATA: place.default(usualFolder).describe('Folder that holds everything kept; made if absent.'),
  TWOSOURCE_DATABASE: fileOrServer
    .optional()
    .describe('postgres://… to use PostgreSQL. Without it: one SQLite file in the data folder.'),
  TWOSOURCE_DATABASE_CONNECTIONS: whole(1, 1000)
    .default(10)
    .describe('The most connections to PostgreSQL for background work, and as many again for pages.'),
  TWOSOURCE_READ_DATABASE: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'postgres://…')
    .optional()
    .describe('postgres://… of a streaming replica of that database: pages are read there when it has what they need.'),
  TWOSOURCE_READ_LAG_SECONDS: whole(1, 3600)
    .default(10)
    .describe('How far that replica may be behind; pages are read from the database itself while it is further.'),
  TWOSOURCE_ROLES: z
    .string()
    .refine((text) => readWorkRoles(text) !== undefined, `not ${workRoleHelp}`)
    .default('all')
    .describe('Which background work this process does: fetch, analyze, story, tell with commas between, all or none.'),
  TWOSOURCE_HOST: z.string().default('127.0.0.1').describe('Address the server listens on.'),
  TWOSOURCE_PORT: whole(0, 65535).default(7180).describe('Port the server listens on; 0 picks a free one.'),
  TWOSOURCE_HEALTH_PORT: whole(1, 65535)
    .optional()
    .describe('A port of its own, on the same address, for /livez, /readyz and /metrics; a worker has no other.'),
  TWOSOURCE_METRICS: z
    .string()
    .refine((text) => readMetricsAccess(text) !== undefined, 'neither networks nor a token of 16 characters and more')
    .optional()
    .describe(
      'Who may read /metrics: networks, such as 127.0.0.1, 10.0.0.0/8, or a token to send as Authorization: Bearer. Without it: nobody.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress
    .regex(/^[^@?#]+$/, 'without a name, a password or a question in it')
    .optional()
    .describe('URL of an OpenTelemetry collector (OTLP over HTTP) that gets traces of polls and articles.'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\x20-\x7e]{1,4000}$/, 'name=value with commas between')
    .optional()
    .describe('Headers that collector wants, such as authorization=Bearer%20…, with commas between.'),
  OTEL_TRACES_SAMPLER_ARG: share.default(1).describe('The share of polls it gets, from 0 to 1.'),
  TWOSOURCE_CONNECTIONS: whole(16, 100_000)
    .default(1_000)
    .describe(
      'Connections open at once; beyond it those end that keep the server waiting, of whoever has most of them.',
    ),
  TWOSOURCE_CONTACT: z
    .string()
    .regex(/^[\x20-\x7e\xa0-\xff]*$/, 'letters that a header can hold')
    .default('')
    .describe('Address or URL sent in the User-Agent, so that a publisher can reach you.'),
  TWOSOURCE_ALLOW_PRIVATE: flag
    .default(false)
    .describe('Let feeds and pages be fetched from private and loopback addresses.'),
  TWOSOURCE_PORTS: z
    .string()
    .refine((text) => text === 'any' || readPorts(text) !== undefined, 'ports with commas between, or any')
    .default('80,443,8080,8443')
    .describe('Ports at which feeds, pages and services outside may be asked, with commas between, or any.'),
  TWOSOURCE_PROXY: z
    .string()
    .refine((text) => readProxy(text) !== undefined, 'not http://host:port')
    .optional()
    .describe(
      'Proxy that everything asked for outside goes through: http://host:port or http://name:password@host:port.',
    ),
  TWOSOURCE_PROXY_RESOLVES: flag
    .default(false)
    .describe(
      'Let that proxy resolve names, where this machine cannot. What a name leads to is then for the proxy to guard.',
    ),
  TWOSOURCE_FETCH_PAGES: flag
    .default(true)
    .describe('Fetch the page of each new entry. Off: only the text that feeds carry is used.'),
  TWOSOURCE_LOOK_AGAIN: flag
    .default(true)
    .describe(
      'Look again at the page of a young article, about 1, 6 and 24 hours after, to see what its outlet changed.',
    ),
  TWOSOURCE_RULES: place
    .optional()
    .describe(
      'File with rules for sites: what an entry or an article is on their pages. Default: rules.txt in the data folder.',
    ),
  TWOSOURCE_RSS_BRIDGE: httpAddress
    .optional()
    .describe('Address of your RSS-Bridge, which is asked for a feed where a page has none.'),
  TWOSOURCE_RSSHUB: httpAddress
    .optional()
    .describe(
      'Address of your RSSHub, whose feeds are offered for sites that have none, and meant by rsshub:// addresses.',
    ),
  TWOSOURCE_POLL_MINUTES: whole(5, 1440)
    .default(60)
    .describe('How often a feed is polled when it asks for nothing else.'),
  TWOSOURCE_POLL_CAP_HOURS: whole(1, 168)
    .default(24)
    .describe('How long a feed is left alone at most when it asks for more (its pauses and skipped days aside).'),
  TWOSOURCE_IN_FLIGHT: whole(1, 512)
    .default(64)
    .describe('Quick requests under way at once for feeds, and as many for pages; of slow ones four times as many.'),
  TWOSOURCE_PER_HOST: whole(1, 16).default(2).describe('Requests under way at once to one host.'),
  TWOSOURCE_TIMEOUT_SECONDS: whole(1, 300).default(30).describe('Longest time one request may take.'),
  TWOSOURCE_FEED_MEGABYTES: whole(1, 256).default(16).describe('Largest feed accepted, after decompression.'),
  TWOSOURCE_PAGE_MEGABYTES: whole(1, 64).default(8).describe('Largest page accepted, after decompression.'),
  TWOSOURCE_PICTURE_MEGABYTES: whole(1, 64).default(8).describe('Largest picture fetched from an outlet.'),
  TWOSOURCE_PICTURE_FOLDER_MEGABYTES: whole(0, 100_000)
    .default(512)
    .describe('How much of the data folder pictures may take; those used longest ago go first.'),
  TWOSOURCE_BASE_URL: httpAddress
    .regex(/^[^@?#\s]+$/, 'without a name, a password, a question or a space in it')
    // Pages name each other from the root of their host.
    .regex(/^\w+:\/\/[^/]*\/?$/, 'a host name of its own, without a path after it, such as https://news.example.org')
    // A host name in other scripts is converted to ASCII, since headers can contain nothing else.
    .transform((url) => (/[^\x20-\x7e]/.test(url) ? new URL(url).href : url))
    .optional()
    .describe('Public address of the server, such as https://news.example.org, for links in share cards.'),
  TWOSOURCE_API_PER_MINUTE: whole(1, 1_000_000)
    .default(600)
    .describe('How many requests a program with a token may make in a minute; over MCP all programs of a reader.'),
  TWOSOURCE_CORS_ORIGINS: z
    .string()
    .regex(/^(?:\*|[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+(?:[\s,]+[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+)*)$/i, 'origins or *')
    .optional()
    .describe(
      'Pages elsewhere whose scripts may use the interfaces for programs, as origins with commas between, or *. Without it: none.',
    ),
  TWOSOURCE_WEBSUB_HUB: httpAddress
    .optional()
    .describe(
      'URL of a WebSub hub that is notified of changes in the feeds whose readers want that. Needs TWOSOURCE_BASE_URL.',
    ),
  TWOSOURCE_WEBSUB: flag
    .optional()
    .describe(
      'Ask the hubs that feeds name to tell of news at once (WebSub). Default: when TWOSOURCE_BASE_URL is a public https address.',
    ),
  TWOSOURCE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address that begins with smtp:// or smtps://' })
    .refine(isEscapedAddress, 'a % in a name or password is written %25')
    .optional()
    .describe(
      'Mail server that sends the daily brief and alerts: smtp://user:password@host:587, or smtps:// with 465.',
    ),
  TWOSOURCE_MAIL_FROM: z
    .string()
    .regex(senderAddress, 'name@host, or Name <name@host>')
    .optional()
    .describe('Address that mail comes from, such as Twosource <news@example.org>.'),
  TWOSOURCE_MAIL_PORT: whole(0, 65535)
    .optional()
    .describe('Port at which newsletters are taken in over SMTP; 0 picks a free one. Without it: none are.'),
  TWOSOURCE_MAIL_HOST: z.string().min(1).default('127.0.0.1').describe('Address that port is opened at.'),
  TWOSOURCE_MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*$/, 'a domain')
    .optional()
    .describe('The part after the @ of the addresses for newsletters, such as letters.example.org.'),
  TWOSOURCE_MAIL_MEGABYTES: whole(1, 50).default(5).describe('Largest letter taken in.'),
  TWOSOURCE_MAIL_CERT: place
    .optional()
    .describe('File with the certificate (PEM) that letters may come encrypted with (STARTTLS).'),
  TWOSOURCE_MAIL_KEY: place.optional().describe('File with the key of that certificate (PEM).'),
  TWOSOURCE_SPEECH: z
    .string()
    .regex(/^[^\0\s-][^\0]*$/, 'the name or path of a program')
    .optional()
    .describe('Program that reads articles, stories and the daily brief aloud: espeak-ng, by name or by path.'),
  TWOSOURCE_SPEECH_URL: httpAddress
    .optional()
    .describe('Address of a speech server that reads aloud instead of a program; it is also asked when it is private.'),
  TWOSOURCE_SPEECH_KIND: z
    .enum(['piper', 'openai'], 'piper or openai')
    .default('piper')
    .describe('What that server understands: piper (its HTTP server) or openai (POST /v1/audio/speech).'),
  TWOSOURCE_SPEECH_KEY: z.string().optional().describe('The key that server asks for, if any.'),
  TWOSOURCE_SPEECH_MODEL: z
    .string()
    .max(120)
    .optional()
    .describe('The model an openai server is asked for; default: tts-1.'),
  TWOSOURCE_SPEECH_VOICES: z
    .string()
    .refine((text) => readVoices(text) !== undefined, 'not a list of voices')
    .optional()
    .describe(
      'Its voices by language, * for all others: en=en_GB-alba-medium, fr=fr_FR-siwis-medium. None: it chooses.',
    ),
  TWOSOURCE_SPEECH_ENCODER: z
    .string()
    .regex(/(?:^|\/)(?:opusenc|lame|ffmpeg)$/, 'opusenc, lame or ffmpeg')
    .optional()
    .describe('Program that makes recordings small: opusenc, lame or ffmpeg, by name or by path. Without it: WAV.'),
  TWOSOURCE_TRANSLATE_URL: httpAddress
    .optional()
    .describe(
      'Address of a server with the interface of LibreTranslate; the server then also asks it when it is private.',
    ),
  TWOSOURCE_TRANSLATE_KEY: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .describe('The key of that server, where it wants one.'),
  TWOSOURCE_SUBSCRIPTIONS: whole(1, 1_000_000).default(100_000).describe('How many feeds one reader may subscribe to.'),
  TWOSOURCE_TURNS_PER_HOUR: whole(1, 1_000_000)
    .default(600)
    .describe(
      'How often in an hour one reader (not the owner) may have an address asked that they name; a fifth as many refreshes, a tenth as many files.',
    ),
  TWOSOURCE_ANALYSIS_THREADS: whole(1, 64).optional().describe('Threads that read articles; default: cores less one.'),
  TWOSOURCE_ANALYSIS_SECONDS: whole(1, 120).default(20).describe('Longest time one page may keep a thread busy.'),
  TWOSOURCE_STORY_DAYS: whole(1, 30).default(4).describe('How many days back a new article may join a story.'),
  TWOSOURCE_KEEP_DAYS: whole(14, 36_500)
    .optional()
    .describe(
      'How many days entries and articles are kept that nobody starred, saved, noted or cites. Without it: for good.',
    ),
  TWOSOURCE_BACKUP_HOURS: whole(0, 8760)
    .default(24)
    .describe('How often the SQLite file is backed up automatically, in hours; 0: only when somebody asks.'),
  TWOSOURCE_BACKUPS_KEPT: whole(1, 1000).default(3).describe('How many of those copies are kept, the newest.'),
  TWOSOURCE_BACKUP_FOLDER: place
    .optional()
    .describe('Where copies lie, best on another disk; without it: backups in the data folder.'),
  TWOSOURCE_OIDC_ISSUER: httpAddress
    .optional()
    .describe(
      'Address of an OpenID Connect provider that readers may sign in by; the server then also asks it when it is private.',
    ),
  TWOSOURCE_OIDC_CLIENT_ID: z
    .string()
    .optional()
    .describe('Under what name this server is registered at that provider.'),
  TWOSOURCE_OIDC_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('The secret it was given there; none for a public client.'),
  TWOSOURCE_OIDC_NAME: z.string().max(60).optional().describe('What the provider is called on the button.'),
  TWOSOURCE_OIDC_NEW_READERS: flag
    .default(false)
    .describe('Make an account of a reader for whoever the provider knows, at their first sign-in.'),
  TWOSOURCE_MODEL_URL: z
    .union(
      [z.string().regex(/^plugin:[a-z][a-z0-9-]{0,39}$/), httpAddress.regex(/^[^@?#]+$/)],
      'an address without a name, a password or a question in it, or plugin:NAME',
    )
    .optional()
    .describe(
      'Base address of a language model, such as http://127.0.0.1:11434/v1, or plugin:NAME; it wins over what the page for models says.',
    ),
  TWOSOURCE_MODEL_NAME: z.string().max(200).optional().describe('The model that is asked there.'),
  TWOSOURCE_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/, 'a key without spaces')
    .optional()
    .describe('The key its server wants, if it wants one.'),
  TWOSOURCE_TRUSTED_HEADER: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'the name of a header')
    .optional()
    .describe('Header in which a proxy names who has signed in there, such as Remote-User.'),
  TWOSOURCE_TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Networks of the proxies that are believed, such as 10.0.0.2/32, fd00::/64: that header, and the address in X-Forwarded-For.',
    ),
  TWOSOURCE_TRUSTED_NEW_READERS: flag
    .default(false)
    .describe('Make an account of a reader for whoever that header names, at their first visit.'),
} as const

const shape = z.object(settings)
export type Config = z.output<typeof shape>

/** An unusable setting. The message names it and says what it may be. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Settings that contain a password or a key: pages never show them. */
const secrets: ReadonlySet<string> = new Set([
  'TWOSOURCE_METRICS',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'TWOSOURCE_DATABASE',
  'TWOSOURCE_READ_DATABASE',
  'TWOSOURCE_MODEL_KEY',
  'TWOSOURCE_OIDC_CLIENT_SECRET',
  'TWOSOURCE_SMTP_URL',
  'TWOSOURCE_PROXY',
  'TWOSOURCE_TRANSLATE_KEY',
  'TWOSOURCE_SPEECH_KEY',
  'TWOSOURCE_SPEECH_URL',
])

/** Every setting with its value, for the owner to see; of a secret one only that it is set. */
export function settingsInForce(config: Config) {
  return Object.entries(settings).map(([name, { description = '' }]) => {
    const value = config[name as keyof Config]
    const standing = settings[name as keyof typeof settings].safeParse(undefined)
    const isSecret = value !== undefined && (secrets.has(name) || mayHavePersonalKey(String(value)))
    return {
      name,
      value: isSecret || value === undefined ? '' : String(value),
      isDefault: standing.success && standing.data === value,
      isSecret,
      help: description,
    }
  })
}

/** Reads the settings from an environment. Throws ConfigError for a bad value or an unknown TWOSOURCE_ name. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.entries(env).filter(
    ([name]) => name in settings || (name.startsWith('TWOSOURCE_') && !name.startsWith('TWOSOURCE_TEST_')),
  )
  const unknown = ours.map(([name]) => name).filter((name) => !(name in settings))
  if (unknown.length > 0)
    throw new ConfigError(`Unknown setting ${unknown.join(', ')}. Known: ${Object.keys(settings).join(', ')}`)
  const parsed = shape.safeParse(Object.fromEntries(ours.filter(([, value]) => value !== '')))
  if (parsed.success) return togetherUsable(parsed.data)
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof typeof settings
    return `${name}: ${issue.message}. ${settings[name].description ?? ''}`
  })
  throw new ConfigError(lines.join('\n'))
}

/** Some settings require others. Throws ConfigError when one is missing. */
function togetherUsable(config: Config): Config {
  if (config.TWOSOURCE_DATA === '')
    throw new ConfigError(
      `TWOSOURCE_DATA: needed, since whoever runs this has no home. ${settings.TWOSOURCE_DATA.description}`,
    )
  const needs: readonly (readonly [keyof Config, readonly (keyof Config)[]])[] = [
    ['TWOSOURCE_READ_DATABASE', ['TWOSOURCE_DATABASE']],
    ['TWOSOURCE_OIDC_ISSUER', ['TWOSOURCE_OIDC_CLIENT_ID', 'TWOSOURCE_BASE_URL']],
    ['TWOSOURCE_WEBSUB_HUB', ['TWOSOURCE_BASE_URL']],
    ['TWOSOURCE_MAIL_PORT', ['TWOSOURCE_MAIL_DOMAIN']],
    ['TWOSOURCE_MAIL_CERT', ['TWOSOURCE_MAIL_KEY']],
    ['TWOSOURCE_MAIL_KEY', ['TWOSOURCE_MAIL_CERT']],
    ['TWOSOURCE_TRUSTED_HEADER', ['TWOSOURCE_TRUSTED_PROXIES']],
  ]
  for (const [name, others] of needs) {
    const missing = config[name] === undefined ? [] : others.filter((other) => config[other] === undefined)
    if (missing.length > 0)
      throw new ConfigError(
        missing.map((other) => `${other}: needed with ${name}. ${settings[other].description}`).join('\n'),
      )
  }
  const networks = config.TWOSOURCE_TRUSTED_PROXIES
  if (networks !== undefined && parseNetworks(networks) === undefined)
    throw new ConfigError(
      `TWOSOURCE_TRUSTED_PROXIES: not a list of networks. ${settings.TWOSOURCE_TRUSTED_PROXIES.description}`,
    )
  return config
}
