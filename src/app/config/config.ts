import { z } from 'zod'
import { senderAddress } from '../../core/mail-server.ts'
import { mayHavePersonalKey } from '../../core/text/personal-key.ts'
import { isEscapedAddress } from '../../delivery/mail.ts'
import { readSpeechServer, readVoices } from '../../delivery/speech-server.ts'
import { readPorts } from '../../http/ports.ts'
import { readProxy } from '../../http/proxy.ts'
import { parseNetworks } from '../../web/accounts/trusted-header.ts'
import { readMetricsAccess } from '../serve/metrics-page.ts'
import { isGoneSetting } from './gone-settings.ts'
import {
  fileOrServer,
  flag,
  flagOr,
  httpAddress,
  place,
  readMailPort,
  share,
  usualFolder,
  whole,
} from './setting-kinds.ts'

/** Every setting, its default and one line of help. They come only from the environment. */
export const settings = {
  TWOSOURCE_DATA: place.default(usualFolder).describe('Folder for everything stored. Created if missing.'),
  TWOSOURCE_DATABASE: fileOrServer
    .optional()
    .describe('postgres://… to use PostgreSQL. Without it: one SQLite file in the data folder.'),
  TWOSOURCE_READ_DATABASE: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'postgres://…')
    .optional()
    .describe('postgres://… of a streaming replica that pages are read from while it is up to date.'),
  TWOSOURCE_HOST: z.string().default('127.0.0.1').describe('Address the server listens on.'),
  TWOSOURCE_PORT: whole(0, 65535).default(7180).describe('Port the server listens on; 0 picks a free one.'),
  TWOSOURCE_BASE_URL: httpAddress
    .regex(/^[^@?#\s]+$/, 'a URL without a name, password, query or space')
    .regex(/^\w+:\/\/[^/]*(?:\/[\w~-][\w.~-]*)*\/?$/, 'a URL whose path, if any, has only a–z, digits and - . _ ~')
    // A host name in other scripts is converted to ASCII, since headers can contain nothing else.
    .transform((url) => (/[^\x20-\x7e]/.test(url) ? new URL(url).href : url).replace(/\/$/, ''))
    .optional()
    .describe(
      'Public URL of the server, such as https://news.example.org or https://example.org/news, for links in mail, feeds and share cards.',
    ),
  TWOSOURCE_CONTACT: z
    .string()
    .regex(/^[\x20-\x7e\xa0-\xff]*$/, 'characters that a header can contain')
    .default('')
    .describe('Your email address or URL, sent with each request so that publishers can reach you.'),
  TWOSOURCE_POLL_MINUTES: whole(5, 1440)
    .default(60)
    .describe('How often a feed is checked that doesn’t say how often.'),
  TWOSOURCE_FETCH_PAGES: flagOr('once')
    .default(true)
    .describe(
      'Fetch the page of each new article, and again about 1, 6 and 24 hours later for changes. once: never again. false: use only the text in feeds.',
    ),
  TWOSOURCE_KEEP_DAYS: whole(14, 36_500)
    .optional()
    .describe(
      'Delete articles after this many days, unless starred, saved, annotated or cited. Without it: keep everything.',
    ),
  TWOSOURCE_BACKUP_HOURS: whole(0, 8760)
    .default(24)
    .describe('How often the SQLite file is backed up; the three newest backups are kept. 0: only on request.'),
  TWOSOURCE_BACKUP_FOLDER: place
    .optional()
    .describe('Folder for backups, best on another disk. Without it: backups in the data folder.'),
  TWOSOURCE_ANALYSIS_THREADS: whole(1, 64)
    .optional()
    .describe('Threads that analyze articles. Without it: one less than the processor has cores.'),
  TWOSOURCE_ALLOW_PRIVATE: flag
    .default(false)
    .describe('Allow feeds and pages at private and loopback addresses, at any port.'),
  TWOSOURCE_PORTS: z
    .string()
    .refine((text) => text === 'any' || readPorts(text) !== undefined, 'ports separated by commas, or any')
    .default('80,443,8080,8443')
    .describe('Ports at which feeds, pages and other services may be requested, separated by commas, or any.'),
  TWOSOURCE_PROXY: z
    .string()
    .refine((text) => readProxy(text) !== undefined, 'http://host:port')
    .optional()
    .describe('Proxy for all outgoing requests: http://host:port or http://name:password@host:port.'),
  TWOSOURCE_PROXY_RESOLVES: flag
    .default(false)
    .describe(
      'Let that proxy look up names because this machine can’t. The proxy then has to refuse private addresses.',
    ),
  TWOSOURCE_RSS_BRIDGE: httpAddress.optional().describe('URL of your RSS-Bridge, used for pages that have no feed.'),
  TWOSOURCE_RSSHUB: httpAddress
    .optional()
    .describe('URL of your RSSHub, used for rsshub:// URLs and offered for sites that have no feed.'),
  TWOSOURCE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'a URL that begins with smtp:// or smtps://' })
    .refine(isEscapedAddress, 'a URL in which a % of the name or password is written %25')
    .optional()
    .describe('Mail server for briefs and alerts: smtp://user:password@host:587, or smtps:// with port 465.'),
  TWOSOURCE_MAIL_FROM: z
    .string()
    .regex(senderAddress, 'name@host, or Name <name@host>')
    .optional()
    .describe('Sender of that mail, such as Twosource <news@example.org>.'),
  TWOSOURCE_MAIL_PORT: z
    .string()
    .trim()
    .refine((text) => readMailPort(text) !== undefined, 'a port such as 2525, or host:port')
    .optional()
    .describe('Port that receives newsletters over SMTP, on 127.0.0.1 unless written host:port; 0 picks a free one.'),
  TWOSOURCE_MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*$/, 'a domain')
    .optional()
    .describe('Domain of the addresses for newsletters, such as letters.example.org.'),
  TWOSOURCE_MAIL_CERT: place
    .optional()
    .describe('Certificate file (PEM), so that newsletters can arrive encrypted (STARTTLS).'),
  TWOSOURCE_MAIL_KEY: place.optional().describe('Key file (PEM) of that certificate.'),
  TWOSOURCE_SPEECH: z
    .string()
    .refine(
      (text) => (/^https?:/i.test(text) ? readSpeechServer(text) !== undefined : /^[^\0\s-][^\0]*$/.test(text)),
      'a program or the URL of a speech server',
    )
    .optional()
    .describe('Reads articles aloud: a program such as espeak-ng, or the URL of a speech server (Listening).'),
  TWOSOURCE_SPEECH_VOICES: z
    .string()
    .refine((text) => readVoices(text) !== undefined, 'language=voice, separated by commas')
    .optional()
    .describe('Voices of that server by language, * for all others: en=en_GB-alba-medium, fr=fr_FR-siwis-medium.'),
  TWOSOURCE_CORS_ORIGINS: z
    .string()
    .regex(/^(?:\*|[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+(?:[\s,]+[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+)*)$/i, 'origins or *')
    .optional()
    .describe('Websites whose scripts may use the APIs, as origins separated by commas, or *. Without it: none.'),
  TWOSOURCE_WEBSUB_HUB: httpAddress
    .optional()
    .describe('URL of a WebSub hub to notify when the feeds of readers change. Needs TWOSOURCE_BASE_URL.'),
  TWOSOURCE_OIDC_ISSUER: httpAddress
    .optional()
    .describe('URL of an OpenID Connect provider that people can sign in with; it may be private.'),
  TWOSOURCE_OIDC_CLIENT_ID: z.string().optional().describe('Client ID of this server at that provider.'),
  TWOSOURCE_OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret. None for a public client.'),
  TWOSOURCE_TRUSTED_HEADER: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'the name of a header')
    .optional()
    .describe('Header in which your proxy names the person who signed in there, such as Remote-User.'),
  TWOSOURCE_TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Networks of your proxies, such as 10.0.0.2/32, fd00::/64. Their X-Forwarded-For and that header are trusted.',
    ),
  TWOSOURCE_NEW_READERS: flag
    .default(false)
    .describe('Create an account when the provider or your proxy names somebody who has none.'),
  TWOSOURCE_METRICS: z
    .string()
    .refine((text) => readMetricsAccess(text) !== undefined, 'networks, or a token of at least 16 characters')
    .optional()
    .describe('Who may read /metrics: networks, or a token sent as Authorization: Bearer. Without it: nobody.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress
    .regex(/^[^@?#]+$/, 'a URL without a name, password or query')
    .optional()
    .describe('URL of an OpenTelemetry collector (OTLP over HTTP) that receives traces of polls and articles.'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\x20-\x7e]{1,4000}$/, 'name=value, separated by commas')
    .optional()
    .describe('Headers for that collector, such as authorization=Bearer%20…, separated by commas.'),
  OTEL_TRACES_SAMPLER_ARG: share.default(1).describe('The share of polls that are traced, from 0 to 1.'),
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
  'TWOSOURCE_OIDC_CLIENT_SECRET',
  'TWOSOURCE_SMTP_URL',
  'TWOSOURCE_PROXY',
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

/** Reads the settings from an environment. Throws ConfigError for a bad value or an unknown TWOSOURCE_ name; ignores those of earlier versions. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.entries(env).filter(
    ([name]) =>
      name in settings ||
      (name.startsWith('TWOSOURCE_') && !name.startsWith('TWOSOURCE_TEST_') && !isGoneSetting(name)),
  )
  const unknown = ours.map(([name]) => name).filter((name) => !(name in settings))
  if (unknown.length > 0)
    throw new ConfigError(
      `There is no setting ${unknown.join(', ')}. The settings are ${Object.keys(settings).join(', ')}.`,
    )
  const given = Object.fromEntries(ours.filter(([, value]) => value !== ''))
  // Read once: the code that zod would write for it takes longer.
  const parsed = shape.safeParse(given, { jitless: true })
  if (parsed.success) return togetherUsable(parsed.data)
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof typeof settings
    return `${name} must be ${issue.message}. ${settings[name].description ?? ''}`
  })
  throw new ConfigError(lines.join('\n'))
}

/** Some settings require others. Throws ConfigError when one is missing. */
function togetherUsable(config: Config): Config {
  if (config.TWOSOURCE_DATA === '')
    throw new ConfigError(
      `TWOSOURCE_DATA is needed, since this user has no home folder. ${settings.TWOSOURCE_DATA.description}`,
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
      throw new ConfigError(missing.map((other) => `${name} needs ${other}. ${settings[other].description}`).join('\n'))
  }
  const networks = config.TWOSOURCE_TRUSTED_PROXIES
  if (networks !== undefined && parseNetworks(networks) === undefined)
    throw new ConfigError(
      `TWOSOURCE_TRUSTED_PROXIES must be networks separated by commas. ${settings.TWOSOURCE_TRUSTED_PROXIES.description}`,
    )
  return config
}
