import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { DocumentId } from '../../core/ids.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { Engine, Tx } from '../engine/engine.ts'

/** Far above the size of any account that is written. */
const mostBytes = 4_000_000

/** How texts were extracted. */
export function textAccountStore(engine: Engine) {
  return {
    async find(id: DocumentId): Promise<TextAccount | undefined> {
      const row = await engine.reader
        .selectFrom('text_account')
        .select('body')
        .where('document_id', '=', id)
        .executeTakeFirst()
      return row && (JSON.parse(inflateRawSync(row.body, { maxOutputLength: mostBytes }).toString()) as TextAccount)
    },

    save: (id: DocumentId, account: TextAccount, at: string): Promise<void> =>
      engine.write((tx) => saveAccounts(engine, tx, [{ id, account, at }])),

    /** Deletes accounts older than a time, except for articles with an open problem report. Returns how many. */
    prune: (before: string): Promise<number> =>
      engine.write(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('text_account')
          .where('at', '<', before)
          .where('document_id', 'not in', (told) =>
            told.selectFrom('told_page').select('told_page.document_id').where('state', '=', 'open'),
          )
          .executeTakeFirst()
        return Number(numDeletedRows)
      }),
  }
}

export type TextAccountStore = ReturnType<typeof textAccountStore>

type Saved = { readonly id: DocumentId; readonly account: TextAccount; readonly at: string }

/** Stores how texts were extracted, replacing earlier accounts, within the transaction that stores the texts. */
export async function saveAccounts(engine: Engine, tx: Tx, saved: readonly Saved[]): Promise<void> {
  await engine.insertMany(
    tx,
    'text_account',
    saved.map(({ id, account, at }) => ({
      document_id: id,
      body: new Uint8Array(deflateRawSync(JSON.stringify(account))),
      at,
    })),
    { ifExists: 'on conflict (document_id) do update set body = excluded.body, at = excluded.at' },
  )
}
