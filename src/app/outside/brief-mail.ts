import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { type Preferences, readPreferences } from '../../core/preferences.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashToken, newToken } from '../../credentials/token.ts'
import type { MailMessage } from '../../delivery/mail.ts'
import { briefAsHtml } from '../../export/brief-html.ts'
import { briefAsText } from '../../export/brief-text.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import { forReader, leaving } from '../../operations/for-reader.ts'
import type { OperationContext } from '../../operations/operation.ts'
import type { BriefKind } from '../../store/day/briefs.ts'
import { briefText } from '../../web/day/parts/brief-text.ts'
import { readerByPreferences } from '../../web/reader-by-preferences.ts'
import { version } from '../version.ts'

const YEAR_MS = 366 * 86_400_000

/** A reader's brief as of now, as text in their language. `base`: URL of the server, without a trailing slash. */
export async function briefTextOf(
  context: OperationContext,
  input: Parameters<typeof getBrief.run>[1],
  base: string,
  ownDay?: string,
) {
  const preferences: Preferences = readPreferences(await context.store.preferences.all(context.reader.id))
  const now = context.now().toISOString()
  const reader = readerByPreferences(preferences, { identity: context.reader, now, version })
  const view = await getBrief.run(context, input)
  return {
    brief: briefText(view, reader, base, {
      isWeek: input.isWeek === true,
      ...defined({ ownDay }),
    }),
    reader,
    storyIds: view.stories.map(({ id }) => id),
  }
}

/**
 * The mail of a brief: text and HTML with the same content, the unsubscribe URL, of which the store keeps a hash, and the brief's stories.
 * Undefined when there is nothing to report.
 */
export async function briefMail(
  operations: OperationContext,
  {
    identity,
    to,
    kind,
    day,
    base,
  }: {
    readonly identity: ReaderIdentity
    readonly to: string
    readonly day: string
    readonly kind: BriefKind
    readonly base: string
  },
): Promise<{ readonly mail: MailMessage; readonly storyIds: readonly StoryId[] } | undefined> {
  const context = leaving(forReader(operations, identity))
  const now = context.now().toISOString()
  const since = kind === 'day' ? await context.store.briefs.lastSentAt(identity.id, kind, now) : undefined
  const input = kind === 'week' ? { isWeek: true } : defined({ since })
  const { brief, reader, storyIds } = await briefTextOf(context, input, base, day)
  if (brief.stories.length === 0) return undefined
  const token = newToken()
  await context.store.briefs.addToken(identity.id, 'mail', hashToken(token), now)
  await context.store.briefs.removeTokens(identity.id, 'mail', new Date(Date.parse(now) - YEAR_MS).toISOString())
  const words = reader.words.ownBrief.mail
  const end = `${base}/unsubscribe/${token}`
  const footer = [
    { text: words.why(new URL(base).host), url: base },
    { text: reader.words.ownBrief.settings, url: `${base}/settings/brief` },
    { text: words.end, url: end },
  ]
  const mail = {
    to,
    subject: brief.title,
    text: `${briefAsText(brief)}\n-- \n${footer.map(({ text, url }) => `${text}\n${url}`).join('\n')}\n`,
    html: briefAsHtml(brief, footer),
    listUnsubscribe: end,
  }
  return { mail, storyIds }
}
