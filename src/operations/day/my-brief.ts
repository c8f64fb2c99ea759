import { z } from 'zod'
import { type BriefChoice, defaultBrief, maxBriefStories, readBriefChoice } from '../../core/brief-choice.ts'
import { defined } from '../../core/defined.ts'
import { readPreferences } from '../../core/preferences.ts'
import { guest, type ReaderIdentity } from '../../core/reader-identity.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { hashToken } from '../../credentials/token.ts'
import { activeAccount } from '../accounts/active-account.ts'
import { addFeedAddress, tokenOf } from '../feeds/feed-addresses.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

export type BriefSettingsView = {
  readonly choice: BriefChoice
  /** The recipient; absent if the account has no email address. */
  readonly email?: string
  readonly isMailSet: boolean
  readonly isVoiceSet: boolean
  /** True when there is a secret feed URL for it. */
  readonly hasAddress: boolean
  readonly lastSentAt?: string
  /** IANA time zone of the hour; empty: the server's. */
  readonly timeZone: string
  /** Primary tags of the languages of the last two days, to choose from. */
  readonly languages: readonly string[]
}

const TWO_DAYS_MS = 2 * 86_400_000

export const getBriefSettings = defineOperation({
  name: 'get_brief_settings',
  minRole: 'reader',
  summary: 'The reader’s brief settings, and whether it can be emailed',
  input: z.strictObject({}),
  async run({ store, reader, mailer, speech, now }): Promise<BriefSettingsView> {
    const until = now().toISOString()
    const from = new Date(Date.parse(until) - TWO_DAYS_MS).toISOString()
    const [choice = defaultBrief, account, hasAddress, lastSentAt, stored, stories] = await Promise.all([
      store.briefs.find(reader.id),
      store.accounts.find(reader.id),
      hasBriefAddress({ store, reader }),
      store.briefs.lastSentAt(reader.id, 'day', until),
      store.preferences.all(reader.id),
      store.stories.listOutlines({ from, until }),
    ])
    const found = stories
      .map(({ outline }) => primaryLanguage(outline.language))
      .filter((tag) => /^[a-z]{2,3}$/.test(tag))
    return {
      choice,
      ...defined({ email: account?.email === undefined ? undefined : account.email }),
      isMailSet: mailer.isSet,
      isVoiceSet: speech.isSet,
      hasAddress,
      ...defined({ lastSentAt }),
      timeZone: readPreferences(stored).timeZone,
      languages: [...new Set([...choice.languages, ...found])].filter((tag) => tag !== 'und').sort(),
    }
  },
})

const weekday = z.coerce.number<number>().int().min(1).max(7)

export const setBrief = defineOperation({
  name: 'set_brief',
  minRole: 'reader',
  summary: 'Sets the brief’s length, time, languages and whether it is emailed',
  input: z.strictObject({
    stories: z.coerce.number<number>().int().min(1).max(maxBriefStories),
    hour: z.coerce.number<number>().int().min(0).max(23),
    days: z.array(weekday).max(7).readonly(),
    isMailed: z.boolean(),
    isWeekly: z.boolean(),
    isOnlyNew: z.boolean(),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .max(200)
      .readonly(),
  }),
  async run({ store, reader, now }, input): Promise<BriefChoice> {
    const choice = readBriefChoice(input)
    await store.briefs.set(reader.id, choice, now().toISOString())
    return choice
  },
})

export const makeBriefAddress = defineOperation({
  name: 'make_brief_address',
  minRole: 'reader',
  summary: 'Creates a secret URL for the feeds of the brief; the previous one stops working',
  input: z.strictObject({}),
  async run(context): Promise<{ readonly token: string }> {
    await removeBriefAddresses(context)
    const at = context.now().toISOString()
    const { id } = await addFeedAddress(context, { kind: 'brief', target: '', label: '', at })
    return { token: await tokenOf(context, id) }
  },
})

export const removeBriefAddress = defineOperation({
  name: 'remove_brief_address',
  minRole: 'reader',
  summary: 'Disables the secret URL for the feeds of the brief',
  input: z.strictObject({}),
  async run(context): Promise<true> {
    await removeBriefAddresses(context)
    return true
  },
})

const token = z.string().regex(/^[\w-]{20,100}$/)

export const findBriefReader = defineOperation({
  name: 'find_brief_reader',
  minRole: 'anyone',
  summary: 'Whose brief a secret URL shows; it allows reading only',
  input: z.strictObject({ token }),
  async run(context, input): Promise<ReaderIdentity | undefined> {
    const found = await context.store.feedAddresses.find(hashToken(input.token))
    const account = found?.kind === 'brief' ? await activeAccount(context, found.readerId) : undefined
    return account && { id: account.id, name: account.name, role: guest.role, isInPublic: true }
  },
})

export const findMailEnd = defineOperation({
  name: 'find_mail_end',
  minRole: 'anyone',
  summary: 'Whether a secret URL unsubscribes from a brief by email',
  input: z.strictObject({ token }),
  run: async ({ store }, input): Promise<true | undefined> =>
    (await store.briefs.findToken('mail', hashToken(input.token))) === undefined ? undefined : true,
})

export const endBriefMail = defineOperation({
  name: 'end_brief_mail',
  minRole: 'anyone',
  summary: 'Unsubscribes a reader from briefs by email, with the secret URL that each of them contains',
  input: z.strictObject({ token }),
  async run({ store, now }, input): Promise<true | undefined> {
    const readerId = await store.briefs.findToken('mail', hashToken(input.token))
    if (readerId === undefined) return undefined
    const choice = (await store.briefs.find(readerId)) ?? defaultBrief
    await store.briefs.set(readerId, { ...choice, isMailed: false, isWeekly: false }, now().toISOString())
    return true
  },
})

type OfReader = Pick<OperationContext, 'store' | 'reader'>

async function hasBriefAddress({ store, reader }: OfReader): Promise<boolean> {
  return (await store.feedAddresses.list(reader.id)).some(({ kind }) => kind === 'brief')
}

async function removeBriefAddresses({ store, reader }: OfReader): Promise<void> {
  for (const { id, kind } of await store.feedAddresses.list(reader.id))
    if (kind === 'brief') await store.feedAddresses.remove(reader.id, id)
}
