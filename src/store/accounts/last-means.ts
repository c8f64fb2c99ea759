import type { Tx } from '../engine/engine.ts'

/** The result of removing a sign-in method; `last-means`: it is the account's last. */
export type SignInMethodRemoval = 'done' | 'not-there' | 'last-means'

/**
 * The number of a reader's sign-in methods, counting outside identities only of the current issuer. Blocks others that remove one
 * from the same reader until the transaction ends.
 */
export async function countSignInMethods(tx: Tx, readerId: string, issuer: string | undefined): Promise<number> {
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
