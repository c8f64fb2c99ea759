import type { Engine, Tx } from './engine.ts'
import type { CodeStore } from './means-stores.ts'

/** The devices that one-time codes come from, and the codes for when they are lost, over a database. */
export function codeStore(engine: Engine): CodeStore {
  const { reader } = engine
  return {
    async secret(readerId) {
      const row = await reader
        .selectFrom('code_device')
        .select('secret')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return row?.secret
    },
    begin: (readerId, secret, step, recoveryHashes, at) =>
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
    useStep: (readerId, step) =>
      engine.write(async (tx) => {
        const used = await tx
          .updateTable('code_device')
          .set({ last_step: step })
          .where('reader_id', '=', readerId)
          .where('last_step', '<', step)
          .executeTakeFirst()
        return used.numUpdatedRows > 0n
      }),
    useRecovery: (readerId, hash) =>
      engine.write(async (tx) => {
        const used = await tx
          .deleteFrom('recovery_code')
          .where('reader_id', '=', readerId)
          .where('hash', '=', hash)
          .executeTakeFirst()
        return used.numDeletedRows > 0n
      }),
    async replaceRecovery(readerId, hashes) {
      await engine.write((tx) => replace(tx, readerId, hashes))
    },
    async countRecovery(readerId) {
      const rows = await reader.selectFrom('recovery_code').select('hash').where('reader_id', '=', readerId).execute()
      return rows.length
    },
    remove: (readerId) =>
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
