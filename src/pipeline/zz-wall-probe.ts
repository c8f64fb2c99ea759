import { Kysely } from 'kysely'
export const probe = Kysely
