import type { Selectable } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { SignInStepTable } from './account-schema.ts'
import { identityStore } from './outside-identities.ts'
import { passkeyStore } from './passkeys.ts'

/** A sign-in step that waits for the browser's answer. */
export type SignInStep = {
  readonly kind: string
  readonly readerId?: string
  readonly body: string
  readonly expiresAt: string
}

/** Sign-in methods other than passwords, and the steps of signing in. */
export function signInStores(engine: Engine) {
  return {
    passkeys: passkeyStore(engine),
    codes: codeStore(engine),
    identities: identityStore(engine),
    steps: stepStore(engine),
  }
}

export type SignInStores = ReturnType<typeof signInStores>

function stepStore(engine: Engine) {
  return {
    async add(step: SignInStep, tokenHash: string, now: string): Promise<void> {
      await engine.write(async (tx) => {
        await tx.deleteFrom('sign_in_step').where('expires_at', '<=', now).execute()
        await tx
          .insertInto('sign_in_step')
          .values({
            token_hash: tokenHash,
            kind: step.kind,
            reader_id: step.readerId ?? null,
            secret: step.body,
            expires_at: step.expiresAt,
          })
          .execute()
      })
    },
    /** A step of this kind that hasn't expired. */
    async find(kind: string, tokenHash: string, at: string): Promise<SignInStep | undefined> {
      const row = await engine.reader
        .selectFrom('sign_in_step')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('kind', '=', kind)
        .where('expires_at', '>', at)
        .executeTakeFirst()
      return row && stepOf(row)
    },
    /** The same, and deletes it: of two calls at once, one gets it. */
    take: (kind: string, tokenHash: string, at: string): Promise<SignInStep | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('sign_in_step')
          .where('token_hash', '=', tokenHash)
          .where('kind', '=', kind)
          .where('expires_at', '>', at)
          .returningAll()
          .executeTakeFirst()
        return row && stepOf(row)
      }),
  }
}

function stepOf(row: Selectable<SignInStepTable>): SignInStep {
  return {
    kind: row.kind,
    ...defined({ readerId: row.reader_id ?? undefined }),
    body: row.secret,
    expiresAt: row.expires_at,
  }
}

/** Devices that make one-time codes, and recovery codes. */
function codeStore(engine: Engine) {
  const { reader } = engine
  return {
    /** The key of the reader's device in base32; undefined without one. */
    async secret(readerId: string): Promise<string | undefined> {
      const row = await reader
        .selectFrom('code_device')
        .select('secret')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return row?.secret
    },
    /** Stores a device with its recovery codes; false if there is one already. */
    begin: (
      readerId: string,
      secret: string,
      step: number,
      recoveryHashes: readonly string[],
      at: string,
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const { numInsertedOrUpdatedRows = 0n } = await tx
          .insertInto('code_device')
          .values({ reader_id: readerId, secret, last_step: step, created_at: at })
          .onConflict((conflict) => conflict.column('reader_id').doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 0n) return false
        await replace(tx, readerId, recoveryHashes)
        return true
      }),
    /** Uses up the code of a time step and all before it; false if already used. */
    useStep: (readerId: string, step: number): Promise<boolean> =>
      engine.write(async (tx) => {
        const used = await tx
          .updateTable('code_device')
          .set({ last_step: step })
          .where('reader_id', '=', readerId)
          .where('last_step', '<', step)
          .executeTakeFirst()
        return used.numUpdatedRows > 0n
      }),
    /** Uses up a recovery code; false if there is no such code. */
    useRecovery: (readerId: string, hash: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const used = await tx
          .deleteFrom('recovery_code')
          .where('reader_id', '=', readerId)
          .where('hash', '=', hash)
          .executeTakeFirst()
        return used.numDeletedRows > 0n
      }),
    async replaceRecovery(readerId: string, hashes: readonly string[]): Promise<void> {
      await engine.write((tx) => replace(tx, readerId, hashes))
    },
    async countRecovery(readerId: string): Promise<number> {
      const rows = await reader.selectFrom('recovery_code').select('hash').where('reader_id', '=', readerId).execute()
      return rows.length
    },
    remove: (readerId: string): Promise<boolean> =>
      engine.write(async (tx) => {
        await tx.deleteFrom('recovery_code').where('reader_id', '=', readerId).execute()
        const gone = await tx.deleteFrom('code_device').where('reader_id', '=', readerId).executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
  }

  async function replace(tx: Tx, readerId: string, hashes: readonly string[]): Promise<void> {
    await tx.deleteFrom('recovery_code').where('reader_id', '=', readerId).execute()
    await engine.insertMany(
      tx,
      'recovery_code',
      hashes.map((hash) => ({ reader_id: readerId, hash })),
    )
  }
}
