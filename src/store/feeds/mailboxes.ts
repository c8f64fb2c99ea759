import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { LetterLeftOut, MailboxAccount, MailboxTrouble } from '../../core/mailbox.ts'
import type { Engine } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import type { MailboxTable } from './feed-schema.ts'
import { type ArrivedLetter, saveLetter } from './save-letter.ts'

/** A mailbox that a reader's emails are fetched from. Times are ISO 8601, UTC. */
export type Mailbox = MailboxAccount & {
  readonly id: string
  readonly readerId: string
  readonly folder: string
  /** Addresses and domains whose emails are accepted; empty: all. */
  readonly senders: readonly string[]
  /** The folder of the feeds made from it; empty: none. */
  readonly feedFolder: string
  /** What `lastUid` counts under; absent before the first fetch. */
  readonly uidValidity?: number
  /** The last email that was dealt with. */
  readonly lastUid: number
  /** Emails up to this one were there before. */
  readonly oldUid: number
  /** Failed fetches since the last that succeeded. */
  readonly failures: number
  readonly trouble?: MailboxTrouble
  readonly lastFetchedAt?: string
  readonly leftOut: readonly LetterLeftOut[]
  readonly at: string
}

type NewMailbox = Omit<
  Mailbox,
  'uidValidity' | 'lastUid' | 'oldUid' | 'failures' | 'trouble' | 'lastFetchedAt' | 'leftOut'
>

const LEASE_MS = 10 * 60_000
/** No fetch is put off longer; a time beyond this was written by a clock that was ahead. */
const LONGEST_WAIT_MS = 25 * 3_600_000
/** Emails left out that are remembered, the newest first. */
const MOST_LEFT_OUT = 10

