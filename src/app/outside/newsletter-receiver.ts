import { readNamedFile } from '../../cli/read-named-file.ts'
import type { ListenerSettings } from '../../newsletters/newsletter-listener.ts'
import { probeListener } from '../../newsletters/probe-listener.ts'
import type { NewsletterIntake } from '../../operations/feeds/newsletter-address-views.ts'
import { createNewsletterReader } from '../../pipeline/pages/newsletter-reader.ts'
import { receiveNewsletter } from '../../pipeline/pages/receive-newsletter.ts'
import { type Config, ConfigError } from '../config/config.ts'
import { readMailPort } from '../config/setting-kinds.ts'
import type { Context } from '../context.ts'
import { cannotListen } from '../serve/cannot-listen.ts'

/** The addresses of newsletters by the settings; undefined when receiving them is not configured. */
export function newsletterAddressesOf(config: Config): NewsletterIntake | undefined {
  const place = readMailPort(config.TWOSOURCE_MAIL_PORT ?? '')
  const domain = config.TWOSOURCE_MAIL_DOMAIN
  if (place === undefined || domain === undefined) return undefined
  const { host, port } = place
  return { domain, host, port, probe: () => probeListener(host, port, domain) }
}

export type NewsletterReceiver = AsyncDisposable & { readonly port: number }

/**
 * Receives newsletters until disposed; undefined when the owner has not enabled that. A newsletter is acknowledged once it is stored in the
 * database. Throws ConfigError when the port is taken or the certificate cannot be read.
 */
export async function startNewsletterReceiver({
  config,
  limits,
  operations,
  log,
}: Context): Promise<NewsletterReceiver | undefined> {
  const settings = await listenerSettings(config, limits.newsletterBytes)
  if (settings === undefined) return undefined
  const { store, now } = operations
  const newsletterReader = createNewsletterReader()
  const keeper = {
    find: (localPart: string) => store.newsletterAddresses.findOpen(localPart),
    keep: receiveNewsletter.bind(undefined, { store, now, newsletterReader }),
    // Content, recipient and sender of a newsletter are in no log.
    failed: (error: unknown) =>
      log('letter-not-taken', { error: error instanceof Error ? error.message : String(error) }),
  }
  // The SMTP server is loaded only when needed.
  const { startNewsletterListener } = await import('../../newsletters/newsletter-listener.ts')
  const listener = await startNewsletterListener(settings, keeper).catch(async (error: NodeJS.ErrnoException) => {
    await newsletterReader.close()
    throw refusal(error, settings)
  })
  return {
    port: listener.port,
    async [Symbol.asyncDispose]() {
      await listener.close()
      await newsletterReader.close()
    },
  }
}

async function listenerSettings(config: Config, maxBytes: number): Promise<ListenerSettings | undefined> {
  const desk = newsletterAddressesOf(config)
  if (desk === undefined) return undefined
  const { TWOSOURCE_MAIL_CERT: certFile, TWOSOURCE_MAIL_KEY: keyFile } = config
  const base = { host: desk.host, port: desk.port, domain: desk.domain, maxBytes }
  if (certFile === undefined || keyFile === undefined) return base
  // In sequence, so that the error names the same file each time.
  const cert = await readPem('TWOSOURCE_MAIL_CERT', certFile)
  const key = await readPem('TWOSOURCE_MAIL_KEY', keyFile)
  return { ...base, tls: { cert, key } }
}

async function readPem(name: string, file: string): Promise<string> {
  const read = await readNamedFile(file)
  if (typeof read === 'string') throw new ConfigError(`${name}: ${read}`)
  return new TextDecoder().decode(read)
}

function refusal(error: NodeJS.ErrnoException, { host, port }: ListenerSettings): Error {
  if (error.syscall === undefined && /PEM|cert|key/i.test(error.message))
    return new ConfigError(`TWOSOURCE_MAIL_CERT and TWOSOURCE_MAIL_KEY cannot be used: ${error.message}`)
  return cannotListen(error, {
    host,
    port,
    hostSetting: 'the host in TWOSOURCE_MAIL_PORT',
    portSetting: 'TWOSOURCE_MAIL_PORT',
    isAnyPortFine: true,
    what: ' for newsletters',
  })
}
