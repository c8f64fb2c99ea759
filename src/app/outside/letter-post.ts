import { readNamedFile } from '../../cli/read-named-file.ts'
import type { ListenerSettings } from '../../newsletters/newsletter-listener.ts'
import { probeListener } from '../../newsletters/probe-listener.ts'
import type { NewsletterIntake } from '../../operations/feeds/newsletter-address-views.ts'
import { createNewsletterReader } from '../../pipeline/pages/newsletter-reader.ts'
import { receiveNewsletter } from '../../pipeline/pages/receive-newsletter.ts'
import { type Config, ConfigError } from '../config/config.ts'
import type { Context } from '../context.ts'
import { cannotListen } from '../serve/cannot-listen.ts'

/** Where letters come in, by the settings; undefined where they do not. */
export function letterDeskOf(config: Config): NewsletterIntake | undefined {
  const { TWOSOURCE_MAIL_PORT: port, TWOSOURCE_MAIL_HOST: host, TWOSOURCE_MAIL_DOMAIN: domain } = config
  if (port === undefined || domain === undefined) return undefined
  return { domain, host, port, probe: () => probeListener(host, port, domain) }
}

export type LetterPost = AsyncDisposable & { readonly port: number }

/**
 * Takes in the letters of the house for as long as it is not disposed; undefined where the owner has not switched that on. A letter
 * is acknowledged once it stands in the database. Throws ConfigError where the port is taken or the certificate cannot be read.
 */
export async function startLetterPost({ config, operations, log }: Context): Promise<LetterPost | undefined> {
  const settings = await listenerSettings(config)
  if (settings === undefined) return undefined
  const { store, now } = operations
  const newsletterReader = createNewsletterReader()
  const keeper = {
    find: (localPart: string) => store.newsletterAddresses.findOpen(localPart),
    keep: receiveNewsletter.bind(undefined, { store, now, newsletterReader }),
    // What a letter was, whose it is and who sent it stand in no log.
    failed: (error: unknown) =>
      log('letter-not-taken', { error: error instanceof Error ? error.message : String(error) }),
  }
  // The server of SMTP is loaded where there is one.
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

async function listenerSettings(config: Config): Promise<ListenerSettings | undefined> {
  const desk = letterDeskOf(config)
  if (desk === undefined) return undefined
  const { TWOSOURCE_MAIL_CERT: certFile, TWOSOURCE_MAIL_KEY: keyFile } = config
  const maxBytes = config.TWOSOURCE_MAIL_MEGABYTES * 2 ** 20
  const base = { host: desk.host, port: desk.port, domain: desk.domain, maxBytes }
  if (certFile === undefined || keyFile === undefined) return base
  // One after the other, so that what is named first is the same each time.
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
    hostSetting: 'TWOSOURCE_MAIL_HOST',
    portSetting: 'TWOSOURCE_MAIL_PORT',
    isAnyPortFine: true,
    what: ', for letters,',
  })
}