/** Mailboxes that emails are fetched from. */
export function mailboxStore(engine: Engine) {
  const { reader } = engine
  const isFree = (now: string) =>
    sql<boolean>`(leased_until is null or leased_until <= ${now} or leased_until > ${addMs(now, LONGEST_WAIT_MS)})`

  const lease = async (now: string, id?: string) =>
    engine.write(async (tx) => {
      const row = await tx
        .selectFrom('mailbox')
        .selectAll()
        .where(isFree(now))
        .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
        .$if(id === undefined, (query) =>
          query.where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', addMs(now, LONGEST_WAIT_MS))])),
        )
        .orderBy('next_at')
        .limit(1)
        .modifyEnd(engine.skipLocked)
        .executeTakeFirst()
      if (!row) return undefined
      await tx
        .updateTable('mailbox')
        .set({ leased_until: addMs(now, LEASE_MS) })
        .where('id', '=', row.id)
        .execute()
      return toMailbox(row)
    })

  return {
    async add({
      id,
      readerId,
      host,
      port,
      security,
      user,
      password,
      folder,
      senders,
      feedFolder,
      at,
    }: NewMailbox): Promise<void> {
      const row = {
        ...{ id, reader_id: readerId, host, port, security, user_name: user, password, folder },
        ...{ senders: JSON.stringify(senders), feed_folder: feedFolder, uid_validity: null, last_uid: 0, old_uid: 0 },
        ...{ next_at: at, leased_until: null, last_ok_at: null, failures: 0, trouble: null, left_out: null, at },
      }
      await engine.write((tx) => tx.insertInto('mailbox').values(row).execute())
    },

    async list(readerId: string): Promise<readonly Mailbox[]> {
      const rows = await reader
        .selectFrom('mailbox')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toMailbox)
    },

    /** Senders whose feed the reader removed. */
    async listUnwanted(readerId: string): Promise<readonly string[]> {
      const rows = await reader
        .selectFrom('letter_sender')
        .select('sender')
        .where('reader_id', '=', readerId)
        .where('feed_id', 'is', null)
        .orderBy('sender')
        .execute()
      return rows.map(({ sender }) => sender)
    },

    /** The next email of this sender makes a feed again. Returns false when there is no such sender. */
    async wantAgain(readerId: string, sender: string): Promise<boolean> {
      const done = await engine.write((tx) =>
        tx
          .deleteFrom('letter_sender')
          .where('reader_id', '=', readerId)
          .where('sender', '=', sender)
          .where('feed_id', 'is', null)
          .executeTakeFirst(),
      )
      return done.numDeletedRows > 0n
    },

    /** Another folder is read from its beginning. Returns false when this reader has no such mailbox. */
    async change(
      readerId: string,
      id: string,
      { password, folder, senders, feedFolder }: Pick<Mailbox, 'password' | 'folder' | 'senders' | 'feedFolder'>,
      at: string,
    ): Promise<boolean> {
      const done = await engine.write((tx) =>
        tx
          .updateTable('mailbox')
          .set((eb) => ({
            ...{
              password,
              folder,
              senders: JSON.stringify(senders),
              feed_folder: feedFolder,
              next_at: at,
              leased_until: null,
            },
            ...{ failures: 0, trouble: null },
            uid_validity: eb.case().when('folder', '=', folder).then(eb.ref('uid_validity')).else(null).end(),
          }))
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst(),
      )
      return done.numUpdatedRows > 0n
    },

    /** Deletes it with its password; the feeds made from it stay. Returns false when this reader has no such mailbox. */
    async remove(readerId: string, id: string): Promise<boolean> {
      const done = await engine.write((tx) =>
        tx.deleteFrom('mailbox').where('reader_id', '=', readerId).where('id', '=', id).executeTakeFirst(),
      )
      return done.numDeletedRows > 0n
    },

    /** Leases one that is due and that nobody else fetches from, for ten minutes; undefined if there is none. */
    async claimDue(now: string): Promise<Mailbox | undefined> {
      // Without a mailbox this is one small read, and no write.
      const due = await reader
        .selectFrom('mailbox')
        .select('id')
        .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', addMs(now, LONGEST_WAIT_MS))]))
        .where(isFree(now))
        .limit(1)
        .execute()
      return due.length > 0 ? lease(now) : undefined
    },

    /** Leases this one, due or not; undefined if it is gone or somebody else fetches from it. */
    claim: (id: string, now: string): Promise<Mailbox | undefined> => lease(now, id),

    /** Where reading begins, after the first look at a folder or when its emails were numbered again. */
    async begin(
      { id, folder }: Pick<Mailbox, 'id' | 'folder'>,
      at: { readonly uidValidity: number; readonly lastUid: number; readonly oldUid: number },
    ): Promise<void> {
      const set = { uid_validity: at.uidValidity, last_uid: at.lastUid, old_uid: at.oldUid }
      await engine.write((tx) =>
        tx.updateTable('mailbox').set(set).where('id', '=', id).where('folder', '=', folder).execute(),
      )
    },

    /** Passes over emails up to this one. */
    async skipTo(id: string, uidValidity: number, uid: number, leftOut?: LetterLeftOut): Promise<void> {
      await engine.write(async (tx) => {
        const row = await tx
          .updateTable('mailbox')
          .set({ last_uid: uid })
          .where('id', '=', id)
          .where('uid_validity', '=', uidValidity)
          .where('last_uid', '<', uid)
          .returning('left_out')
          .executeTakeFirst()
        if (!row || !leftOut) return
        const all = [leftOut, ...readLeftOut(row.left_out)].slice(0, MOST_LEFT_OUT)
        await tx
          .updateTable('mailbox')
          .set({ left_out: JSON.stringify(all) })
          .where('id', '=', id)
          .execute()
      })
    },

    /** Stores an email in the feed of its sender and passes over it, in one transaction. */
    save: (letter: ArrivedLetter) => engine.write((tx) => saveLetter(engine, tx, letter)),

    /** Ends a fetch of which nothing is known. */
    async release({ id }: Pick<Mailbox, 'id'>, nextAt: string): Promise<void> {
      await engine.write((tx) =>
        tx.updateTable('mailbox').set({ next_at: nextAt, leased_until: null }).where('id', '=', id).execute(),
      )
    },

    /** Ends a fetch; nothing if the reader chose another folder meanwhile. */
    async settle(
      { id, folder }: Pick<Mailbox, 'id' | 'folder'>,
      {
        at,
        nextAt,
        failures,
        trouble,
      }: { readonly at: string; readonly nextAt: string; readonly failures: number; readonly trouble?: MailboxTrouble },
    ): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('mailbox')
          .set({ next_at: nextAt, leased_until: null, failures, trouble: trouble ? JSON.stringify(trouble) : null })
          .$if(trouble === undefined, (query) => query.set({ last_ok_at: at }))
          .where('id', '=', id)
          .where('folder', '=', folder)
          .execute(),
      )
    },
  }
}

export type MailboxStore = ReturnType<typeof mailboxStore>

function toMailbox(row: MailboxTable): Mailbox {
  return {
    ...{ id: row.id, readerId: row.reader_id, host: row.host, port: row.port },
    security: row.security as Mailbox['security'],
    ...{ user: row.user_name, password: row.password, folder: row.folder, feedFolder: row.feed_folder },
    senders: JSON.parse(row.senders) as string[],
    ...{ lastUid: row.last_uid, oldUid: row.old_uid, failures: row.failures, at: row.at },
    ...defined({
      uidValidity: row.uid_validity ?? undefined,
      trouble: row.trouble === null ? undefined : (JSON.parse(row.trouble) as MailboxTrouble),
      lastFetchedAt: row.last_ok_at ?? undefined,
    }),
    leftOut: readLeftOut(row.left_out),
  }
}

function readLeftOut(json: string | null): readonly LetterLeftOut[] {
  return json === null ? [] : (JSON.parse(json) as LetterLeftOut[])
}
