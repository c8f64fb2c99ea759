import type { Selectable } from 'kysely'
import type { Role } from '../../core/reader-identity.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { InvitationTable } from './account-schema.ts'

export type Invitation = {
  readonly id: string
  /** Who created it. */
  readonly readerId: string
  readonly role: Role
  /** The creator's note on who it is for. */
  readonly note: string
  readonly createdAt: string
  readonly expiresAt: string
}

/** Invitations. A used one is deleted; one whose creator may no longer invite isn't found. */
export function invitationStore(engine: Engine) {
  const { reader } = engine
  return {
    async add(invitation: Invitation, tokenHash: string): Promise<void> {
      await engine.write((tx) =>
        tx
          .insertInto('invitation')
          .values({
            id: invitation.id,
            reader_id: invitation.readerId,
            token_hash: tokenHash,
            role: invitation.role,
            note: invitation.note,
            created_at: invitation.createdAt,
            expires_at: invitation.expiresAt,
          })
          .execute(),
      )
    },
    async find(tokenHash: string, at: string): Promise<Invitation | undefined> {
      const row = await reader
        .selectFrom('invitation')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', at)
        .where('reader_id', 'in', inviters(reader))
        .executeTakeFirst()
      return row && invitationOf(row)
    },
    async list(at: string): Promise<readonly Invitation[]> {
      const rows = await reader
        .selectFrom('invitation')
        .selectAll()
        .where('expires_at', '>', at)
        .where('reader_id', 'in', inviters(reader))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(invitationOf)
    },
    remove: (id: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom('invitation').where('id', '=', id).executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
  }
}

export type InvitationStore = ReturnType<typeof invitationStore>

/** Accounts that may invite; someone who is no longer an owner can't let anybody in, themselves included. */
export function inviters(reader: Engine['reader'] | Tx) {
  return reader.selectFrom('account').select('id').where('role', '=', 'owner').where('disabled_at', 'is', null)
}

function invitationOf(row: Selectable<InvitationTable>): Invitation {
  return {
    id: row.id,
    readerId: row.reader_id,
    role: row.role as Role,
    note: row.note,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
