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

/** How a setting is read from text, what it is where it is not set, and one line of help. */
type Setting<Value> = {
  readonly help: string
  /** Made when it is needed: few settings are set, and all of them would take a start some milliseconds. */
  readonly kind: () => z.ZodType<Value, string>
  readonly otherwise: Value | (() => Value)
}

function setting<Value>(help: string, kind: () => z.ZodType<Value, string>): Setting<Value | undefined>
function setting<Value>(
  help: string,
  kind: () => z.ZodType<Value, string>,
  otherwise: Value | (() => Value),
): Setting<Value>
function setting<Value>(
  help: string,
  kind: () => z.ZodType<Value, string>,
  otherwise?: Value | (() => Value),
): Setting<Value | undefined> {
  return { help, kind, otherwise }
}

/** Every setting. They come only from the environment. */
export const settings = {
  TWOSOURCE_DATA: setting('Folder for everything stored. Created if missing.', place, usualFolder),
  TWOSOURCE_DATABASE: setting(
    'postgres://… to use PostgreSQL. Without it: one SQLite file in the data folder.',
    fileOrServer,
  ),
  TWOSOURCE_READ_DATABASE: setting(
    'postgres://… of a streaming replica that pages are read from while it is up to date.',
    () => z.string().regex(/^postgres(?:ql)?:\/\//, 'postgres://…'),
  ),
  TWOSOURCE_HOST: setting('Address the server listens on.', () => z.string(), '127.0.0.1'),
  TWOSOURCE_PORT: setting('Port the server listens on; 0 picks a free one.', () => whole(0, 65535), 7180),
  TWOSOURCE_BASE_URL: setting(
    'Public URL of the server, such as https://news.example.org or https://example.org/news, for links in mail, feeds and share cards.',
    () =>
      httpAddress()
        .regex(/^[^@?#\s]+$/, 'a URL without a name, password, query or space')
        .regex(/^\w+:\/\/[^/]*(?:\/[\w~-][\w.~-]*)*\/?$/, 'a URL whose path, if any, has only a–z, digits and - . _ ~')
        // A host name in other scripts is converted to ASCII, since headers can contain nothing else.
        .transform((url) => (/[^\x20-\x7e]/.test(url) ? new URL(url).href : url).replace(/\/$/, '')),
  ),
  TWOSOURCE_CONTACT: setting(
    'Your email address or URL, sent with each request so that publishers can reach you.',
    () => z.string().regex(/^[\x20-\x7e\xa0-\xff]*$/, 'characters that a header can contain'),
    '',
  ),
  TWOSOURCE_POLL_MINUTES: setting('How often a feed is checked that doesn’t say how often.', () => whole(5, 1440), 60),
  TWOSOURCE_FETCH_PAGES: setting(
    'Fetch the page of each new article, and again about 1, 6 and 24 hours later for changes. once: never again. false: use only the text in feeds.',
    () => flagOr('once'),
    true,
  ),
  TWOSOURCE_KEEP_DAYS: setting(
    'Delete articles after this many days, unless starred, saved, annotated or cited. Without it: keep everything.',
    () => whole(14, 36_500),
  ),
  TWOSOURCE_BACKUP_HOURS: setting(
    'How often the SQLite file is backed up; the three newest backups are kept. 0: only on request.',
    () => whole(0, 8760),
    24,
  ),
  TWOSOURCE_BACKUP_FOLDER: setting(
    'Folder for backups, best on another disk. Without it: backups in the data folder.',
    place,
  ),
  TWOSOURCE_ANALYSIS_THREADS: setting(
    'Threads that analyze articles. Without it: one less than the processor has cores.',
    () => whole(1, 64),
  ),
  TWOSOURCE_ALLOW_PRIVATE: setting(
    'Allow feeds and pages at private and loopback addresses, at any port.',
    flag,
    false,
  ),
  TWOSOURCE_PORTS: setting(
    'Ports at which feeds, pages and other services may be requested, separated by commas, or any.',
    () =>
      z.string().refine((text) => text === 'any' || readPorts(text) !== undefined, 'ports separated by commas, or any'),
    '80,443,8080,8443',
  ),
  TWOSOURCE_PROXY: setting('Proxy for all outgoing requests: http://host:port or http://name:password@host:port.', () =>
    z.string().refine((text) => readProxy(text) !== undefined, 'http://host:port'),
  ),
  TWOSOURCE_PROXY_RESOLVES: setting(
    'Let that proxy look up names because this machine can’t. The proxy then has to refuse private addresses.',
    flag,
    false,
  ),
  TWOSOURCE_RSS_BRIDGE: setting('URL of your RSS-Bridge, used for pages that have no feed.', httpAddress),
  TWOSOURCE_RSSHUB: setting(
    'URL of your RSSHub, used for rsshub:// URLs and offered for sites that have no feed.',
    httpAddress,
  ),
  TWOSOURCE_SMTP_URL: setting(
    'Mail server for briefs and alerts: smtp://user:password@host:587, or smtps:// with port 465.',
    () =>
      z
        .url({ protocol: /^smtps?$/, error: 'a URL that begins with smtp:// or smtps://' })
        .refine(isEscapedAddress, 'a URL in which a % of the name or password is written %25'),
  ),
  TWOSOURCE_MAIL_FROM: setting('Sender of that mail, such as Twosource <news@example.org>.', () =>
    z.string().regex(senderAddress, 'name@host, or Name <name@host>'),
  ),
  TWOSOURCE_MAIL_PORT: setting(
    'Port that receives newsletters over SMTP, on 127.0.0.1 unless written host:port; 0 picks a free one.',
    () =>
      z
        .string()
        .trim()
        .refine((text) => readMailPort(text) !== undefined, 'a port such as 2525, or host:port'),
  ),
  TWOSOURCE_MAIL_DOMAIN: setting('Domain of the addresses for newsletters, such as letters.example.org.', () =>
    z
      .string()
      .toLowerCase()
      .regex(/^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*$/, 'a domain'),
  ),
  TWOSOURCE_MAIL_CERT: setting('Certificate file (PEM), so that newsletters can arrive encrypted (STARTTLS).', place),
  TWOSOURCE_MAIL_KEY: setting('Key file (PEM) of that certificate.', place),
  TWOSOURCE_SPEECH: setting(
    'Reads articles aloud: a program such as espeak-ng, or the URL of a speech server (Listening).',
    () =>
      z
        .string()
        .refine(
          (text) => (/^https?:/i.test(text) ? readSpeechServer(text) !== undefined : /^[^\0\s-][^\0]*$/.test(text)),
          'a program or the URL of a speech server',
        ),
  ),
  TWOSOURCE_SPEECH_VOICES: setting(
    'Voices of that server by language, * for all others: en=en_GB-alba-medium, fr=fr_FR-siwis-medium.',
    () => z.string().refine((text) => readVoices(text) !== undefined, 'language=voice, separated by commas'),
  ),
  TWOSOURCE_CORS_ORIGINS: setting(
    'Websites whose scripts may use the APIs, as origins separated by commas, or *. Without it: none.',
    () =>
      z
        .string()
        .regex(
          /^(?:\*|[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+(?:[\s,]+[a-z][a-z0-9+.-]*:\/\/[^\s,/?#@]+)*)$/i,
          'origins or *',
        ),
  ),
  TWOSOURCE_WEBSUB_HUB: setting(
    'URL of a WebSub hub to notify when the feeds of readers change. Needs TWOSOURCE_BASE_URL.',
    httpAddress,
  ),
  TWOSOURCE_OIDC_ISSUER: setting(
    'URL of an OpenID Connect provider that people can sign in with; it may be private.',
    httpAddress,
  ),
  TWOSOURCE_OIDC_CLIENT_ID: setting('Client ID of this server at that provider.', () => z.string()),
  TWOSOURCE_OIDC_CLIENT_SECRET: setting('Client secret. None for a public client.', () => z.string()),
  TWOSOURCE_TRUSTED_HEADER: setting(
    'Header in which your proxy names the person who signed in there, such as Remote-User.',
    () => z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'the name of a header'),
  ),
  TWOSOURCE_TRUSTED_PROXIES: setting(
    'Networks of your proxies, such as 10.0.0.2/32, fd00::/64. Their X-Forwarded-For and that header are trusted.',
    () => z.string(),
  ),
  TWOSOURCE_NEW_READERS: setting(
    'Create an account when the provider or your proxy names somebody who has none.',
    flag,
    false,
  ),
  TWOSOURCE_METRICS: setting(
    'Who may read /metrics: networks, or a token sent as Authorization: Bearer. Without it: nobody.',
    () =>
      z
        .string()
        .refine((text) => readMetricsAccess(text) !== undefined, 'networks, or a token of at least 16 characters'),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    'URL of an OpenTelemetry collector (OTLP over HTTP) that receives traces of polls and articles.',
    () => httpAddress().regex(/^[^@?#]+$/, 'a URL without a name, password or query'),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    'Headers for that collector, such as authorization=Bearer%20…, separated by commas.',
    () => z.string().regex(/^[\x20-\x7e]{1,4000}$/, 'name=value, separated by commas'),
  ),
  OTEL_TRACES_SAMPLER_ARG: setting('The share of polls that are traced, from 0 to 1.', share, 1),
} as const

export type Config = {
  [Name in keyof typeof settings]: (typeof settings)[Name] extends Setting<infer Value> ? Value : never
}

const settingNames = Object.keys(settings) as (keyof Config)[]

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
  return settingNames.map((name) => {
    const value = config[name]
    const isSecret = value !== undefined && (secrets.has(name) || mayHavePersonalKey(String(value)))
    return {
      name,
      value: isSecret || value === undefined ? '' : String(value),
      isDefault: value === valueOtherwise(name),
      isSecret,
      help: settings[name].help,
    }
  })
}

/** Reads the settings from an environment. Throws ConfigError for a bad value or an unknown TWOSOURCE_ name; ignores those of earlier versions. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const unknown = Object.keys(env).filter(
    (name) =>
      name.startsWith('TWOSOURCE_') &&
      !name.startsWith('TWOSOURCE_TEST_') &&
      !(name in settings) &&
      !isGoneSetting(name),
  )
  if (unknown.length > 0)
    throw new ConfigError(`There is no setting ${unknown.join(', ')}. The settings are ${settingNames.join(', ')}.`)
  const read = settingNames.map((name) => {
    const text = env[name]
    if (text === undefined || text === '') return { name, value: valueOtherwise(name) }
    // Read once: the code that zod would write for it takes longer.
    const { data, error } = settings[name].kind().safeParse(text, { jitless: true })
    return { name, value: data, problem: error?.issues[0]?.message }
  })
  const lines = read.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [`${name} must be ${problem}. ${settings[name].help}`],
  )
  if (lines.length > 0) throw new ConfigError(lines.join('\n'))
  return togetherUsable(Object.fromEntries(read.map(({ name, value }) => [name, value])) as Config)
}

/** What a setting is where the environment has none. */
function valueOtherwise(name: keyof Config): Config[keyof Config] {
  const { otherwise } = settings[name]
  return typeof otherwise === 'function' ? otherwise() : otherwise
}

/** Some settings require others. Throws ConfigError when one is missing. */
function togetherUsable(config: Config): Config {
  if (config.TWOSOURCE_DATA === '')
    throw new ConfigError(
      `TWOSOURCE_DATA is needed, since this user has no home folder. ${settings.TWOSOURCE_DATA.help}`,
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
      throw new ConfigError(missing.map((other) => `${name} needs ${other}. ${settings[other].help}`).join('\n'))
  }
  const networks = config.TWOSOURCE_TRUSTED_PROXIES
  if (networks !== undefined && parseNetworks(networks) === undefined)
    throw new ConfigError(
      `TWOSOURCE_TRUSTED_PROXIES must be networks separated by commas. ${settings.TWOSOURCE_TRUSTED_PROXIES.help}`,
    )
  return config
}
