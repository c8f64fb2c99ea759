import type { Terminal } from '../../cli/terminal.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'

const builtIn = 'it is built in now, and can’t be changed'
const onModelPage = 'choose the model in Settings → Language model'
const onTranslationPage = 'choose the server in Settings → Translation'

/** Settings of earlier versions, and what to use instead. */
const goneSettings: Readonly<Record<string, string>> = {
  TWOSOURCE_ROLES: 'start serve or worker with --roles',
  TWOSOURCE_HEALTH_PORT: 'start worker with --health-port; serve answers /livez and /readyz at TWOSOURCE_PORT',
  TWOSOURCE_LOOK_AGAIN: 'set TWOSOURCE_FETCH_PAGES=once to fetch each page only once',
  TWOSOURCE_RULES: 'the rules are read from rules.txt in the data folder: move the file there',
  TWOSOURCE_WEBSUB: 'instant updates are on when TWOSOURCE_BASE_URL is a public https address',
  TWOSOURCE_MAIL_HOST: 'put the address in TWOSOURCE_MAIL_PORT, such as 0.0.0.0:2525',
  TWOSOURCE_SPEECH_URL: 'put the URL in TWOSOURCE_SPEECH',
  TWOSOURCE_SPEECH_KIND: 'a URL in TWOSOURCE_SPEECH that ends with /v1 is an OpenAI-compatible server, any other Piper',
  TWOSOURCE_SPEECH_KEY: 'put the key in TWOSOURCE_SPEECH, as in https://:KEY@speech.example.org/v1',
  TWOSOURCE_SPEECH_MODEL: 'put the model in TWOSOURCE_SPEECH, as in https://speech.example.org/v1?model=tts-1',
  TWOSOURCE_SPEECH_ENCODER: 'opusenc, lame or ffmpeg is used if it is in PATH',
  TWOSOURCE_TRANSLATE_URL: onTranslationPage,
  TWOSOURCE_TRANSLATE_KEY: onTranslationPage,
  TWOSOURCE_MODEL_URL: onModelPage,
  TWOSOURCE_MODEL_NAME: onModelPage,
  TWOSOURCE_MODEL_KEY: onModelPage,
  TWOSOURCE_OIDC_NAME: 'the sign-in button shows the host name of TWOSOURCE_OIDC_ISSUER',
  TWOSOURCE_OIDC_NEW_READERS: 'set TWOSOURCE_NEW_READERS',
  TWOSOURCE_TRUSTED_NEW_READERS: 'set TWOSOURCE_NEW_READERS',
  TWOSOURCE_DATABASE_CONNECTIONS: builtIn,
  TWOSOURCE_READ_LAG_SECONDS: builtIn,
  TWOSOURCE_CONNECTIONS: builtIn,
  TWOSOURCE_POLL_CAP_HOURS: builtIn,
  TWOSOURCE_IN_FLIGHT: builtIn,
  TWOSOURCE_PER_HOST: builtIn,
  TWOSOURCE_TIMEOUT_SECONDS: builtIn,
  TWOSOURCE_FEED_MEGABYTES: builtIn,
  TWOSOURCE_PAGE_MEGABYTES: builtIn,
  TWOSOURCE_PICTURE_MEGABYTES: builtIn,
  TWOSOURCE_PICTURE_FOLDER_MEGABYTES: builtIn,
  TWOSOURCE_MAIL_MEGABYTES: builtIn,
  TWOSOURCE_API_PER_MINUTE: builtIn,
  TWOSOURCE_SUBSCRIPTIONS: builtIn,
  TWOSOURCE_TURNS_PER_HOUR: builtIn,
  TWOSOURCE_ANALYSIS_SECONDS: builtIn,
  TWOSOURCE_STORY_DAYS: builtIn,
  TWOSOURCE_BACKUPS_KEPT: builtIn,
}

export function isGoneSetting(name: string): boolean {
  return Object.hasOwn(goneSettings, name)
}

/** Names them at the start: a line for people, and with --json an entry of the log. */
export function reportGoneSettings(env: NodeJS.ProcessEnv, terminal: Terminal, log: Log): void {
  for (const line of goneSettingLines(env))
    if (terminal.isJson) log('setting-no-longer-used', { why: line })
    else terminal.error(line)
}

/** A line for each setting that is still in the environment and no longer used, with what to use instead. */
export function goneSettingLines(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(goneSettings)
    .filter(([name]) => env[name])
    .map(([name, instead]) => `${name} is no longer used: ${instead}.`)
}
