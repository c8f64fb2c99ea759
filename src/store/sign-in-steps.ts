import type { Selectable } from 'kysely'
import type { Engine } from './engine.ts'
import type { SignInStepTable } from './means-schema.ts'
import type { SignInStep, StepStore } from './means-stores.ts'

/** Steps of signing in that are under way, over a database. */
export function stepStore(engine: Engine): StepStore {
  return {
    async add(step, tokenHash, now) {
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
    async find(kind, tokenHash, at) {
      const row = await engine.reader
        .selectFrom('sign_in_step')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('kind', '=', kind)
        .where('expires_at', '>', at)
        .executeTakeFirst()
      return row && stepOf(row)
    },
    take: (kind, tokenHash, at) =>
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
    ...(row.reader_id !== null && { readerId: row.reader_id }),
    body: row.secret,
    expiresAt: row.expires_at,
  }
}
