import type { Tx } from '../engine/engine.ts'

/** What became of taking a means away: `last-means` where the account could not be signed in to any more. */
export type MeansRemoval = 'done' | 'not-there' | 'last-means'

/**
 * How many ways a reader has to sign in; of identities elsewhere only those of the issuer that is asked count. Keeps others who
 * would take one away from the same reader waiting until the transaction ends.
 */
export async function countMeans(tx: Tx, readerId: string, issuer: string | undefined): Promise<number> {
  await tx
    .updateTable('account')
    .set((row) => ({ role: row.ref('role') }))
    .where('id', '=', readerId)
    .execute()
  const passwords = await tx.selectFrom('password').select('reader_id').where('reader_id', '=', readerId).execute()
  const passkeys = await tx.selectFrom('passkey').select('id').where('reader_id', '=', readerId).execute()
  const identities = await tx
    .selectFrom('outside_identity')
    .select('subject')
    .where('reader_id', '=', readerId)
    .where('issuer', '=', issuer ?? '')
    .execute()
  return passwords.length + passkeys.length + identities.length
}
